/** What a message says in English, for comparing with what is shown. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { top } from "./world.mjs";

/** @type {{ [key: string]: { message: string, placeholders?: { [name: string]: { content: string } } } }} */
export const english = JSON.parse(readFileSync(join(top, "extension/_locales/en/messages.json"), "utf8"));

/** Isolating marks around foreign text are not for comparing. @param {string} text */
export const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

/** @param {{ key: string, arguments?: object[] }} message */
export function said({ key, arguments: values = [] }) {
  const { message, placeholders = {} } = english[key] ?? { message: key };
  return plain(
    message.replace(/\$(\w+)\$/g, (_, name) => {
      const number = Number(placeholders[name.toLowerCase()]?.content.slice(1)) - 1;
      return String(Object.values(values[number] ?? {})[0] ?? "");
    }),
  );
}
