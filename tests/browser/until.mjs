/** Waits for what is waited for, never for time: asks again until the answer is neither false nor an error. */

/** True in the popup and the full page once all of it is there, what closed panels hold, too. */
export const WHOLE = `document.defaultView.performance.getEntriesByName("whole").length > 0`;

const PAUSE = 40;
const PATIENCE = 60_000;

/**
 * @template T
 * @param {string} what For the message where it never comes.
 * @param {() => T | Promise<T>} ask
 * @param {number} [patience] Milliseconds.
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, ask, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last = "";
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = "";
    } catch (error) {
      last = ` (${error instanceof Error ? error.message : error})`;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error(`waited in vain until ${what}${last}`);
}
