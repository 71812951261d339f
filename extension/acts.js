/** What the buttons of a report do. */

import { browser } from "./browser.js";
import { markdown, ownerMarkdown, shareable } from "./core/trust_indicator.js";
import { forget, know, mute } from "./memory.js";
import { evidenceOf, hostOf, isPrivate } from "./tabs.js";
import { words } from "./words.js";

/** @typedef {{ tab: number, evidence: import("./core/trust_indicator.js").Evidence }} Shown */

/** What is done to the page that stands in the tab, */
const TO_THE_PAGE = ["leave", "reload", "https", "inspect"];
/** and what only the person's own visits can be about. */
const OF_A_VISIT = [...TO_THE_PAGE, "mute", "know", "forget"];

/**
 * @param {string} name
 * @param {Element} button
 * @param {Shown} shown
 * @returns {Promise<boolean | undefined>} Whether the report is done with; undefined where nothing changed.
 */
export async function act(name, button, { tab, evidence }) {
  // Painted in its own letters, kept as addresses have it.
  const site = hostOf(`https://${button.getAttribute("data-site") ?? ""}`);
  const url = evidence.page?.url ?? "";
  if (tab < 0 && OF_A_VISIT.includes(name)) return say("act_made_up");
  if (TO_THE_PAGE.includes(name) && !(await stands(tab, url))) return false;
  switch (name) {
    case "full":
      await browser.tabs.create({ url: browser.runtime.getURL(`popup.html?tab=${tab}`) });
      return true;
    case "settings":
      await browser.runtime.openOptionsPage();
      return true;
    case "leave":
      await browser.runtime.sendMessage({ kind: "leave", tab }); // the popup is gone before the page is
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
      return (await browser.runtime.sendMessage({ kind: "inspect", tab })) ? false : say("act_not_read");
    case "mute":
      await mute(hostOf(url), await isPrivate(tab));
      return false;
    case "copy":
      return copy(button.getAttribute("data-copy") ?? "");
    case "copy-report":
      return copy(markdown(evidence, words));
    case "copy-owner":
      return copy(ownerMarkdown(evidence, words));
    case "save":
      return save(button.getAttribute("data-copy") ?? "", `${hostOf(url)}.${button.getAttribute("data-name")}`);
    case "save-report":
      return save(JSON.stringify(shareable(evidence), null, 2), `${hostOf(url)}.json`);
    default:
      return undefined;
  }
}

/**
 * A report may be older than what is in its tab now. By the host alone: a page can change the rest as it likes.
 * @param {number} tab
 * @param {string} url
 */
async function stands(tab, url) {
  const now = await evidenceOf(tab).catch(() => undefined); // The tab may be closed.
  return now !== undefined && hostOf(now.page?.url ?? "") === hostOf(url);
}

/** @param {string} text */
async function copy(text) {
  await navigator.clipboard.writeText(text);
  return say("act_copied");
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let due;

/** For a moment. @param {string} key @returns {undefined} */
function say(key) {
  const said = document.querySelector(".said") ?? document.body.appendChild(document.createElement("p"));
  said.className = "said";
  said.setAttribute("role", "status");
  said.textContent = words.message(key);
  clearTimeout(due);
  due = setTimeout(() => said.remove(), 2000);
}

/** @param {string} text @param {string} name @returns {Promise<undefined>} */
async function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
