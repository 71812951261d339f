/** Chromium by puppeteer. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import * as find from "./find.mjs";
import { temporary, trust } from "./profile.mjs";
import { WHOLE, until } from "./until.mjs";

/** @typedef {import("./browser.mjs").Tab} Tab */
/** @typedef {import("./browser.mjs").Warning} Warning */

/** What a real keyboard's chord does; one that is made up does it only if told so. @type {{ [chord: string]: string }} */
const COMMANDS = { "Control+a": "selectAll", "Control+x": "cut", "Control+v": "paste" };

/**
 * @param {import("./browser.mjs").Options & { extension: string }} options
 * @returns {Promise<import("./browser.mjs").Browser>}
 */
export async function launch({ world, extension, flag = false, inPrivate = false, headless = true, language = "en-US" }) {
  const home = temporary("chromium");
  trust(join(home.folder, ".pki/nssdb"), world.root);
  // Else Chromium asks for a captive portal for three seconds before it shows a certificate's error.
  const preferences = { alternate_error_pages: { enabled: false } };
  mkdirSync(join(home.folder, "profile/Default"), { recursive: true });
  writeFileSync(join(home.folder, "profile/Default/Preferences"), JSON.stringify(preferences));
  const browser = await puppeteer.launch({
    executablePath: find.chromium(),
    pipe: true,
    enableExtensions: [extension],
    headless,
    userDataDir: join(home.folder, "profile"),
    env: { ...process.env, HOME: home.folder, LANGUAGE: language },
    defaultViewport: null,
    args: [
      // In a container there is one user only, and the sandbox wants another.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--lang=${language}`,
      "--window-size=1100,800",
      // Every name leads to the world: nothing that runs here can reach anybody else.
      `--host-resolver-rules=MAP *:443 127.0.0.1:${world.https}, MAP *:80 127.0.0.1:${world.http}`,
      // Chromium asks Google about every form it sees.
      "--disable-features=AutofillServerCommunication",
      ...(flag ? ["--enable-features=WebRequestSecurityInfo"] : []),
    ],
  });
  const background = await browser.waitForTarget((target) => target.type() === "service_worker");
  const origin = background.url().split("/").slice(0, 3).join("/");
  // The page that greets after the first start comes to the front by itself: not in the midst of a test.
  await browser.waitForTarget((target) => target.url() === `${origin}/welcome.html`);
  if (inPrivate) await allowInPrivate(browser, origin);
  const page = await browser.newPage();
  await page.goto(`${origin}/popup.html?tab=-1`);

  /** @type {import("./browser.mjs").Browser["inExtension"]} */
  const inExtension = (source, ...values) =>
    /** @type {Promise<any>} */ (
      page.evaluate(`(async (values) => { ${source} })(${JSON.stringify(values)})`)
    );
  const openPrivate = async () => {
    const known = new Set(browser.targets());
    const opens = browser.waitForTarget((target) => target.type() === "page" && !known.has(target));
    await inExtension(`await chrome.windows.create({ incognito: true, url: "about:blank" });`);
    return (await opens).asPage();
  };
  const tabs = () => inExtension("return (await chrome.tabs.query({})).map(({ id }) => id);");

  return {
    name: "chromium",
    flag,
    closed: new Promise((resolve) => browser.once("disconnected", () => resolve(undefined))),
    inExtension,
    async open(url, how) {
      const before = /** @type {number[]} */ (await tabs());
      const made = how?.inPrivate ? await openPrivate() : await browser.newPage();
      const id = await until("the tab has a number", async () =>
        /** @type {number[]} */ (await tabs()).find((known) => !before.includes(known)),
      );
      const tab = drive(made, id, { origin, inExtension, browser });
      await tab.go(url, how);
      return tab;
    },
    async stopBackground() {
      const target = browser.targets().find((known) => known.type() === "service_worker" && known.url().startsWith(origin));
      if (!target) return;
      const gone = new Promise((resolve) => {
        browser.on("targetdestroyed", (dead) => dead === target && resolve(null));
      });
      await (await target.worker())?.close();
      await gone;
    },
    async close() {
      await browser.close();
      home.remove();
    },
  };
}

/**
 * As a person does on the browser's page about extensions, which then starts the extension anew.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} origin
 */
async function allowInPrivate(browser, origin) {
  const page = await browser.newPage();
  await page.goto("chrome://extensions");
  const id = JSON.stringify(origin.split("/").at(-1));
  const has = (/** @type {string} */ what) => until("the extension is there", () =>
    page.evaluate(`chrome.developerPrivate.getExtensionInfo(${id}).then(({ state, incognitoAccess }) => ${what})`));
  await has(`state === "ENABLED"`);
  // Started anew, an extension from a folder runs for developers alone.
  await page.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })");
  await page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${id}, incognitoAccess: true })`);
  await has(`state === "ENABLED" && incognitoAccess.isActive`);
  await page.close();
}

/**
 * @param {import("puppeteer-core").Page} page
 * @param {number} id
 * @param {{ origin: string, browser: import("puppeteer-core").Browser,
 *   inExtension: import("./browser.mjs").Browser["inExtension"] }} host
 * @returns {Tab}
 */
function drive(page, id, { origin, browser, inExtension }) {
  return {
    id,
    async go(url, how = {}) {
      await page.bringToFront();
      if (how.signIn) {
        // The browser asks in its own window, where nobody here can type; then it asks again with the answer.
        await page.goto(url).catch(() => {});
        await page.authenticate({ username: how.signIn.name, password: how.signIn.password });
      }
      const failed = await page.goto(url, { waitUntil: "load" }).then(() => null, String);
      if (!how.proceed) {
        if (failed) throw new Error(`${url}: ${failed}`);
        return;
      }
      if (!failed) throw new Error(`${url}: no page about the certificate`);
      await page.waitForSelector("#proceed-link");
      const warned = await page.title();
      // The page takes clicks only once its own script has run.
      await until("the page about the certificate is left", async () => {
        const link = await page.$("#proceed-link");
        const shown = await link?.isVisible().catch(() => false);
        await page.click(shown ? "#proceed-link" : "#details-button").catch(() => {});
        return (await page.title()) !== warned && page.evaluate(`document.readyState === "complete"`);
      });
    },
    async back() {
      await page.goBack({ waitUntil: "load" });
    },
    evaluate: (source, ...values) =>
      /** @type {Promise<any>} */ (page.evaluate(`((values) => { ${source} })(${JSON.stringify(values)})`)),
    url: async () => page.url(),
    async click(selector) {
      await this.point(selector);
      await page.mouse.down();
      await page.mouse.up();
    },
    async point(selector) {
      // Not puppeteer's own: it looks at the element from inside the page, which a hostile page can spoil.
      const session = await page.createCDPSession();
      try {
        const { root } = await session.send("DOM.getDocument", { depth: 0 });
        const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
        await session.send("DOM.scrollIntoViewIfNeeded", { nodeId });
        const { quads } = await session.send("DOM.getContentQuads", { nodeId });
        const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] ?? [];
        await page.mouse.move((x1 + x2) / 2, (y1 + y2) / 2);
      } finally {
        await session.detach();
      }
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    async press(...keys) {
      for (const key of keys) {
        const command = COMMANDS[key];
        if (command) await page.keyboard.down("Control");
        await page.keyboard.press(/** @type {any} */ (key.split("+").at(-1)), { commands: command ? [command] : [] });
        if (command) await page.keyboard.up("Control");
      }
    },
    async hold(key) {
      for (let count = 0; count < 3; count += 1) await page.keyboard.down(/** @type {any} */ (key));
      await page.keyboard.up(/** @type {any} */ (key));
    },
    async type(text) {
      for (const key of text) await page.keyboard.press(/** @type {any} */ (key));
    },
    warning: () => readWarning(page),
    async popup() {
      await page.bringToFront();
      const isPopup = (/** @type {import("puppeteer-core").Target} */ target) =>
        target.url().startsWith(`${origin}/popup.html`) && !target.url().includes("?tab=");
      const opens = browser.waitForTarget(isPopup);
      await inExtension(
        `const window = (await chrome.tabs.get(values[0])).windowId;
         await chrome.windows.update(window, { focused: true });
         await chrome.action.openPopup({ windowId: window });`,
        id,
      );
      const popup = await (await opens).asPage();
      await until("the popup is painted", () => popup.evaluate(WHOLE));
      return {
        first: /** @type {string} */ (await popup.evaluate(`document.querySelector("h1").innerText.trim()`)),
        text: /** @type {string} */ (await popup.evaluate("document.body.innerText")),
        language: /** @type {string} */ (await popup.evaluate("document.documentElement.lang")),
        count: (selector) =>
          /** @type {Promise<number>} */ (
            popup.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`)
          ),
        open: (selector) => popup.evaluate(`document.querySelector(${JSON.stringify(selector)}).open = true`),
        press: (selector) =>
          popup.evaluate(`{ const part = document.querySelector(${JSON.stringify(selector)}); part.focus(); part.click(); }`),
        async picture(file) {
          writeFileSync(file, await popup.screenshot());
        },
        async close() {
          await popup.close();
        },
      };
    },
    // What moves is not there yet in a picture.
    theme: (value) =>
      page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }, { name: "prefers-reduced-motion", value: "reduce" }]),
    async picture(file) {
      writeFileSync(file, await page.screenshot());
    },
    async wholePicture(file) {
      // Of a page that fits, such a picture is shifted where it reads from right to left.
      const fits = await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight);
      writeFileSync(file, await page.screenshot({ fullPage: !fits }));
    },
    close: () => page.close(),
  };
}

/** Looks into the closed shadow root, which only a debugger can. @param {import("puppeteer-core").Page} page */
async function readWarning(page) {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    for (const shadow of shadows(root)) {
      const { object } = await session.send("DOM.resolveNode", { backendNodeId: shadow.backendNodeId });
      const { result } = await session.send("Runtime.callFunctionOn", {
        objectId: object.objectId,
        functionDeclaration: `function () { return (${describe})(this); }`,
        returnByValue: true,
      });
      if (result.value?.text || result.value?.marks.length) return /** @type {Warning} */ (result.value);
    }
    return null;
  } finally {
    await session.detach();
  }
}

/** @param {import("puppeteer-core").Protocol.DOM.Node} node @returns {import("puppeteer-core").Protocol.DOM.Node[]} */
function shadows(node) {
  const closed = (node.shadowRoots ?? []).filter((root) => root.shadowRootType === "closed");
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  return [...closed, ...below.flatMap(shadows)];
}

/** Runs in the page; a string, so that the other browser can send it too. */
export const describe = `(root) => {
  const page = root.ownerDocument.defaultView;
  const { innerWidth: width, innerHeight: height } = page;
  const boxOf = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && (element.checkVisibility?.() ?? true) && box;
  };
  const words = [...root.children].filter((child) => !/^(style|link)$/i.test(child.localName));
  const visible = words.some((child) => [child, ...child.querySelectorAll("*")].some((element) => {
    const box = shown(element);
    return box && box.right > 0 && box.bottom > 0 && box.left < width && box.top < height;
  }));
  const buttons = [...root.querySelectorAll("button, summary, a[href]")].flatMap((button) => {
    const box = shown(button);
    const { innerText: text, className: look } = button;
    return box ? [{ text: text.trim(), look, x: box.x + box.width / 2, y: box.y + box.height / 2 }] : [];
  });
  const marks = [...root.querySelectorAll(".pin")].filter(shown).map((pin) => pin.getAttribute("aria-label"));
  const card = [...root.querySelectorAll(".card")].find(shown);
  return {
    text: words.map((child) => child.innerText ?? "").join("\\n").trim(), visible, buttons, marks,
    card: card ? boxOf(card) : null, first: card?.querySelector("h2") ? boxOf(card.querySelector("h2")) : null, view: { width, height },
    state: card ? card.dataset.state : null, direction: card ? page.getComputedStyle(card).direction : null, focused: root.activeElement ? root.activeElement.className : null,
  };
}`;
