/** What a person chooses or takes back in one place holds in every open tab at once. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, report, reported } from "./browser.mjs";
import { until } from "./until.mjs";
import { guarded, marked, warned, waveAway } from "./warned.mjs";

/** @typedef {import("./browser.mjs").Tab} Tab */

const LOOKALIKE = "https://paypa1.example/signin/";
const LOCAL = "http://printer.local/signin/";
const SIGN_IN = "http://plain.example/signin/";

both("a choice", (stage) => {
  /** As the popup and the settings do. @param {string} name @param {...unknown} values */
  const choose = (name, ...values) =>
    stage.browser.inExtension(`return (await import("/memory.js"))[values[0]](...values[1]);`, name, values);
  const silent = (/** @type {Tab} */ tab) => until("even the mark is gone", async () => (await tab.warning()) === null);

  test("to know a site ends its warning in every tab, and taken back brings it again", () =>
    stage.at(LOOKALIKE, async (tab) => {
      // Before another tab hides it: nothing is looked at that nobody sees.
      await marked(stage, tab);
      await stage.at(LOOKALIKE, async (other) => {
        await marked(stage, other);
        await choose("know", "paypa1.example");
        await silent(tab);
        await silent(other);
        await stage.browser.stopBackground();
        await choose("forget", "paypa1.example");
        await marked(stage, tab);
        await marked(stage, other);
        await other.click("#password");
        await warned(other);
      });
    }));

  test("to know a site answers for a page where anyone has one", () =>
    stage.at("https://notes.trycloudflare.com/signin/", async (tab) => {
      const says = (/** @type {string} */ state) => reported(stage.browser, tab, ({ headline }) => headline.state === state);
      await marked(stage, tab);
      await says("check");
      await choose("know", "notes.trycloudflare.com");
      await silent(tab);
      await says("go");
    }));

  test("to mute a device that is taken back brings its warning again", () =>
    stage.at(LOCAL, async (tab) => {
      await marked(stage, tab);
      await choose("mute", "printer.local", false);
      await silent(tab);
      await stage.browser.stopBackground();
      await choose("unmute", "printer.local");
      await marked(stage, tab);
    }));

  test("to forget it all forgets what was waved away, too", () =>
    stage.at(SIGN_IN, async (tab) => {
      await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab);
      await waveAway(tab);
      await choose("know", "paypa1.example");
      await stage.at(LOOKALIKE, async (other) => {
        await reported(stage.browser, other, ({ guards, advice }) => advice[1].asked && !guards.length);
        await choose("clear");
        await marked(stage, other);
      });
      await tab.go(SIGN_IN);
      await marked(stage, tab);
      await tab.click("#password");
      await warned(tab);
    }));

  test("is taken back by the keyboard, which keeps its place whatever else is stored", async () => {
    for (const site of ["a.example", "b.example", "c.example"]) await choose("know", site);
    const origin = await stage.browser.inExtension("return location.origin;");
    await stage.at(`${origin}/options.html`, async (tab) => {
      const sites = () => tab.evaluate("return [...document.querySelectorAll('#known-sites .host')].map((site) => site.textContent);");
      const focused = () => tab.evaluate("return document.activeElement.parentElement.querySelector('.host')?.textContent ?? document.activeElement.id;");
      const listed = (/** @type {string[]} */ ...names) =>
        until(`the list is ${names}`, async () => JSON.stringify(await sites()) === JSON.stringify(names));
      await listed("a.example", "b.example", "c.example");
      await tab.evaluate("document.querySelectorAll('#known-sites button')[1].focus();");
      await stage.browser.inExtension(`await (globalThis.browser ?? chrome).storage.session.set({ "facts:other": {} });`);
      await choose("know", "d.example");
      await listed("a.example", "b.example", "c.example", "d.example");
      assert.equal(await focused(), "b.example");
      await tab.press("Enter");
      await listed("a.example", "c.example", "d.example");
      assert.equal(await focused(), "c.example", "the next one");
      for (const left of [["a.example", "d.example"], ["a.example"], []]) {
        await tab.press("Enter");
        await listed(...left);
      }
      assert.equal(await focused(), "known", "the heading, where nothing is left");
    });
  });

  test("that was none, a certificate warning gone past, is taken back once the site is mended", async () => {
    await choose("rememberOverride", "mended.example", "date", false);
    const origin = await stage.browser.inExtension("return location.origin;");
    await stage.at(`${origin}/options.html`, async (tab) => {
      const sites = () => tab.evaluate("return document.querySelectorAll('#past-hosts .host').length;");
      await until("it is listed", async () => (await sites()) === 1);
      await tab.click("#past-hosts button");
      await until("it is gone", async () => (await sites()) === 0);
      assert.ok(!(await choose("overrideOf", "mended.example", false)));
    });
  });
});

both(
  "a site that the person knows",
  (stage) =>
    test("is compared with how it was at an earlier visit", async () => {
      const memory = (/** @type {string} */ name, /** @type {unknown[]} */ ...values) =>
        stage.browser.inExtension(`return (await import("/memory.js"))[values[0]](...values[1]);`, name, values);
      const kept = () => stage.browser.inExtension(`return (await browser.storage.local.get("certificate:shop.example"))["certificate:shop.example"];`);
      const changed = (/** @type {any} */ { findings }) => findings.some((/** @type {any} */ { id }) => id === "certificate_firm_changed");
      let leaf = "";
      await stage.at("https://ov.example/", async (tab) => {
        const [seen] = await until("it is told", async () =>
          /** @type {any} */ (await evidence(stage.browser, tab)).connection.certificates.seen);
        leaf = seen.der;
      });
      await memory("know", "shop.example");
      await stage.at("https://shop.example/", async (tab) => {
        await until("it is kept", kept);
        assert.ok(!changed(await report(stage.browser, tab)));
      });
      // As if it had shown another then.
      await stage.browser.inExtension(`await browser.storage.local.set({ "certificate:shop.example": { at: 0, now: { leaf: values[0] } } });`, leaf);
      for (const visit of ["the first", "the next"]) {
        await stage.at("https://shop.example/", async (tab) => void (await reported(stage.browser, tab, changed, `${visit} time that it changed`)));
      }
      await memory("forget", "shop.example");
      assert.ok(!(await kept()));
    }),
  { only: "firefox" },
);
