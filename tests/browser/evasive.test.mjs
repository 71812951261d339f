/** Pages that hide what they ask for, or to whom it goes: seen all the same, and honest ones not accused. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, report, reported } from "./browser.mjs";
import { until } from "./until.mjs";
import { guarded, marked, warned, waveAway, words } from "./warned.mjs";

const PASSWORD = `<input id="field" type="password">`;
const TO_STRANGER = `action="https://collector.example/" method="post"`;

/** What a page writes into itself, what its script does then, and what has to be found. */
const CASES = /** @type {const} */ ([
  [
    "a field inside an element of the page's own, in a form",
    `<form ${TO_STRANGER}><own-field></own-field></form>`,
    `document.querySelector("own-field").attachShadow({ mode: "open" }).innerHTML = values[0];`,
    "form_password_to_unknown",
  ],
  [
    "a dialog's form whose button sends it",
    `<form action="https://collector.example/" method="dialog">${PASSWORD}<button formmethod="">Sign in</button></form>`,
    "",
    "form_password_to_unknown",
  ],
  [
    "a dialog's form whose button stands behind more than are read",
    `<form action="https://collector.example/" method="dialog">${PASSWORD}${"<button>No</button>".repeat(21)}` +
      `<button formmethod="post">Sign in</button></form>`,
    "",
    "form_password_to_unknown",
  ],
  [
    "an action of a space, under a base elsewhere",
    `<base href="https://collector.example/"><form action="&nbsp;" method="post">${PASSWORD}</form>`,
    "",
    "form_password_to_unknown",
  ],
  [
    "a closed root that had the focus before",
    `<div id="holder"></div>`,
    `const root = document.querySelector("#holder").attachShadow({ mode: "closed" });
     root.innerHTML = '<form action="https://collector.example/" method="post">' + values[0] + "</form>";
     addEventListener("focusin", (event) => event.stopImmediatePropagation(), true);
     root.querySelector("input").focus();
     document.body.append("more");`,
    "form_password_to_unknown",
  ],
  [
    "a form beside one that is a drawing's",
    `<svg><form action="/in/"></form></svg><form ${TO_STRANGER}>${PASSWORD}</form>`,
    "",
    "form_password_to_unknown",
  ],
  [
    "a form that stood there for a moment, before the one that stays",
    `<div id="holder"></div>`,
    `const holder = document.querySelector("#holder");
     holder.innerHTML = '<form action="http://collector.example/"><input></form>';
     holder.querySelector("input").focus();
     holder.innerHTML = '<form action="https://collector.example/" method="post">' + values[0] + "</form>";
     holder.querySelector("input").focus();
     // Whatever is asked of the page meanwhile waits.
     for (const end = Date.now() + 500; Date.now() < end; );`,
    "form_password_to_unknown",
  ],
  [
    "a field that changes its form",
    `<form id="own" action="/in/" method="post"></form><form id="other" ${TO_STRANGER}></form>
     <input id="field" type="password" form="own">`,
    `document.querySelector("#field").setAttribute("form", "other");`,
    "form_password_to_unknown",
  ],
  [
    "a form that hides its own abilities behind its fields, and changes its receiver",
    `<form action="/in/" method="post"><input name="matches">${PASSWORD}</form>`,
    `document.querySelector("form").setAttribute("action", "https://collector.example/");`,
    "form_password_to_unknown",
  ],
  [
    "labels that change",
    `<form ${TO_STRANGER}><label>One <input></label><label>Two <input></label><label>Three <input></label></form>`,
    `["Card number", "Expiry MM/YY", "Security code"].forEach((text, at) => {
       document.querySelectorAll("label")[at].firstChild.data = text;
     });`,
    "form_card_to_unknown",
  ],
  [
    "an address that is longer than what is read",
    `<form action="http://collector.example/?${"x".repeat(3000)}" method="post">${PASSWORD}</form>`,
    "",
    "form_not_encrypted",
  ],
  [
    "a password behind a hundred forms",
    `${"<form><button>Into the basket</button></form>".repeat(100)}<form ${TO_STRANGER}>${PASSWORD}</form>`,
    "",
    "form_password_to_unknown",
  ],
  [
    "a frame that leads itself to a page of nobody",
    `<iframe src="https://elsewhere.example/leads-away/"></iframe>`,
    "",
    "form_password_to_unknown",
  ],
]);

/** @param {string} id */
const has = (id) => (/** @type {{ findings: { id: string }[] }} */ { findings }) => findings.some((finding) => finding.id === id);

both("a page that hides what it asks for", (stage) => {
  for (const [what, html, script, id] of CASES) {
    test(what, () =>
      stage.at("https://article.example/", async (tab) => {
        await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
        await tab.evaluate(`document.body.insertAdjacentHTML("afterbegin", values[0]);`, html);
        // What changes later was looked at before.
        const fields = html.match(/<input/g)?.length ?? 0;
        await until("it is looked at", async () => {
          const { frames } = /** @type {any} */ (await evidence(stage.browser, tab));
          return (frames[0].fields?.length ?? 0) === fields;
        });
        await tab.evaluate(script, PASSWORD);
        const said = await reported(stage.browser, tab, has(id), id);
        if (has("form_too_much")(said)) throw new Error("there was no more than is looked through");
      }));
  }

  for (const [what, html] of [
    ["a drawing", `<svg id="holds" tabindex="0"></svg>`],
    ["a form that hides what it can do", `<form id="holds" tabindex="0"><input type="hidden" name="matches"></form>`],
  ]) {
    test(`a form that comes while ${what} has the focus`, () =>
      stage.at("https://article.example/", async (tab) => {
        await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
        await tab.evaluate(
          `document.body.insertAdjacentHTML("beforeend", values[0]);
           document.querySelector("#holds").focus();
           document.body.insertAdjacentHTML("afterbegin", values[1]);`,
          html,
          `<form ${TO_STRANGER}>${PASSWORD}</form>`,
        );
        await reported(stage.browser, tab, has("form_password_to_unknown"));
      }));
  }

  test("a form that comes while nobody looks, on a page that keeps events from us", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(
        `for (const type of ["visibilitychange", "focusin"]) addEventListener(type, (event) => event.stopImmediatePropagation(), true);
         const wait = setInterval(() => {
           if (!document.hidden) return;
           clearInterval(wait);
           document.body.insertAdjacentHTML("afterbegin", values[0]);
         }, 50);`,
        `<form ${TO_STRANGER}>${PASSWORD}</form>`,
      );
      const other = await stage.browser.open("https://shop.example/");
      // Firefox's driver shows the tab in which it asks.
      await until("the form is there", () =>
        stage.browser.inExtension(
          `const func = () => document.forms.length > 0;
           return (await (globalThis.browser ?? chrome).scripting.executeScript({ target: { tabId: values[0] }, func }))[0].result;`,
          tab.id,
        ));
      await stage.browser.inExtension(`await (globalThis.browser ?? chrome).tabs.update(values[0], { active: true });`, tab.id);
      await tab.url();
      await reported(stage.browser, tab, has("form_password_to_unknown"));
      await other.close();
    }));

  test("a frame that never rests keeps nothing from being judged", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(
        `const frame = document.createElement("iframe");
         frame.src = "https://elsewhere.example/never-rests/";
         document.body.append(frame);`,
      );
      await until("its own frame is known", async () => {
        const { frames } = /** @type {any} */ (await evidence(stage.browser, tab));
        return frames.some((/** @type {{ url: string }} */ { url }) => url.startsWith("blob:"));
      });
      await tab.evaluate(
        `document.querySelector("iframe").contentWindow.postMessage("now", "*");
         document.body.insertAdjacentHTML("afterbegin", values[0]);`,
        `<form ${TO_STRANGER}>${PASSWORD}</form>`,
      );
      await marked(stage, tab);
    }));

  test("a frame whose certificate error was gone past asks past that error", () =>
    stage.at("https://article.example/", async (tab) => {
      const remember = `const { rememberOverride } = await import("/memory.js"); await rememberOverride("cardbox.example", ...values);`;
      await stage.browser.inExtension(remember, "date", false);
      await tab.evaluate(`document.body.append(Object.assign(document.createElement("iframe"), { src: "https://cardbox.example/card.html" }));`);
      await reported(stage.browser, tab, has("form_frame_not_encrypted"));
      await stage.browser.inExtension(remember, null, false);
    }));

  test("a field that only the focus shows asks from then on", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      const unseen = PASSWORD.replace("<input", `<input style="opacity: 0"`);
      await tab.evaluate(`document.body.insertAdjacentHTML("afterbegin", values[0]);`, `<form ${TO_STRANGER}>${unseen}</form>`);
      await marked(stage, tab);
      const before = /** @type {any} */ (await report(stage.browser, tab));
      if (before.headline.state !== "go") throw new Error("nobody sees it");
      await tab.click("#field");
      await warned(tab, words("first_elsewhere_sign_in"));
      await reported(stage.browser, tab, has("form_password_to_unknown"));
    }));

  for (const [what, count, much] of /** @type {const} */ ([["all the goods of a shop", 100, false], ["more forms than are looked through", 200, true]])) {
    test(`a password behind ${what}`, () =>
      stage.at("https://article.example/", async (tab) => {
        const many = "<form><select></select></form>".repeat(count);
        const html = `${many}<form ${TO_STRANGER}>${PASSWORD}</form>`;
        await tab.evaluate(`document.body.insertAdjacentHTML("afterbegin", values[0]);`, html);
        const said = await reported(stage.browser, tab, has("form_password_to_unknown"), "it is among those");
        if (Boolean(has("form_too_much")(said)) !== much) throw new Error(`${much ? "not " : ""}too much to judge`);
      }));
  }

  test("a title and a countdown that tick without end are not too much, and what else changes is told", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(`document.body.insertAdjacentHTML("beforeend", "<p>The code holds for <b>20 s</b> <input name=code>");`);
      // At a new address reports count anew, and a new field that gets the focus is looked at in that moment.
      await tab.evaluate(`
        history.pushState(null, "", "#code");
        for (let count = 0; count < 299; count += 1) {
          const field = document.body.appendChild(document.createElement("input"));
          field.focus();
          field.remove();
        }`);
      await tab.evaluate(`
        let left = 20;
        const ticks = setInterval(() => {
          document.title = document.querySelector("b").textContent = --left + " s";
          if (left === 0) clearInterval(ticks);
        }, 300);`);
      await until("it has ticked", () => tab.evaluate(`return document.title === "0 s";`));
      // Once it is too much nothing more is told.
      await tab.evaluate(`document.body.insertAdjacentHTML("beforeend", "<input name=last>");`);
      await until("it is told", async () => {
        const { fields, tooMuch } = /** @type {any} */ (await evidence(stage.browser, tab)).frames[0];
        return tooMuch && fields.some((/** @type {{ name: string }} */ { name }) => name === "last");
      });
    }));

  test("what finds no room in the store is too much to judge, until there is room again", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      const pieces = await stage.browser.inExtension(`
        const { session } = (globalThis.browser ?? chrome).storage;
        const pieces = Array.from({ length: 19 }, (_, index) => 2 ** (23 - index));
        for (const size of pieces) await session.set({ ["piece" + size]: "x".repeat(size) }).catch(() => {});
        return pieces.map((size) => "piece" + size);`);
      try {
        // More than is free once what was left behind is let go.
        await tab.evaluate(
          `document.body.insertAdjacentHTML("beforeend", values[0]);`,
          `<form ${TO_STRANGER}>${PASSWORD}${"<input placeholder='More'>".repeat(90)}</form>`,
        );
        const { advice } = await reported(stage.browser, tab, ({ findings }) =>
          findings.some((/** @type {{ id: string }} */ { id }) => id === "form_too_much"));
        assert.notEqual(advice[1].state, "go");
      } finally {
        await stage.browser.inExtension(`await (globalThis.browser ?? chrome).storage.session.remove(values[0]);`, pieces);
      }
      await tab.evaluate(`document.querySelector("#field").name = "password";`);
      await reported(stage.browser, tab, ({ findings }) =>
        findings.some((/** @type {{ id: string }} */ { id }) => id === "form_password_to_unknown"));
    }));

  test("a warning that was gone past for one receiver is given for the next", () =>
    stage.at("https://article.example/", async (tab) => {
      for (const host of ["collector.example", "elsewhere.example"]) {
        await tab.evaluate(
          `document.querySelector("#asks")?.remove();
           document.body.insertAdjacentHTML("afterbegin", values[0]);`,
          `<form id="asks" action="https://${host}/" method="post">${PASSWORD}</form>`,
        );
        await reported(stage.browser, tab, ({ guards }) => guards[0]?.receiver === host, `it goes to ${host}`);
        await tab.click("#field");
        await warned(tab, words("first_elsewhere_sign_in"));
        await waveAway(tab);
      }
    }));

  test("a form that changes its receiver under the person's hand is warned of again", () =>
    stage.at("https://elsewhere.example/signin/", async (tab) => {
      await guarded(stage, tab);
      await tab.click("#password");
      await warned(tab, words("first_elsewhere_sign_in"));
      await waveAway(tab);
      await tab.evaluate(`document.forms[0].setAttribute("action", "https://leaky.example/");`);
      await warned(tab, words("first_elsewhere_sign_in"));
    }));
});
