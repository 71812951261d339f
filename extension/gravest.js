/** Of what a page tells what hurts most, for where there is no room for all of it. */

/** @typedef {import("./core/trust_indicator.js").Facts} Facts */
/** @typedef {Pick<Facts, "fields" | "forms">} Asked */

/** Of a report that is too long to be read. */
const [MOST_FIELDS, MOST_FORMS] = [20, 4];
/** Letters of what is kept of a frame when there is no more room. */
const LITTLE = 4000;
/** Letters of what may come together: no more than a single report may have. */
const MUCH = 512 * 1024;

/** By its type or its token: what nobody may overlook. @param {NonNullable<Facts["fields"]>[number]} field */
const matters = ({ type, autocomplete = "" }) => type === "password" || autocomplete.includes("cc-");

/** How much a frame is worth to be read before others. @param {Facts | undefined} facts */
export const weight = (facts) => (facts?.fields?.some(matters) ? 2 : facts?.fields?.length ? 1 : 0);

/**
 * The fields that matter, with the forms they are in.
 * @param {Asked} told
 * @returns {Required<Asked>}
 */
function asking({ fields = [], forms = [] }, mostFields = Infinity, mostForms = Infinity) {
  const asked = fields.filter(matters).slice(0, mostFields);
  const own = forms.filter(({ index }) => asked.some(({ form }) => form === index));
  return { fields: asked, forms: own.slice(0, mostForms) };
}

/** A report again, short enough to be read. @param {unknown} message */
export function shortened(message) {
  try {
    const facts = JSON.parse(String(message));
    return JSON.stringify({ kind: facts.kind, origin: facts.origin, ...asking(facts, MOST_FIELDS, MOST_FORMS) });
  } catch {
    return null;
  }
}

/** What is kept of a frame when there is no more room. @param {Facts} facts @returns {Facts} */
export function least(facts) {
  const asked = asking(facts);
  const kept = JSON.stringify(asked).length < LITTLE ? asked : { fields: [], forms: [] };
  return { ...facts, ...kept, seals: [], tooMuch: true };
}

/**
 * What was known, and a part of what is told now; where that is too much, the part alone.
 * @param {Facts | undefined} known
 * @param {Facts | null} told
 * @returns {Facts}
 */
export function together(known, told) {
  /** @template {{ index?: number }} T @param {T[]} [old] @param {T[]} [fresh] */
  const both = (old = [], fresh = []) => [...new Map([...old, ...fresh].map((one) => [one.index, one])).values()];
  const all = { fields: both(known?.fields, told?.fields), forms: both(known?.forms, told?.forms) };
  const kept = told && JSON.stringify(all).length > MUCH ? { fields: told.fields, forms: told.forms } : all;
  return { ...told, ...known, ...kept, tooMuch: true };
}
