/** How much room one page's frames may take in the store that all tabs share. */

import { browser } from "./browser.js";
import { answers } from "./unlisted.js";

/** Bytes; a browser keeps ten times as much in all. */
const FACTS_KEPT = 1e6;

/** Under which name it is kept what a document told. @param {string | undefined} document */
export const factsKey = (document) => `facts:${document}`;

/**
 * Whether frames told as much as is kept, without those that are gone.
 * @param {number} tab
 * @param {string[]} documents
 */
export async function isFull(tab, documents) {
  const { session } = browser.storage;
  const keys = documents.map(factsKey);
  const full = async () => keys.length > 0 && (await session.getBytesInUse(keys)) > FACTS_KEPT;
  if (!(await full())) return false;
  await session.remove((await gone(tab, documents)).map(factsKey));
  return full();
}

/**
 * Forgets what stood in a page and is gone.
 * @param {number} tab
 * @param {import("./tabs.js").Shown} shown
 */
export async function letGo(tab, shown) {
  const left = await gone(tab, shown.facts);
  shown.facts = shown.facts.filter((document) => !left.includes(document));
  for (const document of left) delete shown.places[document];
  await browser.storage.session.remove(left.map(factsKey));
}

/**
 * Those of a tab's documents that stand there no more.
 * @param {number} tab
 * @param {string[]} documents
 */
async function gone(tab, documents) {
  const listed = new Set((await browser.webNavigation.getAllFrames({ tabId: tab }))?.map(({ documentId }) => documentId));
  const told = documents.map(async (document) => (listed.has(document) || (await answers(tab, document)) ? [] : [document]));
  return (await Promise.all(told)).flat();
}
