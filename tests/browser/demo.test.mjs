/** Each demo page is judged as expected, in both browsers, and in Chromium with its flag on. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { toolbar } from "./browser.mjs";
import { compare, expected, settled } from "./expected.mjs";
import { said } from "./words.mjs";

/** @param {import("./both.mjs").Stage} stage */
function everyPage(stage) {
  for (const row of expected) {
    test(row.what, () =>
      stage.at(
        row.url,
        async (tab) => {
          const report = await settled(stage.browser, tab, row);
          assert.equal(compare(report, row, stage.browser), "");
          const { title } = await toolbar(stage.browser, tab);
          assert.ok(title.includes(said(report.headline.first)), `the toolbar says “${title}”`);
        },
        row,
      ),
    );
  }
}

both("demo pages", everyPage);
both("demo pages", everyPage, { only: "chromium", flag: true });
