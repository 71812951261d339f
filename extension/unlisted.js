/**
 * Where documents stand, and those among them that the browser does not list though they speak to us: in Chromium
 * blobs and what comes from a script, and all frames of a page that it had kept and the person came back to.
 */

import { browser } from "./browser.js";
import { within } from "./patience.js";

/** @typedef {{ id: number, parent: number, url: string, listed: boolean }} Place Of a document in its tab. */
/** @typedef {Pick<chrome.webNavigation.GetAllFrameResultDetails, "frameId" | "parentFrameId" | "url" | "documentId" | "errorOccurred">} Live */

/** Of an address: whose it is and what for stands at its beginning, and one page can have many. */
const LONGEST = 300;

/**
 * @param {number} tab
 * @param {number} id
 * @param {string} url
 * @returns {Promise<Place>}
 */
export async function placeOf(tab, id, url) {
  const frame = await browser.webNavigation.getFrame({ tabId: tab, frameId: id });
  const web = /^https?:/.test(url);
  // Below none that is known: then it is nobody's but its own.
  const parent = frame?.parentFrameId ?? (id === 0 ? -1 : id);
  const [address = ""] = url.split(/[?#]/, 1);
  // Of the web all were listed when they came.
  return { id, parent, url: address.slice(0, LONGEST), listed: web || Boolean(frame) };
}

/**
 * Whether a document is still there and not closed to us. Asked at once: it may wait for a page that never comes.
 * One that is too busy to answer is there.
 * @param {number} tab
 * @param {string} document
 */
export const answers = (tab, document) =>
  within(
    browser.scripting
      .executeScript({ target: { tabId: tab, documentIds: [document] }, func: () => true, injectImmediately: true })
      .then(() => true, () => false),
  ).catch(() => true);

/**
 * Those of them that are still there: they alone answer.
 * @param {number} tab
 * @param {{ [document: string]: Place }} told
 * @returns {Promise<Live[]>}
 */
export async function unlistedFrames(tab, told) {
  const asked = Object.entries(told).map(async ([documentId, { id: frameId, parent: parentFrameId, url }]) => {
    if (!(await answers(tab, documentId))) return [];
    return [{ frameId, parentFrameId, url, documentId, errorOccurred: false }];
  });
  return (await Promise.all(asked)).flat();
}
