/** Messages of the core, in the person's language, for the toolbar and the warning. */

import { browser } from "./browser.js";

/** @typedef {import("./core/trust_indicator.js").Message} Message */
/** @typedef {import("./core/trust_indicator.js").Argument} Argument */

/** @param {Message} message @returns {string} Its key where this language has no words for it. */
export function speak({ key, arguments: values = [], count }) {
  const words = values.map(word);
  if (count === undefined || count === null) return browser.i18n.getMessage(key, words) || key;
  const plural = new Intl.PluralRules(language()).select(count);
  return (
    browser.i18n.getMessage(`${key}_${plural}`, words) || browser.i18n.getMessage(`${key}_other`, words) || key
  );
}

/** @param {Argument} argument @returns {string} */
function word(argument) {
  if ("host" in argument) return isolated(argument.host);
  if ("date" in argument) {
    return new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(argument.date);
  }
  if ("number" in argument) return new Intl.NumberFormat(language()).format(argument.number);
  if ("key" in argument) return browser.i18n.getMessage(argument.key) || argument.key;
  return isolated(argument.text);
}

/** Foreign text keeps its own direction and cannot turn that of the sentence. @param {string} text */
const isolated = (text) => `\u2068${text}\u2069`;

const language = () => browser.i18n.getUILanguage();
