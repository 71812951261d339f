/**
 * What was observed, per tab and document, in `storage.session`: it outlives the background and ends with
 * the browser. The browser is asked which documents live in a tab now; here only what it forgets is kept.
 *
 * - `tab:<tab id>`            → Tab: loads in flight, the documents that were shown
 * - `document:<document id>`  → Shown: how a top document came here
 * - `facts:<document id>`     → Facts: what a document's content script saw, top or frame
 */

import { browser, thisBrowser } from "./browser.js";
import { FRAMES_READ, isClosed, readFrames } from "./frames.js";
import { least, together } from "./gravest.js";
import { forgetPrivate, memoryOf, overrides } from "./memory.js";
import { factsKey, isFull, letGo } from "./room.js";
import { unlistedFrames } from "./unlisted.js";

/** @typedef {import("./core/trust_indicator.js").Connection} Connection */
/** @typedef {import("./core/trust_indicator.js").Evidence} Evidence */
/** @typedef {import("./core/trust_indicator.js").Facts} Facts */
/** @typedef {import("./core/trust_indicator.js").Frame} Frame */
/** @typedef {import("./core/trust_indicator.js").HttpAuthentication} HttpAuthentication */
/** @typedef {import("./core/trust_indicator.js").InsecureLoad} InsecureLoad */
/** @typedef {import("./core/trust_indicator.js").Load} Load */
/** @typedef {import("./unlisted.js").Live} Live */
/** @typedef {import("./unlisted.js").Place} Place */

/**
 * @typedef {object} Tab
 * @property {{ [request: string]: Pending }} pending Main documents on their way, by request id.
 * @property {string | null} navigating An address whose navigation was seen from its start.
 * @property {Fault | null} fault The certificate error whose page stands in this tab.
 * @property {string[]} documents Top documents, the newest first.
 * @property {string[]} warned Warnings that the person chose to go past.
 * @property {string | null} failed An address whose load failed.
 * @property {{ at: number, host: string, left: boolean } | null} leaving When the person chose to leave which
 *   host, and whether another document came since.
 */

/**
 * @typedef {object} Fault
 * @property {string} host
 * @property {import("./core/trust_indicator.js").CertificateError} error
 * @property {boolean} [noted] An answer of the host came, and was taken for a way past it.
 */

/**
 * @typedef {object} Pending
 * @property {number} at
 * @property {string} url
 * @property {string[]} redirects
 * @property {Connection | null} connection None until the response's head came.
 * @property {boolean} upgrades What that head says of it.
 * @property {HttpAuthentication[]} authentications
 * @property {boolean} asks Whether the browser's window for them stands there now.
 */

/**
 * @typedef {object} Shown
 * @property {number} tab
 * @property {string} url
 * @property {Load} load
 * @property {string[]} redirects
 * @property {boolean} upgrades Whether all it asks for goes by https, whatever its addresses say.
 * @property {Connection} connection
 * @property {HttpAuthentication[]} authentications
 * @property {InsecureLoad[]} insecureLoads
 * @property {string[]} facts Documents whose facts are kept with this one.
 * @property {{ [document: string]: Place }} places Where they stand.
 * @property {boolean} returned The browser had kept it; then it may list none of its frames.
 * @property {{ [document: string]: string }} guarded What was last said to the guard in a document.
 * @property {{ [document: string]: string }} explained What was last said at the seals of a document.
 * @property {boolean} gone The page kept removing a warning.
 * @property {boolean} asked Whether a request of ours to see was bound to it.
 * @property {boolean} early Made when its content script spoke; how it came here was not yet told.
 */

/** A browser keeps a handful of left pages ready to come back to. */
const DOCUMENTS_KEPT = 10;
const FRAMES_COUNTED = 100; // before those that are gone are let go

/** A connection of which nothing is known yet. @returns {Connection} */
export const untold = () => ({ state: "unknown", error: "unknown", certificates: "unknown" });

/** Plain http: the address itself tells. @returns {Connection} */
export const plain = () => ({ state: { seen: "insecure" }, error: "absent", certificates: "absent" });

/** @returns {Tab} */
const emptyTab = () => ({
  pending: {},
  navigating: null,
  fault: null,
  documents: [],
  warned: [],
  failed: null,
  leaving: null,
});

/**
 * @param {number} tab
 * @param {string} url
 * @param {Load} load
 * @returns {Shown}
 */
export const newDocument = (tab, url, load) => ({
  tab,
  url,
  load,
  redirects: [],
  upgrades: false,
  connection: unseen(url),
  authentications: [],
  insecureLoads: [],
  facts: [],
  places: {},
  returned: false,
  guarded: {},
  explained: {},
  gone: false,
  asked: false,
  early: false,
});

/** Of which nothing was seen but its address. @param {string} url */
const unseen = (url) => (url.startsWith("http:") ? plain() : untold());

/** @template T @param {string} key @returns {Promise<T | undefined>} */
const read = async (key) => /** @type {T | undefined} */ ((await browser.storage.session.get(key))[key]);

/** @param {number} tab @returns {Promise<Tab>} */
export const readTab = async (tab) => ({ ...emptyTab(), ...(await read(`tab:${tab}`)) });

/** @param {string} document @returns {Promise<Shown | undefined>} */
export const readDocument = (document) => read(`document:${document}`);

/** The last change asked for in each tab. Only the background changes records, so its own line is enough. */
/** @type {Map<number, Promise<unknown>>} */
const last = new Map();

/**
 * One change at a time in a tab, in the order of the events. (The browser's own locks do not keep it: in a
 * worker just woken, Chromium lets a later request overtake an earlier one.)
 * @template T
 * @param {number} tab
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function inTurn(tab, work) {
  const turn = (last.get(tab) ?? Promise.resolve()).then(work);
  const settled = turn.then(
    () => undefined,
    () => undefined,
  );
  last.set(tab, settled);
  settled.then(() => last.get(tab) === settled && last.delete(tab));
  return turn;
}

/**
 * Changes a tab's record; in turn.
 * @param {number} tab
 * @param {(record: Tab) => void | Promise<void>} how
 */
export const changeTab = (tab, how) =>
  inTurn(tab, async () => {
    const record = await readTab(tab);
    await how(record);
    await store({ [`tab:${tab}`]: record });
  });

/**
 * Changes the record of a document that is known; in turn. The change may say that there was none.
 * @param {number} tab
 * @param {string} document
 * @param {(record: Shown) => void | boolean} how
 */
export const changeDocument = (tab, document, how) =>
  inTurn(tab, async () => {
    const record = await readDocument(document);
    if (record && how(record) !== false) await store({ [`document:${document}`]: record });
  });

/**
 * Keeps a new top document and lets go of the oldest ones; called in turn, with the tab's record.
 * @param {Tab} record
 * @param {string} document
 * @param {Shown} shown
 * @param {boolean} [waits] Made ready before it is asked for: it stands behind the one that is shown.
 */
export async function keepDocument(record, document, shown, waits = false) {
  const others = record.documents.filter((known) => known !== document);
  record.documents = [...(waits ? others.splice(0, 1) : []), document, ...others];
  const old = record.documents.splice(DOCUMENTS_KEPT);
  await forgetDocuments(old);
  await store({ [`document:${document}`]: shown });
}

/**
 * The store is small and one page can fill it: then what was left behind is let go, in every tab.
 * @param {{ [key: string]: unknown }} items
 */
async function store(items) {
  try {
    await browser.storage.session.set(items);
  } catch {
    const kept = Object.entries(await browser.storage.session.get()).filter(([key]) => key.startsWith("tab:"));
    await forgetDocuments(kept.flatMap(([, tab]) => /** @type {Tab} */ (tab).documents.slice(1)));
    await browser.storage.session.set(items);
  }
}

/** @param {string[]} documents */
async function forgetDocuments(documents) {
  const keys = documents.map((document) => `document:${document}`);
  /** @type {{ [key: string]: Shown }} */
  const stored = keys.length ? await browser.storage.session.get(keys) : {};
  const facts = Object.values(stored).flatMap((shown) => shown.facts.map(factsKey));
  if (keys.length) await browser.storage.session.remove([...keys, ...facts]);
}

/** A tab was closed. @param {number} tab */
export const forgetTab = (tab) =>
  inTurn(tab, async () => {
    const record = await readTab(tab);
    await forgetDocuments(record.documents);
    await browser.storage.session.remove(`tab:${tab}`);
    const left = await browser.tabs.query({});
    if (!left.some(({ id, incognito }) => incognito && id !== tab)) await forgetPrivate();
  });

/** A tab that is gone counts as private: nothing of it is kept. @param {number} tab */
export const isPrivate = async (tab) => (await browser.tabs.get(tab).catch(() => undefined))?.incognito ?? true;

/**
 * Keeps what a document's content script saw. What could not be read, or fills the store, is too much to judge.
 * @param {number} tab
 * @param {string} document
 * @param {Facts | null} told None where it could not be read: what was known before stays, and is not all.
 * @param {Place} place
 * @param {boolean} [part] It is a part of what was told: the rest stays as it was known.
 */
export const keepFacts = (tab, document, told, place, part = false) =>
  inTurn(tab, async () => {
    const frame = await browser.webNavigation.getFrame({ tabId: tab, frameId: 0 });
    const itself = place.id === 0 && !place.listed;
    const top = itself ? document : frame?.documentId;
    const url = itself ? place.url : frame?.url;
    let shown;
    if (url !== undefined && top) {
      // A page that was open before the extension looked has no record yet; and in Firefox a content
      // script may speak before the browser tells of its document.
      shown = (await readDocument(top)) ?? { ...newDocument(tab, url, "notWatched"), early: true };
      if (!shown.facts.includes(document)) {
        // A page can put ever new frames into itself.
        if ((shown.facts.length + 1) % FRAMES_COUNTED === 0) await letGo(tab, shown);
        shown.facts.push(document);
        shown.places[document] = place;
        const record = await readTab(tab);
        await keepDocument(record, top, shown);
        await store({ [`tab:${tab}`]: record });
      }
    }
    const key = factsKey(document);
    /** @type {Facts} */
    const facts = told && !part ? told : together(await read(key), told);
    // One page's frames alone must not fill the store, nor take the page's own place in it.
    const others = (shown?.facts ?? []).filter((other) => other !== top && other !== document);
    const kept = document !== top && (await isFull(tab, others)) ? least(facts) : facts;
    // Where no room is left for it, what was known before is not all, either.
    await store({ [key]: kept }).catch(() => browser.storage.session.set({ [key]: { tooMuch: true } }));
  });

/**
 * Everything known of a tab now. Needs no background: the popup calls it as well.
 * @param {number} tab
 * @returns {Promise<Evidence>}
 */
export const evidenceOf = async (tab) => (await lookInto(tab)).evidence;

/**
 * The same, with what the background needs beside it.
 * @param {number} tab
 * @returns {Promise<{ evidence: Evidence, shown: Shown | undefined, documents: Map<number, string> }>}
 *   `documents`: the document that lives in each frame, by frame id.
 */
export async function lookInto(tab) {
  // The popup waits for this: what does not need one another is asked for at once.
  const [family, { incognito, url: address = "" }, frames, record, everywhere] = await Promise.all([
    thisBrowser(),
    browser.tabs.get(tab),
    browser.webNavigation.getAllFrames({ tabId: tab }),
    readTab(tab),
    browser.permissions.contains({ origins: ["<all_urls>"] }),
  ]);
  const asking = asksToSignIn(record);
  if (asking) return { evidence: await beforeItsPage(asking, family, incognito), shown: undefined, documents: new Map() };
  /** @type {Live[]} */
  const live = (frames ?? []).filter(({ documentLifecycle = "active" }) => documentLifecycle === "active");
  const listed = live.find(({ frameId }) => frameId === 0);
  const top = listed ?? (await unlistedTop(tab, record));
  if (top && !listed) live.push(top);
  const [shown, read, memory, gonePast] = await Promise.all([
    top?.documentId ? readDocument(top.documentId) : undefined,
    readFrames(live, everywhere),
    memoryOf(hostOf(top?.url || address), incognito),
    overrides(incognito),
  ]);
  const unlisted = Object.entries(shown?.places ?? {}).filter(([document, place]) =>
    (!place.listed || shown?.returned) && !live.some(({ documentId }) => documentId === document));
  const more = await unlistedFrames(tab, Object.fromEntries(unlisted.slice(-FRAMES_READ)));
  live.push(...more);
  // Each of them told something once: one of which nothing is kept was not looked at.
  read.push(...(await readFrames(more, false)));
  if (read[0] && unlisted.length > FRAMES_READ) read[0].tooMuch = true;
  const url = top?.url || shown?.url || address;
  const known = shown?.connection ?? unseen(url);
  // Where it was gone past before we looked, or before the browser was started anew.
  const error = known.error === "unknown" ? gonePast.get(hostOf(url)) : undefined;
  const connection = error ? { ...known, error: { seen: error } } : known;
  const goals = new Set(read.flatMap(goalsOf).map(hostOf));
  const documents = new Map(live.map(({ frameId, documentId = "" }) => [frameId, documentId]));
  const evidence = {
    at: Date.now(),
    browser: family,
    page: {
      url,
      load: loadOf(url, shown, read, top?.errorOccurred ?? false),
      redirects: shown?.redirects ?? [],
      upgrades: shown?.upgrades ?? false,
    },
    connection: {
      ...connection,
      authentications: shown?.authentications ?? [],
      insecureLoads: shown?.insecureLoads ?? [],
    },
    frames: read,
    memory: { ...memory, overridden: [...gonePast.keys()].filter((host) => goals.has(host)) },
  };
  return { evidence, shown, documents };
}

/** Where a part of the page came from, and where its forms lead. @param {Frame} frame */
const goalsOf = ({ url = "", forms = [] }) =>
  [url, ...forms.flatMap(({ resolved = "", buttons = [] }) => [resolved, ...buttons.map((button) => button.resolved ?? "")])];

/**
 * The load in which a server asks for a sign-in, as long as the browser's own window stands over whatever
 * page was there before: that is what the person is about to answer.
 * @param {Tab} record
 */
const asksToSignIn = ({ navigating, pending }) =>
  Object.values(pending).find(({ url, redirects, asks }) =>
    asks && [url, ...redirects].includes(navigating ?? ""));

/** @param {Pending} load @param {Evidence["browser"]} family @param {boolean} incognito @returns {Promise<Evidence>} */
async function beforeItsPage({ url, redirects, authentications, connection }, family, incognito) {
  return {
    at: Date.now(),
    browser: family,
    page: { url, load: "watched", redirects },
    connection: { ...(connection ?? unseen(url)), authentications, insecureLoads: [] },
    frames: [],
    memory: await memoryOf(hostOf(url), incognito),
  };
}

/**
 * A page that is a blob itself spoke last.
 * @param {number} tab
 * @param {Tab} record
 */
async function unlistedTop(tab, { documents: [newest = ""] }) {
  const { [newest]: itself } = (newest && (await readDocument(newest))?.places) || {};
  return itself?.id === 0 && !itself.listed ? (await unlistedFrames(tab, { [newest]: itself }))[0] : undefined;
}

/** @param {string} url @returns {string} */
export const hostOf = (url) => (URL.canParse(url) ? new URL(url).hostname : "");

/**
 * @param {string} url
 * @param {Shown | undefined} shown
 * @param {Frame[]} frames
 * @param {boolean} failed
 * @returns {Load}
 */
function loadOf(url, shown, frames, failed) {
  const [top] = frames;
  // A window whose page is yet to come: whoever opened it may write into it, out of our sight.
  if (!url && !top) return "notWatched";
  if (isClosed(url)) return "closed";
  // A new, empty tab; a page can also write into one, and then it, or a frame in it, has fields.
  if (url === "about:blank" && !frames.some(({ fields }) => fields?.length)) return "closed";
  // The browser's page about a failure never answers, nor one that it keeps closed: then it was another one.
  if (/failed|closed/.test(shown?.load ?? "") && top?.looked) return "notWatched";
  return shown?.load ?? (failed ? "failed" : "notWatched");
}
