/** What the buttons of a report do. */

import { browser } from "./browser.js";
import { forget, know, mute } from "./memory.js";
import { hostOf } from "./tabs.js";

/** @typedef {{ tab: number, evidence: import("./core/trust_indicator.js").Evidence }} Shown */

/**
 * @param {string} name
 * @param {Element} button
 * @param {Shown} shown
 * @returns {Promise<boolean | undefined>} Whether the report is done with; undefined where nothing changed.
 */
export async function act(name, button, { tab, evidence }) {
  const site = button.getAttribute("data-site") ?? "";
  const { url } = evidence.page;
  switch (name) {
    case "full":
      await browser.tabs.create({ url: browser.runtime.getURL(`popup.html?tab=${tab}`) });
      return true;
    case "settings":
      await browser.runtime.openOptionsPage();
      return true;
    case "leave":
      await browser.tabs.update(tab, { url: "about:blank" });
      return true;
    case "reload":
      await browser.tabs.reload(tab);
      return true;
    case "https":
      await browser.tabs.update(tab, { url: url.replace(/^http:/, "https:") });
      return true;
    case "open":
      await browser.tabs.create({ url: button.getAttribute("data-url") ?? "" });
      return true;
    case "know":
      await know(site);
      return false;
    case "forget":
      await forget(site);
      return false;
    case "inspect":
      await browser.runtime.sendMessage({ kind: "inspect", tab });
      return false;
    case "mute":
      await mute(hostOf(url));
      return false;
    default:
      return undefined;
  }
}
