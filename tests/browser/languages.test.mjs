/** The catalogues: plural forms, short first lines, and words that can be counted and dated. No browser. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogues, languages, pseudo, spelled } from "./languages.mjs";

const english = catalogues.get("en") ?? {};
const tagOf = (/** @type {import("./languages.mjs").Catalogue} */ catalogue) => catalogue.language_tag?.message ?? "";
/** Stems of what is counted. */
const counted = Object.keys(english)
  .filter((key) => key.endsWith("_one"))
  .map((key) => key.replace(/_one$/, ""))
  .filter((stem) => english[`${stem}_other`]);
/** None is never counted: it is said in words of its own. */
const numbers = Array.from({ length: 200 }, (_, at) => at + 1);

test("there are the fifteen languages, each under its own tag", () => {
  const expected = "ar de en es fr he it ja ko nl pl pt_BR sv tr zh_CN".split(" ");
  assert.deepEqual([...catalogues.keys()].sort(), expected.sort());
  for (const [name, catalogue] of catalogues) assert.equal(tagOf(catalogue), name.replace("_", "-"));
});

test("every plural form that a language uses for whole numbers is there, and no other", () => {
  assert.ok(counted.length >= 5);
  for (const [name, catalogue] of catalogues) {
    const plurals = new Intl.PluralRules(tagOf(catalogue));
    const used = new Set(numbers.map((count) => plurals.select(count)));
    for (const stem of counted) {
      const has = Object.keys(catalogue).filter((key) => key.startsWith(`${stem}_`)).map((key) => key.slice(stem.length + 1));
      for (const form of used) assert.ok(has.includes(form), `${name}: ${stem}_${form} is missing`);
      const forms = has.filter((form) => ["zero", "one", "two", "few", "many", "other"].includes(form));
      const idle = forms.filter((form) => !plurals.resolvedOptions().pluralCategories.some((known) => known === form));
      assert.deepEqual(idle, [], `${name}: ${stem}`);
    }
  }
});

test("a counted message says its number, but where the form stands for one number alone", () => {
  for (const [name, catalogue] of catalogues) {
    const plurals = new Intl.PluralRules(tagOf(catalogue));
    for (const stem of counted.filter((stem) => /\$/.test(english[`${stem}_other`]?.message ?? ""))) {
      for (const form of plurals.resolvedOptions().pluralCategories) {
        const entry = catalogue[`${stem}_${form}`];
        const several = numbers.filter((count) => plurals.select(count) === form).length > 1;
        if (entry && several) assert.match(entry.message, /\$/, `${name}: ${stem}_${form}`);
      }
    }
  }
});

test("first lines have at most 60 letters in every language", () => {
  const first = Object.keys(english).filter((key) => /^(first_|link_first_|welcome_first$|empty_\w+_first$|guard_hold$)/.test(key));
  assert.ok(first.length >= 20);
  for (const [name, catalogue] of catalogues) {
    for (const key of first) {
      const letters = [...(catalogue[key]?.message ?? "")].length;
      assert.ok(letters > 0 && letters <= 60, `${name}: ${key} has ${letters} letters`);
    }
  }
});

test("the store takes the description in every language", () => {
  for (const [name, { extension_description }] of catalogues) {
    const letters = [...(extension_description?.message ?? "")].length;
    assert.ok(letters > 0 && letters <= 132, `${name}: ${letters} letters`);
  }
});

test("the made-up language keeps every placeholder and is longer than English", () => {
  const strange = spelled(pseudo(english));
  const plain = spelled(english);
  assert.deepEqual(Object.keys(strange), Object.keys(plain));
  const holes = (/** @type {string} */ text) => (text.match(/\$\d/g) ?? []).sort().join();
  for (const [key, text] of Object.entries(plain)) {
    assert.equal(holes(strange[key] ?? ""), holes(text), key);
    if (key !== "language_tag") assert.ok((strange[key]?.length ?? 0) >= 1.4 * text.length, key);
  }
  assert.ok(languages.has("pseudo"));
});
