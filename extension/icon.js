/** Report → toolbar: the sign by its outline, the title in words. No badge, but for a removed warning. */

import { browser } from "./browser.js";
import { speak } from "./speak.js";

/** @typedef {import("./core/trust_indicator.js").Report} Report */
/** @typedef {"go" | "check" | "stop" | "unknown" | "off"} Sign */

const SIZES = [16, 32, 48];

/**
 * @param {number} tab
 * @param {Report | null} report None where it could not be judged.
 * @param {{ closed: boolean, gone: boolean }} about Whether the page is closed to us; whether it kept
 *   removing a warning, which the toolbar has to carry then.
 */
export async function showInToolbar(tab, report, { closed, gone }) {
  const [sign, title] = closed ? off() : report ? told(report) : failed();
  await Promise.all([
    browser.action.setIcon({ tabId: tab, path: pathsOf(sign) }),
    browser.action.setTitle({ tabId: tab, title }),
    browser.action.setBadgeText({ tabId: tab, text: gone ? "!" : "" }),
  ]);
}

/** @returns {[Sign, string]} */
const off = () => ["off", browser.i18n.getMessage("toolbar_off")];

/** @returns {[Sign, string]} */
const failed = () => ["unknown", browser.i18n.getMessage("toolbar_failed")];

/** @param {Report} report @returns {[Sign, string]} */
function told({ headline: { state, first, why } }) {
  const word = browser.i18n.getMessage(`state_${state}`);
  return [state, browser.i18n.getMessage("toolbar_title", [word, speak(first), speak(why)])];
}

/** @param {Sign} sign */
const pathsOf = (sign) => Object.fromEntries(SIZES.map((size) => [size, `/icons/${sign}-${size}.png`]));
