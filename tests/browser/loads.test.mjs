/** Documents that come in unusual ways, or never to their end: they ask for something all the same. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, report, reported } from "./browser.mjs";
import { until } from "./until.mjs";
import { marked, twoSeconds, warned, waveAway, words } from "./warned.mjs";

/** @typedef {import("./browser.mjs").Tab} Tab */

const CARD = `<form action="https://collector.example/" method="post"><label>Card number <input autocomplete="cc-number"></label>
  <label>Security code <input autocomplete="cc-csc"></label></form>`;

both("an unusual load", (stage) => {
  /** @param {Tab} tab */
  const asksForACard = (tab) =>
    reported(stage.browser, tab, ({ findings }) =>
      findings.some((/** @type {{ id: string }} */ { id }) => id === "form_card_to_unknown"));

  test("a frame that is never complete is looked at, and warned in", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(`
        const frame = document.createElement("iframe");
        frame.src = "/unfinished/";
        document.body.prepend(frame);`);
      await asksForACard(tab);
      await marked(stage, tab);
    }));

  test("a frame that waits for its page is looked at, and warned in", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(
        `const frame = document.createElement("iframe");
         frame.src = "/never/";
         document.body.prepend(frame);
         frame.contentDocument.body.innerHTML = values[0];`,
        CARD,
      );
      await asksForACard(tab);
      await marked(stage, tab);
    }));

  for (const [how, source] of [
    ["a blob", `URL.createObjectURL(new Blob([values[0]], { type: "text/html" }))`],
    ["a script", `"javascript:" + JSON.stringify(values[0])`],
  ]) {
    test(`a frame that is made of ${how} is looked at, as long as it is there`, () =>
      stage.at("https://article.example/", async (tab) => {
        await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
        await tab.evaluate(
          `const frame = document.createElement("iframe");
           frame.src = ${source};
           document.body.prepend(frame);`,
          CARD,
        );
        await asksForACard(tab);
        await tab.evaluate(`document.querySelector("iframe").remove(); document.body.append(document.createElement("input"));`);
        await reported(stage.browser, tab, ({ advice }) => !advice[2].asked);
      }));
  }

  test("a page that is a blob is judged by who made it", () =>
    stage.at("https://paypa1.example/signin/", async (tab) => {
      await reported(stage.browser, tab, ({ findings }) => findings.length > 0);
      await tab.evaluate(
        `const page = document.createElement("a");
         page.href = URL.createObjectURL(new Blob([values[0]], { type: "text/html" }));
         page.click();`,
        "<!doctype html><title>Sign in</title><form><input id=password type=password></form>",
      );
      await until("the blob is there", async () => (await tab.url()).startsWith("blob:"));
      await marked(stage, tab);
      await tab.click("#password");
      await warned(tab);
    }));

  test("what the page before asked for in the open is not this page's", () =>
    stage.at("http://plain.example/", async (tab) => {
      await tab.evaluate(
        `addEventListener("pagehide", () => fetch("/cart/", { keepalive: true }));
         setTimeout(() => (location = "https://shop.example/signin/"));`,
      );
      await until("it was asked for", async () =>
        stage.world.asked.some(({ host, path, scheme }) => host === "plain.example" && path === "/cart/" && scheme === "http"));
      const { connection } = await until("the page after it is looked at", async () => {
        const seen = /** @type {any} */ (await evidence(stage.browser, tab));
        return seen.page.url === "https://shop.example/signin/" && seen.frames[0]?.fields?.length && seen;
      });
      assert.deepEqual(connection.insecureLoads, []);
    }));

  test("a page that answers has not failed, whatever another load of its address did", () =>
    stage.at("http://plain.example/signin/", async (tab) => {
      await marked(stage, tab);
      await stage.browser.inExtension(
        `const { changeDocument } = await import("/tabs.js");
         const top = await (globalThis.browser ?? chrome).webNavigation.getFrame({ tabId: values[0], frameId: 0 });
         await changeDocument(values[0], top.documentId, (shown) => void (shown.load = "failed"));`,
        tab.id,
      );
      const { guards } = await report(stage.browser, tab);
      assert.equal(guards[0]?.state, "stop");
    }));

  test("a certificate error that was gone past is remembered where the answer led on", () =>
    stage.at(
      "https://wrongname.example/on",
      async (tab) => {
        assert.ok((await tab.url()).startsWith("https://shop.example/"));
        await tab.go("https://wrongname.example/signin/");
        await reported(stage.browser, tab, ({ headline }) => headline.decidedBy === "line_error_overridden");
      },
      { proceed: true },
    ));

  test("whoever went past one reason is told of another", () =>
    stage.at("https://elsewhere.example/signin/", async (tab) => {
      await marked(stage, tab);
      await tab.click("#password");
      await warned(tab, words("first_elsewhere_sign_in"));
      await waveAway(tab);
      await tab.evaluate(`document.body.innerHTML = values[0];`, CARD.replace("<input", `<input id="number"`));
      await asksForACard(tab);
      await marked(stage, tab);
      await tab.click("#number");
      await warned(tab, words("first_elsewhere_pay"));
    }));
});

both(
  "a page that the browser keeps to itself",
  (stage) =>
    test("is told as one, though its address looks like any other", () =>
      stage.at("https://article.example/data.json", async (tab) => {
        await until("it counts as closed", async () =>
          /** @type {any} */ (await evidence(stage.browser, tab)).page.load === "closed");
      })),
  { only: "firefox" },
);

both(
  "what only Chromium does",
  (stage) => {
    test("a document in its viewer is no page that asks for nothing", () =>
      stage.at("https://article.example/fee.pdf", async (tab) => {
        const looked = () =>
          stage.browser.inExtension(
            `// Behind what our script has put in line.
             const func = () => globalThis.trustIndicator && new Promise((done) => setTimeout(() => requestIdleCallback(() => done(true))));
             return (await chrome.scripting.executeScript({ target: { tabId: values[0] }, func }))[0].result;`,
            tab.id,
          );
        await until("our script has looked", looked);
        assert.equal((await report(stage.browser, tab)).headline.state, "unknown");
      }));

    test("what a page writes over a document in its viewer is looked at", () =>
      stage.at("https://article.example/", async (tab) => {
        await tab.evaluate(
          `const frame = document.body.appendChild(document.createElement("iframe"));
           frame.onload = () => (frame.contentDocument.documentElement.innerHTML = values[0]);
           frame.src = "/fee.pdf";`,
          CARD,
        );
        await reported(stage.browser, tab, ({ headline, guards }) => headline.state === "check" && guards.length > 0);
      }));

    test("a window that waits for its page is not the browser's own", () =>
      stage.at("https://article.example/", async (tab) => {
        const before = /** @type {number[]} */ (await stage.browser.inExtension("return (await chrome.tabs.query({})).map(({ id }) => id);"));
        await tab.evaluate("window.opened = open('/never/'); window.opened.document.write(values[0]);", CARD);
        const id = await until("it is open", async () => (await stage.browser.inExtension(
          "return (await chrome.tabs.query({})).map(({ id }) => id).find((id) => !values[0].includes(id));",
          before,
        )));
        const opened = /** @type {Tab} */ ({ id });
        assert.equal(/** @type {any} */ (await evidence(stage.browser, opened)).page.load, "notWatched");
        assert.equal((await report(stage.browser, opened)).headline.state, "unknown");
        await tab.evaluate("window.opened.close();");
      }));

    test("an answer by http goes past no certificate error", () =>
      stage.at("https://article.example/", async (tab) => {
        await assert.rejects(tab.go("https://expired.example/signin/"));
        await tab.go("http://expired.example/signin/");
        await until("it is told of", async () =>
          /** @type {any} */ (await evidence(stage.browser, tab)).page.url.startsWith("http://expired.example/"));
        const past = await stage.browser.inExtension(
          `const { overrides } = await import("/memory.js");
           return [...(await overrides(false)).keys()];`,
        );
        assert.deepEqual(past, []);
      }));
  },
  { only: "chromium" },
);

both(
  "a tab that the browser unloaded",
  (stage) =>
    test("is judged as before when it is restored", () =>
      stage.at(
        "https://wrongname.example/signin/",
        async (tab) => {
          const decides = (/** @type {any} */ { headline }) => headline.decidedBy === "line_error_overridden";
          await reported(stage.browser, tab, decides);
          await stage.at("https://article.example/", async (other) => {
            // Until then the browser has not yet kept how it would restore the tab.
            await twoSeconds(other);
            await stage.browser.inExtension(`await browser.tabs.discard(values[0]);`, tab.id);
            // It comes back where somebody sees it, and a page that nobody sees is not looked at.
            await until("the page is back", async () => (await tab.url()).startsWith("https:"));
            await until("the field is marked", async () => (await tab.warning())?.marks.length);
          });
          await reported(stage.browser, tab, decides);
        },
        { proceed: true },
      )),
  { only: "firefox" },
);
