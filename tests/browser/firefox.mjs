/** Firefox by WebDriver; its own windows and the extension's popup by the chrome context. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Builder, Key } from "selenium-webdriver";
import { Command } from "selenium-webdriver/lib/command.js";
import firefox from "selenium-webdriver/firefox.js";
import { describe } from "./chromium.mjs";
import * as find from "./find.mjs";
import { temporary, trust } from "./profile.mjs";
import { WHOLE, until } from "./until.mjs";

const ID = "trust-indicator@trust-indicator.example";
const UUID = "0b3c5a1e-6f2d-4a8b-9c7e-2d1f00c0ffee";
const ORIGIN = `moz-extension://${UUID}`;
const WIDGET = `${ID.replace(/[^a-z0-9_-]/gi, "_")}-browser-action`;

/**
 * @param {import("./browser.mjs").Options & { extension: string }} options
 * @returns {Promise<import("./browser.mjs").Browser>}
 */
export async function launch({ world, extension, inPrivate = false, headless = true, language = "en-US" }) {
  const profile = temporary("firefox");
  trust(profile.folder, world.root);
  const options = new firefox.Options().setBinary(find.firefox()).setProfile(profile.folder);
  if (headless) options.addArguments("-headless");
  options.addArguments("--width=1100", "--height=800");
  const preferences = {
    "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
    "intl.locale.requested": language,
    // Every name leads to the world: nothing that runs here can reach anybody else. By a proxy, since with
    // `network.socket.forcePort` the exception for a certificate is kept under one port and sought under another.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": world.http,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": world.http,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    // Else the way past the page about a certificate stays shut for a while.
    "security.dialog_enable_delay": 0,
    "browser.newtabpage.enabled": false,
    "signon.rememberSignons": false,
    "datareporting.policy.dataSubmissionEnabled": false,
  };
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  const driver = /** @type {firefox.Driver} */ (
    await new Builder()
      .forBrowser("firefox")
      .setFirefoxOptions(options)
      .setFirefoxService(new firefox.ServiceBuilder(find.geckodriver()).addArguments("--allow-system-access"))
      .build()
  );
  // The window that stays: where the extension's own page is open.
  await driver.manage().setTimeouts({ script: 30_000, pageLoad: 60_000 });
  const install = new Command("install addon").setParameter("path", extension).setParameter("temporary", true);
  await driver.execute(install.setParameter("allowPrivateBrowsing", inPrivate));
  const chrome = inChrome(driver);
  await until("there is one tab for the extension's page", async () => {
    await driver.get(`${ORIGIN}/popup.html?tab=-1`);
    return true;
  });
  const home = await driver.getWindowHandle();

  /** @type {import("./browser.mjs").Browser["inExtension"]} */
  const inExtension = async (source, ...values) => {
    const before = await driver.getWindowHandle().catch(() => home);
    await driver.switchTo().window(home);
    try {
      const [done, result] = await driver.executeAsyncScript(
        `const [values, done] = arguments;
         (async () => { ${source} })().then((value) => done([true, value ?? null]), (why) => done([false, String(why)]));`,
        values,
      );
      if (!done) throw new Error(result);
      return result;
    } finally {
      if (before !== home) await driver.switchTo().window(before);
    }
  };

  const openTab = async () => {
    await driver.switchTo().window(home); // a tab opened from a private window is private
    await driver.switchTo().newWindow("tab");
    return driver.getWindowHandle();
  };
  const openPrivate = async () => {
    const before = await driver.getAllWindowHandles();
    // Before that it may still load its own first page.
    await chrome(
      `const opened = OpenBrowserWindow({ private: true });
       await new Promise((done) => Services.obs.addObserver(function see(window) {
         if (window !== opened) return;
         Services.obs.removeObserver(see, "browser-delayed-startup-finished");
         done();
       }, "browser-delayed-startup-finished"));`);
    const handle = await until("there is a private window", async () =>
      (await driver.getAllWindowHandles()).find((known) => !before.includes(known)));
    await driver.switchTo().window(handle);
    return handle;
  };

  return {
    name: "firefox",
    flag: true,
    get closed() {
      return until("its window is closed", () => driver.getWindowHandle().then(() => false, () => true), Infinity);
    },
    inExtension,
    async open(url, how) {
      const handle = how?.inPrivate ? await openPrivate() : await openTab();
      const id = await chrome(
        `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
         return ExtensionParent.apiManager.global.tabTracker.getId(gBrowser.selectedTab);`,
      );
      const tab = drive(driver, handle, id, home);
      await tab.go(url, how);
      return tab;
    },
    async stopBackground() {
      await chrome(`await WebExtensionPolicy.getByID(values[0]).extension.terminateBackground();`, ID);
    },
    async close() {
      await driver.quit();
      profile.remove();
    },
  };
}

/**
 * Runs the body of an async function with the browser's own rights, in its first window.
 * @param {firefox.Driver} driver
 */
const inChrome =
  (driver) =>
  /** @param {string} source @param {unknown[]} values @returns {Promise<any>} */
  async (source, ...values) => {
    await driver.setContext(firefox.Context.CHROME);
    try {
      const [done, result] = await driver.executeAsyncScript(
        `const [values, done] = arguments;
         (async () => { ${source} })().then((value) => done([true, value ?? null]), (why) => done([false, String(why)]));`,
        values,
      );
      if (!done) throw new Error(result);
      return result;
    } finally {
      await driver.setContext(firefox.Context.CONTENT);
    }
  };

/** The popup's own browser element, in the chrome context. */
const POPUP = `document.querySelector(".webextension-popup-browser")`;

/**
 * Runs a function of the document in a browser element, with the browser's own rights there.
 * @param {string} element
 * @param {string} source The body of a function of `document` and `values`.
 * @param {number} [patience] Milliseconds. A popup's first document is thrown away, and with it whoever was asked in it.
 */
const inside = (element, source, patience = 20_000) => `
  const target = ${element};
  if (!target) return null;
  const name = "look" + Math.random();
  const answer = new Promise((resolve) => {
    target.messageManager.addMessageListener(name, function hear({ data }) {
      target.messageManager.removeMessageListener(name, hear);
      resolve(data);
    });
  });
  const script = "{ const document = content.document, values = " + JSON.stringify(values) + "; let answer;"
    + "try { answer = [true, (() => {" + ${JSON.stringify(source)} + "})()]; } catch (why) { answer = [false, String(why)]; }"
    + "sendAsyncMessage(" + JSON.stringify(name) + ", answer); }";
  target.messageManager.loadFrameScript("data:text/javascript;charset=utf-8," + encodeURIComponent(script), false);
  const silence = new Promise((resolve) => setTimeout(resolve, ${patience}, [false, "no answer from inside"]));
  const [done, result] = await Promise.race([answer, silence]);
  if (!done) throw new Error(result);
  return result;`;

const WARNING = `
  const describe = ${describe};
  const documents = (page) => [page, ...[...page.querySelectorAll("iframe")].flatMap((frame) =>
    frame.contentDocument ? documents(frame.contentDocument) : [])];
  const elements = (root) => [...root.querySelectorAll("*")].flatMap((element) =>
    [element, ...(element.openOrClosedShadowRoot ? elements(element.openOrClosedShadowRoot) : [])]);
  for (const element of documents(document).flatMap(elements)) {
    const root = element.openOrClosedShadowRoot;
    if (!root || element.shadowRoot) continue;
    const told = describe(root);
    if (told.text || told.marks.length) return told;
  }
  return null;`;

/** Answers the browser's next window that asks for a name and a password. */
const ANSWER = `
  const [{ name, password }] = values;
  Services.obs.addObserver(function answer(dialog) {
    Services.obs.removeObserver(answer, "common-dialog-loaded");
    const { ui } = dialog.Dialog;
    ui.loginTextbox.value = name;
    ui.password1Textbox.value = password;
    ui.button0.click();
  }, "common-dialog-loaded");`;

const SNAPSHOT = `
  const { width, height } = target.getBoundingClientRect();
  const bitmap = await target.browsingContext.currentWindowGlobal.drawSnapshot(
    new DOMRect(0, 0, width, height), window.devicePixelRatio, "white");
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  return canvas.toDataURL().split(",")[1];`;

/**
 * @param {firefox.Driver} driver
 * @param {string} handle
 * @param {number} id
 * @param {string} home
 * @returns {import("./browser.mjs").Tab}
 */
function drive(driver, handle, id, home) {
  const chrome = inChrome(driver);
  const here = async () => {
    if ((await driver.getWindowHandle().catch(() => "")) !== handle) await driver.switchTo().window(handle);
  };
  return {
    id,
    async go(url, how = {}) {
      await here();
      if (how.signIn) await chrome(ANSWER, how.signIn);
      const failed = await driver.get(url).then(() => null, String);
      if (!how.proceed) {
        if (failed) throw new Error(`${url}: ${failed}`);
        return;
      }
      if (!failed) throw new Error(`${url}: no page about the certificate`);
      const button = (/** @type {string} */ name) =>
        until(`there is ${name}`, async () => {
          const card = await driver.findElement({ css: "net-error-card" });
          return (await card.getShadowRoot()).findElement({ css: name });
        });
      await (await button("#advanced-button")).click();
      const go = await button("#exception-button:not([disabled])");
      await until("the page about the certificate is left", async () => {
        await go.click().catch(() => {});
        const state = "return document.readyState === 'complete' && !document.documentURI.startsWith('about:')";
        return driver.executeScript(state);
      });
    },
    async back() {
      await here();
      await driver.navigate().back();
    },
    async evaluate(source, ...values) {
      await here();
      return driver.executeScript(`const [values] = arguments; ${source}`, values);
    },
    async url() {
      await here();
      return driver.getCurrentUrl();
    },
    async click(selector) {
      await here();
      const element = await driver.findElement({ css: selector });
      await driver.actions().move({ origin: element }).click().perform();
    },
    async point(selector) {
      await here();
      await driver.actions().move({ origin: await driver.findElement({ css: selector }) }).perform();
    },
    async clickAt(x, y) {
      await here();
      await driver.actions().move({ x: Math.round(x), y: Math.round(y) }).click().perform();
    },
    async press(...keys) {
      await here();
      for (const key of keys) {
        const [last = "", held] = key.split("+").reverse();
        const named = Reflect.get(Key, last.toUpperCase());
        const pressed = last.length > 1 && named ? named : last;
        const actions = driver.actions();
        if (held) actions.keyDown(Reflect.get(Key, held.toUpperCase()));
        actions.sendKeys(pressed);
        if (held) actions.keyUp(Reflect.get(Key, held.toUpperCase()));
        await actions.perform();
      }
    },
    async hold(key) {
      await here();
      const named = Reflect.get(Key, key.toUpperCase());
      await driver.actions().keyDown(named).keyDown(named).keyDown(named).keyUp(named).perform();
    },
    async type(text) {
      await here();
      await driver.actions().sendKeys(text).perform();
    },
    async warning() {
      await here();
      return chrome(inside("gBrowser.selectedBrowser", WARNING));
    },
    async popup() {
      await here();
      await chrome(`document.querySelector("#" + values[0] + " .unified-extensions-item-action-button").click();`, WIDGET);
      const look = (/** @type {string} */ source, /** @type {unknown[]} */ ...values) =>
        chrome(inside(POPUP, source), ...values);
      await until("the popup is painted", () => chrome(inside(POPUP, `return ${WHOLE}`, 1000)));
      return {
        first: await look(`return document.querySelector("h1").innerText.trim()`),
        text: await look("return document.body.innerText"),
        language: await look("return document.documentElement.lang"),
        count: (selector) => look("return document.querySelectorAll(values[0]).length", selector),
        open: (selector) => look("document.querySelector(values[0]).open = true", selector),
        press: (selector) => look("const part = document.querySelector(values[0]); part.focus(); part.click();", selector),
        async picture(file) {
          writeFileSync(file, Buffer.from(await chrome(`const target = ${POPUP}; ${SNAPSHOT}`), "base64"));
        },
        async close() {
          await chrome(`${POPUP}?.closest("panel").hidePopup();`);
          await until("the popup is closed", () => chrome(`return !${POPUP};`));
        },
      };
    },
    theme: (name) =>
      // What moves is not there yet in a picture.
      chrome(
        `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", values[0]);
         Services.prefs.setIntPref("ui.prefersReducedMotion", 1);`,
        name === "light" ? 1 : 0,
      ),
    async picture(file) {
      await here();
      writeFileSync(file, Buffer.from(await driver.takeScreenshot(), "base64"));
    },
    async wholePicture(file) {
      await here();
      // Of Firefox's driver alone, and its declarations do not know it.
      const whole = /** @type {{ takeFullPageScreenshot(): Promise<string> }} */ (/** @type {unknown} */ (driver));
      writeFileSync(file, Buffer.from(await whole.takeFullPageScreenshot(), "base64"));
    },
    async close() {
      await here();
      await driver.close();
      await driver.switchTo().window(home);
    },
  };
}
