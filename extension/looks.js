/**
 * What pictures without a name look like. Taken from what the person sees while the popup is open: no
 * request, and nothing of it is kept.
 */

import { browser } from "./browser.js";
import { looks } from "./core/trust_indicator.js";
import { runIn } from "./patience.js";
import { screenshot } from "./screenshot.js";

/** @typedef {import("./core/trust_indicator.js").Evidence} Evidence */

/**
 * Adds the top document's small pictures that are in view, with their looks.
 * @param {number} tab
 * @param {Evidence} evidence
 * @returns {Promise<boolean>} Whether there is something new to judge.
 */
export async function addLooks(tab, evidence) {
  const top = evidence.frames?.find(({ id }) => id === 0);
  if (!top?.looked || !(await browser.tabs.get(tab)).active) return false;
  const [answer] = await runIn({ target: { tabId: tab }, func: smallPictures });
  const view = answer?.result;
  const seals = top.seals ?? [];
  /** @type {typeof seals} */
  const unnamed = (view?.small ?? []).filter(({ index }) => !seals.some((known) => known.index === index));
  const pictures = [...seals, ...unnamed].filter(({ rectangle }) => rectangle).slice(0, 100);
  if (!view || !pictures.length) return false;
  const capture = pixels(await screenshot());
  const places = pictures.map(({ rectangle }) => {
    const [x = 0, y = 0, width = 0, height = 0] = rectangle ?? [];
    return [x - view.x, y - view.y, width, height];
  });
  const found = looks(new Uint8Array(capture.data.buffer), capture.width, places, capture.width / view.width);
  pictures.forEach((picture, at) => {
    if (found[at]?.dhash) picture.look = found[at];
  });
  top.seals = [...seals, ...unnamed.filter(({ look }) => look)];
  return found.some(({ dhash }) => dhash);
}

/** Runs in the page, beside its content script: what may be a seal whatever it is called, and the view. */
function smallPictures() {
  const { sealFacts, tools } = Reflect.get(globalThis, "trustIndicator");
  const small = [];
  for (const picture of tools.all(document, "img,svg,input[type=image],a:empty")) {
    const { width, height } = picture.getBoundingClientRect();
    if (width > 0 && width <= 300 && height <= 200) small.push(sealFacts(picture));
    if (small.length === 20) break;
  }
  return { x: scrollX, y: scrollY, width: innerWidth, small };
}

/** @param {ImageBitmap} picture */
function pixels(picture) {
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.drawImage(picture, 0, 0);
  return pen.getImageData(0, 0, picture.width, picture.height);
}
