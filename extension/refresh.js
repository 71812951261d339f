/** Evidence → report → toolbar, warnings and notes at seals, once more for a tab in which something changed. */

import { assess } from "./core.js";
import { keepFor } from "./earlier.js";
import { explainSeals } from "./explain.js";
import { guardFields } from "./warn.js";
import { showInToolbar } from "./icon.js";
import { hostOf, lookInto } from "./tabs.js";

/** Tabs being judged; true where something changed meanwhile. @type {Map<number, boolean>} */
const busy = new Map();

/**
 * Judges a tab again. While it does, any number of further calls make one more round.
 * @param {number} tab
 */
export async function refresh(tab) {
  if (tab < 0) return;
  if (busy.has(tab)) {
    busy.set(tab, true);
    return;
  }
  do {
    busy.set(tab, false);
    await judge(tab).catch((error) => gone(error) || console.error(error));
  } while (busy.get(tab));
  busy.delete(tab);
}

/** @param {number} tab */
async function judge(tab) {
  const { evidence, shown, documents } = await lookInto(tab);
  const closed = evidence.page?.load === "closed";
  const report = closed ? null : await assess(evidence);
  await showInToolbar(tab, report, { closed, gone: shown?.gone ?? false });
  if (!report || !shown) return;
  await guardFields(tab, documents, shown, report, evidence.memory?.muted ?? false);
  await explainSeals(tab, documents, shown, report);
  await keepFor(hostOf(evidence.page?.url ?? ""), evidence, report);
}

/** A tab may close at any time. @param {unknown} error */
const gone = (error) => error instanceof Error && /no tab|tab was closed|invalid tab|No frame/i.test(error.message);
