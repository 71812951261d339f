/** Of a private window nothing is kept: not in the store that lasts, and in no store once it is closed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { reported } from "./browser.mjs";
import { until } from "./until.mjs";
import { goOn, guarded, marked, warned, waveAway, words } from "./warned.mjs";

const LOCAL = "http://printer.local/signin/";

both(
  "a private window",
  (stage) => {
    /** @returns {Promise<{ local: { [key: string]: unknown }, session: { [key: string]: unknown } }>} */
    const stored = () =>
      stage.browser.inExtension(
        `const { local, session } = (globalThis.browser ?? chrome).storage;
         return { local: await local.get(), session: await session.get() };`,
      );

    test("is warned as any other, and leaves nothing behind", async () => {
      const before = await stored();
      await stage.at(
        "http://plain.example/signin/",
        async (tab) => {
          await guarded(stage, tab);
          await tab.click("#password");
          await warned(tab);
          await waveAway(tab);
          await tab.go(LOCAL);
          await marked(stage, tab);
          await tab.click("#password");
          await warned(tab, words("guard_mute"));
          await goOn(tab, words("guard_mute"));
          await until("it is silent here", async () => (await tab.warning()) === null);
          // What was said here holds here alone.
          await stage.at(LOCAL, async (other) => void (await marked(stage, other)));
          await tab.go("https://wrongname.example/signin/", { proceed: true });
          await reported(stage.browser, tab, ({ headline }) => headline.state === "stop");
          const popup = await tab.popup();
          await popup.close();
          assert.deepEqual((await stored()).local, before.local);
          assert.match(JSON.stringify((await stored()).session), /wrongname/, "for as long as it is open");
        },
        { inPrivate: true },
      );
      await until("nothing is left", async () => {
        const { session } = await stored();
        return !/plain\.example|printer|wrongname/.test(JSON.stringify(session));
      });
      assert.deepEqual((await stored()).local, before.local);
    });
  },
  { inPrivate: true },
);

both(
  "a private window beside another",
  (stage) =>
    test("is told of a certificate error that was gone past there", () =>
      stage.at(
        "https://wrongname.example/signin/",
        async (tab) => {
          await reported(stage.browser, tab, ({ headline }) => headline.decidedBy === "line_error_overridden");
          await stage.at(
            "https://wrongname.example/signin/",
            async (other) =>
              void (await reported(stage.browser, other, ({ headline }) => headline.decidedBy === "line_error_overridden")),
            { inPrivate: true },
          );
        },
        { proceed: true },
      )),
  { inPrivate: true, only: "chromium" },
);
