/** What the browser makes https of is judged as it is sent, and the world sees that it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, report } from "./browser.mjs";
import { until } from "./until.mjs";
import { twoSeconds } from "./warned.mjs";

/** @typedef {import("./browser.mjs").Tab} Tab */

both("addresses that say http", (stage) => {
  /**
   * What is said once the form is known to name an address that begins with http.
   * @param {Tab} tab
   */
  const judged = async (tab) => {
    await tab.evaluate(`document.forms[0].setAttribute("action", "http://" + location.host + "/cart/");`);
    await until("the address is told", async () => {
      const { frames } = /** @type {any} */ (await evidence(stage.browser, tab));
      return frames[0].forms?.some((/** @type {{ resolved: string }} */ { resolved }) => resolved.startsWith("http:"));
    });
    return await report(stage.browser, tab);
  };

  /** @param {any} report */
  const isOpen = ({ findings }) => findings.some((/** @type {{ id: string }} */ { id }) => id === "form_not_encrypted");

  const POLICY = `<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">`;

  for (const [how, host, prepare] of /** @type {const} */ ([
    ["a page's policy", "upgraded.example", ""],
    ["its policy in its own head", "shop.example", POLICY],
  ])) {
    test(`${how} makes https of a form's http`, () =>
      stage.at(`https://${host}/signin/`, async (tab) => {
        await tab.evaluate(`document.head.insertAdjacentHTML("beforeend", values[0]);`, prepare);
        await until("it is judged as it is sent", async () => !isOpen(await judged(tab)));
        const sent = () => stage.world.asked.filter((asked) => asked.host === host && asked.path === "/cart/");
        const before = sent().length;
        await tab.evaluate(`HTMLFormElement.prototype.submit.call(document.forms[0]);`);
        await until("the form has arrived", async () => sent().length > before);
        assert.deepEqual(sent().slice(before).map(({ scheme, method }) => [scheme, method]), [["https", "POST"]]);
      }));
  }

  test("a policy that only reports or names it in passing makes nothing of it", () =>
    stage.at("https://reporting.example/signin/", async (tab) => {
      await tab.evaluate(
        `document.body.insertAdjacentHTML("beforeend", values[0]);
         document.head.insertAdjacentHTML("beforeend", values[0].replace('content="', 'content="x-'));`,
        POLICY,
      );
      await twoSeconds(tab);
      assert.equal(isOpen(await judged(tab)), true);
    }));
});
