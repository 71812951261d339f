/** The warning on a page of our own, in any state, language and size; its root is as closed as ever, but shown to who looks. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languages, spelled } from "./languages.mjs";
import { until } from "./until.mjs";
import { top } from "./world.mjs";

const SCRIPTS = ["guard_look.js", "guard_place.js", "guard_cover.js", "guard.js"];

/** What the background would say. @type {{ [state: string]: object & { keys: string[] } }} */
const GUARDS = {
  stop: { state: "stop", local: false, keys: ["first_stop_sign_in", "line_not_encrypted", "line_not_encrypted_do"] },
  check: { state: "check", local: false, keys: ["first_elsewhere_pay", "form_card_to_unknown", "form_card_to_unknown_do"] },
  local: { state: "check", local: true, keys: ["first_check_sign_in", "line_local_network", "line_local_network_do"] },
};
export const STATES = [...Object.keys(GUARDS), "held"];

const PAGE = `<!doctype html><html lang="en"><head><title>Sign in</title><meta name="viewport" content="width=device-width">
<style>:root { color-scheme: light dark } body { font: 16px/1.5 system-ui; margin: 0; padding: 120px 24px 0 }
label, input { display: block } input { width: 280px; max-width: 100%; box-sizing: border-box; min-height: 40px; margin: 4px 0 16px }</style>
</head><body><main><h1>Sign in</h1><form action="https://collect.example/"><label for="email">E-mail</label><input id="email" type="email">
<label for="password">Password</label><input id="password" type="password"><button>Sign in</button></form></main></body></html>`;

/**
 * @param {import("puppeteer-core").Page} page
 * @param {{ state?: string, language?: string, direction?: "ltr" | "rtl" }} how
 */
export async function showWarning(page, { state = "stop", language = "en", direction = "ltr" } = {}) {
  const said = spelled(languages.get(language) ?? {});
  const held = state === "held";
  const { keys, ...rest } = GUARDS[held ? "stop" : state] ?? { keys: [] };
  const [first, why, act] = keys.map((key) => (said[key] ?? key).replace(/\$\d/g, "\u2068pay-forms-and-more.example\u2069"));
  const guard = { ...rest, field: 0, first, why, act, receiver: "collect.example", quiet: false };
  await page.goto("about:blank");
  await page.setContent(PAGE);
  await page.evaluate(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function () {
      const root = attach.call(this, { mode: "closed" });
      Object.defineProperty(this, "shadowRoot", { value: root });
      Reflect.set(globalThis, "warning", root);
      return root;
    };
    const told = (/** @type {(message: object) => void} */ listener) => void Reflect.set(globalThis, "say", listener);
    const stub = { runtime: { id: "ours", sendMessage: async () => {}, onMessage: { addListener: told } } };
    const all = (/** @type {Document} */ root, /** @type {string} */ selector) => root.querySelectorAll(selector);
    const observer = new MutationObserver(() => {});
    const tools = { all, changed: () => {}, observer, rootOf: () => null, roots: () => [document] };
    Object.assign(globalThis, { chrome: stub, trustIndicator: { field: () => document.getElementById("password"), tools } });
  });
  for (const name of SCRIPTS) await page.addScriptTag({ content: readFileSync(join(top, "extension", name), "utf8") });
  const message = { kind: "guard", guards: [guard], words: said, direction, language };
  await page.evaluate((message) => {
    Object.assign(globalThis, { message });
    Reflect.get(globalThis, "say")(message);
  }, message);
  await page.focus("#password");
  await page.waitForFunction(`warning.querySelector(".card")`);
  if (!held) return;
  // Not taken in its first moments.
  await until("the card is waved away", async () => {
    await page.keyboard.press("Escape");
    return page.evaluate(`!warning.querySelector(".card")`);
  });
  await page.keyboard.press("Enter");
  await page.waitForFunction(`warning.querySelector(".host")`);
}

/** Opens the quiet choices. @param {import("puppeteer-core").Page} page */
export async function openChoices(page) {
  const more = await page.evaluateHandle(`warning.querySelector("[aria-expanded]")`);
  await /** @type {import("puppeteer-core").ElementHandle} */ (more).click();
  await page.waitForFunction(`warning.querySelector(".anyway:not([hidden])")`);
}
