/**
 * What is kept between pages: in `storage.local` what the person said, in `storage.session` what ends
 * with the browser. What a private window needs stands under names of its own and ends with the last such
 * window; nothing is ever sent.
 */

import { browser } from "./browser.js";
import { earlierIn, forgetEarlier, isUnder, keyOf } from "./earlier.js";

/** @typedef {import("./core/trust_indicator.js").Memory} Memory */
/** @typedef {import("./core/trust_indicator.js").CertificateError} CertificateError */

/** How long Chromium itself remembers that a person went past a certificate error. */
const OVERRIDE_LASTS = 8 * 24 * 60 * 60 * 1000;
const MOST_ENTRIES = 1000;

/**
 * What the core is told of earlier visits to this host.
 * @param {string} host
 * @param {boolean} inPrivate
 * @returns {Promise<Memory>}
 */
export async function memoryOf(host, inPrivate) {
  const certificate = keyOf(host);
  const [kept, { knownSites = [], toldInterceptors = [], toldCertificateWays = false, [certificate]: earlier }] = await Promise.all([
    mutedIn(inPrivate),
    browser.storage.local.get(["knownSites", "toldInterceptors", "toldCertificateWays", certificate]),
  ]);
  const muted = kept.includes(host);
  if (inPrivate) return { muted };
  // Whose the host is among these only the core can tell.
  const known = list(knownSites).filter((site) => isUnder(host, site));
  return {
    muted,
    knownSites: known,
    ...(known.length ? earlierIn(earlier) : {}),
    toldInterceptors: list(toldInterceptors),
    toldCertificateWays: toldCertificateWays === true,
  };
}

/** The sites the person knows, by registrable domain, as they were added. @returns {Promise<string[]>} */
export async function knownSites() {
  return list((await browser.storage.local.get("knownSites")).knownSites);
}

/** "I know this site." @param {string} registrable */
export const know = (registrable) => add("local", "knownSites", registrable);

/** @param {string} registrable */
export async function forget(registrable) {
  await change("local", "knownSites", (sites) => list(sites).filter((site) => site !== registrable));
  await forgetEarlier(registrable);
}

/** No warnings on this local host until the browser closes. @param {string} host @param {boolean} inPrivate */
export const mute = (host, inPrivate) => add("session", mutedKey(inPrivate), host);

/** The local hosts without warnings. @returns {Promise<string[]>} */
export const mutedHosts = () => mutedIn(false);

/** @param {string} host */
export async function unmute(host) {
  await change("session", mutedKey(false), (hosts) => list(hosts).filter((muted) => muted !== host));
}

/** The last private window was closed. */
export async function forgetPrivate() {
  await browser.storage.session.remove([mutedKey(true), overridesKey(true)]);
}

/** It was told that this program looks into the lines. @param {string} name */
export const toldInterceptor = (name) => add("local", "toldInterceptors", name);

/** The two ways to see a certificate were shown. */
export async function toldCertificateWays() {
  await browser.storage.local.set({ toldCertificateWays: true });
}

/** Whether seals in pages get a note of what they are worth. @returns {Promise<boolean>} */
export async function explainsSeals() {
  return (await browser.storage.local.get("explainSeals")).explainSeals === true;
}

/** @param {boolean} wanted */
export async function setExplainsSeals(wanted) {
  await browser.storage.local.set({ explainSeals: wanted });
}

/** Forgets all that is kept, for good; but not for which sites an error was gone past: the browser has not either. */
export async function clear() {
  const kept = Object.keys(await browser.storage.local.get());
  await browser.storage.local.remove(kept.filter((key) => key !== overridesKey(false)));
  await browser.storage.session.remove([mutedKey(false), mutedKey(true)]);
  // What was gone past in a tab is the background's to forget: `choices.js`.
  await browser.storage.session.set({ forgotten: Date.now() });
}

/**
 * Chromium lets a person past a certificate error once and then keeps silent for a week. Where it does
 * not tell us the state of a connection, this is the only trace; in Firefox it is for the parts of a page.
 * @param {string} host
 * @param {CertificateError | undefined} error None: the browser is content with the host again.
 * @param {boolean} inPrivate
 */
export async function rememberOverride(host, error, inPrivate) {
  const now = Date.now();
  await change(inPrivate ? "session" : "local", overridesKey(inPrivate), (stored) => {
    const all = entries(stored);
    const kept = all.filter(([name, { at }]) => name !== host && now - at < OVERRIDE_LASTS);
    if (error) kept.push([host, { error, at: now }]);
    else if (kept.length === all.length) return stored;
    return Object.fromEntries(kept.slice(-MOST_ENTRIES));
  });
}

/** The site is mended, as the person sees. @param {string} host */
export const forgetOverride = (host) => rememberOverride(host, undefined, false);

/**
 * The certificate errors that were gone past, by host.
 * @param {boolean} inPrivate
 * @returns {Promise<Map<string, CertificateError>>}
 */
export async function overrides(inPrivate) {
  // What was gone past in the open holds in private windows as well.
  const stored = [await browser.storage.local.get(overridesKey(false))];
  if (inPrivate) stored.push(await browser.storage.session.get(overridesKey(true)));
  const all = stored.flatMap(Object.values).flatMap(entries);
  return new Map(all.filter(([, { at }]) => Date.now() - at < OVERRIDE_LASTS).map(([host, { error }]) => [host, error]));
}

/** @param {string} host @param {boolean} inPrivate */
export const overrideOf = async (host, inPrivate) => (await overrides(inPrivate)).get(host);

/** @param {boolean} inPrivate */
const mutedKey = (inPrivate) => (inPrivate ? "mutedInPrivate" : "muted");
/** @param {boolean} inPrivate */
const overridesKey = (inPrivate) => (inPrivate ? "overridesInPrivate" : "overrides");
/** @param {boolean} inPrivate */
const mutedIn = async (inPrivate) => {
  const key = mutedKey(inPrivate);
  return list((await browser.storage.session.get(key))[key]);
};

/** @param {unknown} value @returns {string[]} */
const list = (value) => (Array.isArray(value) ? value.filter((item) => typeof item === "string") : []);

/** @param {unknown} value @returns {[string, { error: CertificateError, at: number }][]} */
const entries = (value) => (value && typeof value === "object" ? Object.entries(value) : []);

/** @param {"local" | "session"} area @param {string} key @param {string} item */
const add = (area, key, item) =>
  change(area, key, (items) => [...list(items).filter((known) => known !== item), item].slice(-MOST_ENTRIES));

/**
 * Reads one key, and writes it if it is changed; a lock keeps two pages of the extension from undoing each other.
 * @param {"local" | "session"} area
 * @param {string} key
 * @param {(stored: unknown) => unknown} how
 */
async function change(area, key, how) {
  await navigator.locks.request(`${area} ${key}`, async () => {
    const stored = await browser.storage[area].get(key);
    const changed = how(stored[key]);
    if (changed !== stored[key]) await browser.storage[area].set({ [key]: changed });
  });
}
