/** The first page a person sees: what this does, what it cannot know, what it never does. */

import { browser } from "./browser.js";
import { localize } from "./words.js";

localize(document);

/** Chromium keeps a new add-on's mark behind another one. */
async function isPinned() {
  const { isOnToolbar } = (await browser.action.getUserSettings?.()) ?? {};
  document.getElementById("pin")?.toggleAttribute("hidden", isOnToolbar !== false);
}
browser.action.onUserSettingsChanged?.addListener(isPinned);
await isPinned();

// A phone has no keys, and another add-on may have taken ours. Not Alt+Shift+T: that is the browsers' own.
const commands = (await browser.commands?.getAll()) ?? [];
const ours = commands.some(({ shortcut }) => shortcut?.endsWith("K"));
document.querySelector("[aria-labelledby=keys]")?.toggleAttribute("hidden", !ours);
