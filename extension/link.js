/** "Check this link": a link's address is judged before it is opened. */

import { browser } from "./browser.js";
import { runIn } from "./patience.js";

const ID = "check-link";

/** Puts the entry into the menu of links; the browser keeps it. */
export async function offerLinkCheck() {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: ID,
    contexts: ["link"],
    title: browser.i18n.getMessage("menu_check_link"),
    targetUrlPatterns: ["http://*/*", "https://*/*"],
  });
}

/**
 * Shows the link's report in a tab of its own, next to the page.
 * @param {chrome.contextMenus.OnClickData} info
 * @param {chrome.tabs.Tab} [tab]
 */
export async function checkLink({ menuItemId, linkUrl, frameId = 0, ...info }, tab) {
  if (menuItemId !== ID || !linkUrl) return;
  const text = Reflect.get(info, "linkText") ?? (tab?.id !== undefined ? await textOf(tab.id, frameId, linkUrl) : "");
  const about = new URLSearchParams({ link: linkUrl, text });
  await browser.tabs.create({
    url: browser.runtime.getURL(`popup.html?${about}`),
    ...(tab?.id === undefined || tab.id < 0 ? {} : { openerTabId: tab.id, index: tab.index + 1 }),
  });
}

/**
 * What the link says, where the browser does not tell: read in the page, the first link to that address.
 * @param {number} tab
 * @param {number} frame
 * @param {string} url
 * @returns {Promise<string>}
 */
async function textOf(tab, frame, url) {
  const found = await runIn({ target: { tabId: tab, frameIds: [frame] }, func: textIn, args: [url] }).catch(() => []);
  return String(found[0]?.result ?? "");
}

/** Runs in the page. @param {string} address */
function textIn(address) {
  for (const link of document.querySelectorAll("a[href], area[href]")) {
    if (/** @type {HTMLAnchorElement} */ (link).href === address) return (link.textContent ?? "").slice(0, 300);
  }
  return "";
}
