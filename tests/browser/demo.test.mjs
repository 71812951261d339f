/** Each demo page is judged as expected, in both browsers, and in Chromium with its flag on. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { toolbar } from "./browser.mjs";
import { compare, expected, settled } from "./expected.mjs";
import { until } from "./until.mjs";
import { plain, said } from "./words.mjs";

/** @param {import("./both.mjs").Stage} stage */
function everyPage(stage) {
  for (const row of expected) {
    test(row.what, () =>
      stage.at(
        row.url,
        async (tab) => {
          const report = await settled(stage.browser, tab, row);
          assert.equal(compare(report, row, stage.browser), "");
          const first = said(report.headline.first);
          await until(`the toolbar says “${first}”`, async () =>
            plain((await toolbar(stage.browser, tab)).title).includes(first),
          );
        },
        row,
      ),
    );
  }
}

both("demo pages", everyPage);
both("demo pages", everyPage, { only: "chromium", flag: true });
