/**
 * The catalogue of the person's language. Where the browser's language is not translated, the browser
 * falls back to English; dates, numbers and plurals then follow the words, not the browser.
 */

import { browser } from "./browser.js";

/** @param {string} key @param {string[]} [values] What fills the placeholders, in order. */
const message = (key, values = []) => browser.i18n.getMessage(key, values) || key;

/** BCP 47. */
export const language = message("language_tag");
/** Of the catalogue that is read, not of the browser around it. */
export const direction = /^(ar|fa|he|ur)\b/.test(language) ? "rtl" : "ltr";

const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
/** The dearest of the three, and the popup's first answer has no day in it. @type {Intl.DateTimeFormat | undefined} */
let days;

export const words = {
  message,
  /** @param {number} count */
  plural: (count) => plurals.select(count),
  /** @param {number} milliseconds Since 1970-01-01 UTC. */
  date: (milliseconds) => {
    days ??= new Intl.DateTimeFormat(language, { dateStyle: "medium" });
    return Math.abs(milliseconds) <= 8.64e15 ? days.format(milliseconds) : "—";
  },
  /** @param {number} number */
  number: (number) => numbers.format(number),
};

/**
 * Gives the page its language and direction, and fills `data-say`.
 * @param {Document} page
 */
export function localize(page) {
  page.documentElement.lang = language;
  page.documentElement.dir = direction;
  for (const element of page.querySelectorAll("[data-say]")) {
    element.textContent = message(element.getAttribute("data-say") ?? "");
  }
}
