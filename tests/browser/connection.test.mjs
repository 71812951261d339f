/** What the background sees of loads, in both browsers, and in Chromium with its flag on and off. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { evidence, launch, looked, reported } from "./browser.mjs";
import { until } from "./until.mjs";
import { twoSeconds } from "./warned.mjs";
import { startWorld, top } from "./world.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */
/** @typedef {import("./browser.mjs").Tab} Tab */

/** @type {import("./world.mjs").World} */
let world;
before(async () => void (world = await startWorld()));
after(() => world.stop());

for (const [label, name, flag] of /** @type {const} */ ([
  ["Chromium", "chromium", false],
  ["Chromium with its flag", "chromium", true],
  ["Firefox", "firefox", false],
])) {
  const told = name === "firefox" || flag;

  describe(`connections in ${label}`, () => {
    /** @type {Browser} */
    let browser;
    before(async () => void (browser = await launch(name, { world, flag })));
    after(() => browser?.close());

    /** @param {any} connection */
    const assertPrivate = (connection) => {
      assert.equal(connection.error, "absent");
      assert.deepEqual(connection.state, told ? { seen: "secure" } : "unknown");
      const certificates = connection.certificates.seen?.length;
      assert.equal(certificates, name === "firefox" ? 3 : flag ? 1 : undefined);
      if (!told) assert.equal(connection.certificates, "unknown");
      assert.equal(connection.wholeChain ?? false, name === "firefox");
      assert.deepEqual(connection.protocol ?? "unknown", name === "firefox" ? { seen: "TLSv1.3" } : "unknown");
    };

    test("a watched load over https", async () => {
      const tab = await browser.open("https://shop.example/signin/");
      const { page, connection, frames } = await looked(browser, tab, "https://shop.example/signin/");
      assert.equal(page.load, "watched");
      assert.deepEqual(page.redirects, []);
      assertPrivate(connection);
      assert.ok(frames[0].fields.some((/** @type {any} */ field) => field.type === "password"));
      await tab.close();
    });

    test("of redirects, the last hop counts and the others are kept", async () => {
      const tab = await browser.open("http://moved.example/");
      const up = await looked(browser, tab, "https://shop.example/");
      assert.deepEqual(up.page.redirects, ["http://moved.example/"]);
      assertPrivate(up.connection);
      await tab.go("https://moved.example/down/");
      const down = await looked(browser, tab, "http://plain.example/signin/");
      assert.deepEqual(down.page.redirects, ["https://moved.example/down/"]);
      assert.deepEqual(down.connection.state, { seen: "insecure" });
      assert.equal(down.connection.certificates, "absent");
      await tab.back();
      const back = await looked(browser, tab, "https://shop.example/");
      assert.equal(back.page.load, "watched");
      assertPrivate(back.connection);
      await tab.close();
    });

    test("a stopped background has lost nothing, and sees the next load", async () => {
      const tab = await browser.open("https://shop.example/signin/");
      const first = await looked(browser, tab, "https://shop.example/signin/");
      for (let round = 0; round < 3; round++) {
        await browser.stopBackground();
        assert.deepEqual(/** @type {any} */ (await evidence(browser, tab)).connection, first.connection);
        await tab.go(`https://shop.example/cart/?${round}`);
        const next = await looked(browser, tab, `https://shop.example/cart/?${round}`);
        assert.equal(next.page.load, "watched");
        assertPrivate(next.connection);
        await tab.go("https://shop.example/signin/");
        await looked(browser, tab, "https://shop.example/signin/");
      }
      await tab.close();
    });

    for (const [host, error] of [
      ["expired", "date"],
      ["wrongname", "name"],
      ["selfsigned", "trust"],
    ]) {
      test(`a certificate error that the person went past: ${host}`, async () => {
        const url = `https://${host}.example/`;
        const tab = await browser.open("about:blank");
        await tab.go(url).catch(() => undefined);
        await until("the load is seen to have failed", async () => {
          const { page } = /** @type {any} */ (await evidence(browser, tab));
          return page.url === url && page.load === "failed";
        });
        await tab.close();
        const past = await browser.open(url, { proceed: true });
        const first = await looked(browser, past, url);
        await past.go(`${url}signin/`);
        const next = await looked(browser, past, `${url}signin/`);
        for (const { page, connection } of [first, next]) {
          assert.equal(page.load, "watched");
          assert.deepEqual(connection.error, { seen: error });
          // The chain is not shown, at most the leaf.
          assert.equal(connection.wholeChain ?? false, false);
          assert.equal(connection.certificates.seen?.length, told ? 1 : undefined);
        }
        await past.close();
      });
    }

    for (const [url, stops] of /** @type {const} */ ([
      ["http://members.example/", true],
      ["https://clubhouse.example/", false],
    ])) {
      test(`a sign-in by HTTP at ${url}`, async () => {
        const tab = await browser.open(url, { signIn: { name: "ada", password: "not a secret" } });
        const { connection } = await looked(browser, tab, url);
        const [asked] = connection.authentications;
        assert.deepEqual([asked.scheme, asked.proxy, asked.url], ["basic", false, url]);
        const said = await reported(browser, tab, ({ findings }) => findings.length);
        const ids = said.findings.map((/** @type {any} */ { id }) => id);
        assert.equal(ids.includes("basic_sign_in_open"), stops);
        const [browse, signIn] = said.advice.map((/** @type {any} */ row) => row.asked && row.advice);
        assert.deepEqual([browse, signIn], stops ? ["check", "stop"] : ["go", "go"]);
        assert.equal(said.headline.state, stops ? "stop" : "go");
        await tab.close();
      });
    }

    test("frames are looked into", async () => {
      const tab = await browser.open("https://framed.example/checkout/");
      const { frames } = await until("the frame has answered", async () => {
        const seen = /** @type {any} */ (await evidence(browser, tab));
        return seen.frames.length === 2 && seen.frames[1].fields?.length && seen;
      });
      assert.equal(frames[0].id, 0);
      assert.equal(frames[1].parent, 0);
      assert.equal(frames[1].url, "https://cardbox.example/card.html");
      await tab.close();
    });

    test("a frame that holds nothing keeps silent, and speaks when it holds something", async () => {
      const tab = await browser.open("https://shop.example/");
      await looked(browser, tab, "https://shop.example/");
      await tab.evaluate(`document.body.appendChild(document.createElement("iframe")).srcdoc = "<p>Nothing</p>";`);
      const ours = () =>
        browser.inExtension(
          `const browser = globalThis.browser ?? chrome;
           const frame = (await browser.webNavigation.getAllFrames({ tabId: values[0] })).find(({ frameId }) => frameId !== 0);
           if (frame?.url !== "about:srcdoc") return null;
           const target = { tabId: values[0], frameIds: [frame.frameId] };
           const func = () => Boolean(globalThis.trustIndicator?.seals);
           const [{ result }] = await browser.scripting.executeScript({ target, func });
           const key = "facts:" + frame.documentId;
           return { there: result, told: key in (await browser.storage.session.get(key)) };`,
          tab.id,
        );
      await until("our script is in the frame", async () => (await ours())?.there);
      await twoSeconds(tab);
      const seen = async () => /** @type {any} */ (await evidence(browser, tab)).frames[1];
      assert.equal((await ours()).told, false);
      assert.equal((await seen()).looked, true);
      await tab.evaluate(`document.querySelector("iframe").contentDocument.body.innerHTML = "<input type=password>";`);
      await until("the field is told", async () => (await seen()).fields?.length === 1);
      assert.equal((await ours()).told, true);
      await tab.close();
    });

    test("a field in a frame that is no page of HTML is found", async () => {
      const tab = await browser.open("https://shop.example/");
      await looked(browser, tab, "https://shop.example/");
      await tab.evaluate(`document.body.appendChild(document.createElement("iframe")).src = "/drawn.svg";`);
      await until("the field is told", async () => (/** @type {any} */ (await evidence(browser, tab)).frames[1]?.fields?.length === 1));
      await tab.close();
    });

    test("what was seen of a tab goes with it", async () => {
      const tab = await browser.open("https://shop.example/");
      await looked(browser, tab, "https://shop.example/");
      const { id } = tab;
      await tab.close();
      await until("nothing of the tab is kept", () =>
        browser.inExtension(
          `const { browser } = await import("/browser.js");
           const stored = Object.entries(await browser.storage.session.get(null));
           return !stored.some(([key, value]) => key === "tab:" + values[0] || value.tab === values[0]);`,
          id,
        ),
      );
    });

    // Last: it ruins the core of the extension's page.
    test("a broken core is replaced once, and then nothing is judged", async () => {
      const said = await browser.inExtension(`
        const { assess } = await import("/core.js");
        const ruin = async (path) => new Uint8Array((await (await import(path)).default()).memory.buffer).fill(255);
        const evidence = { page: { url: "http://shop.example/", load: "watched" } };
        const said = [await assess(evidence)];
        await ruin("/core/trust_indicator.js");
        said.push(await assess(evidence));
        await ruin("/core/trust_indicator.js?spare");
        said.push(await assess(evidence));
        return said.map((report) => report && report.answers[0].state);`);
      assert.deepEqual(said, ["danger", "danger", null]);
    });
  });
}

describe("the second package for Chromium", () => {
  /** @type {Browser} */
  let browser;
  const extension = join(process.env.DIST ?? join(top, "dist"), "chromium-inspect");
  before(async () => void (browser = await launch("chromium", { world, extension })));
  after(() => browser?.close());

  for (const [url, protocol, suite, chain, error] of /** @type {const} */ ([
    ["https://shop.example/", "TLS 1.3", /^(AES|CHACHA)/, 3, "absent"],
    ["https://tls12.example/", "TLS 1.2", /^TLS_ECDHE_\w+_WITH_(AES|CHACHA)/, 3, "absent"],
    ["https://expired.example/", "TLS 1.3", /^(AES|CHACHA)/, 2, { seen: "date" }],
  ])) {
    test(`reads the certificate of ${url} on a click, twice`, async () => {
      const tab = await browser.open(url, { proceed: error !== "absent" });
      // Twice: it can only attach again where it let go.
      for (const _ of [1, 2]) {
        const done = await browser.inExtension(
          `const { browser } = await import("/browser.js");
           return browser.runtime.sendMessage({ kind: "inspect", tab: values[0] });`,
          tab.id,
        );
        assert.equal(done, true);
      }
      const { connection } = /** @type {any} */ (await evidence(browser, tab));
      assert.equal(connection.fresh, true);
      assert.equal(connection.certificates.seen.length, chain);
      assert.deepEqual(connection.protocol, { seen: protocol });
      assert.match(connection.cipherSuite.seen, suite);
      assert.deepEqual(connection.error, error);
      await tab.close();
    });
  }

  /** Asks the background to read; where nobody waits for its answer, at once. @param {Tab} tab @param {boolean} [waits] */
  const inspect = (tab, waits = true) =>
    browser.inExtension(
      `const { browser } = await import("/browser.js");
       const answer = browser.runtime.sendMessage({ kind: "inspect", tab: values[0] });
       return values[1] ? answer : void answer.catch(() => {});`,
      tab.id,
      waits,
    );

  /** Nobody is attached to a tab to which one can attach. @param {Tab} tab */
  const isFree = (tab) =>
    browser.inExtension(
      `const { browser } = await import("/browser.js");
       const page = { tabId: values[0] };
       const attached = await browser.debugger.attach(page, "1.3").then(() => true, () => false);
       if (attached) await browser.debugger.detach(page);
       return attached;`,
      tab.id,
    );

  /** Until the request of an inspection is under way, which is never answered. @param {Tab} tab */
  const underWay = async (tab) => {
    const requests = () => world.asked.filter(({ host, method }) => host === "silent.example" && method === "HEAD").length;
    const before = requests();
    await inspect(tab, false);
    await until("the inspection waits for the server", async () => requests() > before);
    assert.equal(await isFree(tab), false);
  };

  test("detaches where the server hangs up", async () => {
    const tab = await browser.open("https://rude.example/");
    assert.equal(await inspect(tab), false);
    assert.equal(await isFree(tab), true);
    assert.equal(/** @type {any} */ (await evidence(browser, tab)).connection.fresh, undefined);
    await tab.close();
  });

  test("detaches where it cannot even attach", async () => {
    const tab = await browser.open("https://shop.example/");
    await browser.inExtension(
      `const { browser } = await import("/browser.js");
       return browser.debugger.attach({ tabId: values[0] }, "1.3");`,
      tab.id,
    );
    assert.equal(await inspect(tab), false);
    assert.equal(await isFree(tab), true);
    assert.equal(await inspect(tab), true);
    await tab.close();
  });

  test("lets go of a tab that is closed, and reads the next one", async () => {
    const tab = await browser.open("https://silent.example/");
    await underWay(tab);
    await tab.close();
    const next = await browser.open("https://shop.example/");
    assert.equal(await inspect(next), true);
    assert.equal(await isFree(next), true);
    await next.close();
  });

  test("detaches when its worker was killed and wakes", async () => {
    const tab = await browser.open("https://silent.example/");
    await underWay(tab);
    await browser.stopBackground();
    // What the page loads next wakes it.
    await tab.evaluate(`fetch("/", { cache: "no-store" }).catch(() => {}); return true;`);
    await until("nobody is attached", () => isFree(tab));
    await until("nor is it noted", () =>
      browser.inExtension(
        `const { browser } = await import("/browser.js");
         return (await browser.storage.session.get("attached")).attached === undefined;`,
      ),
    );
    await tab.close();
  });

  test("does not look at a page without https", async () => {
    const tab = await browser.open("http://plain.example/");
    await browser.inExtension(
      `const { browser } = await import("/browser.js");
       return browser.runtime.sendMessage({ kind: "inspect", tab: values[0] });`,
      tab.id,
    );
    const { connection } = /** @type {any} */ (await evidence(browser, tab));
    assert.equal(connection.fresh, undefined);
    assert.equal(connection.certificates, "absent");
    await tab.close();
  });
});
