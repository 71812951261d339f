/**
 * "Read the certificate": the second package for Chromium, with the debugger's permission. On a click it
 * attaches to the page for a moment, makes one more request to the same address, and reads which
 * certificates and which protocol that new connection used. What it finds is marked as such a connection.
 *
 * This file is that package's background: all of the ordinary one, and this.
 */

import "./background.js";
import { browser } from "./browser.js";
import { known } from "./connection.js";
import { runIn } from "./patience.js";
import { refresh } from "./refresh.js";
import { changeDocument } from "./tabs.js";

/** @typedef {import("./core/trust_indicator.js").Connection} Connection */

/** Tabs to which we are attached, in `storage.session`: a worker that was killed lets go when it wakes. */
const ATTACHED = "attached";
const PATIENCE = 10_000;

const released = letGo();

browser.runtime.onMessage.addListener((message, sender, answer) => {
  const ours = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL(""));
  if (!ours || message?.kind !== "inspect" || !Number.isInteger(message.tab)) return undefined;
  inspect(message.tab).then(
    () => answer(true),
    (error) => {
      console.error(error);
      answer(false);
    },
  );
  return true;
});
// Wakes a worker that was killed while it was attached.
browser.debugger.onEvent.addListener(() => undefined);

/** Detaches from whatever an earlier life of this worker was attached to. */
async function letGo() {
  const { [ATTACHED]: tab } = await browser.storage.session.get(ATTACHED);
  if (typeof tab === "number") await detach(tab);
}

/** @param {number} tab */
async function detach(tab) {
  // The tab may be closed, or the person may have ended it.
  await browser.debugger.detach({ tabId: tab }).catch(() => undefined);
  await browser.storage.session.remove(ATTACHED);
}

/** @param {number} tab */
async function inspect(tab) {
  await released;
  await navigator.locks.request("inspect", async () => {
    const frame = await browser.webNavigation.getFrame({ tabId: tab, frameId: 0 });
    const { documentId: document, url = "" } = frame ?? {};
    if (!document || !url.startsWith("https:")) return;
    await browser.storage.session.set({ [ATTACHED]: tab });
    try {
      await browser.debugger.attach({ tabId: tab }, "1.3");
      const seen = await readConnection(tab, url);
      await changeDocument(tab, document, (shown) => {
        shown.connection = { ...shown.connection, ...seen };
      });
    } finally {
      await detach(tab);
    }
  });
  await refresh(tab);
}

/**
 * @param {number} tab
 * @param {string} url
 * @returns {Promise<Connection>}
 */
async function readConnection(tab, url) {
  await browser.debugger.sendCommand({ tabId: tab }, "Network.enable");
  const answered = securityOf(tab, url);
  // In the extension's own world, where the page's content policy does not reach.
  const [ran] = await runIn({ target: { tabId: tab }, func: askAgain, args: [PATIENCE] }, 2 * PATIENCE);
  if (!ran?.result) throw new Error("The server did not answer once more.");
  const details = await answered;
  const { tableNames = [] } = /** @type {{ tableNames?: string[] }} */ (
    await browser.debugger.sendCommand({ tabId: tab }, "Network.getCertificate", { origin: new URL(url).origin })
  );
  return {
    fresh: true,
    certificates: tableNames.length
      ? { seen: tableNames.map((der) => ({ der, builtInRoot: /** @type {const} */ ("unknown") })) }
      : "unknown",
    wholeChain: tableNames.length > 1,
    protocol: known(details?.protocol),
    cipherSuite: known(suite(details)),
    group: known(details?.keyExchangeGroup),
    encryptedClientHello: known(details?.encryptedClientHello),
    transparency: known(details?.certificateTransparencyCompliance),
  };
}

/** Runs in the page. @param {number} patience */
const askAgain = (patience) => {
  const signal = AbortSignal.timeout(patience);
  return fetch(location.href, { method: "HEAD", cache: "no-store", credentials: "omit", signal }).then(() => true);
};

/**
 * The suite's name, of which the debugger tells the parts; in TLS 1.3 it names no key exchange.
 * @param {{ [name: string]: any } | undefined} details
 * @returns {string | undefined}
 */
function suite(details) {
  return details?.keyExchange ? `TLS_${details.keyExchange}_WITH_${details.cipher}` : details?.cipher;
}

/**
 * What the debugger tells of the connection that answers our request.
 * @param {number} tab
 * @param {string} url
 * @returns {Promise<{ [name: string]: any } | undefined>}
 */
function securityOf(tab, url) {
  return new Promise((resolve) => {
    /** @type {(source: chrome.debugger.DebuggerSession, method: string, values?: any) => void} */
    const hear = ({ tabId }, method, values) => {
      if (tabId !== tab || method !== "Network.responseReceived") return;
      const { url: answered, securityDetails } = values?.response ?? {};
      if (answered !== url.split("#", 1)[0] || !securityDetails) return;
      done(securityDetails);
    };
    const late = setTimeout(() => done(undefined), PATIENCE);
    /** @param {{ [name: string]: any } | undefined} details */
    const done = (details) => {
      clearTimeout(late);
      browser.debugger.onEvent.removeListener(hear);
      resolve(details);
    };
    browser.debugger.onEvent.addListener(hear);
  });
}
