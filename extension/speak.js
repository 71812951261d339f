/** Messages of the core as plain text, for the toolbar and the warning. */

import { words } from "./words.js";

/** @typedef {import("./core/trust_indicator.js").Message} Message */
/** @typedef {import("./core/trust_indicator.js").Argument} Argument */

/** @param {Message} message @returns {string} Its key where there are no words for it. */
export function speak({ key, arguments: values = [], count }) {
  const said = values.map(word);
  if (count === undefined || count === null) return words.message(key, said);
  const form = `${key}_${words.plural(count)}`;
  const text = words.message(form, said);
  return text === form ? words.message(`${key}_other`, said) : text;
}

/** @param {Argument} argument @returns {string} */
function word(argument) {
  if ("host" in argument) return isolated(argument.host);
  if ("date" in argument) return words.date(argument.date);
  if ("number" in argument) return words.number(argument.number);
  if ("key" in argument) return words.message(argument.key);
  return isolated(argument.text);
}

/** Foreign text keeps its own direction and cannot turn that of the sentence. @param {string} text */
const isolated = (text) => `\u2068${text}\u2069`;
