/** The settings: what is kept on this device, and the way to take it back. */

import { browser } from "./browser.js";
import {
  clear,
  explainsSeals,
  forget,
  forgetOverride,
  knownSites,
  mutedHosts,
  overrides,
  setExplainsSeals,
  unmute,
} from "./memory.js";
import { localize, words } from "./words.js";

/** @param {string} id @returns {HTMLElement} */
const named = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const explain = /** @type {HTMLInputElement} */ (named("explain-seals"));

/** What is shown here; of all else that changes in the stores nothing is to be drawn anew. */
const SHOWN = ["knownSites", "muted", "overrides", "explainSeals"];
const LISTS = { known: "known-sites", muted: "muted-hosts", past: "past-hosts" };

async function show() {
  list("known", await knownSites(), forget);
  list("muted", await mutedHosts(), unmute);
  const past = [...(await overrides(false)).keys()];
  list("past", past, forgetOverride);
  const section = named("past-hosts").closest("section");
  section?.toggleAttribute("hidden", !past.length && !section.contains(document.activeElement));
  explain.checked = await explainsSeals();
}

/**
 * @param {keyof typeof LISTS} what
 * @param {string[]} hosts
 * @param {(host: string) => Promise<void>} takeBack
 */
function list(what, hosts, takeBack) {
  const rows = hosts.map((host) => {
    const row = document.createElement("li");
    const name = row.appendChild(document.createElement("span"));
    name.className = "host";
    name.textContent = host;
    const button = row.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "quiet";
    button.textContent = words.message("options_remove");
    button.setAttribute("aria-label", words.message("options_remove_name", [host]));
    button.addEventListener("click", () => takeBack(host));
    return row;
  });
  const shown = named(LISTS[what]);
  const place = [...shown.children].findIndex((row) => row.contains(document.activeElement));
  shown.replaceChildren(...rows);
  shown.hidden = !rows.length;
  document.getElementById(`no-${what}`)?.toggleAttribute("hidden", hosts.length > 0);
  // Whoever takes back by the keyboard goes on from there.
  if (place >= 0) (rows[Math.min(place, rows.length - 1)]?.querySelector("button") ?? named(what)).focus();
}

localize(document);
browser.storage.onChanged.addListener((changes) => void (SHOWN.some((key) => key in changes) && show()));
explain.addEventListener("change", () => setExplainsSeals(explain.checked));
named("clear-all").addEventListener("click", async () => {
  named("cleared").textContent = "";
  await clear();
  named("cleared").textContent = words.message("options_cleared");
});
await show();
