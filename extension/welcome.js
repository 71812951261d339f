/** The first page a person sees: what this does, what it cannot know, what it never does. */

import { browser } from "./browser.js";
import { localize } from "./words.js";

localize(document);

/** @param {string} selector @param {boolean} is */
const show = (selector, is) => document.querySelector(selector)?.toggleAttribute("hidden", !is);

const { os } = await browser.runtime.getPlatformInfo();
show("[data-say=welcome_do]", os !== "android");
show("[data-say=welcome_do_phone]", os === "android");

/** Chromium keeps a new add-on's mark behind another one. */
async function showPin() {
  const { isOnToolbar } = (await browser.action.getUserSettings?.()) ?? {};
  show("#pin", isOnToolbar === false);
}
browser.action.onUserSettingsChanged?.addListener(showPin);
await showPin();

// A phone has no keys, and another add-on may have taken ours. Not Alt+Shift+T: that is the browsers' own.
const commands = (await browser.commands?.getAll()) ?? [];
show("[aria-labelledby=keys]", commands.some(({ shortcut }) => shortcut?.endsWith("K")));
