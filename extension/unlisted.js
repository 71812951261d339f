/**
 * Frames that the browser does not list though they speak to us: in Chromium those whose document is a blob
 * or comes from a script.
 */

import { browser } from "./browser.js";
import { within } from "./patience.js";

/** @typedef {{ id: number, url: string }} Unlisted */
/** @typedef {Pick<chrome.webNavigation.GetAllFrameResultDetails, "frameId" | "parentFrameId" | "url" | "documentId" | "errorOccurred">} Live */

/**
 * @param {number} tab
 * @param {number} id
 * @param {string} url
 * @returns {Promise<Unlisted | undefined>} None where the browser lists it.
 */
export async function unlisted(tab, id, url) {
  if (/^https?:/.test(url)) return undefined;
  return (await browser.webNavigation.getFrame({ tabId: tab, frameId: id })) ? undefined : { id, url };
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
 * @param {{ [document: string]: Unlisted }} told
 * @returns {Promise<Live[]>}
 */
export async function unlistedFrames(tab, told) {
  const asked = Object.entries(told).map(async ([documentId, { id: frameId, url }]) => {
    if (!(await answers(tab, documentId))) return [];
    return [{ frameId, parentFrameId: frameId === 0 ? -1 : 0, url, documentId, errorOccurred: false }];
  });
  return (await Promise.all(asked)).flat();
}
