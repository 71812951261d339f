/** In a language that is written from right to left, on a page and in a browser that are not. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { languages, spelled } from "./languages.mjs";
import { marked, warned } from "./warned.mjs";
import { plain } from "./words.mjs";

const arabic = spelled(languages.get("ar") ?? {});
const NEVER = plain(arabic.first_stop_sign_in ?? "");

both(
  "from right to left",
  (stage) => {
    test("the warning and the popup say the same, in the direction of their words", () =>
      stage.at("http://plain.example/signin/", async (tab) => {
        await marked(stage, tab);
        await tab.click("#password");
        const { direction, card, first, view } = await warned(tab, NEVER);
        assert.equal(direction, "rtl");
        assert.ok(card && card.left >= 0 && card.right <= view.width && first && first.right <= card.right, "all of it is in view");
        const popup = await tab.popup();
        assert.equal(plain(popup.first), NEVER);
        assert.equal(await popup.count("[dir=rtl] h1"), 1);
        await popup.close();
      }));
  },
  { catalogue: "ar" },
);
