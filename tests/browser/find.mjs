/** Where the programs are: named by the environment, on PATH, or in the usual places. */

import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** A folder for each. */
const TOOLS = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "trust-indicator/tools");
const PLACES = [
  ...(process.env.PATH ?? "").split(delimiter),
  join(homedir(), ".cargo/bin"),
  ...(existsSync(TOOLS) ? readdirSync(TOOLS).map((tool) => join(TOOLS, tool, "bin")) : []),
  "/Applications/Google Chrome.app/Contents/MacOS",
  "/Applications/Firefox.app/Contents/MacOS",
];

/**
 * @param {string} variable
 * @param {string[]} names
 * @returns {string}
 */
export function find(variable, names) {
  const named = process.env[variable];
  if (named) return named;
  const found = names.flatMap((name) => PLACES.map((place) => join(place, name))).find((file) => existsSync(file));
  if (!found) throw new Error(`${names[0]} is missing: install it, or set ${variable}`);
  return found;
}

export const chromium = () => find("CHROMIUM", ["chromium", "google-chrome", "microsoft-edge", "Google Chrome"]);
export const firefox = () => find("FIREFOX", ["firefox-esr", "firefox"]);
export const geckodriver = () => find("GECKODRIVER", ["geckodriver"]);
export const certutil = () => find("CERTUTIL", ["certutil"]);
