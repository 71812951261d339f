/**
 * What content scripts tell. A page can send nothing here, but it can shape what is told: the sender says
 * where it comes from, the core checks its shape and size, and the rest is taken as hostile text.
 */

import { browser } from "./browser.js";
import { readPageMessage } from "./core.js";
import { shortened } from "./gravest.js";
import { leave } from "./leave.js";
import { onGuardEvent } from "./warn.js";
import { refresh } from "./refresh.js";
import { changeDocument, keepFacts } from "./tabs.js";
import { placeOf } from "./unlisted.js";
import { upgradesItself } from "./upgrades.js";

/**
 * @param {unknown} message
 * @param {chrome.runtime.MessageSender} sender
 */
export function onMessage(message, sender) {
  void receive(message, sender);
}

/**
 * @param {unknown} message
 * @param {chrome.runtime.MessageSender} sender
 */
async function receive(message, { id, tab, frameId, documentId, url = "" }) {
  if (id !== browser.runtime.id) return;
  if (url.startsWith(browser.runtime.getURL(""))) return fromPopup(/** @type {{ kind?: string, tab?: unknown }} */ (message));
  if (tab?.id === undefined || frameId === undefined) return;
  const whole = await readPageMessage(message);
  const read = whole ?? (await readPageMessage(shortened(message)));
  const document =
    documentId ?? (await browser.webNavigation.getFrame({ tabId: tab.id, frameId }))?.documentId;
  if (!document) return;
  if (read?.kind === "guardEvent") return onGuardEvent(tab.id, frameId, read);
  // None where it was no message at all: that is kept as too much to read.
  await keepFacts(tab.id, document, read && factsOf(read), await placeOf(tab.id, frameId, url), !whole);
  // Asked afterwards: what is told next must not be kept before this.
  const open = frameId === 0 && (read?.forms ?? []).some(sendsOpenly);
  if (open && (await upgradesItself(tab.id, document))) {
    await changeDocument(tab.id, document, (shown) => void (shown.upgrades = true));
  }
  await refresh(tab.id);
}

/** @param {{ kind?: string, tab?: unknown } | null} message */
async function fromPopup(message) {
  if (message?.kind === "leave" && typeof message.tab === "number") await leave(message.tab);
}

/** A message without its kind. @param {Extract<import("./core/trust_indicator.js").PageMessage, { kind: "facts" }>} message */
const factsOf = ({ kind: _, ...facts }) => facts;

/** @param {import("./core/trust_indicator.js").Form} form */
const sendsOpenly = ({ resolved, buttons }) =>
  [{ resolved }, ...(buttons ?? [])].some(({ resolved }) => resolved?.startsWith("http:"));
