/** The catalogues of messages, and a made-up language: longer than any, and strange to the eye. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { top } from "./world.mjs";

/** @typedef {{ [key: string]: { message: string, placeholders?: { [name: string]: { content: string } } } }} Catalogue */

const folder = join(top, "extension/_locales");

/** By the name of the browsers' folder: `pt_BR`. @type {Map<string, Catalogue>} */
export const catalogues = new Map(
  readdirSync(folder).sort().map((name) => [name, JSON.parse(readFileSync(join(folder, name, "messages.json"), "utf8"))]),
);

const ACCENTS = new Map([..."aceinouyACEINOUY"].map((letter, at) => [letter, [..."åçéîñöûýÅÇÉÎÑÖÛÝ"][at] ?? letter]));

/**
 * English with accents, two fifths longer, between brackets: what stays plain is not translated, what lacks
 * its bracket is cut.
 * @param {Catalogue} english
 * @returns {Catalogue}
 */
export const pseudo = (english) =>
  Object.fromEntries(
    Object.entries(english).map(([key, entry]) => {
      if (key === "language_tag") return [key, entry];
      const words = entry.message.split(/(\$\w+\$)/);
      const strange = words.map((part, at) => (at % 2 ? part : [...part].map((letter) => ACCENTS.get(letter) ?? letter).join("")));
      const longer = " öné twö thréé föûr fîvé".repeat(20).slice(0, Math.ceil(entry.message.length * 0.4)).trimEnd();
      return [key, { ...entry, message: `[${strange.join("")}${longer}]` }];
    }),
  );

/** As it ships: placeholders by number. @param {Catalogue} catalogue @returns {{ [key: string]: string }} */
export const spelled = (catalogue) =>
  Object.fromEntries(
    Object.entries(catalogue).map(([key, { message, placeholders = {} }]) => [
      key,
      message.replace(/\$(\w+)\$/g, (whole, name) => placeholders[name.toLowerCase()]?.content ?? whole),
    ]),
  );

/** Every language, and the made-up one as `pseudo`. */
export const languages = new Map([...catalogues, ["pseudo", pseudo(catalogues.get("en") ?? {})]]);
