/**
 * A page or frame that never comes to rest answers nobody. Whatever asks it waits no longer than this, or one
 * frame would keep its whole tab from being judged.
 * @template T
 * @param {Promise<T>} answer
 * @param {number} time In milliseconds.
 * @returns {Promise<T>}
 */
export const within = (answer, time = 1000) =>
  Promise.race([answer, new Promise((_, fail) => setTimeout(fail, time, new Error("no answer")))]);
