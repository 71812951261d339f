/** The warning: there before the first key, not to be removed, never in an honest page's way. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { reported, toolbar } from "./browser.mjs";
import { until } from "./until.mjs";
import { english, plain } from "./words.mjs";

const NEVER = plain(english.first_stop_sign_in?.message ?? "");

/** @param {import("./both.mjs").Stage} stage @param {import("./browser.mjs").Tab} tab */
const guarded = (stage, tab) => reported(stage.browser, tab, ({ guards }) => guards.length > 0);

/** @param {import("./browser.mjs").Tab} tab @param {string} [words] */
const warned = (tab, words = NEVER) =>
  until(`the warning says “${words}”`, async () => {
    const warning = await tab.warning();
    return warning?.visible && plain(warning.text).includes(words) && warning;
  });

/** @param {import("./browser.mjs").Tab} tab */
const typed = (tab) => tab.evaluate("return document.getElementById('password').value");

/** @param {import("./browser.mjs").Tab} tab */
const sweep = (tab) =>
  until("the warning is closed", async () => {
    const warning = await tab.warning();
    return !warning || !warning.buttons.length || !plain(warning.text).includes(NEVER);
  });

both("warning", (stage) => {
  test("comes with a click into the field, before the first key", () =>
    stage.at("http://plain.example/signin/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab);
      assert.equal(await typed(tab), "");
    }),
  );

  test("comes with the keyboard", () =>
    stage.at("http://plain.example/signin/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#email");
      await tab.press("Tab");
      await warned(tab);
    }),
  );

  test("leads away by its bright button", () =>
    stage.at("https://shop.example/", async (tab) => {
      await tab.go("http://plain.example/signin/");
      await guarded(stage, tab);
      await tab.click("#password");
      const { buttons } = await warned(tab);
      const [leave] = buttons;
      assert.ok(leave, "there is a button");
      await tab.clickAt(leave.x, leave.y);
      await until("the page is left", async () => !(await tab.url()).startsWith("http://plain.example"));
    }),
  );

  test("warns about a card number too", () =>
    stage.at("https://leaky.example/checkout/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#number");
      await warned(tab, plain(english.first_stop_pay?.message ?? ""));
    }),
  );

  for (const path of ["removes", "covers", "clobbers", "clicks", "pollutes", "steals"]) {
    test(`holds against a page that ${path}`, () =>
      stage.at(`http://hostile.example/${path}/`, async (tab) => {
        const { headline } = await guarded(stage, tab);
        assert.equal(headline.state, "stop");
        await tab.click("#password").catch(() => {});
        // Either it stands at the field, or the page fought it off and the toolbar carries it.
        await until("the warning or the badge is there", async () => {
          const warning = await tab.warning().catch(() => null);
          if (warning?.visible && plain(warning.text).includes(NEVER)) return true;
          return (await toolbar(stage.browser, tab)).badge !== "";
        });
        assert.ok((await toolbar(stage.browser, tab)).title.includes(NEVER));
        assert.ok((await tab.url()).endsWith(`/${path}/`), "nobody pressed the button but a person");
      }),
    );
  }

  test("stays in the view of a page that is enlarged", () =>
    stage.at("http://plain.example/signin/", async (tab) => {
      await tab.evaluate("document.documentElement.style.zoom = 2;");
      await guarded(stage, tab);
      await tab.click("#password");
      await until("its buttons are in the view", async () => {
        const warning = await tab.warning();
        const [width, height] = /** @type {number[]} */ (await tab.evaluate("return [innerWidth, innerHeight];"));
        const seen = warning?.buttons.filter(({ x, y }) => x > 0 && x < width - 40 && y > 0 && y < height);
        return seen && seen.length > 1 && seen.length === warning?.buttons.length;
      });
    }),
  );

  test("sees a field that comes later, in a dialog", () =>
    stage.at("http://hostile.example/late/", async (tab) => {
      await tab.click("#more");
      await reported(stage.browser, tab, ({ guards }) => guards.length > 0);
      await tab.click("#late");
      await warned(tab);
    }),
  );

  test("lets an honest page work as before, where it warns", () => honest(stage, "http://honestplain.example/signin/"));
  test("stays out of an honest page over https", async () => {
    await honest(stage, "https://honest.example/signin/");
    await stage.at("https://honest.example/signin/", async (tab) => {
      await reported(stage.browser, tab, ({ advice }) => advice[1].asked && advice[1].advice === "go");
      await tab.click("#password");
      assert.equal(await tab.warning(), null);
    });
  });
});

/** @param {import("./both.mjs").Stage} stage @param {string} url */
const honest = (stage, url) =>
  stage.at(url, async (tab) => {
    const plainly = url.startsWith("http:");
    await reported(stage.browser, tab, ({ advice }) => advice[1].asked);
    await tab.click("#email");
    await tab.type("a@b.example");
    await tab.click("#password");
    if (plainly) {
      await warned(tab);
      await tab.press("Escape");
      await sweep(tab);
      await tab.click("#password");
    }
    await tab.type("secret");
    const { state, events } = await tab.evaluate("return window.page");
    assert.deepEqual(state, { email: "a@b.example", password: "secret" });
    assert.equal(events["password input"], 6, "every key made one event");
    if (!plainly) {
      await tab.press("Enter");
      await until("the form was sent", () => tab.evaluate("return window.page.submitted === 1"));
    }
  });
