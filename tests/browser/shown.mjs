/** Pages of the extension, in Chromium, at any width and in both themes. They need no server. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import * as find from "./find.mjs";
import { WHOLE } from "./until.mjs";
import { top } from "./world.mjs";

/** Every state that a sample shows, by its name. */
export const SAMPLES = readdirSync(join(top, "extension/samples")).map((file) => file.replace(/\.json$/, ""));

const axe = readFileSync(join(top, "node_modules/axe-core/axe.min.js"), "utf8");

/** @typedef {{ width?: number, height?: number, theme?: "light" | "dark" | "forced", touch?: boolean }} Look */

/** Pages that no sample stands for: an honest link and a false one, and a report that could not be made. */
export const OTHERS = new Map([
  ["link", `popup.html?${new URLSearchParams({ link: "https://shop.example/a/long/way", text: "Our shop" })}`],
  ["link in a private window", `popup.html?${new URLSearchParams({ link: "https://shop.example/a/long/way", text: "Our shop", as: "popup" })}`],
  ["false link", `popup.html?${new URLSearchParams({ link: "https://paypa1.com/signin", text: "paypal.com" })}`],
  ["link that says another site", `popup.html?${new URLSearchParams({ link: "https://other.example/x", text: "www.paypal.com" })}`],
  ["could not judge", "popup.html?sample=none-such&as=popup"],
  ["settings", "options.html"],
  ["welcome", "welcome.html"],
]);

export async function launchPages(extension = process.env.EXTENSION ?? join(top, "dist/chromium")) {
  const browser = await puppeteer.launch({
    executablePath: find.chromium(),
    pipe: true,
    enableExtensions: [extension],
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--lang=en-US"],
  });
  const background = await browser.waitForTarget((target) => target.type() === "service_worker");
  const origin = background.url().split("/").slice(0, 3).join("/");
  // It opens by itself, and a tab behind another paints nothing.
  await browser.waitForTarget((target) => target.url() === `${origin}/welcome.html`);

  /** A tab, the way to set its looks, and the way to show something in it. */
  async function open() {
    const page = await browser.newPage();
    // Puppeteer itself knows no forced colours, and what a session asked for ends with it.
    const session = await page.createCDPSession();
    /** @param {Look} [look] */
    const dress = async ({ width = 380, height = 600, theme = "light", touch = false } = {}) => {
      await page.setViewport({ width, height, hasTouch: touch, isMobile: touch });
      const features = [
        { name: "prefers-color-scheme", value: theme === "dark" ? "dark" : "light" },
        { name: "prefers-reduced-motion", value: "reduce" },
        { name: "forced-colors", value: theme === "forced" ? "active" : "none" },
      ];
      await session.send("Emulation.setEmulatedMedia", { features });
    };
    return {
      page,
      dress,
      /** @param {string} path @param {Look} [look] */
      async show(path, look) {
        await dress(look);
        await page.goto(`${origin}/${path}`);
        if (path.startsWith("popup")) await page.waitForFunction(WHOLE);
        else await page.waitForSelector("h1:not(:empty)");
      },
    };
  }

  return {
    origin,
    /** An empty tab. @param {Look} [look] */
    async blank(look) {
      const { page, dress } = await open();
      await dress(look);
      return page;
    },
    /** In a tab of its own. @param {string} path @param {Look} [look] */
    async show(path, look) {
      const { page, show } = await open();
      await show(path, look);
      return page;
    },
    /**
     * One tab for many pages, in the words of another catalogue than the browser's.
     * @param {{ [key: string]: string }} catalogue As it ships: `spelled`.
     */
    async reader(catalogue) {
      const tab = await open();
      await tab.page.evaluateOnNewDocument(speakOtherwise, catalogue);
      return tab;
    },
    close: () => browser.close(),
  };
}

/** Runs in the page before its scripts: the words come from here. @param {{ [key: string]: string }} catalogue */
function speakOtherwise(catalogue) {
  chrome.i18n.getMessage = (/** @type {string} */ key, /** @type {unknown} */ values = []) =>
    (catalogue[key] ?? "").replace(/\$(\d)/g, (_, at) => String([values].flat()[at - 1] ?? ""));
}

/** @typedef {import("puppeteer-core").Page} Page */

/** What axe-core says is wrong, in one line each. @param {Page} page @returns {Promise<string[]>} */
export async function violations(page) {
  await page.evaluate(axe);
  return /** @type {Promise<string[]>} */ (
    page.evaluate(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
        id + ": " + target.join(" ") + ": " + failureSummary.replace(/\\s+/g, " "))))`)
  );
}

/** Opens every panel and every row of details. @param {Page} page */
export const openAll = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) {
      details.removeAttribute("name");
      details.open = true;
    }
  });
