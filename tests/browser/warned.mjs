/** What the tests of the warning share: when it is due, what it says, what was typed. */

import { reported } from "./browser.mjs";
import { until } from "./until.mjs";
import { english, plain } from "./words.mjs";

/** @typedef {import("./both.mjs").Stage} Stage */
/** @typedef {import("./browser.mjs").Tab} Tab */
/** @typedef {import("./browser.mjs").Warning} Warning */

/** @param {string} key */
export const words = (key) => plain(english[key]?.message ?? "");
export const NEVER = words("first_stop_sign_in");

/** @param {Stage} stage @param {Tab} tab */
export const guarded = (stage, tab) => reported(stage.browser, tab, ({ guards }) => guards.length > 0);

/** The mark stands at the field, and nothing more. @param {Stage} stage @param {Tab} tab */
export async function marked(stage, tab) {
  await guarded(stage, tab);
  return until("the field is marked", async () => {
    const warning = await tab.warning();
    return warning && !warning.card && warning.marks.length > 0 && warning;
  });
}

/** The card that says this. @param {Tab} tab @param {string} [first] */
export const warned = (tab, first = NEVER) =>
  until(`the warning says “${first}”`, async () => {
    const warning = await tab.warning();
    return warning?.visible && warning.card && plain(warning.text).includes(first) && warning;
  });

/** No card; the mark may stay. @param {Tab} tab */
export const closed = (tab) => until("the warning is closed", async () => !(await tab.warning())?.card);

/** Presses the button with these words. @param {Tab} tab @param {string} text */
export async function press(tab, text) {
  const button = await until(`there is a button “${text}”`, async () =>
    (await tab.warning())?.buttons.find((button) => plain(button.text) === text));
  await tab.clickAt(button.x, button.y);
}

/** A way on takes no press in its first moments: it could have come under a moving finger. @param {Tab} tab @param {string} text */
export const goOn = (tab, text) =>
  until(`“${text}” was taken`, async () => {
    const warning = await tab.warning();
    if (!warning?.card) return true;
    const button = warning.buttons.find((button) => plain(button.text) === text);
    if (button) await tab.clickAt(button.x, button.y);
    return false;
  });

/** By Escape, which is taken as little as any other way on in the first moments. @param {Tab} tab */
export const waveAway = (tab) =>
  until("it is waved away", async () => {
    if (!(await tab.warning())?.card) return true;
    await tab.press("Escape");
    return false;
  });

/** @param {Tab} tab @returns {Promise<string>} */
export const typed = (tab) => tab.evaluate("return document.getElementById('password').value");

/**
 * Passes two seconds of the page's own, enough for several looks of the guard: before saying that nothing has happened,
 * for which no condition can be waited for.
 * @param {Tab} tab
 */
export async function twoSeconds(tab) {
  const now = () => /** @type {Promise<number>} */ (tab.evaluate("return performance.now();"));
  const then = await now();
  await until("the page is two seconds older", async () => (await now()) > then + 2000);
}
