/** A throw-away profile folder that trusts the world's root and nothing else of it. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { certutil } from "./find.mjs";

/** @param {string} name */
export function temporary(name) {
  const folder = mkdtempSync(join(tmpdir(), `trust-indicator-${name}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return { folder, remove };
}

/**
 * @param {string} database The folder of the NSS database.
 * @param {string} root PEM path.
 */
export function trust(database, root) {
  mkdirSync(database, { recursive: true });
  const run = (/** @type {string[]} */ ...words) => execFileSync(certutil(), words, { stdio: "pipe" });
  run("-N", "-d", `sql:${database}`, "--empty-password");
  run("-A", "-d", `sql:${database}`, "-n", "Trust Indicator Demo", "-t", "C,,", "-i", root);
}
