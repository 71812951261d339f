/** Ways past a warning: fields that are made, moved, hidden or counted in ways that few pages use. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { both } from "./both.mjs";
import { evidence, report, reported } from "./browser.mjs";
import { until } from "./until.mjs";
import { guarded, marked, warned } from "./warned.mjs";

/** @typedef {import("./browser.mjs").Tab} Tab */

const PASSWORD = `<input id="field" type="password">`;

/** What a page over http writes into itself, and what its script does then. */
const CASES = /** @type {const} */ ([
  [
    "a password that is hidden by style alone",
    `<form method="post"><label>E-mail <input></label>
     <label>Password <input id="field" style="-webkit-text-security: disc"></label></form>`,
    "",
  ],
  [
    "a password in an element that can be edited",
    `<p id="name">Password</p><div id="field" contenteditable aria-labelledby="name" style="width: 200px; height: 20px"></div>`,
    "",
  ],
  [
    "letters that are no letters",
    `<form method="post"><label>𝐂𝐚𝐫𝐝 𝐧𝐮𝐦𝐛𝐞𝐫 <input id="field"></label><label>𝐂𝐕𝐂 <input></label></form>`,
    "",
  ],
  [
    "words that are shown from their end",
    `<form method="post"><label>&#x202e;rebmun draC <input id="field"></label><label>&#x202e;CVC <input></label></form>`,
    "",
  ],
  [
    "a password that is called a card's code, under a title about vouchers",
    `<form method="post"><label>Password <input id="field" type="password" name="cvv"></label></form>`,
    `document.title = "Win a voucher";`,
  ],
  [
    "hidden boxes for one digit each that are called a year",
    `<form method="post"><p>PIN</p>${`<input id="field" type="password" maxlength="1" name="year" aria-label="PIN">`.repeat(4)}</form>`,
    "",
  ],
  [
    "a card whose number is called something else",
    `<form method="post"><label>Card number <input id="field" name="qty"></label><label>Expiry date <input></label>
     <label>Security code <input></label></form>`,
    "",
  ],
  [
    "more beside it than is read at once",
    `<form method="post">${PASSWORD}</form>`,
    `for (let count = 0; count < 290; count += 1) {
       const field = document.body.appendChild(document.createElement("input"));
       for (const name of ["name", "id", "class", "placeholder", "pattern"]) field.setAttribute(name, "長".repeat(120) + count);
       field.setAttribute("aria-label", "長".repeat(80));
     }`,
  ],
]);

/**
 * A warning stands in a frame. Asked of the page: whoever asks the extension hides the page in Firefox, and a hidden one
 * is not looked at.
 * @param {Tab} tab
 * @param {string} frame
 */
const guardedInside = (tab, frame) =>
  until("the frame is guarded", () =>
    tab.evaluate(`return !!document.querySelector(values[0]).contentDocument.querySelector("div[popover]");`, frame));

both("a way past the warning:", (stage) => {
  for (const [what, html, script] of CASES) {
    test(what, () =>
      stage.at("http://plain.example/", async (tab) => {
        await reported(stage.browser, tab, ({ findings }) => findings.length > 0);
        await tab.evaluate(`document.body.innerHTML = values[0]; ${script}`, html);
        await marked(stage, tab);
        await tab.click("#field");
        await until("the warning stands", async () => (await tab.warning())?.state === "stop");
      }));
  }

  test("a password that the person has shown stays one", () =>
    stage.at("http://plain.example/", async (tab) => {
      await tab.evaluate(
        `document.body.innerHTML = values[0];`,
        `<form method="post"><label>E-mail <input type="email"></label><label>Kennwort <input id="field" type="password" name="f2"></label></form>`,
      );
      await marked(stage, tab);
      await tab.evaluate(`field.type = "text"; document.body.append("shown");`);
      await until("it is looked at again", async () =>
        /** @type {any} */ (await evidence(stage.browser, tab)).frames[0].fields.every(
          (/** @type {{ type: string }} */ { type }) => type !== "password"));
      assert.equal(/** @type {any} */ (await report(stage.browser, tab)).guards[0]?.state, "stop");
      await tab.click("#field");
      await warned(tab);
    }));

  test("an element of the page's own that belongs to another form", () =>
    stage.at("https://article.example/", async (tab) => {
      await reported(stage.browser, tab, ({ headline }) => headline.state === "go");
      await tab.evaluate(
        `customElements.define("own-field", class extends HTMLElement {
           static formAssociated = true;
           constructor() {
             super();
             this.attachInternals();
             this.attachShadow({ mode: "open" }).innerHTML = '<input type="password">';
           }
         });
         document.body.innerHTML = values[0];`,
        `<form id="other" action="http://collector.example/" method="post"></form>
         <form action="/in/" method="post"><own-field id="field" name="p" form="other"></own-field></form>`,
      );
      await reported(stage.browser, tab, ({ headline }) => headline.decidedBy === "form_not_encrypted");
    }));

  test("a password in the last of more frames than are read", () =>
    stage.at("http://plain.example/", async (tab) => {
      await tab.evaluate(
        `document.body.innerHTML = "";
         for (let count = 0; count < 120; count += 1) document.body.append(document.createElement("iframe"));
         const last = document.createElement("iframe");
         last.srcdoc = values[0];
         document.body.prepend(last);`,
        `<form method="post">${PASSWORD}</form>`,
      );
      await guardedInside(tab, "iframe");
    }));

  test("a password in a frame behind those that filled the room", () =>
    stage.at("http://plain.example/", async (tab) => {
      await tab.evaluate(`
        document.body.innerHTML = "";
        const frame = (html) => (document.body.appendChild(document.createElement("iframe")).srcdoc = html);
        const names = ["name", "id", "class", "placeholder", "pattern"];
        const field = (_, at) => "<input " + names.map((name) => name + '="' + "長".repeat(118) + at + '"').join(" ") + ">";
        window.last = () => frame(values[0]);
        for (let at = 0; at < 5; at += 1) frame(Array.from({ length: 230 }, field).join(""));`, `<form method="post">${PASSWORD}</form>`);
      await until("the room is full", async () =>
        /** @type {any} */ (await evidence(stage.browser, tab)).frames.some((/** @type {any} */ { id, tooMuch }) => id && tooMuch));
      await tab.evaluate("last();");
      await guardedInside(tab, "iframe:last-of-type");
    }));

  /** What is told of a frame's fields. @param {Tab} tab @param {number} at */
  const told = async (tab, at) => /** @type {any} */ (await evidence(stage.browser, tab)).frames[at]?.fields?.length ?? 0;

  /**
   * Makes something in a frame's document, where our script meets it. It need not tell of that, but does of a field
   * beside it.
   * @param {Tab} tab
   * @param {string} made
   */
  const met = async (tab, made) => {
    await tab.evaluate(`document.body.appendChild(document.createElement("iframe"));`);
    await until("our script is in the frame", async () => {
      // Firefox replaces a new frame's first document.
      await tab.evaluate(`
        const { body } = document.querySelector("iframe").contentDocument;
        if (!body.firstChild) body.innerHTML = "<input>";`);
      return await told(tab, 1);
    });
    await tab.evaluate(`
      const inner = document.querySelector("iframe").contentDocument;
      inner.body.append(inner.createElement("input"));
      ${made}`);
    await until("it is met", async () => (await told(tab, 1)) > 1);
  };

  test("a closed root that came from a frame's document", () =>
    stage.at("http://plain.example/", async (tab) => {
      await met(tab, `
        const holder = inner.body.appendChild(inner.createElement("section"));
        const root = holder.attachShadow({ mode: "closed" });
        root.innerHTML = '<form method="post"><input type="password"></form>';
        window.move = () => document.body.prepend(holder, document.createElement("input"));
        window.enter = () => root.querySelector("input").focus();`);
      const before = await told(tab, 0);
      await tab.evaluate("move();");
      await until("it is met in the page", async () => (await told(tab, 0)) > before);
      await tab.evaluate("enter();");
      await guarded(stage, tab);
      await warned(tab);
    }));

  test("a modal dialog that came from a frame's document", () =>
    stage.at("http://plain.example/", async (tab) => {
      await met(tab, `
        const dialog = inner.body.appendChild(inner.createElement("dialog"));
        dialog.innerHTML = '<form method="post"><input id="field" type="password"></form>';
        window.move = () => {
          document.body.prepend(dialog);
          dialog.showModal();
        };`);
      await tab.evaluate("move();");
      await guarded(stage, tab);
      await warned(tab);
      await tab.type("a");
      assert.equal(await tab.evaluate(`return document.querySelector("#field").value;`), "");
    }));

  test("a modal dialog that came from a frame's document, where the warning stood already", () =>
    stage.at("http://plain.example/", async (tab) => {
      await met(tab, `
        const dialog = inner.body.appendChild(inner.createElement("dialog"));
        dialog.innerHTML = '<form method="post"><input id="field" type="password"></form>';
        dialog.show();
        window.move = () => {
          document.body.prepend(dialog);
          dialog.close();
          dialog.showModal();
        };`);
      await guardedInside(tab, "iframe");
      await tab.evaluate(`move();`);
      // Not by the frame's: it would hear no key here.
      await warned(tab);
      await tab.type("a");
      assert.equal(await tab.evaluate(`return document.querySelector("#field").value;`), "");
    }));

  test("a page that is a drawing", () =>
    stage.at("http://plain.example/", async (tab) => {
      await tab.evaluate(
        `const page = document.createElement("a");
         page.href = URL.createObjectURL(new Blob([values[0]], { type: "image/svg+xml" }));
         page.click();`,
        `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><foreignObject width="600" height="400">
           <form xmlns="http://www.w3.org/1999/xhtml" method="post" action="http://plain.example/in"><input id="field" type="password"/></form>
         </foreignObject></svg>`,
      );
      await until("the drawing is there", async () => (await tab.url()).startsWith("blob:"));
      await marked(stage, tab);
      await tab.click("#field");
      await warned(tab);
    }));

  for (const [what, from, write] of /** @type {const} */ ([
    ["has a field and no form", "https://paypa1.example/", `page.body.innerHTML = '<input type="password"><button>Sign in</button>';`],
    ["holds a frame", "https://paypa1.example/", `page.body.innerHTML = '<iframe srcdoc="<form method=post><input type=password></form>"></iframe>';`],
    ["was opened over http", "http://plain.example/", `page.body.innerHTML = '<input type="password">';`],
  ])) {
    test(`an empty window that ${what}`, () =>
      stage.at(from, async (tab) => {
        const tabs = `return (await (globalThis.browser ?? chrome).tabs.query({})).map(({ id }) => id);`;
        const before = /** @type {number[]} */ (await stage.browser.inExtension(tabs));
        await tab.evaluate(`window.opened = open(""); const page = opened.document; ${write}`);
        const id = await until("it is open", async () =>
          /** @type {number[]} */ (await stage.browser.inExtension(tabs)).find((known) => !before.includes(known)));
        try {
          // A page that nobody sees is not looked at.
          await stage.browser.inExtension(
            `await (globalThis.browser ?? chrome).tabs.update(values[0], { active: true });
             const { evidenceOf } = await import("/tabs.js");
             const asks = async () => (await evidenceOf(values[0])).frames.some(({ fields }) => fields?.length);
             while (!(await asks())) await new Promise((rest) => setTimeout(rest, 50));`,
            id,
          );
          await reported(stage.browser, /** @type {Tab} */ ({ id }), ({ headline, guards }) =>
            headline.state === "stop" && guards.length === 1);
        } finally {
          await tab.evaluate("opened.close();");
        }
      }));
  }
});

both(
  "pages that are made ready before they are asked for",
  (stage) =>
    test("take no room from the one that is shown", () =>
      stage.at("https://shop.example/signin/", async (tab) => {
        const before = await reported(stage.browser, tab, ({ advice }) => advice[1].asked);
        assert.equal(before.headline.state, "go");
        for (let round = 0; round < 2; round += 1) {
          await tab.evaluate(
            `document.querySelector("script[type=speculationrules]")?.remove();
             const rules = document.createElement("script");
             rules.type = "speculationrules";
             const urls = Array.from({ length: 8 }, (_, at) => "/?" + values[0] + at);
             rules.textContent = JSON.stringify({ prerender: [{ source: "list", eagerness: "immediate", urls }] });
             document.head.append(rules);`,
            `${round}-`,
          );
          await until("the last of them is known", async () =>
            stage.browser.inExtension(
              `const all = Object.values(await chrome.storage.session.get());
               return all.some(({ url }) => url?.endsWith("/?" + values[0] + "7"));`,
              `${round}-`,
            ));
        }
        assert.equal(/** @type {any} */ (await evidence(stage.browser, tab)).page.load, "watched");
        assert.equal((await report(stage.browser, tab)).headline.state, "go");
      })),
  { only: "chromium" },
);
