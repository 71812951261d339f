/** The world of servers: started, listened to, stopped. */

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

export const top = fileURLToPath(new URL("../..", import.meta.url));

/** @typedef {{ scheme: string, host: string, method: string, path: string, status: number }} Asked */

/**
 * @typedef {object} World
 * @property {number} https
 * @property {number} http
 * @property {string} root Path of the PEM of the root to trust.
 * @property {string[]} hosts
 * @property {Asked[]} asked Every request so far.
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<World>} */
export async function startWorld() {
  const target = process.env.CARGO_TARGET_DIR ?? join(top, "target");
  const program = process.env.WORLD ?? join(target, "debug", "world");
  if (!existsSync(program)) throw new Error(`${program} is missing: cargo build -p world`);
  const child = spawn(program, [], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  /** @type {Asked[]} */
  const asked = [];
  const ready = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the world ended at its start with ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const said = JSON.parse(line);
      if ("root" in said) resolve(said);
      else asked.push(said);
    });
  });
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { ...ready, asked, stop };
}
