/**
 * What certificate a site showed at earlier visits: of the sites that the person says to know, never of private
 * windows. So it is told what is different there, and matters.
 */

import { browser } from "./browser.js";

/** @typedef {import("./core/trust_indicator.js").Evidence} Evidence */
/** @typedef {import("./core/trust_indicator.js").Report} Report */
/** @typedef {import("./core/trust_indicator.js").Memory} Memory */
/** @typedef {{ leaf: string, root?: string }} Seen The site's own, DER in base64; what the chain's last is called. */
/** @typedef {{ at: number, now: Seen, before?: Seen }} Kept `at` is when it became the present one. */

/** How long a change is told, in milliseconds. */
const NEWS = 7 * 24 * 60 * 60 * 1000;
const MOST_HOSTS = 200;
/** Letters of a certificate: all of them fit into what the browser lets us keep. */
const LONGEST = 10_000;

/** @param {string} host */
export const keyOf = (host) => `certificate:${host}`;

/**
 * @param {unknown} stored What stands under a known site's key.
 * @returns {Pick<Memory, "earlierCertificate" | "earlierRoot">}
 */
export function earlierIn(stored) {
  const kept = /** @type {Kept | undefined} */ (stored);
  const seen = kept && Date.now() - kept.at < NEWS ? kept.before : kept?.now;
  return seen ? { earlierCertificate: seen.leaf, earlierRoot: seen.root } : {};
}

/**
 * Keeps what this visit showed, where the site is known and the browser was content with it.
 * @param {string} host
 * @param {Evidence} evidence
 * @param {Report} report
 */
export async function keepFor(host, { page, connection, memory }, { certificate }) {
  const { certificates, error, fresh, wholeChain } = connection ?? {};
  const leaf = typeof certificates === "object" ? certificates.seen[0]?.der : undefined;
  const good = page?.load === "watched" && error === "absent" && !fresh;
  if (!leaf || leaf.length > LONGEST || !good || !memory?.knownSites?.length) return;
  const top = wholeChain ? certificate.chain.at(-1)?.who : undefined;
  const now = { leaf, root: top && "text" in top ? top.text : undefined };
  const key = keyOf(host);
  await alone(async () => {
    /** @type {{ knownSites?: string[], [key: string]: unknown }} */
    const { knownSites = [], [key]: stored } = await browser.storage.local.get(["knownSites", key]);
    const kept = /** @type {Kept | undefined} */ (stored);
    if (kept?.now.leaf === leaf || (!kept && (await hosts()).length >= MOST_HOSTS)) return;
    // It may have been forgotten meanwhile.
    if (!knownSites.some((site) => isUnder(host, site))) return;
    await browser.storage.local.set({ [key]: { at: kept ? Date.now() : 0, now, before: kept?.now } });
  });
}

/** The person knows this site no longer. @param {string} site */
export const forgetEarlier = (site) =>
  alone(async () => {
    const under = (await hosts()).filter((host) => isUnder(host, site));
    await browser.storage.local.remove(under.map(keyOf));
  });

/** @param {() => Promise<void>} work */
const alone = (work) => navigator.locks.request("certificates", work);

/** @param {string} host @param {string} site */
export const isUnder = (host, site) => `.${host}`.endsWith(`.${site}`);

const hosts = async () =>
  Object.keys(await browser.storage.local.get())
    .filter((key) => key.startsWith(keyOf("")))
    .map((key) => key.slice(keyOf("").length));
