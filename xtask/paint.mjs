/**
 * How long a person waits for the popup's first answer: from its opening to the first paint, in real Chromium,
 * in turns with a page that has the same style sheets and one line of text: the floor.
 */

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const { CHROMIUM, EXTENSION } = process.env;
const ROUNDS = Number(process.env.ROUNDS ?? 15);
const LIMIT = 100;

const FLOOR = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="tokens.css">
<link rel="stylesheet" href="popup.css"><main><h1>One line</h1></main>`;

const folder = mkdtempSync(join(tmpdir(), "trust-indicator-paint-"));
cpSync(EXTENSION ?? "", folder, { recursive: true });
writeFileSync(join(folder, "floor.html"), FLOOR);

const browser = await puppeteer.launch({
  executablePath: CHROMIUM,
  pipe: true,
  enableExtensions: [folder],
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const background = await browser.waitForTarget((target) => target.type() === "service_worker");
  const origin = background.url().split("/").slice(0, 3).join("/");
  // It opens by itself, and a tab behind another paints nothing.
  await browser.waitForTarget((target) => target.url() === `${origin}/welcome.html`);
  const [floors, answers, paints] = [[], [], []];
  // Painted is what the frame after the answer shows.
  const painted = "first-contentful-paint";
  for (let round = 0; round < ROUNDS; round += 1) {
    await opened(`${origin}/floor.html`, new Map([[painted, floors]]));
    await opened(`${origin}/popup.html?sample=good-checkout&as=popup`, new Map([["answer", answers], [painted, paints]]));
  }
  console.log(`the popup's first answer, median of ${ROUNDS}`);
  console.log(`  ${"the floor, painted".padEnd(28)} ${median(floors).toFixed(0).padStart(6)} ms`);
  console.log(`  ${"in the page".padEnd(28)} ${median(answers).toFixed(0).padStart(6)} ms`);
  console.log(`  ${"painted".padEnd(28)} ${median(paints).toFixed(0).padStart(6)} ms   limit ${LIMIT}`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Opens a page and notes when what is named came to be. @param {string} address @param {Map<string, number[]>} named */
async function opened(address, named) {
  const page = await browser.newPage();
  await page.goto(address);
  for (const [name, into] of named) {
    const time = await page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, {}, name);
    into.push(await time.jsonValue());
  }
  await page.close();
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.sort((one, other) => one - other)[numbers.length >> 1] ?? Infinity;
}
