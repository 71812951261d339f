/** The warning: a quiet mark first, then there before the first key, once, and never in an honest page's way. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, report, reported, toolbar } from "./browser.mjs";
import { until } from "./until.mjs";
import { NEVER, closed, goOn, guarded, marked, press, twoSeconds, typed, warned, waveAway, words } from "./warned.mjs";
import { plain } from "./words.mjs";

const SIGN_IN = "http://plain.example/signin/";
const LOCAL = "http://printer.local/signin/";

both("warning", (stage) => {
  test("marks the field quietly when the page has loaded", async () => {
    await stage.at(SIGN_IN, async (tab) => {
      const { marks, text } = await marked(stage, tab);
      assert.deepEqual(marks, [`${words("guard_stop")}: ${NEVER}`]);
      assert.equal(text, "", "nothing interrupts");
    });
    await stage.at("https://elsewhere.example/signin/", async (tab) => {
      const { marks } = await marked(stage, tab);
      assert.deepEqual(marks, [`${words("guard_check")}: ${words("first_elsewhere_sign_in")}`]);
    });
  });

  test("comes with a click, before the first key: what not to do, why, one bright button", () =>
    stage.at(SIGN_IN, async (tab) => {
      const { guards } = await guarded(stage, tab);
      await tab.click("#password");
      const { text, buttons, state } = await warned(tab);
      assert.equal(await typed(tab), "");
      assert.equal(state, "stop");
      const said = plain(text);
      const order = [words("guard_stop"), NEVER, words(guards[0].why.key), words("guard_leave"), words("guard_more")];
      const places = order.map((sentence) => said.lastIndexOf(sentence));
      assert.ok(places.every((place, at) => place > (places[at - 1] ?? -1)), said);
      assert.deepEqual(buttons.filter(({ look }) => look === "leave").map(({ text }) => plain(text)), [words("guard_leave")]);
      assert.ok(!said.includes(words("guard_anyway")), "the way on is not in sight");
      // A mark is a way to it as well, and it stays where it is.
      await twoSeconds(tab);
      await warned(tab);
      assert.equal((await toolbar(stage.browser, tab)).badge, "");
    }),
  );

  test("comes with the keyboard, and holds keys and what is pasted until the person chose", () =>
    stage.at(SIGN_IN, async (tab) => {
      await guarded(stage, tab);
      await tab.click("#email");
      await tab.type("word");
      await tab.press("Control+a", "Control+x", "Tab");
      await warned(tab);
      await tab.press("Control+v");
      assert.equal(await typed(tab), "", "a paste is held");
      await until("the way out has the focus", async () => (await tab.warning())?.focused === "leave");
      await tab.press("Tab", "Enter", "Tab");
      await until("“anyway” was taken", async () => !(await tab.warning())?.card || (await tab.press("Enter"), false));
      await tab.press("Control+v");
      assert.equal(await typed(tab), "word", "“anyway” is by keyboard, and then all is free");
    }),
  );

  for (const [url, first] of [[SIGN_IN, NEVER], ["https://elsewhere.example/signin/", words("first_elsewhere_sign_in")]]) {
    test(`comes when a password manager fills ${url}`, () =>
      stage.at(url ?? "", async (tab) => {
        await marked(stage, tab);
        await tab.evaluate(
          `const field = document.getElementById("password");
           field.value = "filled";
           field.dispatchEvent(new Event("input", { bubbles: true }));`,
        );
        await warned(tab, first);
        assert.equal(await typed(tab), "filled", "what was filled stays");
      }),
    );
  }

  test("stands at a box of several lines that asks for a wallet's words", () =>
    stage.at("https://elsewhere.example/wallet/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#words");
      await warned(tab, words("first_stop_phrase"));
      await tab.press("a");
      assert.equal(await tab.evaluate("return document.getElementById('words').value"), "", "a key is held");
    }),
  );

  test("leads away by its bright button", () =>
    stage.at("https://shop.example/", async (tab) => {
      await tab.go(SIGN_IN);
      await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab);
      await press(tab, words("guard_leave"));
      await until("the page is left", async () => !(await tab.url()).startsWith("http://plain.example"));
    }),
  );

  test("leads away where there is no way back", () =>
    stage.at(SIGN_IN, async (tab) => {
      await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab);
      await press(tab, words("guard_leave"));
      await until("the page is left", async () => (await tab.url()) === "about:blank");
    }),
  );

  test("leads away where the page before leads forward again", () =>
    stage.at("https://shop.example/", async (tab) => {
      await tab.go("http://hostile.example/forwards/");
      await until("it led on", async () => (await tab.url()) === SIGN_IN);
      await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab);
      await press(tab, words("guard_leave"));
      await until("the page is left", async () => !/^http:/.test(await tab.url()));
    }),
  );

  for (const push of ["?again", "#again"]) {
    test(`leads away from a page that puts itself before itself, as ${push}`, () =>
      stage.at("https://shop.example/", async (tab) => {
        await tab.go(SIGN_IN);
        await guarded(stage, tab);
        await tab.evaluate("addEventListener('pointerdown', () => history.pushState({}, '', values[0]), true);", push);
        await tab.click("#password");
        await warned(tab);
        await press(tab, words("guard_leave"));
        await until("the page is left", async () => !(await tab.url()).startsWith("http://plain.example"));
      }),
    );
  }

  test("warns about a card number too", () =>
    stage.at("https://leaky.example/checkout/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#number");
      await warned(tab, words("first_stop_pay"));
    }),
  );

  test("warns where the title is a known name's and the site is another", () =>
    stage.at("https://spa.example/signin", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(`document.title = "Log in to your PayPal account";`);
      const { guards } = await guarded(stage, tab);
      await tab.click("input[type=password]");
      const { text, state } = await warned(tab, words("first_check_sign_in"));
      assert.deepEqual([state, guards[0].why.key], ["check", "form_poses_as"]);
      assert.ok(plain(text).includes("It calls itself PayPal, but this is spa.example."), plain(text));
    }),
  );

  test("warns where a copied page still says that it is a known owner's", () =>
    stage.at("https://spa.example/signin", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(`document.head.insertAdjacentHTML("beforeend",
        '<link rel="canonical" href="https://www.paypal.com/signin">'); document.title = "Log in";`);
      const { guards } = await guarded(stage, tab);
      await tab.click("input[type=password]");
      await warned(tab, words("first_check_sign_in"));
      assert.equal(guards[0].why.key, "form_poses_as");
    }),
  );

  test("holds a form once, with the reason and who would get it", () =>
    stage.at("https://leaky.example/signin/", async (tab) => {
      const { guards } = await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab);
      await waveAway(tab);
      await tab.type("secret");
      await tab.evaluate("addEventListener('submit', (event) => { event.preventDefault(); document.title = 'sent'; });");
      await tab.press("Enter");
      const { text } = await warned(tab, words("guard_hold"));
      assert.ok(plain(text).includes(words(guards[0].why.key)), text);
      assert.ok(plain(text).includes("leaky.example"), text);
      assert.notEqual(await tab.evaluate("return document.title;"), "sent");
      await press(tab, words("guard_more"));
      await goOn(tab, words("guard_send"));
      await until("the form is sent", () => tab.evaluate("return document.title === 'sent';"));
      assert.equal(await typed(tab), "secret");
    }),
  );

  const ways = /** @type {const} */ ([
    ["went past", async (/** @type {import("./browser.mjs").Tab} */ tab) => {
      await press(tab, words("guard_more"));
      await goOn(tab, words("guard_anyway"));
    }],
    ["waved away", waveAway],
  ]);
  for (const [how, goPast] of ways) {
    test(`is not said twice in a tab that ${how} it`, () =>
      stage.at(SIGN_IN, async (tab) => {
        await guarded(stage, tab);
        await tab.click("#password");
        await warned(tab);
        await goPast(tab);
        await closed(tab);
        await until("it is remembered", () => stage.browser.inExtension(
          `return (await (await import("/tabs.js")).readTab(values[0])).warned.length === 1;`, tab.id));
        await tab.go(SIGN_IN);
        await marked(stage, tab);
        await tab.click("#password");
        await tab.type("a");
        assert.equal(await typed(tab), "a");
        assert.equal((await tab.warning())?.card, null, "the mark alone");
        // Another tab is another visit.
        await stage.at(SIGN_IN, async (other) => {
          await guarded(stage, other);
          await other.click("#password");
          await warned(other);
        });
      }),
    );
  }

  test("lets whoever types past a “check” go on by the keyboard", () =>
    stage.at("https://elsewhere.example/signin/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#email");
      await tab.type("a@b.example");
      await tab.press("Tab");
      await warned(tab, words("first_elsewhere_sign_in"));
      await until("typing went past it", async () => !(await tab.warning())?.card || (await tab.type("a"), false));
      assert.notEqual(await typed(tab), "");
      assert.equal((await tab.warning())?.marks.length, 1, "the mark stays");
      await tab.press("Tab", "Enter");
      await until("the form was sent", async () => (await tab.url()).startsWith("https://collector.example/"));
    }),
  );

  for (const [how, goPast] of ways) {
    test(`says what is graver, and holds it, after a “check” that a person ${how}`, () =>
      stage.at("https://elsewhere.example/signin/", async (tab) => {
        await tab.evaluate(`document.body.insertAdjacentHTML("beforeend",
          '<form action="http://plain.example/pay" method="post"><input id="card" autocomplete="cc-number"></form>');`);
        await reported(stage.browser, tab, ({ guards }) => guards.length === 2);
        await tab.click("#password");
        await warned(tab, words("first_elsewhere_sign_in"));
        await goPast(tab);
        await closed(tab);
        await tab.click("#card");
        await warned(tab, words("first_stop_pay"));
        await tab.type("4");
        assert.equal(await tab.evaluate("return document.querySelector('#card').value;"), "");
      }),
    );
  }

  test("speaks mildly on the local network, and is silent there after one click", () =>
    stage.at(LOCAL, async (tab) => {
      const { marks } = await marked(stage, tab);
      assert.match(marks[0] ?? "", new RegExp(`^${words("guard_check")}`));
      await tab.click("#password");
      const { state } = await warned(tab, words("guard_mute"));
      assert.equal(state, "check", "not the red one");
      await goOn(tab, words("guard_mute"));
      await until("even the mark is gone", async () => (await tab.warning()) === null);
      await tab.click("#password");
      await tab.type("admin");
      assert.equal(await typed(tab), "admin");
      assert.equal(await tab.warning(), null);
      await stage.browser.stopBackground();
      await stage.at(LOCAL, async (other) => {
        await reported(stage.browser, other, ({ advice }) => advice[1].asked);
        await other.click("#password");
        await twoSeconds(other);
        assert.equal(await other.warning(), null, "for the session, in every tab");
      });
    }),
  );

  test("does not repeat what the browser itself has stopped", () =>
    stage.at("https://article.example/", async (tab) => {
      await assert.rejects(tab.go("https://expired.example/signin/"));
      await until("it is told", async () => /** @type {any} */ (await evidence(stage.browser, tab)).page.load === "failed");
      assert.deepEqual((await report(stage.browser, tab)).guards, []);
      assert.equal(await tab.warning(), null);
      assert.equal((await toolbar(stage.browser, tab)).badge, "");
    }),
  );

  test("lets an honest page work as before, where it warns", () => honest(stage, "http://honestplain.example/signin/"));
  test("stays out of an honest page over https", async () => {
    await honest(stage, "https://honest.example/signin/");
    await stage.at("https://honest.example/signin/", async (tab) => {
      await reported(stage.browser, tab, ({ advice }) => advice[1].asked && advice[1].advice === "go");
      await tab.click("#password");
      await twoSeconds(tab);
      assert.equal(await tab.warning(), null);
    });
  });
});

/** @param {import("./both.mjs").Stage} stage @param {string} url */
const honest = (stage, url) =>
  stage.at(url, async (tab) => {
    const plainly = url.startsWith("http:");
    await reported(stage.browser, tab, ({ advice }) => advice[1].asked);
    await trap(stage, tab);
    await tab.click("#email");
    await tab.type("a@b.example");
    await tab.press("Enter");
    assert.equal(await tab.evaluate("return window.page.submitted"), 0, "the browser's own look at the form works");
    await tab.click("#password");
    if (plainly) {
      await warned(tab);
      await waveAway(tab);
      await tab.click("#password");
    }
    await tab.evaluate("for (const name in page.events) delete page.events[name];"); // Escape was pressed there
    await tab.type("secret");
    const { state, events } = await tab.evaluate("return window.page");
    assert.deepEqual(state, { email: "a@b.example", password: "secret" });
    assert.equal(events["password keydown"], 6);
    assert.equal(events["password beforeinput"], 6);
    assert.equal(events["password input"], 6, "every key made one event");
    await tab.press("Enter");
    if (plainly) {
      await warned(tab, words("guard_hold"));
      await press(tab, words("guard_more"));
      await goOn(tab, words("guard_send"));
    }
    await until("the form was sent", () => tab.evaluate("return window.page.submitted === 1"));
    assert.deepEqual(await trapped(stage, tab), [], "nobody but the page read what was typed");
  });

/** Our scripts have prototypes of their own in a page: there every way to what was typed gets a trap. */
const WAYS = `[[HTMLInputElement, "value"], [HTMLTextAreaElement, "value"], [HTMLInputElement, "selectionStart"],
  [InputEvent, "data"], [ClipboardEvent, "clipboardData"]]`;

/** @param {import("./both.mjs").Stage} stage @param {import("./browser.mjs").Tab} tab */
const trap = async (stage, tab) => {
  await stage.browser.inExtension(
    `await (globalThis.browser ?? chrome).scripting.executeScript({ target: { tabId: values[0] }, func: () => {
      globalThis.trapped = [];
      for (const [owner, name] of ${WAYS}) {
        const { get } = Object.getOwnPropertyDescriptor(owner.prototype, name);
        Object.defineProperty(owner.prototype, name, { configurable: true, get() { trapped.push(name); return get.call(this); } });
      }
      void document.getElementById("password").value; // the trap works
    } });`,
    tab.id,
  );
  assert.deepEqual(await trapped(stage, tab), ["value"]);
};

/** What fell into it since the last time. */
const trapped = (/** @type {import("./both.mjs").Stage} */ stage, /** @type {import("./browser.mjs").Tab} */ tab) =>
  stage.browser.inExtension(
    `const [{ result }] = await (globalThis.browser ?? chrome).scripting.executeScript(
       { target: { tabId: values[0] }, func: () => trapped.splice(0) });
     return result;`,
    tab.id,
  );
