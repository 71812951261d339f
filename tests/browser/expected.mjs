/** What each demo page should be judged as: `tests/pages/expected.json`. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { report } from "./browser.mjs";
import { until } from "./until.mjs";
import { top } from "./world.mjs";

/**
 * @typedef {object} Judged
 * @property {[string, string, string]} advice Browse, sign in, pay; "-" for what the page does not ask for.
 * @property {[string, string, string]} answers Connection, identity, destination.
 * @property {string | null} [by] The finding that decided; none where the advice is to go ahead.
 */

/**
 * @typedef {Judged & { url: string, what: string, proceed?: boolean, stock?: Partial<Judged>,
 *   chromium?: Partial<Judged>, firefox?: Partial<Judged> }} Row
 * `chromium` and `firefox` say what differs there; `stock` what differs in a Chromium without its flag.
 */

/** @type {Row[]} */
export const expected = JSON.parse(readFileSync(join(process.env.PAGES ?? join(top, "tests/pages"), "expected.json"), "utf8"));

/**
 * What the row says for this browser.
 * @param {Row} row
 * @param {import("./browser.mjs").Browser} browser
 * @returns {Judged}
 */
const here = (row, { name, flag }) => ({ by: null, ...row, ...row[name], ...(flag ? {} : row.stock) });

/** @param {any} report */
const judged = (report) => ({
  advice: report.advice.map((/** @type {any} */ row) => (row.asked ? row.advice : "-")),
  answers: report.answers.map((/** @type {any} */ answer) => answer.state),
  by: report.headline.decidedBy ?? null,
});

/**
 * What differs, in words; nothing where all is as expected.
 * @param {any} report
 * @param {Row} row
 * @param {import("./browser.mjs").Browser} browser
 */
export function compare(report, row, browser) {
  const [is, should] = [judged(report), here(row, browser)];
  const names = /** @type {(keyof Judged)[]} */ (["advice", "answers", "by"]);
  return names
    .filter((name) => JSON.stringify(is[name]) !== JSON.stringify(should[name]))
    .map((name) => `${name} is ${is[name]}, not ${should[name]}`)
    .join("; ");
}

/**
 * The report once it is as expected; where it never is, the last one.
 * @param {import("./browser.mjs").Browser} browser
 * @param {import("./browser.mjs").Tab} tab
 * @param {Row} row
 */
export async function settled(browser, tab, row) {
  let last;
  const right = until("the page is judged as expected", async () => {
    last = await report(browser, tab);
    return last && !compare(last, row, browser) && last;
  });
  return right.catch((error) => {
    if (last) return last;
    throw error;
  });
}

/** One row of the table. @param {any} report */
export const summary = ({ advice, answers, headline }) => [
  ...answers.map((/** @type {any} */ { state }) => state),
  ...advice.map((/** @type {any} */ row) => (row.asked ? row.advice : "-")),
  headline.decidedBy ?? headline.why.key,
];
