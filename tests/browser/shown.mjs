/** Pages of the extension, in Chromium, at any width and in both themes. They need no server. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import * as find from "./find.mjs";
import { until } from "./until.mjs";
import { top } from "./world.mjs";

/** Every state that a sample shows, by its name. */
export const SAMPLES = readdirSync(join(top, "extension/samples")).map((file) => file.replace(/\.json$/, ""));

const axe = readFileSync(join(top, "node_modules/axe-core/axe.min.js"), "utf8");

/** @typedef {{ width?: number, height?: number, theme?: "light" | "dark" }} Look */

export async function launchPages(extension = process.env.EXTENSION ?? join(top, "dist/chromium")) {
  const browser = await puppeteer.launch({
    executablePath: find.chromium(),
    pipe: true,
    enableExtensions: [extension],
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--lang=en-US"],
  });
  const background = await browser.waitForTarget((target) => target.type() === "service_worker");
  const origin = background.url().split("/").slice(0, 3).join("/");
  return {
    origin,
    /** @param {string} path @param {Look} [look] */
    async show(path, { width = 380, height = 600, theme = "light" } = {}) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: theme },
        { name: "prefers-reduced-motion", value: "reduce" },
      ]);
      await page.goto(`${origin}/${path}`);
      await until(`${path} is painted`, () => page.evaluate(`document.querySelector("h1")?.textContent`));
      return page;
    },
    close: () => browser.close(),
  };
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

/** Text that is cut, runs out of its box or out of the page. @param {Page} page @returns {Promise<string[]>} */
export const overflow = (page) =>
  /** @type {Promise<string[]>} */ (
    page.evaluate(() => {
      const wrong = [];
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > width) wrong.push(`the page is wider than ${width}`);
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const box = node.parentElement;
        if (!node.textContent?.trim() || !box?.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, right, width: wide } of range.getClientRects()) {
          if (wide && (left < -0.5 || right > width + 0.5)) wrong.push(`out of the page: ${node.textContent}`);
        }
        const block = box.closest("li, p, h1, h2, h3, dd, dt, button, summary, div, section, main") ?? box;
        if (block.scrollWidth > block.clientWidth + 1 && getComputedStyle(block).display !== "inline") {
          wrong.push(`out of its box: ${node.textContent}`);
        }
      }
      return wrong;
    })
  );

/** Opens every panel and every row of details. @param {Page} page */
export const openAll = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) {
      details.removeAttribute("name");
      details.open = true;
    }
  });
