/** What must hold in a real browser, by the numbers of “What never changes” in CONTRIBUTING. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, report, reported, toolbar } from "./browser.mjs";
import { until } from "./until.mjs";

const SIGN_IN = "https://shop.example/signin/";
/** The browsers ask their makers for this and that, whatever extension they have. */
const MAKERS = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox)\.(com|org|net)$/;
const asksPassword = (/** @type {any} */ { advice }) => advice[1].asked;

both("invariants", (stage) => {
  test("2: a page that was open before is unknown, never good", () =>
    stage.at(SIGN_IN, async (tab) => {
      await reported(stage.browser, tab, asksPassword);
      await stage.browser.inExtension("await (globalThis.browser ?? chrome).storage.session.clear();");
      const { advice, answers } = await report(stage.browser, tab);
      assert.deepEqual(answers.map((/** @type {any} */ answer) => answer.state === "good"), [false, false, false]);
      assert.ok(advice.every((/** @type {any} */ row) => row.advice !== "go"), JSON.stringify(advice));
    }),
  );

  /** The browser asks once for each host. @param {string} host @param {(tab: import("./browser.mjs").Tab) => Promise<void>} then */
  const pastError = async (host, then) => {
    const tab = await stage.browser.open(`https://${host}/signin/`, { proceed: true });
    try {
      await reported(stage.browser, tab, ({ headline }) => headline.decidedBy === "line_error_overridden");
      await then(tab);
    } finally {
      await tab.close();
    }
  };

  test("2: a page past a certificate error stays one when the extension is started anew", () =>
    pastError("wrongname.example", async (tab) => {
      await stage.browser.inExtension("await (globalThis.browser ?? chrome).storage.session.clear();");
      assert.equal((await report(stage.browser, tab)).headline.decidedBy, "line_error_overridden");
    }),
  );

  for (const [what, host, html, finding] of [
    ["part of a page", "expired.example", `<iframe src="https://expired.example/signin/"></iframe>`, "form_frame_not_encrypted"],
    ["form", "selfsigned.example", `<form method="post" action="https://selfsigned.example/"><input type="password"></form>`, "form_not_encrypted"],
  ]) {
    test(`2: what lies past a certificate error is open to a ${what}, too`, () =>
      pastError(host, () =>
        stage.at("https://shop.example/", async (tab) => {
          await tab.evaluate("document.body.insertAdjacentHTML('beforeend', values[0]);", html);
          await reported(stage.browser, tab, ({ findings, headline }) =>
            headline.state === "stop" && findings.some((/** @type {any} */ { id }) => id === finding), finding);
        })),
    );
  }

  test("2: a certificate error that was gone past is not forgotten with the rest", async () => {
    const kept = await stage.browser.inExtension(
      `const { clear, know, knownSites, overrideOf, rememberOverride } = await import("/memory.js");
       await know("shop.example");
       await rememberOverride("expired.example", "date", false);
       await clear();
       const kept = [await knownSites(), await overrideOf("expired.example", false)];
       await rememberOverride("expired.example", undefined, false);
       return kept;`,
    );
    assert.deepEqual(kept, [[], "date"]);
  });

  test("7: no request of our own", async () => {
    const visited = new Set(["shop.example", "js.stripe.com", "plain.example"]);
    const from = stage.world.asked.length;
    await stage.at("https://shop.example/checkout/", async (tab) => {
      await reported(stage.browser, tab, ({ advice }) => advice[2].asked);
      await (await tab.popup()).close();
    });
    await stage.at("http://plain.example/signin/", async (tab) => {
      await reported(stage.browser, tab, ({ guards }) => guards.length > 0);
      await tab.click("#password");
      await until("the warning is there", async () => (await tab.warning())?.card);
    });
    // Nor could a page of ours.
    const source = "return fetch(values[0]).then(() => true, () => false);";
    assert.equal(await stage.browser.inExtension(source, "https://shop.example/cart/"), false);
    const asked = stage.world.asked.slice(from).filter(({ host }) => !MAKERS.test(host));
    assert.ok(asked.length > 4, "the pages were asked for");
    assert.deepEqual(asked.filter(({ host }) => !visited.has(host)), [], "neither a page visited nor the browser's maker");
    // Each document once: nobody fetched a page a second time to look at it.
    const documents = asked.filter(({ path }) => path.endsWith("/") || path.endsWith(".html"));
    assert.deepEqual(documents.map(({ host, path }) => host + path).sort(), [
      "js.stripe.com/v3/elements-inner-card.html",
      "plain.example/signin/",
      "shop.example/checkout/",
    ]);
  });

  test("8: no WebAssembly in page frames", () =>
    stage.at("http://plain.example/signin/", async (tab) => {
      await reported(stage.browser, tab, ({ guards }) => guards.length > 0);
      await tab.click("#password");
      await until("the warning is there", async () => (await tab.warning())?.card);
      const loaded = await tab.evaluate("return performance.getEntriesByType('resource').map(({ name }) => name)");
      assert.deepEqual(loaded.filter((/** @type {string} */ name) => /wasm|-extension:/.test(name)), []);
    }),
  );

  test("9: a killed background wakes for the next page", () =>
    stage.at("https://article.example/", async (tab) => {
      await stage.browser.stopBackground();
      await tab.go("http://plain.example/signin/");
      const { headline } = await reported(stage.browser, tab, ({ guards }) => guards.length > 0);
      assert.equal(headline.state, "stop");
      await until("the toolbar says it", async () => /Do not type/.test((await toolbar(stage.browser, tab)).title));
    }),
  );

  test("10: a page can neither forge a message nor read one", () =>
    stage.at("http://hostile.example/messages/", async (tab) => {
      const { headline } = await reported(stage.browser, tab, ({ guards }) => guards.length > 0);
      assert.equal(headline.state, "stop");
      await tab.click("#password");
      await until("the warning is there", async () => (await tab.warning())?.card);
      const { reach, heard, forged } = await tab.evaluate("return { reach, heard, forged: window.forged.map((message) => JSON.stringify(message)) }");
      assert.deepEqual({ reach, heard }, { reach: "undefined", heard: forged });
      assert.equal(await tab.evaluate("return typeof globalThis.chrome?.runtime?.sendMessage"), "undefined");
      // What is forged has no fields.
      assert.equal(/** @type {any} */ (await evidence(stage.browser, tab)).frames[0].fields.length, 2);
    }),
  );
});

both("loads", (stage) => {
  test("back to a page that the browser had kept", () =>
    stage.at("http://plain.example/signin/", async (tab) => {
      await reported(stage.browser, tab, asksPassword);
      await tab.go("https://article.example/");
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.back();
      const { headline } = await reported(stage.browser, tab, asksPassword);
      assert.equal(headline.state, "stop");
    }),
  );

  test("a page made by the site's service worker counts as watched", () =>
    stage.at("https://offline.example/", async (tab) => {
      await until("the worker is ready", () => tab.evaluate("return document.getElementById('state').textContent === 'Ready' && !!navigator.serviceWorker.controller"));
      // By a redirect, too, of which no event tells. The page goes there by itself: puppeteer may wait for ever
      // to hear from the network of an answer that never came over it.
      for (const path of ["signin", "account"]) {
        await tab.evaluate("location.assign(values[0])", `/${path}/`);
        await until("the worker's page is there", async () => (await tab.url()) === "https://offline.example/signin/");
        await reported(stage.browser, tab, (said) => asksPassword(said) && said.answers[0].state === "good");
        assert.equal((await evidence(stage.browser, tab)).page.load, "watched");
        await tab.go("https://offline.example/");
      }
    }),
  );

  test("a field in an open shadow root is seen, whatever holds it", () =>
    stage.at("https://spa.example/", async (tab) => {
      const hosts = ["<x-pay><i>Pay</i></x-pay>", "<div> </div>", "<div></div>", "<span></span>", "<section><p>Pay</p></section>"];
      await tab.evaluate(
        `for (const host of values[0]) {
          document.body.insertAdjacentHTML("beforeend", host);
          document.body.lastElementChild.attachShadow({ mode: "open" }).innerHTML = "<input type=password>";
        }`,
        hosts,
      );
      const seen = async () => (await evidence(stage.browser, tab)).frames[0]?.fields.length;
      await until("each field is told", async () => (await seen()) === hosts.length);
    }),
  );

  test("an address that changes without a load is looked at again", () =>
    stage.at("https://spa.example/", async (tab) => {
      await reported(stage.browser, tab, ({ advice }) => !advice[1].asked && advice[0].advice === "go");
      await tab.click("a[href='/signin']");
      await reported(stage.browser, tab, asksPassword);
      assert.equal((await evidence(stage.browser, tab)).page.url, "https://spa.example/signin");
    }),
  );

  test("two loads in one tab do not mix", () =>
    stage.at("http://plain.example/signin/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "stop");
      await tab.go(SIGN_IN);
      const { headline } = await reported(stage.browser, tab, asksPassword);
      assert.equal(headline.state, "go");
    }),
  );
});

both(
  "flag off",
  (stage) => {
    test("no certificate, and it says so; https is not called insecure", () =>
      stage.at(SIGN_IN, async (tab) => {
        const { answers, headline } = await reported(stage.browser, tab, asksPassword);
        const { connection } = await evidence(stage.browser, tab);
        assert.equal(connection.certificates, "unknown");
        assert.deepEqual(answers.map((/** @type {any} */ answer) => answer.state), ["good", "good", "good"]);
        assert.equal(answers[1].decidedBy, "browser_checked_name");
        assert.equal(headline.state, "go");
      }),
    );
  },
  { only: "chromium" },
);

both(
  "flag on",
  (stage) => {
    test("the certificate is read", () =>
      stage.at(SIGN_IN, async (tab) => {
        const { answers } = await reported(stage.browser, tab, asksPassword);
        const { connection } = await evidence(stage.browser, tab);
        assert.equal(connection.certificates.seen.length, 1);
        assert.deepEqual(connection.state, { seen: "secure" });
        assert.equal(answers[1].decidedBy, "certificate_name_checked");
      }),
    );

    test("ten thousand names do not freeze it", () =>
      stage.at("https://tenthousand.example/signin/", async (tab) => {
        await reported(stage.browser, tab, asksPassword);
        const popup = await tab.popup();
        assert.notEqual(popup.first, "");
        await popup.close();
      }),
    );
  },
  { only: "chromium", flag: true },
);
