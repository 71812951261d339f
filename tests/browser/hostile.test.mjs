/** A page cannot remove, cover, restyle, outrun, press or imitate the warning without the toolbar telling. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, reported, toolbar } from "./browser.mjs";
import { until } from "./until.mjs";
import { NEVER, guarded, marked, twoSeconds, typed, warned, words } from "./warned.mjs";
import { plain } from "./words.mjs";

/** What stands there in the end: the warning at the field, or the badge in its place. */
const STANDS = ["clobbers", "clicks", "pollutes", "deafens", "tires"];
const FIGHTS = ["removes", "covers", "hides", "swaps"];

both("a hostile page", (stage) => {
  for (const path of STANDS) {
    test(`that ${path}: the warning stands, and nobody but a person presses in it`, () =>
      stage.at(`http://hostile.example/${path}/`, async (tab) => {
        const { headline } = await guarded(stage, tab);
        assert.equal(headline.state, "stop");
        await tab.click("#password");
        await warned(tab);
        await twoSeconds(tab);
        await warned(tab);
        assert.ok((await tab.url()).endsWith(`/${path}/`));
        assert.equal((await toolbar(stage.browser, tab)).badge, "");
      }),
    );
  }

  for (const path of FIGHTS) {
    test(`that ${path}: after a few tries badge, title and popup carry it, and the field is left alone`, () =>
      stage.at(`http://hostile.example/${path}/`, async (tab) => {
        await guarded(stage, tab);
        await tab.click("#password").catch(() => {});
        await until("the badge is there", async () => (await toolbar(stage.browser, tab)).badge === "!");
        assert.ok((await toolbar(stage.browser, tab)).title.includes(NEVER));
        assert.equal(await tab.warning(), null);
        // It may be another field by now.
        await until("it is clicked", () => tab.click("#password").then(() => true));
        await tab.type("a");
        assert.equal(await typed(tab), "a");
        const popup = await tab.popup();
        assert.equal(plain(popup.first), NEVER);
        // What looks like a warning in this page now is not ours.
        assert.ok(!plain(popup.text).includes(words("warning_is_ours")));
        await popup.close();
      }),
    );
  }

  const HOLDS = `<div style="position:fixed;inset:0;background:#fff;pointer-events:none"></div>`;
  for (const [what, inside, beside, root] of /** @type {const} */ ([
    ["what something empty holds", HOLDS, "", "document.body"],
    ["the backdrop of something empty", "", "<style>#cover::backdrop { background: #fff }</style>", "document.body"],
    ["what an element of its own keeps", HOLDS, "", `document.body.firstElementChild.attachShadow({ mode: "open" })`],
  ])) {
    test(`that covers it with ${what}: the badge tells`, () =>
      stage.at("http://plain.example/signin/", async (tab) => {
        await tab.evaluate("document.body.prepend(document.createElement('div'));");
        await guarded(stage, tab);
        await tab.click("#password");
        await warned(tab);
        await tab.evaluate(
          `const root = ${root};
           window.cover = document.createElement("div");
           cover.id = "cover";
           cover.popover = "manual";
           cover.style.cssText = "width:0;height:0;border:0;padding:0;margin:0;left:-50px;top:-50px;background:none;pointer-events:none";
           cover.innerHTML = values[0];
           root.append(cover, document.createRange().createContextualFragment(values[1]));
           cover.showPopover();`,
          inside,
          beside,
        );
        // Once may be a page's own note: the warning comes on top of it, and stays.
        await twoSeconds(tab);
        await warned(tab);
        assert.equal((await toolbar(stage.browser, tab)).badge, "");
        await tab.evaluate("setInterval(() => { cover.hidePopover(); cover.showPopover(); }, 20);");
        await until("the badge is there", async () => (await toolbar(stage.browser, tab)).badge === "!");
      }),
    );
  }

  test("that steals the focus: the warning stands or the badge does, and no key gets through before", () =>
    stage.at("http://hostile.example/steals/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab);
      await tab.type("abc");
      assert.equal(await typed(tab), "");
      await until("the badge is there", async () => {
        await tab.type("0123456789");
        return (await toolbar(stage.browser, tab)).badge === "!";
      });
    }),
  );

  test("that draws what looks like a warning left behind keeps none away", () =>
    stage.at("http://plain.example/", async (tab) => {
      await tab.evaluate(`
        const drawn = document.createElementNS("http://www.w3.org/2000/svg", "div");
        drawn.setAttribute("popover", "manual");
        document.body.append(drawn);
        document.body.insertAdjacentHTML("afterbegin", '<form method="post"><input type="password" id="password"></form>');`);
      await marked(stage, tab);
      await tab.click("#password");
      await warned(tab);
    }),
  );

  test("that restyles everything changes nothing of it", () =>
    stage.at("http://hostile.example/clobbers/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#password");
      await twoSeconds(tab);
      const before = await warned(tab);
      await tab.evaluate(
        `const sheet = new CSSStyleSheet();
         sheet.replaceSync(":not(html, head, body, body *) { all: unset !important; display: none !important; opacity: 0 !important;"
           + "font-size: 1px !important; scale: .01 !important; translate: 200vw !important; filter: blur(20px) !important; clip-path: inset(50%) !important }");
         document.adoptedStyleSheets = [sheet];`,
      );
      await twoSeconds(tab);
      const after = await warned(tab);
      assert.deepEqual(after.card, before.card);
      assert.deepEqual(after.buttons, before.buttons);
    }),
  );

  test("on which a look fails is too much to judge, not what it was before", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await stage.browser.inExtension(
        `await (globalThis.browser ?? chrome).scripting.executeScript({ target: { tabId: values[0] }, func: () => {
           globalThis.trustIndicator.seals = () => { throw new Error("spoilt"); };
           document.body.append(document.createElement("p"));
         } });`,
        tab.id,
      );
      await reported(stage.browser, tab, ({ findings }) =>
        findings.some((/** @type {{ id: string }} */ { id }) => id === "form_too_much"),
      );
    }),
  );

  test("with names and types of any length is heard all the same", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(`
        const long = "x".repeat(600000);
        for (const name of ["a", "x-" + long]) {
          const element = document.body.appendChild(document.createElement(name));
          element.setAttribute("contenteditable", "");
          element.setAttribute("type", long);
        }
        document.body.appendChild(document.createElement("input")).type = "password";`);
      await reported(stage.browser, tab, ({ advice }) => advice[1].asked);
    }),
  );

  test("that tells more than is read at once is too much to judge, and what was known of it stays", () =>
    stage.at("https://shop.example/signin/", async (tab) => {
      const top = async () => /** @type {any} */ (await evidence(stage.browser, tab)).frames[0];
      await reported(stage.browser, tab, ({ advice }) => advice[1].asked);
      const known = await top();
      assert.equal(known.tooMuch, false);
      // Each text within its bound, all together beyond it.
      await tab.evaluate(`
        for (let count = 0; count < 290; count += 1) {
          const field = document.body.appendChild(document.createElement("input"));
          for (const name of ["name", "id", "class", "placeholder", "pattern"]) field.setAttribute(name, "長".repeat(120) + count);
          field.setAttribute("aria-label", "長".repeat(80));
        }`);
      await until("it is told", async () => (await top()).tooMuch);
      assert.deepEqual((await top()).fields, known.fields);
    }),
  );

  test("that tells ever other fields in reports too long to be read takes no more room than one of them", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      const { bytes, last } = await stage.browser.inExtension(
        `const { keepFacts } = await import("/tabs.js");
         const place = { id: 1, parent: 0, url: "https://elsewhere.example/", listed: true };
         const { storage, webNavigation } = globalThis.browser ?? chrome;
         const { documentId } = await webNavigation.getFrame({ tabId: values[0], frameId: 0 });
         for (let index = 0; index < 40; index += 1) {
           const field = { index, tag: "input", type: "password", name: "x".repeat(100000) };
           await keepFacts(values[0], documentId, { document: {}, fields: [field], forms: [], seals: [], tooMuch: false }, place, true);
         }
         const key = "facts:" + documentId;
         const { fields } = (await storage.session.get(key))[key];
         return { bytes: await storage.session.getBytesInUse(key), last: fields.at(-1).index };`,
        tab.id,
      );
      assert.ok(bytes < 1.2e6, `${bytes}`);
      assert.equal(last, 39, "what is told last is known");
    }));

  test("that tells ever more in ever more frames takes no room from the others", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(`for (let count = 0; count < 30; count += 1) document.body.append(document.createElement("iframe"));`);
      const kept = await stage.browser.inExtension(
        `const { keepFacts } = await import("/tabs.js");
         const place = { id: 1, parent: 0, url: "https://elsewhere.example/", listed: true };
         const { storage, webNavigation } = globalThis.browser ?? chrome;
         const field = { index: 0, tag: "input", type: "text", name: "x".repeat(500000) };
         const told = async (document) => {
           await keepFacts(values[0], document, { document: {}, fields: [field], forms: [], seals: [], tooMuch: false }, place);
           return (await storage.session.get("facts:" + document))["facts:" + document].tooMuch;
         };
         const [top, ...frames] = (await webNavigation.getAllFrames({ tabId: values[0] })).map(({ documentId }) => documentId);
         // Of frames that are gone nothing is in the way.
         const gone = [];
         for (let at = 0; at < 30; at += 1) gone.push(await told("made-up-" + at));
         for (const document of frames) await told(document);
         return { tooMuch: await told(frames.at(-1)), top: await told(top), gone, bytes: await storage.session.getBytesInUse() };`,
        tab.id,
      );
      assert.equal(kept.tooMuch, true);
      assert.equal(kept.top, false, "the page itself keeps its place");
      assert.ok(!kept.gone.includes(true));
      assert.ok(kept.bytes < 3e6, `${kept.bytes} bytes`);
    }),
  );

  test("that puts ever new frames into itself: those that are gone are let go", () =>
    stage.at("https://article.example/", async (tab) => {
      const asking = async () =>
        /** @type {any} */ (await evidence(stage.browser, tab)).frames.filter((/** @type {any} */ { fields }) => fields?.length).length;
      for (let round = 0; round < 3; round += 1) {
        await tab.evaluate(
          `document.body.innerHTML = "";
           for (let at = 0; at < 40; at += 1) document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: values[0] }));`,
          "<input type=password>",
        );
        await until("each has told", async () => (await asking()) === 40);
      }
      const kept = await stage.browser.inExtension(
        `const { readDocument, readTab } = await import("/tabs.js");
         const { facts, places } = await readDocument((await readTab(values[0])).documents[0]);
         return [facts.length, Object.keys(places).length];`,
        tab.id,
      );
      assert.ok(kept.every((/** @type {number} */ count) => 40 < count && count < 110), kept.join());
    }),
  );

  test("whose store is full: what was left behind is let go", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      const kept = await stage.browser.inExtension(
        `const { changeTab, forgetTab } = await import("/tabs.js");
         const { storage } = globalThis.browser ?? chrome;
         // The background writes of every tab there is: these are two of which it hears nothing.
         const [full, left] = [values[0] + 1e6, values[0] + 1e6 + 1];
         await changeTab(left, (record) => void record.documents.push("here", "left"));
         await storage.session.set({ "document:left": { facts: [], filler: "x".repeat(6e6) } });
         await changeTab(full, (record) => void (record.failed = "x".repeat(6e6)));
         const kept = Object.keys(await storage.session.get("document:left"));
         await forgetTab(full);
         await forgetTab(left);
         return kept;`,
        tab.id,
      );
      assert.deepEqual(kept, []);
    }),
  );

  test("that imitates it is told apart by the popup", async () => {
    const claims = async (/** @type {import("./browser.mjs").Tab} */ tab) => {
      const popup = await tab.popup();
      await popup.close();
      return plain(popup.text).includes(words("warning_is_ours"));
    };
    await stage.at("https://shop.example/signin/", async (tab) => {
      await tab.evaluate("document.body.append(values[0]);", `${words("guard_stop")} ${NEVER} ${words("guard_from")}`);
      assert.equal(await claims(tab), false);
    });
    await stage.at("http://plain.example/signin/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab);
      assert.equal(await claims(tab), true, "“yes, that warning is from me”");
    });
  });

  test("that keeps the field in a closed root", () =>
    stage.at("http://hostile.example/closes/", async (tab) => {
      await tab.click("#password");
      await guarded(stage, tab);
      await warned(tab);
      await tab.type("a");
      await until("the way out has the focus", async () => (await tab.warning())?.focused === "leave");
      assert.equal(await tab.evaluate("return window.inner.value;"), "");
    }),
  );

  test("that keeps it in a root among other things", () =>
    stage.at("http://plain.example/", async (tab) => {
      await tab.evaluate(`
        const host = document.body.appendChild(document.createElement("div"));
        host.append(document.createElement("b"));
        window.inner = host.attachShadow({ mode: "open" }).appendChild(document.createElement("input"));
        inner.type = "password";
        inner.focus();`);
      await guarded(stage, tab);
      await warned(tab);
      await tab.evaluate("document.body.append(document.createElement('p'));");
      await twoSeconds(tab);
      await warned(tab);
      await tab.type("a");
      assert.equal(await tab.evaluate("return window.inner.value;"), "");
    }),
  );

  test("that opens its document anew", () =>
    stage.at("http://plain.example/signin/", async (tab) => {
      await guarded(stage, tab);
      await tab.evaluate(`
        document.open();
        document.write("<!doctype html><title>Sign in</title><form method=post><input id=password type=password></form>");
        document.close();`);
      await until("the new field is marked", async () => (await tab.warning())?.marks.length === 1);
      await tab.click("#password");
      await warned(tab);
      await tab.type("a");
      assert.equal(await typed(tab), "");
    }),
  );

  test("that shows the field later, in a dialog", () =>
    stage.at("http://hostile.example/late/", async (tab) => {
      await tab.click("#more");
      await guarded(stage, tab);
      await tab.click("#late");
      await warned(tab);
    }),
  );
});
