/**
 * Shows the extension at work. With a window: the demo's first page, until the window is closed. Without:
 * walks every demo page, opens the real popup, writes pictures of both, prints a table and compares it
 * with `tests/pages/expected.json`.
 *
 * node tests/browser/demo.mjs [--browser chromium|firefox] [--headless] [--flag] [--out DIR] [--only TEXT]
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { compare, expected, settled, summary } from "./expected.mjs";
import { startWorld, top } from "./world.mjs";

const { values: asked } = parseArgs({
  options: {
    browser: { type: "string", default: "chromium" },
    headless: { type: "boolean", default: false },
    flag: { type: "boolean", default: false },
    out: { type: "string", default: join(top, "target/demo") },
    only: { type: "string", default: "" },
  },
});

const world = await startWorld();
const browser = await launch(/** @type {import("./browser.mjs").Name} */ (asked.browser), {
  world,
  flag: asked.flag,
  headless: asked.headless,
});
let wrong = 0;
try {
  if (asked.headless) wrong = await walk();
  else await stay();
} finally {
  await browser.close();
  await world.stop();
}
process.exitCode = wrong ? 1 : 0;

async function stay() {
  await browser.open("https://demo.example/");
  await browser.closed;
}

/** @returns {Promise<number>} How many pages were not judged as expected. */
async function walk() {
  mkdirSync(asked.out, { recursive: true });
  const rows = [];
  const trouble = [];
  for (const row of expected.filter(({ url }) => url.includes(asked.only))) {
    const name = join(asked.out, `${asked.browser}-${row.url.replace(/^https?:\/\//, (s) => (s === "http://" ? "http-" : "")).replace(/[^a-z0-9.-]+/gi, "-").replace(/-$/, "")}`);
    const tab = await browser.open(row.url, { proceed: row.proceed });
    try {
      const report = await settled(browser, tab, row);
      await tab.picture(`${name}.png`);
      const popup = await tab.popup();
      await popup.picture(`${name}-popup.png`);
      const first = popup.first;
      await popup.close();
      rows.push([row.what, ...summary(report), first]);
      const different = compare(report, row, browser);
      if (different) trouble.push(`${row.url}: ${different}`);
    } catch (error) {
      trouble.push(`${row.url}: ${error}`);
    } finally {
      await tab.close();
    }
  }
  print(["page", "line", "whose", "goes to", "browse", "sign in", "pay", "first reason", "first line"], rows);
  console.log(`${rows.length} pages; pictures in ${asked.out}`);
  for (const line of trouble) console.error(`not as expected: ${line}`);
  return trouble.length;
}

/** @param {string[]} heads @param {string[][]} rows */
function print(heads, rows) {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of [heads, ...rows]) {
    console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ").trimEnd());
  }
}
