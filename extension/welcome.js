/** The first page a person sees: what this does, what it cannot know, what it never does. */

import { browser } from "./browser.js";
import { localize } from "./words.js";

localize(document);

// A phone has no keys, and another add-on may have taken ours. Not Alt+Shift+T: that is the browsers' own.
const commands = (await browser.commands?.getAll()) ?? [];
if (commands.some(({ shortcut }) => shortcut?.endsWith("K"))) {
  document.querySelector("section[hidden]")?.removeAttribute("hidden");
}
