/** Journeys of several steps: what was true at one is said of no other. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, reported, toolbar } from "./browser.mjs";
import { until } from "./until.mjs";
import { guarded, words } from "./warned.mjs";
import { plain } from "./words.mjs";

const CARD = `<label>Card number <input id="number" autocomplete="cc-number"></label><label>CVC <input autocomplete="cc-csc"></label>`;
const OPEN = `<form method="post" action="http://collector.example/">${CARD}</form>`;
const AWAY = `<form method="post" action="https://collector.example/"><label>Password <input id="password" type="password"></label></form>`;

both("a journey", (stage) => {
  const calm = (/** @type {any} */ tab) => reported(stage.browser, tab, ({ headline }) => headline.state === "go");
  const put = (/** @type {any} */ tab, /** @type {string} */ html) => tab.evaluate(`document.body.innerHTML = values[0];`, html);

  test("a frame of a page that the browser had kept is still judged", () =>
    stage.at("https://article.example/", async (tab) => {
      await calm(tab);
      await tab.evaluate(`const f = document.createElement("iframe"); f.srcdoc = values[0]; document.body.prepend(f);`, OPEN);
      await guarded(stage, tab);
      await tab.go("https://shop.example/");
      // The frame came from a script: it is there only if the page was kept.
      await tab.back();
      await reported(stage.browser, tab, ({ guards }) => guards[0]?.state === "stop");
    }));

  test("a frame that asks only after the page came back is warned in", () =>
    stage.at("https://article.example/", async (tab) => {
      await calm(tab);
      await tab.evaluate(`const f = document.createElement("iframe"); f.src = "/"; document.body.prepend(f);`);
      await until("the frame is there", async () =>
        /** @type {any} */ (await evidence(stage.browser, tab)).frames[1]?.url === "https://article.example/");
      await tab.go("https://shop.example/");
      await tab.back();
      await tab.evaluate(`document.querySelector("iframe").contentDocument.body.innerHTML = values[0];`, OPEN);
      await guarded(stage, tab);
    }));

  for (const [how, html] of /** @type {const} */ ([
    ["a popover", `<button id="b" popovertarget="p">Sign in</button><div id="p" popover>${AWAY}</div>`],
    ["a target", `<style>#p{display:none}#p:target{display:block}</style><a id="b" href="#p">Sign in</a><div id="p">${AWAY}</div>`],
    ["a ticked box", `<style>#p{display:none}#b:checked~#p{display:block}</style><input type="checkbox" id="b"><div id="p">${AWAY}</div>`],
    ["its frame", `<div id="b" style="width:9px;height:9px" onclick="p.style.display='block'"></div><div id="p" style="display:none"><iframe srcdoc='${AWAY}'></iframe></div>`],
  ])) {
    test(`what is shown by ${how} is asked for once the popup is opened`, () =>
      stage.at("https://article.example/", async (tab) => {
        await calm(tab);
        await put(tab, html);
        await guarded(stage, tab);
        await tab.click("#b");
        const popup = await tab.popup();
        await reported(stage.browser, tab, ({ advice }) => advice[1].asked);
        await popup.close();
      }));
  }

  test("the toolbar lets go of a frame that is gone", () =>
    stage.at("https://article.example/", async (tab) => {
      await calm(tab);
      await put(tab, `<p>Pay</p><iframe srcdoc='${AWAY}'></iframe>`);
      await until("the toolbar warns", async () => (await toolbar(stage.browser, tab)).title.includes("Check"));
      await tab.evaluate(`document.querySelector("iframe").remove();`);
      await until("the toolbar says go", async () => (await toolbar(stage.browser, tab)).title.includes("Go ahead"));
    }));

  test("the popup vouches for no warning that nobody can see", () =>
    stage.at("https://article.example/", async (tab) => {
      await calm(tab);
      await put(tab, `<p>Your order is locked: call us.</p><div style="display:none">${AWAY}</div>`);
      await guarded(stage, tab);
      await until("the guard was told", () =>
        stage.browser.inExtension(
          `const { browser } = await import("/browser.js");
           const all = Object.values(await browser.storage.session.get());
           return all.some(({ guarded }) => Object.values(guarded ?? {}).some((said) => said !== "[]"));`,
        ));
      const vouches = async () => {
        const popup = await tab.popup();
        await popup.close();
        return plain(popup.text).includes(words("warning_is_ours"));
      };
      assert.equal(await vouches(), false);
      await tab.evaluate(`document.querySelector("div").style.display = "block";`);
      await reported(stage.browser, tab, ({ advice }) => advice[1].asked);
      assert.equal(await vouches(), true);
    }));

  test("a form beside a processor's frame is not called the processor's", () =>
    stage.at("https://article.example/", async (tab) => {
      await calm(tab);
      await put(tab, `<iframe src="https://js.stripe.com/v3/elements-inner-card.html"></iframe><form id="payment-form">${CARD}</form>`);
      const { headline } = await reported(stage.browser, tab, ({ receivers }) => receivers.length > 1);
      assert.notEqual(headline.why.key, "go_pay_elsewhere");
    }));
});
