/** The real popup, opened as a person opens it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { report, reported } from "./browser.mjs";
import { until } from "./until.mjs";
import { words } from "./warned.mjs";
import { plain, said } from "./words.mjs";

both("popup", (stage) => {
  for (const [what, url, state] of [
    ["says go on a good sign-in", "https://shop.example/signin/", "go"],
    ["says stop on a sign-in over http", "http://plain.example/signin/", "stop"],
    ["says what a calm page asks for", "https://article.example/", "go"],
  ]) {
    test(what ?? "", () =>
      stage.at(url ?? "", async (tab) => {
        const { headline, answers } = await reported(stage.browser, tab, ({ headline, answers }) =>
          headline.state === state && answers.every((/** @type {any} */ answer) => answer.state !== "unknown" || url?.startsWith("http:")),
        );
        const popup = await tab.popup();
        try {
          assert.equal(plain(popup.first), said(headline.first));
          assert.ok(plain(popup.text).includes(said(headline.why)), "the reason is there");
          // The third answer is painted: the way from the person to who receives it.
          // The line's own answer stands there in short.
          for (const { tell } of answers.slice(1, 2)) assert.ok(plain(popup.text).includes(said(tell)), said(tell));
          assert.match(popup.language, /^en/);
          // Painted, not markup: nothing of a page or certificate becomes an element that runs or loads.
          assert.equal(await popup.count("body script, body iframe, body img[src^='http'], body link"), 0);
        } finally {
          await popup.close();
        }
      }),
    );
  }

  test("the browser grants the keys that open it", async () => {
    const keys = await stage.browser.inExtension(
      `const { browser } = await import("/browser.js");
       return (await browser.commands.getAll()).map(({ shortcut }) => shortcut);`,
    );
    // What the welcome page says, in every language.
    assert.deepEqual(keys, ["Alt+Shift+K"]);
  });

  test("says once what it takes to see a certificate that Chromium keeps to itself", () =>
    stage.at("https://shop.example/", async (tab) => {
      const { browser } = stage;
      await reported(browser, tab, ({ headline }) => headline.state === "go");
      const look = async () => {
        const popup = await tab.popup();
        const seen = [await popup.count("#certificate .steps li"), await popup.count("#certificate .steps ~ .aside")];
        await popup.open("#certificate");
        if (browser.name === "chromium") {
          await until("it is kept that they were shown", () =>
            browser.inExtension(
              `const { browser } = await import("/browser.js");
               return (await browser.storage.local.get("toldCertificateWays")).toldCertificateWays === true;`,
            ),
          );
        }
        await popup.close();
        return seen;
      };
      const chromium = browser.name === "chromium";
      assert.deepEqual(await look(), chromium ? [3, 2] : [0, 0]);
      // The browser's own way stays.
      assert.deepEqual(await look(), chromium ? [3, 0] : [0, 0]);
    }),
  );

  test("keeps a site that the person knows as addresses have its name", async () => {
    const kept = await stage.browser.inExtension(
      `const { act } = await import("/acts.js");
       const { knownSites } = await import("/memory.js");
       const button = document.createElement("button");
       button.setAttribute("data-site", values[0]);
       const after = async (name) => (await act(name, button, { tab: 0, evidence: {} }), knownSites());
       return [await after("know"), await after("forget")];`,
      "grüne-möbel.example",
    );
    assert.deepEqual(kept, [["xn--grne-mbel-57a5d.example"], []]);
  });

  test("follows the page behind it", () =>
    stage.at("https://shop.example/signin/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      const popup = await tab.popup();
      try {
        assert.equal(await popup.count(".answer[data-state=go]"), 1);
        await popup.press("#seen > summary");
        assert.equal(await popup.count("[role=status]:empty"), 1);
        await tab.evaluate("location.href = values[0];", "http://plain.example/signin/");
        await until("it says stop", async () => (await popup.count(".answer[data-state=stop]")) === 1);
        await until("what was opened stays open", async () => (await popup.count("#seen[open]")) === 1);
        await until("the focus stays there", async () => (await popup.count("#seen > summary:focus")) === 1);
        assert.equal(await popup.count("[role=status]:not(:empty)"), 1, "it is read out");
      } finally {
        await popup.close();
      }
    }),
  );

  test("keeps the focus where something was chosen", () =>
    stage.at("https://paypa1.example/signin/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "stop");
      const popup = await tab.popup();
      try {
        for (const [act, instead] of [["know", "forget"], ["forget", "know"]]) {
          await popup.press(`[data-act=${act}]`);
          await until(`after ${act}`, async () => (await popup.count(`[data-act=${instead}]:focus`)) === 1);
        }
      } finally {
        await popup.close();
      }
    }),
  );

  test("as a page does nothing to another page than its own", () =>
    stage.at("https://shop.example/", async (tab) => {
      await tab.go("http://plain.example/signin/");
      await reported(stage.browser, tab, ({ headline }) => headline.state === "stop");
      const origin = await stage.browser.inExtension("return location.origin;");
      await stage.at(`${origin}/popup.html?tab=${tab.id}`, async (full) => {
        const says = (/** @type {string} */ what) =>
          until(`the report says ${what}`, () => full.evaluate("return !!document.querySelector(values[0]);", what));
        await says("[data-act=leave]");
        await tab.go("https://honest.example/signin/");
        await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
        // It stands behind the other.
        await stage.browser.inExtension("await (globalThis.browser ?? chrome).tabs.update(values[0], { active: true });", full.id);
        await full.click("[data-act=leave]");
        await says(".answer[data-state=go]");
        assert.equal(await tab.url(), "https://honest.example/signin/");
        const gone = await stage.browser.open("https://shop.example/");
        await gone.close();
        await full.go(`${origin}/popup.html?tab=${gone.id}`);
        await until("it says that the tab is closed", () =>
          full.evaluate("return document.querySelector('h1')?.textContent === values[0];", words("empty_gone_first")));
      });
    }),
  );

  test("can be asked before the page was looked at", () =>
    stage.at("https://busy.example/", async (tab) => {
      const popup = await tab.popup();
      assert.notEqual(popup.first, "");
      await popup.close();
      assert.ok(await report(stage.browser, tab));
    }),
  );
});
