/**
 * A sign-in that a server asks for by HTTP, in the browser's own window. Neither browser lets a test look while that
 * stands there: what the background keeps then is put in its place.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { looked, reported } from "./browser.mjs";
import { until } from "./until.mjs";

const SHOP = "https://shop.example/";

both("the browser's window for a sign-in", (stage) => {
  for (const [url, why] of [["http://members.example/", "basic_sign_in_open"], ["https://paypa1.example/", "address_lookalike"]]) {
    test(`is judged before anything is typed: ${url}`, () =>
      stage.at(SHOP, async (tab) => {
        await looked(stage.browser, tab, SHOP);
        await stage.browser.inExtension(
          `const { changeTab } = await import("/tabs.js");
           const [id, url] = values, authentications = [{ url, scheme: "basic", proxy: false }];
           await changeTab(id, (tab) => {
             tab.navigating = url;
             tab.pending.asked = { at: 0, url, redirects: [], connection: null, authentications, asks: true };
           });`,
          tab.id,
          url,
        );
        const said = await reported(stage.browser, tab, ({ headline }) => headline.state === "stop");
        assert.equal(said.advice[1].asked, true);
        assert.ok(said.findings.some((/** @type {any} */ { id }) => id === why));
        await tab.go(`${SHOP}cart/`);
        assert.equal((await looked(stage.browser, tab, `${SHOP}cart/`)).connection.authentications.length, 0);
      }),
    );
  }
});

// Firefox tells of an error with the answer that asks; Chromium told of it before.
both("the browser's window past a certificate error", (stage) => {
  test("is a stop before anything is typed", async () => {
    const url = "https://expired.example/";
    const remembered = () => stage.browser.inExtension(
      `return (await (await import("/memory.js")).overrideOf("expired.example", false)) !== undefined;`);
    await stage.at(url, () => until("it is remembered", remembered), { proceed: true });
    await stage.at(SHOP, async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await stage.browser.inExtension(
        `const [tabId, url] = values;
         await (await import("/tabs.js")).changeTab(tabId, (tab) => void (tab.navigating = url));
         const asks = { tabId, requestId: "asks", url, scheme: "basic", isProxy: false, type: "main_frame" };
         await (await import("/navigation.js")).asksForSignIn(asks);`,
        tab.id,
        url,
      );
      const { findings } = await reported(stage.browser, tab, ({ headline }) => headline.state === "stop");
      assert.ok(findings.some((/** @type {any} */ { id }) => id === "line_error_overridden"));
    });
  });
}, { only: "chromium" });
