/** The settings: what is kept on this device, and the way to take it back. */

import { browser } from "./browser.js";
import { clear, explainsSeals, forget, knownSites, mutedHosts, setExplainsSeals, unmute } from "./memory.js";
import { speak, words } from "./words.js";

/** @param {string} id @returns {HTMLElement} */
const named = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const explain = /** @type {HTMLInputElement} */ (named("explain-seals"));

async function show() {
  list("known", await knownSites(), forget);
  list("muted", await mutedHosts(), unmute);
  explain.checked = await explainsSeals();
}

/**
 * @param {"known" | "muted"} what
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
  named(what === "known" ? "known-sites" : "muted-hosts").replaceChildren(...rows);
  named(`no-${what}`).hidden = hosts.length > 0;
}

speak(document);
await show();
browser.storage.onChanged.addListener(show);
explain.addEventListener("change", () => setExplainsSeals(explain.checked));
named("clear-all").addEventListener("click", async () => {
  await clear();
  named("cleared").textContent = words.message("options_cleared");
});
