/** Of a private window nothing is kept: not in the store that lasts, and in no store once it is closed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { reported, toolbar } from "./browser.mjs";
import { until } from "./until.mjs";
import { goOn, guarded, marked, warned, waveAway, words } from "./warned.mjs";

const LOCAL = "http://printer.local/signin/";

both(
  "a private window",
  (stage) => {
    /** @returns {Promise<{ local: { [key: string]: unknown }, session: { [key: string]: unknown } }>} */
    const stored = () =>
      stage.browser.inExtension(
        `const { local, session } = (globalThis.browser ?? chrome).storage;
         return { local: await local.get(), session: await session.get() };`,
      );

    test("is warned as any other, and leaves nothing behind", async () => {
      const before = await stored();
      await stage.at(
        "http://plain.example/signin/",
        async (tab) => {
          await guarded(stage, tab);
          await tab.click("#password");
          await warned(tab);
          await waveAway(tab);
          await tab.go(LOCAL);
          await marked(stage, tab);
          await tab.click("#password");
          await warned(tab, words("guard_mute"));
          await goOn(tab, words("guard_mute"));
          await until("it is silent here", async () => (await tab.warning()) === null);
          // What was said here holds here alone.
          await stage.at(LOCAL, async (other) => void (await marked(stage, other)));
          await tab.go("https://wrongname.example/signin/", { proceed: true });
          await reported(stage.browser, tab, ({ headline }) => headline.state === "stop");
          const popup = await tab.popup();
          // Chromium would open it in an ordinary window.
          assert.equal(await popup.count("[data-act=full]"), stage.browser.name === "chromium" ? 0 : 2);
          await popup.close();
          assert.deepEqual((await stored()).local, before.local);
          assert.match(JSON.stringify((await stored()).session), /wrongname/, "for as long as it is open");
        },
        { inPrivate: true },
      );
      await until("nothing is left", async () => {
        const { session } = await stored();
        return !/plain\.example|printer|wrongname/.test(JSON.stringify(session));
      });
      assert.deepEqual((await stored()).local, before.local);
    });
  },
  { inPrivate: true },
);

both(
  "a private window beside another",
  (stage) =>
    test("is told of a certificate error that was gone past there", () =>
      stage.at(
        "https://wrongname.example/signin/",
        async (tab) => {
          await reported(stage.browser, tab, ({ headline }) => headline.decidedBy === "line_error_overridden");
          await stage.at(
            "https://wrongname.example/signin/",
            async (other) =>
              void (await reported(stage.browser, other, ({ headline }) => headline.decidedBy === "line_error_overridden")),
            { inPrivate: true },
          );
        },
        { proceed: true },
      )),
  { inPrivate: true, only: "chromium" },
);

both(
  "a link in a private window",
  (stage) =>
    test("is checked in the popup, and opened in the same window", () =>
      stage.at(
        "https://article.example/",
        async (tab) => {
          const tabs = () =>
            stage.browser.inExtension(`return (await chrome.tabs.query({})).map(({ url, incognito }) => url + " " + incognito).sort();`);
          const before = await tabs();
          await stage.browser.inExtension(
            `const { checkLink } = await import("/link.js");
             const tab = await chrome.tabs.get(values[0]);
             await chrome.windows.update(tab.windowId, { focused: true });
             await checkLink({ menuItemId: "check-link", linkUrl: values[1] }, tab);`,
            tab.id,
            "https://honest.example/",
          );
          const inPopup = (/** @type {string} */ source) =>
            until(source, () => stage.browser.inExtension(
              `const [{ document }] = chrome.extension.getViews({ type: "popup" });
               return ${source};`));
          await inPopup(`document.querySelector("h1").textContent === ${JSON.stringify(words("link_first_unknown"))}`);
          assert.deepEqual(await tabs(), before, "no page of ours");
          await inPopup(`!document.querySelector("[data-act=open]").click()`);
          await until("it is opened there", async () =>
            (await tabs()).includes("https://honest.example/ true"));
          assert.equal((await toolbar(stage.browser, tab)).popup.split("/").at(-1), "popup.html", "the next one is the page's again");
        },
        { inPrivate: true },
      )),
  { inPrivate: true, only: "chromium" },
);
