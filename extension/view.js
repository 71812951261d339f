/** What the window leaves to the report: below its head, and beside where everything is enlarged. */

import { browser } from "./browser.js";

/** Chromium cuts a popup off there, in pixels that no enlargement touches. */
const WIDEST = 800;
const WIDTH = 380; // popup.css

const enlarges = browser.runtime.getURL("").startsWith("chrome-extension:");

/** After each painting, and when the window changes. */
export function fit() {
  const head = /** @type {HTMLElement | null} */ (document.querySelector(".site"));
  // What gets the focus is not to come to lie under it.
  document.documentElement.style.scrollPaddingBlockStart = `${(head?.offsetHeight ?? 0) + 4}px`;
  const width = enlarges && innerWidth > 0 ? Math.floor((WIDEST * innerWidth) / outerWidth) : WIDTH;
  if (document.documentElement.classList.contains("opened")) {
    document.body.style.inlineSize = width < WIDTH ? `${width}px` : "";
  }
}
