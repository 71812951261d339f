/** Away from a page: back where there is a way back, else to an empty page. */

import { browser } from "./browser.js";
import { changeTab, inTurn, readTab } from "./tabs.js";

const PATIENCE = 3000; // milliseconds that going back may take

/** @param {number} tab */
export async function leave(tab) {
  await changeTab(tab, (record) => void (record.leaving = Date.now()));
  await browser.tabs.goBack(tab).catch(() => toNothing(tab));
}

/**
 * A page can make a past of its own, and then the way back stays in it.
 * @param {{ tabId: number, frameId: number }} details
 */
export async function stayed({ tabId, frameId }) {
  if (frameId !== 0) return;
  const { leaving } = await inTurn(tabId, () => readTab(tabId));
  if (Date.now() < leaving + PATIENCE) await toNothing(tabId);
}

/** @param {number} tab */
const toNothing = (tab) => browser.tabs.update(tab, { url: "about:blank" });
