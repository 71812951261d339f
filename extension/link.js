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
  const popup = `popup.html?${new URLSearchParams({ link: linkUrl, text })}`;
  if (tab?.id === undefined || tab.id < 0) return void (await browser.tabs.create({ url: browser.runtime.getURL(popup) }));
  const beside = { openerTabId: tab.id, index: tab.index + 1 };
  // Chromium opens no page of ours in a private window, and elsewhere the link would outlive it.
  await browser.tabs.create({ url: browser.runtime.getURL(popup), ...beside }).catch(() => inPopup(tab, `${popup}&as=popup`));
}

/** @param {chrome.tabs.Tab} tab @param {string} popup */
async function inPopup({ id: tabId, windowId }, popup) {
  await browser.action.setPopup({ tabId, popup });
  // Only this once.
  await browser.action.openPopup({ windowId }).finally(() => browser.action.setPopup({ tabId, popup: "popup.html" }));
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
