/** Away from a page: back where there is a way back, else to an empty page. */

import { browser } from "./browser.js";
import { changeTab, hostOf, inTurn, readTab } from "./tabs.js";

/** Milliseconds until the way back has begun where there is one, and that it may take. */
const [SOON, PATIENCE] = [500, 3000];

/** @param {number} tab */
export async function leave(tab) {
  const at = Date.now();
  const { url = "" } = await browser.tabs.get(tab);
  await changeTab(tab, (record) => void (record.leaving = { at, host: hostOf(url), left: false }));
  await browser.tabs.goBack(tab).catch(() => toNothing(tab));
  setTimeout(stillThere, SOON, tab, at);
}

/** Firefox does not say that there is no way back. @param {number} tab @param {number} at */
async function stillThere(tab, at) {
  const { leaving } = await inTurn(tab, () => readTab(tab));
  if (leaving?.at !== at || leaving.left) return;
  const { status } = await browser.tabs.get(tab);
  if (status === "loading" && Date.now() < at + PATIENCE) setTimeout(stillThere, SOON, tab, at);
  else await toNothing(tab);
}

/**
 * The way back may lead to a page that leads forward again.
 * @param {{ tabId: number, frameId: number, url: string, transitionQualifiers: string[] }} details
 */
export async function came({ tabId, frameId, url, transitionQualifiers }) {
  if (frameId !== 0) return;
  const { leaving } = await inTurn(tabId, () => readTab(tabId));
  if (!leaving || Date.now() > leaving.at + PATIENCE) return;
  // The page that came has as long as the way back had.
  const at = leaving.left ? leaving.at : Date.now();
  await changeTab(tabId, (record) => {
    // Whoever left once more meanwhile is waited for anew.
    if (record.leaving?.at === leaving.at) record.leaving = { ...leaving, at, left: true };
  });
  const again = hostOf(url) !== "" && hostOf(url) === leaving.host && !transitionQualifiers.includes("forward_back");
  if (again) await toNothing(tabId);
}

/**
 * A page can make a past of its own, and then the way back stays in it.
 * @param {{ tabId: number, frameId: number }} details
 */
export async function stayed({ tabId, frameId }) {
  if (frameId !== 0) return;
  const { leaving } = await inTurn(tabId, () => readTab(tabId));
  if (leaving && !leaving.left && Date.now() < leaving.at + PATIENCE) await toNothing(tabId);
}

/** @param {number} tab */
const toNothing = (tab) => browser.tabs.update(tab, { url: "about:blank" });
