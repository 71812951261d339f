/**
 * From a request to the document it becomes. Requests know no document and commits know no request: what
 * arrived waits in the tab's record and is bound by its address when the document is committed.
 */

import { browser, getSecurityInfo } from "./browser.js";
import { chromiumError, fromChromium, fromFirefox } from "./connection.js";
import { isClosed } from "./frames.js";
import { overrideOf, rememberOverride } from "./memory.js";
import { runIn } from "./patience.js";
import { refresh } from "./refresh.js";
import {
  changeDocument,
  changeTab,
  evidenceOf,
  hostOf,
  isPrivate,
  keepDocument,
  newDocument,
  plain,
  readDocument,
  untold,
} from "./tabs.js";
import { answers } from "./unlisted.js";
import { upgradesIn } from "./upgrades.js";

/** @typedef {import("./core/trust_indicator.js").Connection} Connection */
/** @typedef {import("./tabs.js").Pending} Pending */
/** @typedef {import("./tabs.js").Tab} Tab */

const MOST_PENDING = 8;
const MOST_REDIRECTS = 20;
const MOST_LOADS = 50;
const MOST_AUTHENTICATIONS = 10;
const PATIENCE = 2000; // ms until a document that is still being read is looked at

/** @param {string} url */
const withoutFragment = (url) => url.split("#", 1)[0] ?? "";
/** @param {string} url Host and port. */
const hostAndPort = (url) => (URL.canParse(url) ? new URL(url).host : "");

/** @param {{ tabId: number, frameId: number, parentFrameId: number, url: string }} details */
export async function begins({ tabId, frameId, parentFrameId, url }) {
  // The empty page in a frame can be written into while nothing comes.
  if (parentFrameId !== -1) return waitFor(tabId, frameId);
  await changeTab(tabId, (tab) => {
    tab.navigating = url;
  });
}

/**
 * The record of a main document on its way.
 * @param {Tab} tab
 * @param {{ requestId: string, url: string, timeStamp: number }} details
 * @returns {Pending}
 */
function pendingOf(tab, { requestId, url, timeStamp }) {
  const known = tab.pending[requestId] ??
    { at: 0, url, redirects: [], upgrades: false, connection: null, authentications: [], asks: false };
  // Another hop has another connection.
  const connection = known.url === url ? known.connection : null;
  const pending = { ...known, at: timeStamp, url, connection };
  tab.pending[requestId] = pending;
  // A download never becomes a document.
  const oldest = Object.entries(tab.pending).sort(([, a], [, b]) => b.at - a.at);
  for (const [request] of oldest.slice(MOST_PENDING)) delete tab.pending[request];
  return pending;
}

/** @param {chrome.webRequest.OnBeforeRedirectDetails} details */
export async function redirected(details) {
  // A load that the site's service worker answers, or lets go past, looks like a redirect to itself.
  if (details.url === details.redirectUrl) return;
  await changeTab(details.tabId, (tab) => {
    const pending = pendingOf(tab, details);
    pending.redirects = [...pending.redirects, details.url].slice(-MOST_REDIRECTS);
    pending.url = details.redirectUrl;
    pending.connection = null;
  });
}

/**
 * Blocking, for Firefox tells of a connection only while the response waits.
 * @param {chrome.webRequest.OnHeadersReceivedDetails} details
 * @returns {Promise<chrome.webRequest.BlockingResponse>}
 */
export async function arrivedInFirefox(details) {
  const connection = details.url.startsWith("https:")
    ? await fromFirefox(details.requestId).catch(() => untold())
    : plain();
  void changeTab(details.tabId, (tab) => {
    answered(tab, details).connection = connection;
  });
  return {};
}

/** @param {chrome.webRequest.OnHeadersReceivedDetails} details */
export async function arrivedInChromium(details) {
  const info = /** @type {Parameters<typeof fromChromium>[0] | undefined} */ (
    Reflect.get(details, "securityInfo")
  );
  await changeTab(details.tabId, async (tab) => {
    const { fault } = tab;
    // Whoever answers after its error was gone past, wherever the answer leads; by http there is no error.
    const past = fault?.host === hostOf(details.url) && details.url.startsWith("https:");
    if (past) await noteOverride(fault, await isPrivate(details.tabId));
    const pending = answered(tab, details);
    if (!details.url.startsWith("https:")) pending.connection = plain();
    // Without its flag Chromium tells nothing of it.
    else pending.connection = info ? fromChromium(info) : (pending.connection ?? untold());
  });
}

/** What was known before is no news of this load. @param {import("./tabs.js").Fault} fault @param {boolean} hidden */
async function noteOverride(fault, hidden) {
  if (await overrideOf(fault.host, hidden)) return;
  await rememberOverride(fault.host, fault.error, hidden);
  fault.noted = true;
}

/**
 * A response that is no question ends the questions for its address, even where it becomes a download.
 * @param {Tab} tab
 * @param {chrome.webRequest.OnHeadersReceivedDetails} details
 * @returns {Pending}
 */
function answered(tab, details) {
  const { url, statusCode, responseHeaders } = details;
  const pending = pendingOf(tab, details);
  pending.upgrades = upgradesIn(responseHeaders);
  if (statusCode === 401) return pending;
  for (const load of Object.values(tab.pending)) load.asks &&= load.url !== url;
  return pending;
}

/** @param {chrome.webRequest.OnErrorOccurredDetails} details */
export async function failed({ tabId, requestId, url, error }) {
  const cause = chromiumError(error);
  await changeTab(tabId, async (tab) => {
    delete tab.pending[requestId];
    tab.failed = withoutFragment(url);
    await failedAlready(tab);
    if (cause) tab.fault = { host: hostOf(url), error: cause };
  });
}

/**
 * Firefox may tell of its error page before it tells of the error.
 * @param {Tab} tab
 */
async function failedAlready(tab) {
  const [newest] = tab.documents;
  const shown = newest ? await readDocument(newest) : undefined;
  if (!newest || !shown || shown.asked || withoutFragment(shown.url) !== tab.failed) return;
  await keepDocument(tab, newest, { ...shown, load: "failed" });
}

/** @param {chrome.webRequest.OnAuthRequiredDetails} details */
export async function asksForSignIn(details) {
  const { tabId, url, scheme, isProxy: proxy, type } = details;
  if (tabId < 0) return;
  const authentication = { url, scheme, proxy };
  if (type === "main_frame") {
    await changeTab(tabId, async (tab) => {
      const pending = pendingOf(tab, details);
      // The person is about to answer: whether an error was gone past before is known now.
      pending.connection = await withCause(pending.connection ?? untold(), tabId, tab, url);
      pending.authentications = [...pending.authentications, authentication].slice(-MOST_AUTHENTICATIONS);
      pending.asks = true;
    });
    void refresh(tabId);
    return;
  }
  await changeTop(tabId, (shown) => {
    if (shown.authentications.some((known) => known.url === url)) return false;
    shown.authentications = [...shown.authentications, authentication].slice(-MOST_AUTHENTICATIONS);
    return true;
  });
}

/** A part of a page came over http. @param {chrome.webRequest.OnResponseStartedDetails & { originUrl?: string }} details */
export async function cameUnencrypted({ tabId, type, url, initiator, originUrl }) {
  if (tabId < 0 || type === "main_frame") return;
  // Asked for by the page before, while this one came.
  if (/^http:/.test(initiator ?? originUrl ?? "")) return;
  const host = hostAndPort(url);
  await changeTop(tabId, (shown) => {
    const known = shown.insecureLoads.some((load) => load.kind === type && load.host === host);
    if (known || shown.insecureLoads.length >= MOST_LOADS || !shown.url.startsWith("https:")) return false;
    shown.insecureLoads.push({ kind: type, host });
    return true;
  });
}

/**
 * Changes the record of the document that stands in a tab, and judges again.
 * @param {number} tab
 * @param {(shown: import("./tabs.js").Shown) => boolean} how
 */
async function changeTop(tab, how) {
  const top = (await browser.webNavigation.getFrame({ tabId: tab, frameId: 0 }))?.documentId;
  if (!top) return;
  let changed = false;
  await changeDocument(tab, top, (shown) => (changed = how(shown)));
  if (changed) await refresh(tab);
}

/** @param {chrome.webNavigation.WebNavigationTransitionCallbackDetails} details */
export async function committed({ tabId, frameId, parentFrameId, url, documentId, documentLifecycle, transitionType, transitionQualifiers }) {
  if (parentFrameId === -1 && documentId) {
    const returns = transitionQualifiers.includes("forward_back");
    await changeTab(tabId, async (tab) => {
      // Past an error Chromium leads by loading again: whoever came another way did not go past it.
      if (tab.fault && transitionType !== "reload") {
        if (tab.fault.noted) await rememberOverride(tab.fault.host, undefined, await isPrivate(tabId));
        tab.fault = null;
      }
      // Known: back to a page that the browser had kept, or a page made ready before it was asked for.
      let shown = await readDocument(documentId);
      // A tab that was unloaded and is restored returns as well, but by a request.
      if (!shown || (shown.early && (!returns || arrivedFor(tab, url).length > 0))) {
        const early = shown;
        shown = await bound(tabId, tab, url, returns, transitionQualifiers.includes("server_redirect"));
        if (early) Object.assign(shown, { facts: early.facts, places: early.places, upgrades: early.upgrades || shown.upgrades });
      }
      shown.returned = returns;
      if (!isClosed(url)) await keepDocument(tab, documentId, shown, documentLifecycle === "prerender");
      tab.navigating = null;
      tab.fault = null;
      // Not at the start of the next navigation: Firefox may tell of that after it told of its failure.
      tab.failed = null;
    });
  }
  waitFor(tabId, frameId);
  await refresh(tabId);
}

/** Frames whose documents are awaited or still being read, and when we look all the same. @type {Map<string, ReturnType<typeof setTimeout>>} */
const unfinished = new Map();

/** @param {number} tabId @param {number} frameId */
function waitFor(tabId, frameId) {
  finished({ tabId, frameId });
  unfinished.set(`${tabId} ${frameId}`, setTimeout(lookEarly, PATIENCE, tabId, frameId));
}

/** Content scripts come now by themselves. @param {{ tabId: number, frameId: number }} details */
export function finished({ tabId, frameId }) {
  clearTimeout(unfinished.get(`${tabId} ${frameId}`));
  unfinished.delete(`${tabId} ${frameId}`);
}

/** What stood in a frame stays there. @param {{ tabId: number, frameId: number }} details */
export async function cameToNothing({ tabId, frameId }) {
  if (frameId) await lookEarly(tabId, frameId);
  await refresh(tabId);
}

/** @param {{ tabId: number, frameId: number, documentId?: string, url: string }} details */
export async function completed({ tabId, frameId, documentId = "", url }) {
  if (frameId === 0) setTimeout(tellClosed, PATIENCE, tabId, documentId, url);
  await refresh(tabId);
}

/**
 * The browser keeps some pages to itself whose addresses look like any other: its reader of PDF, its shop.
 * @param {number} tabId
 * @param {string} documentId
 * @param {string} url
 */
async function tellClosed(tabId, documentId, url) {
  const top = (await evidenceOf(tabId)).frames?.[0];
  if (!top || top.looked || top.url !== url || !(await mayWatch(url))) return;
  if (await answers(tabId, documentId)) return;
  await changeDocument(tabId, documentId, (shown) => {
    if (shown.load !== "failed") shown.load = "closed";
  });
  await refresh(tabId);
}

/**
 * A response or a script that never ends keeps content scripts out, and the person types all the same.
 * @param {number} tabId
 * @param {number} frameId
 */
async function lookEarly(tabId, frameId) {
  finished({ tabId, frameId });
  const target = { tabId, frameIds: [frameId] };
  await runIn({ target, files: contentScripts() }).catch(() => undefined);
}

const contentScripts = () => (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ js = [] }) => js);

/**
 * What arrived for this address, the newest first.
 * @param {Tab} tab
 * @param {string} url
 */
const arrivedFor = (tab, url) =>
  Object.entries(tab.pending)
    .filter(([, candidate]) => withoutFragment(candidate.url) === withoutFragment(url))
    .sort(([, a], [, b]) => b.at - a.at);

/**
 * The new document of this address, with what arrived for it.
 * @param {number} tabId
 * @param {Tab} tab
 * @param {string} url
 * @param {boolean} returns
 * @param {boolean} led Here, by an answer that no event told of.
 * @returns {Promise<import("./tabs.js").Shown>}
 */
async function bound(tabId, tab, url, returns, led) {
  const address = withoutFragment(url);
  const arrived = arrivedFor(tab, url);
  for (const [request] of arrived) delete tab.pending[request];
  const pending = arrived[0]?.[1];
  const shown = newDocument(tabId, url, "notWatched");
  shown.redirects = pending?.redirects ?? [];
  // Chromium ends the request that asked for a sign-in, and makes another with the answer.
  shown.authentications = arrived.flatMap(([, { authentications }]) => authentications);
  shown.upgrades = pending?.upgrades ?? false;
  if (pending?.connection) {
    const connection = await withCause(pending.connection, tabId, tab, url);
    return { ...shown, load: "watched", asked: true, connection };
  }
  // Firefox commits its own error page under the address that failed.
  if (tab.failed === address) return newDocument(tabId, url, "failed");
  // A page that the site's service worker made, or one without any request: seen from its start as well,
  // as long as the browser lets us watch this site. A page that comes back without a request may have been
  // loaded before we looked.
  const begun = !returns && tab.navigating !== null && (led || withoutFragment(tab.navigating) === address);
  if (!(pending || begun) || !(await mayWatch(url))) return shown;
  // No site gets a service worker past a certificate error.
  const connection = faultless(await withCause(shown.connection, tabId, tab, url));
  return { ...shown, load: "watched", connection };
}

/**
 * Chromium names a certificate error when it stops a load, and lets the person past it afterwards: the
 * cause comes from the error page that stood in this tab just before, or from when it did.
 * @param {Connection} connection
 * @param {number} tabId
 * @param {Tab} tab
 * @param {string} url
 * @returns {Promise<Connection>}
 */
async function withCause(connection, tabId, tab, url) {
  if (!url.startsWith("https:")) return faultless(connection);
  const host = hostOf(url);
  const hidden = await isPrivate(tabId);
  if (getSecurityInfo) {
    // Firefox tells of it, or could not; what it tells is kept for the parts of other pages, of which it tells nothing.
    if (connection.error !== "unknown") await rememberOverride(host, seen(connection.error), hidden);
    return connection;
  }
  if (seen(connection.state) === "secure") {
    await rememberOverride(host, undefined, hidden);
    return connection;
  }
  const fresh = tab.fault?.host === host ? tab.fault.error : undefined;
  if (fresh) await rememberOverride(host, fresh, hidden);
  const cause = fresh ?? (await overrideOf(host, hidden));
  return cause ? { ...connection, error: { seen: cause } } : faultless(connection);
}

/** Where nothing tells of an error there was none. @param {Connection} connection @returns {Connection} */
const faultless = (connection) => (connection.error === "unknown" ? { ...connection, error: "absent" } : connection);

/** @template T @param {import("./core/trust_indicator.js").Known<T> | undefined} fact */
const seen = (fact) => (typeof fact === "object" ? fact.seen : undefined);

/** @param {string} url */
async function mayWatch(url) {
  if (!/^https?:/.test(url)) return true;
  return browser.permissions.contains({ origins: [`${new URL(url).protocol}//${new URL(url).hostname}/*`] });
}

/** Pages that were open before: Firefox looks into them by itself, Chromium has to be told. */
export async function lookAtOpenPages() {
  const files = contentScripts();
  const open = getSecurityInfo ? [] : await browser.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  for (const { id } of open) {
    if (id === undefined) continue;
    // A page that the browser keeps closed refuses; nothing is lost.
    void runIn({ target: { tabId: id, allFrames: true }, files }).catch(() => undefined).then(() => refresh(id));
  }
}
