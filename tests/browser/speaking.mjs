/** The extension in one language, in a browser that speaks another. */

import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporary } from "./profile.mjs";
import { top } from "./world.mjs";

/**
 * A copy of the extension that speaks this language alone: browsers fall back to it, whatever they speak.
 * @param {string} language The name of its folder in `_locales`.
 * @param {import("./browser.mjs").Name} name
 */
export function speaking(language, name) {
  const { folder: copy, remove } = temporary("speaking");
  cpSync(join(process.env.DIST ?? join(top, "dist"), name), copy, { recursive: true });
  for (const other of readdirSync(join(copy, "_locales")).filter((other) => other !== language)) {
    rmSync(join(copy, "_locales", other), { recursive: true });
  }
  const manifest = join(copy, "manifest.json");
  const said = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync(manifest, JSON.stringify({ ...said, default_locale: language }));
  return { extension: copy, remove };
}
