/** The warning for every eye: no barrier in any state and theme, no word cut in any language. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { STATES, openChoices, showWarning } from "./guard_page.mjs";
import { languages } from "./languages.mjs";
import { launchPages, violations } from "./shown.mjs";
import { until } from "./until.mjs";

/** @type {Awaited<ReturnType<typeof launchPages>>} */
let pages;
before(async () => void (pages = await launchPages()));
after(() => pages.close());

describe("no barrier in the warning", () => {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    for (const state of STATES) {
      test(`${state}, ${theme}`, async () => {
        const page = await pages.blank({ width: 1000, height: 800, theme });
        await showWarning(page, { state });
        assert.deepEqual(await violations(page), [], "closed");
        await openChoices(page);
        assert.deepEqual(await violations(page), [], "with the choices open");
        assert.ok(await page.evaluate(`warning.querySelector(".card")?.isConnected`), "it was there all the time");
        await page.close();
      });
    }
  }
});

test("the warning's words fit, in every language and at every size", async () => {
  const page = await pages.blank();
  for (const language of languages.keys()) {
    const direction = /^(ar|he)/.test(language) ? "rtl" : "ltr";
    for (const state of ["check", "held"]) {
      await page.setViewport({ width: 1000, height: 800 });
      await showWarning(page, { state, language, direction });
      await openChoices(page);
      for (const [width, height] of /** @type {const} */ ([[1000, 800], [360, 640], [200, 560]])) {
        await page.setViewport({ width, height });
        await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assert.deepEqual(await cut(page), [], `${state} in ${language} at ${width} × ${height}`);
      }
      assert.equal(await page.evaluate(`getComputedStyle(warning.querySelector(".card")).direction`), direction, language);
    }
  }
  await page.close();
});

test("what can be pressed is large enough for a thumb", async () => {
  const page = await pages.blank({ width: 360, height: 640 });
  for (const state of STATES) {
    await showWarning(page, { state });
    await openChoices(page);
    const heights = /** @type {number[]} */ (
      await page.evaluate(`[...warning.querySelectorAll(".card button")].map((button) => button.offsetHeight)`)
    );
    assert.ok(heights.length > 2 && heights.every((height) => height >= 44), `${state}: ${heights}`);
  }
  await page.close();
});

test("it is read in its own language, and with what to do", async () => {
  const page = await pages.blank();
  for (const state of STATES) {
    await showWarning(page, { state, language: "de" });
    assert.equal(await page.evaluate(`warning.querySelector(".card").closest("[lang]").lang`), "de");
    const texts = /** @type {string[]} */ (
      await page.evaluate(`[...warning.querySelectorAll("#first, #why, #then")].map((part) => part.textContent)`)
    );
    const read = /** @type {string} */ (await page.evaluate(`warning.querySelector(".said").textContent`));
    assert.ok(texts.length > 1 && texts.every((text) => text && read.includes(text)), `${state}: ${read}`);
    const described = `warning.querySelector(".card").getAttribute("aria-describedby").split(" ")`;
    const ids = /** @type {string[]} */ (await page.evaluate(`${described}.filter((id) => warning.getElementById(id))`));
    assert.equal(ids.length, texts.length - 1, state);
  }
  await page.close();
});

test("a warning that says something else keeps the focus, and what it holds", async () => {
  const page = await pages.blank();
  for (const state of ["stop", "held"]) {
    await showWarning(page, { state });
    if (state === "stop") await page.keyboard.type("s");
    await page.waitForFunction(`warning.activeElement?.className === "leave"`);
    await page.evaluate(`say({ ...message, guards: [{ ...message.guards[0], why: "Another reason." }] })`);
    assert.equal(await page.evaluate(`warning.querySelector("#why").textContent`), "Another reason.");
    assert.equal(await page.evaluate(`warning.activeElement?.className`), "leave", state);
    assert.equal(await page.evaluate(`warning.querySelector(".host") !== null`), state === "held");
  }
  await page.close();
});

test("an address in its sentences is drawn as one, in the weight of the sentence", async () => {
  const page = await pages.blank();
  await showWarning(page, { state: "check", language: "ar", direction: "rtl" });
  const drawn = await page.evaluate(`[...warning.querySelectorAll(".host")].map((host) => {
    const { direction, fontFamily, fontWeight } = getComputedStyle(host);
    return [host.textContent, host.parentElement.id, direction, /mono/.test(fontFamily), fontWeight];
  })`);
  const address = "pay-forms-and-more.example";
  assert.deepEqual(drawn, [
    [address, "why", "ltr", true, "400"], [address, "why", "ltr", true, "400"], [address, "then", "ltr", true, "650"],
  ]);
  await page.close();
});

test("the mark leads into the warning by the keyboard", async () => {
  const page = await pages.blank();
  await showWarning(page);
  await until("the card is waved away", async () => {
    await page.keyboard.press("Escape");
    return page.evaluate(`!warning.querySelector(".card")`);
  });
  await page.evaluate(`warning.querySelector(".pin").focus()`);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(`warning.activeElement?.className`), "leave");
  await page.close();
});

test("the sign keeps its outline where the colours are the system's own", async () => {
  const page = await pages.blank({ theme: "forced" });
  await showWarning(page);
  const [sign, ground] = /** @type {string[]} */ (
    await page.evaluate(`[
      getComputedStyle(warning.querySelector(".word path")).fill, getComputedStyle(warning.querySelector(".top")).backgroundColor]`)
  );
  assert.notEqual(sign, ground);
  await page.close();
});

/** What stands outside of the card or of the view; the card may scroll up and down. @param {import("puppeteer-core").Page} page */
const cut = (page) =>
  page.evaluate(() => {
    const card = /** @type {ShadowRoot} */ (Reflect.get(globalThis, "warning")).querySelector(".card");
    if (!card) return ["no card"];
    const box = card.getBoundingClientRect();
    const inView = box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
    const parts = [...card.querySelectorAll("h2, p, button, .host")];
    const wide = parts.filter((part) => {
      const { left, right } = part.getBoundingClientRect();
      return left < box.left || right > box.right || part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline";
    });
    return [...(inView ? [] : [`the card: ${JSON.stringify(box)}`]), ...wide.map((part) => part.textContent)];
  });
