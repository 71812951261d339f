/** A page that leads the person's own hand: a key or a click that was meant for something else goes past no warning. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { until } from "./until.mjs";
import { goOn, guarded, marked, press, twoSeconds, typed, warned, waveAway, words } from "./warned.mjs";

const SIGN_IN = "http://plain.example/signin/";

both("a page that leads the hand", (stage) => {
  test("by a key that brings the warning and, held, would wave it away", () =>
    stage.at(SIGN_IN, async (tab) => {
      await tab.evaluate(`
        window.repeats = 0;
        addEventListener("keydown", (event) => {
          if (event.key !== "Escape") return;
          document.getElementById("password").focus();
          if (event.repeat) window.repeats += 1;
        }, true);`);
      await marked(stage, tab);
      await tab.hold("Escape");
      assert.ok((await tab.evaluate("return window.repeats;")) > 0, "it repeats");
      await warned(tab);
      await tab.type("a");
      assert.equal(await typed(tab), "");
    }),
  );

  test("by moving a way on under the pointer", () =>
    stage.at(SIGN_IN, async (tab) => {
      await guarded(stage, tab);
      await tab.evaluate(`
        const { style } = document.querySelector("form");
        style.position = "relative";
        window.moves = true;
        const move = () => {
          style.left = window.moves && style.left !== "2px" ? "2px" : "";
          requestAnimationFrame(move);
        };
        move();`);
      await tab.click("#password");
      await warned(tab);
      await press(tab, words("guard_more"));
      await twoSeconds(tab);
      await press(tab, words("guard_anyway"));
      await twoSeconds(tab);
      await warned(tab);
      await tab.evaluate("window.moves = false;");
      await goOn(tab, words("guard_anyway"));
      await tab.type("a");
      assert.equal(await typed(tab), "a");
    }),
  );

  test("by setting what is pasted itself", () =>
    stage.at(SIGN_IN, async (tab) => {
      await guarded(stage, tab);
      await tab.evaluate(`
        document.getElementById("password").addEventListener("paste", (event) => {
          event.preventDefault();
          event.target.value = event.clipboardData.getData("text");
        });`);
      await tab.click("#email");
      await tab.type("word");
      await tab.press("Control+a", "Control+x", "Tab");
      await warned(tab);
      await tab.press("Control+v");
      await until("the way out has the focus", async () => (await tab.warning())?.focused === "leave");
      assert.equal(await typed(tab), "");
      await waveAway(tab);
      await tab.press("Control+v");
      assert.equal(await typed(tab), "word", "what the page does with it is its own affair then");
    }),
  );
});
