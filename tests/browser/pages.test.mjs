/** The popup, the full page, the settings and the welcome page: for every eye and every hand. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { top } from "./world.mjs";
import { OTHERS, SAMPLES, launchPages, openAll, violations } from "./shown.mjs";

/** @type {Awaited<ReturnType<typeof launchPages>>} */
let pages;
before(async () => void (pages = await launchPages()));
after(() => pages.close());

const popup = (/** @type {string} */ sample) => `popup.html?sample=${sample}&as=popup`;
const full = (/** @type {string} */ sample) => `popup.html?sample=${sample}`;
const THEMES = /** @type {const} */ (["light", "dark", "forced"]);

describe("no barrier", () => {
  for (const theme of THEMES) {
    for (const path of [...SAMPLES.map(popup), ...SAMPLES.map(full), ...OTHERS.values()]) {
      test(`${path} in ${theme}`, async () => {
        const page = await pages.show(path, { theme });
        assert.equal(await page.evaluate(`matchMedia("(forced-colors: active)").matches`), theme === "forced");
        assert.equal(await page.evaluate(`matchMedia("(prefers-color-scheme: dark)").matches`), theme === "dark");
        await openAll(page);
        assert.deepEqual(await violations(page), []);
        await page.close();
      });
    }
  }
});

test("a popup can be used by keyboard alone", async () => {
  const page = await pages.show(popup("open-line"));
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: here } = document;
      return here?.getAttribute("data-act") ?? here?.closest("details")?.id ?? here?.getAttribute("href") ?? "";
    });
  const order = [];
  for (let at = 0; at < 11; at += 1) {
    await page.keyboard.press("Tab");
    order.push(await focused());
  }
  assert.deepEqual(order, [
    "full", "settings", "leave", "https", "#seen-line_not_encrypted",
    "seen", "certificate", "seals", "handshake", "owner", "full",
  ]);
  const open = () => page.$$eval("details.panel[open]", (panels) => panels.map(({ id }) => id));
  await page.focus("#certificate > summary");
  await page.keyboard.press("Enter");
  assert.deepEqual(await open(), ["certificate"]);
  await page.focus("#owner > summary");
  await page.keyboard.press("Enter");
  assert.deepEqual(await open(), ["owner"], "one at a time");
  await page.keyboard.press("Escape");
  assert.deepEqual(await open(), [], "Escape closes");
  assert.equal(await focused(), "owner");
  await page.close();
});

test("the welcome page says where the mark is, and the keys that are granted", async () => {
  const page = await pages.show("welcome.html");
  await page.waitForSelector("section[aria-labelledby=keys]", { visible: true });
  // Nobody pinned it here.
  await page.waitForSelector("#pin", { visible: true });
  await page.close();
});

test("what a finding means is one step away", async () => {
  const page = await pages.show(popup("open-line"));
  // Once, and again after it was closed.
  for (let time = 0; time < 2; time += 1) {
    await page.click("a[href='#seen-line_not_encrypted']");
    await page.waitForFunction(`document.querySelector("#seen-line_not_encrypted details")?.open`);
    assert.equal(await page.$eval("#seen", (panel) => /** @type {HTMLDetailsElement} */ (panel).open), true);
    await page.evaluate(`for (const part of document.querySelectorAll("details")) part.open = false; scrollTo(0, 0);`);
  }
  await page.close();
});

test("a panel that is opened below another stays in view, and no focus comes to lie under the head", async () => {
  const page = await pages.show(popup("good-checkout"));
  const top = (/** @type {string} */ selector) => page.$eval(selector, (part) => part.getBoundingClientRect().top);
  const head = await page.$eval(".site", (part) => part.getBoundingClientRect().bottom);
  await page.click("#seen > summary");
  await page.focus("#certificate > summary");
  await page.keyboard.press("Enter");
  await page.waitForFunction(`document.querySelector("#certificate").open && !document.querySelector("#seen").open`);
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  assert.ok((await top("#certificate > summary")) >= head);
  await page.evaluate("scrollTo(0, document.body.scrollHeight)");
  await page.evaluate(`[...document.querySelectorAll("#certificate .copy")].at(-1).focus()`);
  const steps = await page.$$eval("#certificate button", (all) => all.length);
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    const hidden = await page.evaluate((head) => {
      const at = document.activeElement;
      return at && !at.closest(".site") && at.getBoundingClientRect().bottom <= head ? at.outerHTML : "";
    }, head);
    assert.equal(hidden, "");
  }
  await page.close();
});

test("letters may be large and wide", async () => {
  const page = await pages.show(popup("good-checkout"));
  for (const id of ["handshake", "certificate"]) {
    await page.evaluate((id) => {
      document.documentElement.style.fontSize = "150%"; // as a person may have set it
      for (const part of document.querySelectorAll(`#${id}, #${id} details`)) part.setAttribute("open", "");
    }, id);
    const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assert.ok(Number(wide) <= 0, `${id}: ${wide} too wide`);
  }
  await page.close();
});

for (const [what, state, way] of [
  ["link", "unknown", "https://shop.example/a/long/way"],
  ["false link", "check", "https://paypal.com/"],
  ["link that says another site", "check", "https://www.paypal.com/"],
]) {
  test(`checked: ${what}`, async () => {
    const page = await pages.show(OTHERS.get(what ?? "") ?? "");
    assert.equal(await page.$eval(".answer", (answer) => answer.getAttribute("data-state")), state);
    // What is drawn first leads where a person wants to go.
    assert.equal(await page.$eval(".acts button", (button) => button.getAttribute("data-url")), way);
    await page.close();
  });
}

test("a panel can be linked to", async () => {
  const page = await pages.show(`${popup("good-checkout")}#certificate`);
  await page.waitForFunction(`document.querySelector("#certificate")?.open`);
  await page.close();
});

test("a report can be taken along, without the path of the address", async () => {
  const page = await pages.show(full("good-checkout"));
  const path = await page.$eval("header .host", (host) => (host.textContent ?? "").split("/")[1] ?? "");
  assert.equal(path, "checkout");
  await page.evaluate(() => {
    const paper = document.body.appendChild(document.createElement("textarea"));
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      void (/** @type {Blob} */ (file).text().then((text) => (paper.value = text)));
      return make(file);
    };
  });
  const taken = async (/** @type {string} */ act) => {
    await page.$eval("textarea", (paper) => void (paper.value = ""));
    await page.click(`[data-act=${act}]`);
    if (act.startsWith("copy")) {
      await page.waitForSelector(".said");
      await page.focus("textarea");
      await page.keyboard.down("Control");
      await page.keyboard.press("v", { commands: ["Paste"] });
      await page.keyboard.up("Control");
    }
    await page.waitForFunction(`document.querySelector("textarea").value`);
    return page.$eval("textarea", (paper) => paper.value);
  };
  const told = [await taken("copy-report"), await taken("save-report")];
  for (const text of told) {
    assert.ok(text.includes("harbourpine.example.com"), text);
    assert.ok(!text.includes("checkout"), text);
  }
  assert.equal(JSON.parse(told[1] ?? "").headline.state, "go");
  assert.match(await taken("save"), /^-----BEGIN CERTIFICATE-----[^]+-----END CERTIFICATE-----/);
  await page.close();
});

test("a visit that is made up is neither left nor remembered", async () => {
  for (const [sample, act] of [["open-line", "leave"], ["open-line", "https"], ["not-watched", "reload"], ["lookalike", "know"], ["router", "mute"]]) {
    const page = await pages.show(full(sample ?? ""));
    await page.click(`[data-act=${act}]`);
    await page.waitForSelector(".said");
    const kept = await page.evaluate(`Promise.all([chrome.storage.local.get("knownSites"), chrome.storage.session.get("muted")])`);
    assert.deepEqual(kept, [{}, {}]);
    await page.close();
  }
});

test("an error of the core is told, and never as good", async () => {
  const page = await pages.show("popup.html?sample=none-such");
  assert.match(await page.$eval("h1", (first) => first.textContent ?? ""), /could not judge/);
  assert.equal(await page.$("[data-state=go]"), null);
  await page.close();
});

test("while the answer is awaited, that is said; and where it never comes, that it could not judge", async () => {
  const page = await pages.blank();
  const says = (/** @type {string} */ words) => page.waitForFunction(`document.querySelector("h1")?.textContent.includes("${words}")`);
  await page.evaluateOnNewDocument(() => {
    const [ask, wait] = [fetch, setTimeout];
    // The sample is held; the popup's first patience is a tenth of it here, and its last ends when it is told to.
    globalThis.fetch = (what, how) =>
      String(what).startsWith("samples/") ? new Promise((come) => Object.assign(window, { come: () => come(ask(what, how)) })) : ask(what, how);
    Object.assign(window, {
      setTimeout: (/** @type {any} */ run, /** @type {number} */ time) =>
        time < 10_000 ? wait(run, time / 10) : Object.assign(window, { lose: run }) && 0,
    });
  });
  await page.goto(`${pages.origin}/${popup("good-checkout")}`);
  await says("Looking at this page");
  assert.equal(await page.$("[data-state=go]"), null);
  await page.evaluate("lose()");
  await says("could not judge");
  await page.evaluate("come()");
  await page.waitForSelector("[data-state=go]");
  await page.close();
});

test("all that the first answer needs is asked for at once", () => {
  const read = (/** @type {string} */ name) => readFileSync(join(process.env.DIST ?? join(top, "dist"), "chromium", name), "utf8");
  // Each file costs: what lies beside the popup is a part of it, and only the core, which imports nothing, is not.
  const needed = [...read("popup.js").matchAll(/^import [^;]* from "(.+)";$/gm)].map(([, name = ""]) => name);
  assert.deepEqual(needed, ["./core/trust_indicator.js"]);
  const asked = [...read("popup.html").matchAll(/"modulepreload" href="(.+)"/g)].map(([, name = ""]) => `./${name}`);
  assert.deepEqual(asked, needed);
});

test("the answer stays where it was painted", async () => {
  for (let run = 0; run < 7; run += 1) {
    const page = await pages.show(popup("good-checkout"));
    const shift = await page.evaluate(
      () =>
        new Promise((/** @type {(moved: number) => void} */ resolve) => {
          let sum = 0;
          const sees = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += Reflect.get(entry, "value");
          });
          sees.observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    assert.equal(shift, 0, "something moved after the first paint");
    await page.close();
  }
});
