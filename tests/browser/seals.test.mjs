/** Notes at the seals of a page: only for who asked for them, by pointer and by keyboard alike. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, reported } from "./browser.mjs";
import { until } from "./until.mjs";
import { closed, twoSeconds, words } from "./warned.mjs";
import { plain, said } from "./words.mjs";

const COPIED = "https://seals.example/copied/";
const OTHER = "https://seals.example/other-shop/";
const SEAL = "img[alt^=Norton]";

both("a note at a seal", (stage) => {
  const sealed = (/** @type {import("./browser.mjs").Tab} */ tab) =>
    reported(stage.browser, tab, ({ seals }) => seals.length > 0);
  const told = (/** @type {import("./browser.mjs").Tab} */ tab, /** @type {string} */ sentence) =>
    until(`the note says “${sentence}”`, async () => {
      const note = await tab.warning();
      return note?.card && plain(note.text).includes(sentence) && note;
    });

  test("is not there before somebody asks for it", () =>
    stage.at(COPIED, async (tab) => {
      await sealed(tab);
      await tab.point(SEAL);
      await twoSeconds(tab);
      assert.equal(await tab.warning(), null);
      const { result } = await stage.browser.inExtension(
        `const [answer] = await (globalThis.browser ?? chrome).scripting.executeScript(
           { target: { tabId: values[0] }, func: () => Object.keys(globalThis.trustIndicator).includes("sealNotes") });
         return answer;`,
        tab.id,
      );
      assert.equal(result, false, "nor its script");
    }),
  );

  test("is asked for in the settings; then one sentence comes with the pointer and with the focus", async () => {
    const origin = await stage.browser.inExtension("return location.origin;");
    await stage.at(`${origin}/options.html`, async (tab) => {
      await tab.click("label[class=choice]");
      await until("it is kept", () => stage.browser.inExtension(`return (await import("/memory.js")).explainsSeals();`));
    });
    await stage.at(COPIED, async (tab) => {
      const { seals } = await sealed(tab);
      const sentence = said(seals[0].sentence);
      await until("the pointer brings the note", async () => {
        await tab.point("header a");
        await tab.point(SEAL);
        return (await tab.warning())?.card;
      });
      const { text, card, view } = await told(tab, sentence);
      assert.ok(plain(text).includes(words("guard_from")));
      assert.ok(card && card.left >= 0 && card.top >= 0 && card.right <= view.width && card.bottom <= view.height);
      await tab.press("Escape");
      await closed(tab);
      await tab.point("header a");
      await tab.point(SEAL);
      await told(tab, sentence);
      await tab.point("header a");
      await closed(tab);
      assert.equal(await tab.evaluate("return document.querySelectorAll('html > :not(head, body)').length;"), 0, "nothing stays");
    });
    await stage.at(OTHER, async (tab) => {
      const { seals } = await sealed(tab);
      await until("the focus brings the note", async () => {
        await tab.evaluate("document.activeElement.blur(); document.querySelector('a.mfes-trustmark').focus();");
        return (await tab.warning())?.card;
      });
      await told(tab, said(seals[0].sentence));
      await tab.evaluate("document.activeElement.blur(); document.querySelector('header a').focus();");
      await closed(tab);
    });
  });

  test("stays with the page where nothing is a seal, and ends when all is forgotten", async () => {
    await stage.at("https://seals.example/consent/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.point("img[src*=consent]");
      await twoSeconds(tab);
      assert.equal(await tab.warning(), null);
    });
    await stage.browser.inExtension(`await (await import("/memory.js")).clear();`);
    await stage.at(COPIED, async (tab) => {
      await sealed(tab);
      await tab.point(SEAL);
      await twoSeconds(tab);
      assert.equal(await tab.warning(), null);
    });
  });
});

both("the finder", (stage) => {
  test("finds what style alone draws, and what comes late", () =>
    stage.at("https://seals.example/drawn/", async (tab) => {
      const { seals } = await reported(stage.browser, tab, ({ seals }) => seals.length > 0);
      assert.deepEqual(seals.map(({ provider }) => provider), ["Norton Secured", "TrustedSite", "Sectigo"]);
    }),
  );

  test("takes the address that a picture will have, not the one that holds its place", () =>
    stage.at("https://seals.example/lazy/", async (tab) => {
      await reported(stage.browser, tab, ({ seals }) => seals.length > 0);
      const { frames } = await evidence(stage.browser, tab);
      assert.deepEqual(
        frames[0].seals.map(({ source }) => source.replace("https://seals.example/", "")),
        ["norton-secured.svg", "sectigo_trust_seal_md.svg", "trusted-shops-seal.svg", "norton-secured.svg?2"],
      );
    }),
  );
});

both("the popup", (stage) => {
  test("looks at small pictures that no name gives away", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      const { told, seen } = await stage.browser.inExtension(
        `const { default: init } = await import("/core/trust_indicator.js");
         await init();
         const { addLooks } = await import("/looks.js");
         const { evidenceOf } = await import("/tabs.js");
         const evidence = await evidenceOf(values[0]);
         const names = () => evidence.frames[0].seals.map(({ source, look }) => (look ? "seen " : "") + source.split("/").at(-1));
         const told = names();
         await (globalThis.browser ?? chrome).tabs.update(values[0], { active: true });
         await addLooks(values[0], evidence);
         return { told, seen: names() };`,
        tab.id,
      );
      assert.deepEqual(told, [], "what has no name costs the page nothing");
      assert.deepEqual(seen, ["seen cup.svg"]);
    }),
  );
});
