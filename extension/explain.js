/** Report → a note at each seal in the page, for those who asked for it in the settings. */

import { browser } from "./browser.js";
import { explainsSeals } from "./memory.js";
import { runIn, within } from "./patience.js";
import { speak } from "./speak.js";
import { changeDocument } from "./tabs.js";
import { direction, language } from "./words.js";

/**
 * @param {number} tab
 * @param {Map<number, string>} documents The document that lives in each frame.
 * @param {import("./tabs.js").Shown} shown The top document's record.
 * @param {import("./core/trust_indicator.js").Report} report
 */
export async function explainSeals(tab, documents, shown, report) {
  if (!report.seals.length || !(await explainsSeals())) return;
  for (const [frame, document] of documents) {
    const seals = report.seals.filter((seal) => seal.frame === frame);
    const notes = seals.map(({ index, sentence }) => ({ index, sentence: speak(sentence) }));
    const said = JSON.stringify(notes);
    if (!notes.length || shown.explained[document] === said) continue;
    try {
      const target = { tabId: tab, frameIds: [frame] };
      const files = ["guard_look.js", "seal_notes.js"];
      await runIn({ target, files });
      const from = browser.i18n.getMessage("guard_from");
      const message = { kind: "seals", notes, from, direction, language };
      await within(browser.tabs.sendMessage(tab, message, { frameId: frame }));
    } catch {
      continue; // the frame went away, or is closed to us
    }
    const top = documents.get(0);
    if (top) await changeDocument(tab, top, (record) => void (record.explained[document] = said));
  }
}
