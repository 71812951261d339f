/** How much room one page's frames may take in the store that all tabs share. */

import { browser } from "./browser.js";
import { answers } from "./unlisted.js";

/** Bytes; a browser keeps ten times as much in all. */
const FACTS_KEPT = 1e6;

/**
 * Whether frames told as much as is kept, without those that are gone.
 * @param {number} tab
 * @param {string[]} documents
 */
export async function isFull(tab, documents) {
  const { session } = browser.storage;
  const keys = documents.map((document) => `facts:${document}`);
  const full = async () => keys.length > 0 && (await session.getBytesInUse(keys)) > FACTS_KEPT;
  if (!(await full())) return false;
  const listed = new Set((await browser.webNavigation.getAllFrames({ tabId: tab }))?.map(({ documentId }) => documentId));
  const gone = documents.map(async (document) =>
    listed.has(document) || (await answers(tab, document)) ? [] : [`facts:${document}`]);
  await session.remove((await Promise.all(gone)).flat());
  return full();
}
