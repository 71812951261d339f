/** What the person chose or took back, wherever that was, holds in every open tab at once. */

import { browser } from "./browser.js";
import { refresh } from "./refresh.js";
import { changeTab, readTab } from "./tabs.js";

/** In the store: `memory.js`. */
const CHOICES = ["knownSites", "muted", "mutedInPrivate", "forgotten"];

/** @param {{ [key: string]: chrome.storage.StorageChange }} changes */
export async function chosen(changes) {
  if (!CHOICES.some((key) => key in changes)) return;
  for (const { id } of await browser.tabs.query({ discarded: false })) {
    if (id === undefined) continue;
    // What was gone past in a tab is a choice as well.
    if ("forgotten" in changes && (await readTab(id)).warned.length) await changeTab(id, (tab) => void (tab.warned = []));
    void refresh(id);
  }
}
