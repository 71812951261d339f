/**
 * What pictures without a name look like. Taken from what the person sees while the popup is open: no
 * request, and nothing of it is kept.
 */

import { browser } from "./browser.js";
import { looks } from "./core/trust_indicator.js";

/** @typedef {import("./core/trust_indicator.js").Evidence} Evidence */

/**
 * Adds their looks to the top document's pictures that are in view.
 * @param {number} tab
 * @param {Evidence} evidence
 * @returns {Promise<boolean>} Whether there is something new to judge.
 */
export async function addLooks(tab, evidence) {
  const seals = evidence.frames?.find(({ id }) => id === 0)?.seals ?? [];
  const pictures = seals.filter(({ rectangle, look }) => rectangle && !look).slice(0, 100);
  if (!pictures.length || !(await browser.tabs.get(tab)).active) return false;
  const [answer] = await browser.scripting.executeScript({
    target: { tabId: tab },
    func: () => ({ x: scrollX, y: scrollY, width: innerWidth }),
  });
  const view = answer?.result;
  if (!view) return false;
  const capture = await pixels(await browser.tabs.captureVisibleTab({ format: "png" }));
  const places = pictures.map(({ rectangle }) => {
    const [x = 0, y = 0, width = 0, height = 0] = rectangle ?? [];
    return [x - view.x, y - view.y, width, height];
  });
  const found = looks(new Uint8Array(capture.data.buffer), capture.width, places, capture.width / view.width);
  pictures.forEach((picture, at) => {
    if (found[at]?.dhash) picture.look = found[at];
  });
  return found.some(({ dhash }) => dhash);
}

/** The policy of our pages lets no picture in by address; bytes need none. @param {string} address */
async function pixels(address) {
  const bytes = Uint8Array.from(atob(address.slice(address.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.drawImage(bitmap, 0, 0);
  return pen.getImageData(0, 0, bitmap.width, bitmap.height);
}
