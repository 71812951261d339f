/**
 * How long a person waits for the popup's first answer: from the opening of the real popup over a real page to
 * the first paint, in turns with one that has the same style sheets and one line of text: the floor.
 */

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const { CHROMIUM, EXTENSION } = process.env;
const ROUNDS = Number(process.env.ROUNDS ?? 15);
const LIMIT = 100;
// Looked at only when it is long done: a debugger that comes in between takes its share.
const DONE = 500;

const FLOOR = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="tokens.css">
<link rel="stylesheet" href="popup.css"><main><h1>One line</h1></main>`;
const SHOP = `<!doctype html><title>Checkout</title><form method="post" action="/pay">
<label>Card number <input autocomplete="cc-number" name="card"></label>
<label>Password <input type="password" name="password"></label><button>Pay</button></form>`;

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
  const worker = await background.worker();
  // It opens by itself, and a popup stands over the tab in front.
  await browser.waitForTarget((target) => target.url().endsWith("/welcome.html"));
  const shop = await browser.newPage();
  await shop.setRequestInterception(true);
  shop.on("request", (request) => void request.respond({ contentType: "text/html", body: SHOP }));
  await shop.goto("https://shop.example/checkout");

  const [floors, answers, paints] = [[], [], []];
  // Painted is what the frame after the answer shows.
  const painted = "first-contentful-paint";
  for (let round = 0; round < ROUNDS; round += 1) {
    await opened(shop, worker, "floor.html", new Map([[painted, floors]]));
    await opened(shop, worker, "popup.html", new Map([["answer", answers], [painted, paints]]));
  }
  console.log(`the popup's first answer, median of ${ROUNDS}`);
  console.log(`  ${"the floor, painted".padEnd(28)} ${median(floors).toFixed(0).padStart(6)} ms`);
  console.log(`  ${"in the page".padEnd(28)} ${median(answers).toFixed(0).padStart(6)} ms`);
  console.log(`  ${"painted".padEnd(28)} ${median(paints).toFixed(0).padStart(6)} ms   limit ${LIMIT}`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Opens the popup and notes when what is named came to be. @param {Map<string, number[]>} named */
async function opened(shop, worker, file, named) {
  await shop.bringToFront();
  const opens = browser.waitForTarget((target) => target.url().endsWith(`/${file}`));
  await worker.evaluate(async (popup) => {
    await chrome.action.setPopup({ popup });
    await chrome.action.openPopup();
  }, file);
  const target = await opens;
  await new Promise((resolve) => setTimeout(resolve, DONE));
  const popup = await target.asPage();
  for (const [name, into] of named) {
    const time = await popup.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, {}, name);
    into.push(await time.jsonValue());
  }
  await popup.close();
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.sort((one, other) => one - other)[numbers.length >> 1] ?? Infinity;
}
