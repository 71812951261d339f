/**
 * Report → the warnings at the fields. The guard is put into a frame only where a warning is due, and is
 * told again whenever what it should say has changed.
 */

import { browser } from "./browser.js";
import { GUARD_WORDS } from "./guard_words.js";
import { leave } from "./leave.js";
import { mute } from "./memory.js";
import { within } from "./patience.js";
import { refresh } from "./refresh.js";
import { speak } from "./speak.js";
import { direction, language } from "./words.js";
import { changeDocument, changeTab, evidenceOf, hostOf, isPrivate, readTab } from "./tabs.js";
import { assess } from "./core.js";

/** @typedef {import("./core/trust_indicator.js").Report} Report */
/** @typedef {import("./tabs.js").Shown} Shown */
/** @typedef {import("./core/trust_indicator.js").PageMessage} PageMessage */
/** @typedef {Report["guards"][number]} Guard */

const MOST_WARNED = 100;
const GUARD = ["guard_look.js", "guard_place.js", "guard_cover.js", "guard.js"];

/**
 * What is remembered of a warning that the person went past: this site, this state, reason and receiver. A
 * graver state of the same site warns again, and so does another reason or receiver.
 * @param {Report} report
 * @param {Guard} guard
 */
const matter = ({ address: { registrable, host } }, { state, why, receiver }) =>
  `${state} ${registrable || host} ${why.key} ${receiver ?? ""}`;

/**
 * @param {number} tab
 * @param {Map<number, string>} documents The document that lives in each frame.
 * @param {Shown} shown The top document's record.
 * @param {Report} report
 * @param {boolean} muted
 */
export async function guardFields(tab, documents, shown, report, muted) {
  const { warned } = await readTab(tab);
  /** @type {Map<string, { frame: number, guards: object[] }>} */
  const due = new Map();
  for (const [frame, document] of documents) {
    const guards = report.guards
      .filter((guard) => guard.frame === frame && !(guard.local && muted))
      .map((guard) => spoken(guard, warned.includes(matter(report, guard))));
    if (guards.length || shown.guarded[document]) due.set(document, { frame, guards });
  }
  const top = documents.get(0);
  const telling = [...due].map(async ([document, { frame, guards }]) => {
    const said = JSON.stringify(guards);
    const before = shown.guarded[document];
    if (before === said || !top) return;
    await changeDocument(tab, top, (record) => void (record.guarded[document] = said));
    const told = tell(tab, frame, guards, !before).catch(() =>
      // The frame went away or is closed to us: nothing was said.
      changeDocument(tab, top, (record) => void delete record.guarded[document]),
    );
    // One that is too busy hears it when it rests.
    await within(told).catch(() => undefined);
  });
  await Promise.all(telling);
}

/**
 * Every sentence resolved; `quiet` asks for the mark alone.
 * @param {Guard} guard
 * @param {boolean} quiet
 */
const spoken = ({ frame: _, first, why, act, ...rest }, quiet) => ({
  ...rest,
  first: speak(first),
  why: speak(why),
  act: act ? speak(act) : null,
  quiet,
});

/**
 * @param {number} tab
 * @param {number} frame
 * @param {object[]} guards
 * @param {boolean} inject
 */
async function tell(tab, frame, guards, inject) {
  if (inject) {
    const target = { tabId: tab, frameIds: [frame] };
    // Not when the document is complete: it may never be.
    await browser.scripting.executeScript({ target, files: GUARD, injectImmediately: true });
  }
  const words = Object.fromEntries(GUARD_WORDS.map((key) => [key, browser.i18n.getMessage(key)]));
  await browser.tabs.sendMessage(tab, { kind: "guard", guards, words, direction, language }, { frameId: frame });
}

/**
 * @param {number} tab
 * @param {number} frame
 * @param {Extract<PageMessage, { kind: "guardEvent" }>} told
 */
export async function onGuardEvent(tab, frame, { event, field }) {
  if (event === "leave") return leave(tab);
  if (event === "gone") return gaveUp(tab);
  const evidence = await evidenceOf(tab);
  const report = await assess(evidence);
  const guard = report?.guards.find((known) => known.frame === frame && known.field === field);
  if (!report || !guard) return;
  if (event === "proceed") {
    const went = matter(report, guard);
    await changeTab(tab, (record) => {
      record.warned = [...record.warned.filter((known) => known !== went), went].slice(-MOST_WARNED);
    });
  } else if (guard.local) {
    await mute(hostOf(evidence.page?.url ?? ""), await isPrivate(tab));
  }
  await refresh(tab);
}

/** The page kept removing the warning: whatever field it was at, the toolbar carries it now. @param {number} tab */
async function gaveUp(tab) {
  const document = (await browser.webNavigation.getFrame({ tabId: tab, frameId: 0 }))?.documentId;
  if (document) await changeDocument(tab, document, (record) => void (record.gone = true));
  await refresh(tab);
}
