/** In every language, at every width: all text can be read, and the answer needs no scrolling. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { languages, spelled } from "./languages.mjs";
import { tooSmall, unreadable } from "./layout.mjs";
import { OTHERS, SAMPLES, launchPages, openAll } from "./shown.mjs";

/** @type {Awaited<ReturnType<typeof launchPages>>} */
let pages;
before(async () => void (pages = await launchPages()));
after(() => pages.close());

const popup = (/** @type {string} */ sample) => `popup.html?sample=${sample}&as=popup`;
const full = (/** @type {string} */ sample) => `popup.html?sample=${sample}`;
const RIGHT_TO_LEFT = ["ar", "he"];

describe("all text can be read, and the answer needs no scrolling", () => {
  for (const [name, catalogue] of languages) {
    test(`in ${name}`, async () => {
      const { page, show } = await pages.reader(spelled(catalogue));
      const side = RIGHT_TO_LEFT.includes(name) ? "right" : "left";
      const wrong = [];
      for (const sample of SAMPLES) {
        await show(popup(sample));
        wrong.push(...(await page.evaluate(misplaced, side)).map((what) => `${sample}: ${what}`));
        await openAll(page);
        wrong.push(...(await read(page, `${sample}, popup`, [380, 320])));
      }
      // The parts of a page are those of a popup: only the longest language shows all of them once more.
      const whole = name === "pseudo" ? SAMPLES : ["good-checkout", "many-receivers"];
      for (const path of [...whole.map(full), ...OTHERS.values()]) {
        await show(path, { width: 1200, height: 900 });
        await openAll(page);
        wrong.push(...(await read(page, path, [1200, 320])));
      }
      await page.close();
      assert.deepEqual(wrong, []);
    });
  }
});

test("a finger meets what it aims at", async () => {
  const { page, show } = await pages.reader(spelled(languages.get("en") ?? {}));
  const wrong = [];
  for (const path of [...SAMPLES.map(popup), ...SAMPLES.map(full), ...OTHERS.values()]) {
    await show(path, { width: 360, touch: true });
    await openAll(page);
    wrong.push(...(await tooSmall(page)).map((what) => `${path}: ${what}`));
  }
  await page.close();
  assert.deepEqual(wrong, []);
});

/** @param {import("./layout.mjs").Page} page @param {string} what @param {number[]} widths */
async function read(page, what, widths) {
  const wrong = [];
  for (const width of widths) {
    await page.setViewport({ width, height: 900 });
    wrong.push(...(await unreadable(page)).map((found) => `${what}, ${width} wide: ${found}`));
  }
  return wrong;
}

/**
 * Runs in the popup: the first line stands high up, the reason before the fold, and all on the side where
 * the language begins.
 * @param {string} side
 */
function misplaced(side) {
  const wrong = [];
  const box = (/** @type {string} */ part) => document.querySelector(part)?.getBoundingClientRect();
  const [first = 0, reason = 0] = [box("h1")?.bottom, box("h1 ~ p")?.bottom];
  if (first === 0 || first > 240) wrong.push(`the first line ends at ${first}`);
  if (reason === 0 || reason > 400) wrong.push(`the reason ends at ${reason}`);
  if ((document.documentElement.dir === "rtl") !== (side === "right")) wrong.push(`the page runs ${document.documentElement.dir}`);
  for (const part of [".answer .word .mark", ".way .spot"]) {
    const middle = innerWidth / 2;
    // An empty state has neither: it stands in the middle.
    const left = box(part)?.left;
    if (left !== undefined && left > middle !== (side === "right")) wrong.push(`${part} is not on the ${side}`);
  }
  const address = document.querySelector(".site .host");
  if (address) {
    const text = document.createRange();
    text.selectNodeContents(address);
    const [inner, outer] = [text.getBoundingClientRect(), address.getBoundingClientRect()];
    const gap = side === "right" ? outer.right - inner.right : inner.left - outer.left;
    // Where a long one breaks, its lines end a little before their box.
    if (gap > (inner.height > 24 ? 40 : 2)) wrong.push(`the address begins ${gap} from the ${side}`);
  }
  return wrong;
}
