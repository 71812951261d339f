/**
 * The core, in the background. A panic leaves an instance of WebAssembly in an unknown state: it is
 * dropped, and a fresh one takes its place once. After that nothing is judged any more.
 */

import start, * as first from "./core/trust_indicator.js";
// The same file again: a module of its own, with an instance of its own.
// @ts-expect-error The type checker knows no queries.
import startSpare, * as spare from "./core/trust_indicator.js?spare";

/** @typedef {import("./core/trust_indicator.js").Evidence} Evidence */
/** @typedef {import("./core/trust_indicator.js").Report} Report */
/** @typedef {import("./core/trust_indicator.js").PageMessage} PageMessage */

/** @typedef {{ module: typeof first, start: () => Promise<unknown> }} Instance */

/** @type {Instance[]} */
const instances = [
  { module: first, start: () => start() },
  { module: spare, start: () => startSpare() },
];

/**
 * Judges; none where it could not.
 * @param {Evidence} evidence
 * @returns {Promise<Report | null>}
 */
export const assess = (evidence) => ask((core) => core.assess(/** @type {Evidence} */ (evidence)));

/**
 * A message from a page, if it has the shape of one: JSON as text, or what can become that.
 * @param {unknown} message
 * @returns {Promise<PageMessage | null>}
 */
export const readPageMessage = (message) => ask((core) => core.readPageMessage(typeof message === "string" ? message : (JSON.stringify(message) ?? "")));

/**
 * Asks the first instance that is left; none where none is.
 * @template T
 * @param {(core: typeof first) => T} question
 * @returns {Promise<T | null>}
 */
async function ask(question) {
  const [instance] = instances;
  if (!instance) return null;
  try {
    await instance.start();
    return question(instance.module);
  } catch (error) {
    // The core says what it cannot read by an ordinary error; anything else has broken it.
    if (!(error instanceof WebAssembly.RuntimeError)) {
      console.error(error);
      return null;
    }
    console.error("The core failed and was dropped.", error);
    // Whoever asked it at the same time may have dropped it already.
    if (instances[0] === instance) instances.shift();
    return ask(question);
  }
}
