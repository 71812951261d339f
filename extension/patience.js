/**
 * A page or frame that never comes to rest answers nobody. Whatever asks it waits no longer than this, or one
 * frame would keep its whole tab from being judged.
 */

import { browser } from "./browser.js";

/**
 * @template T
 * @param {Promise<T>} answer
 * @param {number} time In milliseconds.
 * @returns {Promise<T>}
 */
export const within = (answer, time = 1000) =>
  Promise.race([answer, new Promise((_, fail) => setTimeout(fail, time, new Error("no answer")))]);

/**
 * Runs something in a page, at once: when it is complete may be never.
 * @template {any[]} Values
 * @template Result
 * @param {chrome.scripting.ScriptInjection<Values, Result>} what
 * @param {number} [time]
 */
export const runIn = (what, time) =>
  within(browser.scripting.executeScript({ ...what, injectImmediately: true }), time);
