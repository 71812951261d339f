/** How long a person waits for the popup's first answer: from its opening to the first paint, in real Chromium. */

import puppeteer from "puppeteer-core";

const { CHROMIUM, EXTENSION } = process.env;
const ROUNDS = Number(process.env.ROUNDS ?? 15);
const LIMIT = 100;

const browser = await puppeteer.launch({
  executablePath: CHROMIUM,
  pipe: true,
  enableExtensions: [EXTENSION],
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const background = await browser.waitForTarget((target) => target.type() === "service_worker");
  const origin = background.url().split("/").slice(0, 3).join("/");
  // It opens by itself, and a tab behind another paints nothing.
  await browser.waitForTarget((target) => target.url() === `${origin}/welcome.html`);
  const [answers, paints] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await browser.newPage();
    await page.goto(`${origin}/popup.html?sample=good-checkout&as=popup`);
    // Painted is what the frame after the answer shows.
    const named = (name) => page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, {}, name);
    for (const [name, into] of [["answer", answers], ["first-contentful-paint", paints]]) {
      into.push(await (await named(name)).jsonValue());
    }
    await page.close();
  }
  console.log(`the popup's first answer, median of ${ROUNDS}`);
  console.log(`  ${"in the page".padEnd(28)} ${median(answers).toFixed(0).padStart(6)} ms`);
  console.log(`  ${"painted".padEnd(28)} ${median(paints).toFixed(0).padStart(6)} ms   limit ${LIMIT}`);
} finally {
  await browser.close();
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.sort((one, other) => one - other)[numbers.length >> 1] ?? Infinity;
}
