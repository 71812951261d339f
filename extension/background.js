/**
 * Listens. Every listener stands at the top level, so that an event wakes a background that was stopped;
 * nothing is kept in variables that a stop may not take.
 */

import { browser, getSecurityInfo } from "./browser.js";
import { forgetTab } from "./tabs.js";
import * as navigation from "./navigation.js";
import { onMessage } from "./messages.js";
import { refresh } from "./refresh.js";
import { came, stayed } from "./leave.js";
import { chosen } from "./choices.js";
import { checkLink, offerLinkCheck } from "./link.js";

const { webRequest, webNavigation, tabs, runtime, storage, contextMenus } = browser;

/** @type {chrome.webRequest.RequestFilter} */
const everything = { urls: ["<all_urls>"] };
/** @type {chrome.webRequest.RequestFilter} */
const documents = { urls: ["<all_urls>"], types: ["main_frame"] };

webNavigation.onBeforeNavigate.addListener(navigation.begins);
webRequest.onBeforeRedirect.addListener(navigation.redirected, documents);
webRequest.onErrorOccurred.addListener(navigation.failed, documents);
webRequest.onResponseStarted.addListener(navigation.cameUnencrypted, { urls: ["http://*/*", "ws://*/*"] });
if (getSecurityInfo) {
  // Firefox alone lets a listener answer later, which its declarations do not know.
  /** @type {(details: chrome.webRequest.OnHeadersReceivedDetails) => any} */
  const arrived = navigation.arrivedInFirefox;
  webRequest.onHeadersReceived.addListener(arrived, documents, ["blocking", "responseHeaders"]);
  // Told only to who could answer. Nothing is answered: the browser asks the person.
  /** @type {(details: chrome.webRequest.OnAuthRequiredDetails) => any} */
  const asked = navigation.asksForSignIn;
  webRequest.onAuthRequired.addListener(asked, everything, ["blocking"]);
} else {
  webRequest.onAuthRequired.addListener(onlySee(navigation.asksForSignIn), everything);
  // Both, always: with Chromium's flag off the second alone is never called, beside the first it is.
  webRequest.onHeadersReceived.addListener(onlySee(navigation.arrivedInChromium), documents, ["responseHeaders"]);
  webRequest.onHeadersReceived.addListener(onlySee(navigation.arrivedInChromium), documents, [
    "responseHeaders",
    /** @type {"responseHeaders"} */ (/** @type {string} */ ("securityInfoRawDer")),
  ]);
}
webNavigation.onCommitted.addListener(navigation.committed);
webNavigation.onCommitted.addListener(came);
for (const moved of [webNavigation.onHistoryStateUpdated, webNavigation.onReferenceFragmentUpdated]) {
  moved.addListener(({ tabId }) => refresh(tabId));
  moved.addListener(stayed);
}
webNavigation.onDOMContentLoaded.addListener(navigation.finished);
webNavigation.onCompleted.addListener(navigation.completed);
webNavigation.onErrorOccurred.addListener(navigation.cameToNothing);
tabs.onReplaced.addListener((added, removed) => {
  void forgetTab(removed);
  refresh(added);
});
tabs.onRemoved.addListener(forgetTab);

runtime.onMessage.addListener(onMessage);
storage.onChanged.addListener(chosen);

// Firefox for Android has no context menus.
contextMenus?.onClicked.addListener(checkLink);

runtime.onInstalled.addListener(async ({ reason }) => {
  offerLinkCheck();
  if (reason === "install") await tabs.create({ url: runtime.getURL("welcome.html") });
  await navigation.lookAtOpenPages();
});

/**
 * For events that could be answered, and are not.
 * @template T
 * @param {(details: T) => Promise<void>} run
 * @returns {(details: T) => undefined}
 */
function onlySee(run) {
  return (details) => void run(details);
}
