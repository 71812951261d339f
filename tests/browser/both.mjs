/** Runs the same tests in each browser, all of a file's in one: `BROWSERS=chromium` for one of them only. */

import { after, before, describe } from "node:test";
import { NAMES, launch } from "./browser.mjs";
import { speaking } from "./speaking.mjs";
import { startWorld } from "./world.mjs";

/**
 * @typedef {object} Stage
 * @property {import("./world.mjs").World} world
 * @property {import("./browser.mjs").Browser} browser
 * @property {(url: string, look: (tab: import("./browser.mjs").Tab) => Promise<void>, how?: import("./browser.mjs").How) => Promise<void>} at
 *   Opens a tab, looks, closes it.
 */

const chosen = process.env.BROWSERS?.split(",") ?? NAMES;
const unknown = chosen.filter((name) => !NAMES.some((known) => known === name));
// Else no test would be there, and none would fail.
if (unknown.length) throw new Error(`BROWSERS names “${unknown.join(", ")}”: it takes ${NAMES.join(" and ")}`);

/**
 * @param {string} what
 * @param {(stage: Stage) => void} tests Declares the tests; the stage is set when they run.
 * @param {{ only?: import("./browser.mjs").Name, flag?: boolean, inPrivate?: boolean, catalogue?: string }} [how]
 */
export function both(what, tests, { only, flag = false, inPrivate = false, catalogue } = {}) {
  for (const name of NAMES.filter((name) => chosen.includes(name) && (!only || name === only))) {
    describe(`${what} (${name}${flag ? ", flag on" : ""})`, () => {
      const stage = /** @type {Stage} */ ({
        async at(url, look, how) {
          const tab = await stage.browser.open(url, how);
          try {
            await look(tab);
          } finally {
            await tab.close();
          }
        },
      });
      /** @type {ReturnType<typeof speaking> | undefined} */
      let copy;
      before(async () => {
        stage.world = await startWorld();
        if (catalogue) copy = speaking(catalogue, name);
        stage.browser = await launch(name, { world: stage.world, flag, inPrivate, extension: copy?.extension });
      });
      after(async () => {
        await stage.browser?.close();
        await stage.world?.stop();
        copy?.remove();
      });
      tests(stage);
    });
  }
}
