/** Where the warning stands: inside the view and readable, however the page is written or how small it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { toolbar } from "./browser.mjs";
import { until } from "./until.mjs";
import { NEVER, goOn, guarded, twoSeconds, typed, warned, words } from "./warned.mjs";

const SIGN_IN = "http://plain.example/signin/";
const ELSEWHERE = "https://elsewhere.example/signin/";

/** @param {import("./browser.mjs").Warning} warning */
function isInView({ card, first, view, buttons }) {
  for (const box of [card, first]) {
    assert.ok(box && box.left >= 0 && box.top >= 0, `${JSON.stringify({ box, view })}`);
    assert.ok(box.right <= view.width + 0.5 && box.bottom <= view.height + 0.5, JSON.stringify({ box, view }));
  }
  assert.ok(buttons.length > 1);
}

both("the warning's place", (stage) => {
  for (const [what, change] of [
    ["from right to left", "document.documentElement.dir = 'rtl';"],
    ["enlarged", "document.documentElement.style.zoom = 2;"],
    ["enlarged, from right to left", "document.documentElement.dir = 'rtl'; document.documentElement.style.zoom = 3;"],
    ["shrunk", "document.documentElement.style.zoom = .5;"],
    ["set in tiny letters", "document.documentElement.style.fontSize = '4px';"],
    ["wider than the window", "document.body.style.width = '4000px'; scrollTo(60, 0);"],
  ]) {
    test(`in a page that is ${what}`, () =>
      stage.at(SIGN_IN, async (tab) => {
        await tab.evaluate(change ?? "");
        await guarded(stage, tab);
        await tab.evaluate("document.getElementById('password').focus();");
        const warning = await warned(tab);
        isInView(warning);
        const { view: { width, height }, buttons } = warning;
        assert.ok(buttons.every(({ x, y }) => x > 0 && x < width && y > 0 && y < height), JSON.stringify(warning));
      }),
    );
  }

  test("and it follows a page that scrolls without stopping the page's own timers", () =>
    stage.at(SIGN_IN, async (tab) => {
      await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab);
      await tab.evaluate(`
        document.body.style.height = "9000px";
        window.rung = 0;
        for (let count = 0; count < 5000; count++) setTimeout(() => { window.rung += 1; }, 3000);
        let turns = 0;
        const turn = () => {
          scrollBy(0, turns % 2 ? 1 : -1);
          if (++turns < 100) requestAnimationFrame(turn);
        };
        turn();`);
      await until("all have rung", async () => (await tab.evaluate("return window.rung;")) === 5000);
    }),
  );

  for (const [what, height] of /** @type {const} */ ([["phone", 640], ["tiny", 80]])) {
    test(`in a frame: ${what}`, () =>
      stage.at(`http://hostile.example/frames/#${what}`, async (tab) => {
        await guarded(stage, tab);
        await tab.click(`#${what}`);
        await tab.evaluate("document.querySelector(location.hash).contentDocument.getElementById('password').focus();");
        const warning = await warned(tab);
        assert.equal(warning.view.height, height);
        isInView(warning);
      }),
    );
  }

  for (const style of ["opacity: .99", "scale: .95"]) {
    test(`in a frame that the page around it gives “${style}”`, () =>
      stage.at("http://hostile.example/frames/#phone", async (tab) => {
        await tab.evaluate("document.querySelector('#phone').style.cssText += values[0];", `; ${style}`);
        await guarded(stage, tab);
        await tab.click("#phone");
        await tab.evaluate("document.querySelector('#phone').contentDocument.getElementById('password').focus();");
        await warned(tab);
        // Long enough for as many tries as there are.
        for (let times = 0; times < 3; times += 1) await twoSeconds(tab);
        await warned(tab);
        assert.equal((await toolbar(stage.browser, tab)).badge, "");
      }),
    );
  }

  for (const [url, first] of /** @type {const} */ ([[SIGN_IN, NEVER], [ELSEWHERE, words("first_elsewhere_sign_in")]])) {
    test(`at a field that takes the keys out of view: ${url}`, () =>
      stage.at(url, async (tab) => {
        await tab.evaluate(
          `const field = document.getElementById("password");
           field.style.cssText = "position: fixed; top: 300vh; left: 20px";
           document.querySelector("h1").onclick = () => field.focus({ preventScroll: true });`,
        );
        await guarded(stage, tab);
        await tab.click("h1");
        isInView(await warned(tab, first));
        await twoSeconds(tab);
        await tab.type("a");
        assert.equal(await typed(tab), url === SIGN_IN ? "" : "a");
        if (url !== SIGN_IN) return;
        // Where the focus is in the card itself, it stays.
        await until("the way out has the focus", async () => (await tab.warning())?.focused === "leave");
        await twoSeconds(tab);
        isInView(await warned(tab, first));
      }),
    );
  }

  for (const mode of ["open", "closed"]) {
    test(`in a component's dialog, ${mode}, that the field is put into`, () =>
      stage.at("https://shop.example/", async (tab) => {
        await tab.go(SIGN_IN);
        await tab.evaluate(
          `const form = document.querySelector("form");
           const holder = document.body.appendChild(document.createElement("div"));
           const root = holder.attachShadow({ mode: values[0] });
           root.innerHTML = "<dialog><slot></slot></dialog>";
           holder.append(form);
           root.firstChild.showModal();`,
          mode,
        );
        await guarded(stage, tab);
        await tab.click("#password");
        await warned(tab);
        await tab.type("a");
        await until("the way out has the focus", async () => (await tab.warning())?.focused === "leave");
        assert.equal(await typed(tab), "");
        await goOn(tab, words("guard_leave"));
        await until("the page is left", async () => !(await tab.url()).startsWith("http://plain.example"));
      }),
    );
  }
});
