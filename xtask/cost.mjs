/**
 * What the scripts cost the pages they are put into: main-thread time and heap of real Chromium, in turns
 * without an extension, with an empty one (one line in every frame: the floor) and with ours.
 */

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const { CHROMIUM, EXTENSION, CORPUS = "" } = process.env;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const MOVING_SECONDS = 3;

const text = (count) => Array.from({ length: count }, (_, at) => `<p>Paragraph ${at}: <b>words</b> and more of them.</p>`).join("");
const page = (body) => `<!doctype html><html lang="en"><title>A page</title><body>${body}`;
const FORM = `<form action="/in" method="post"><label>Email <input type="email" name="email"></label>
  <label>Password <input type="password" name="password"></label><button>Sign in</button></form>`;

/** The pages by name, and what may come on top of the floor: milliseconds of main thread. */
const pages = new Map([
  ["blank", [page(""), 1]],
  ["article", [page(`<h1>An article</h1>${text(300)}`), 1]],
  ["form", [page(`<h1>Sign in</h1>${FORM}${text(100)}`), 3]],
  ["100,000 nodes", [page(`${text(33000)}${FORM}`), null]],
  ["50 frames", [page('<iframe src="/0" width="90" height="60"></iframe>'.repeat(50)), 50]],
  // 1% of a core, over the seconds it is watched.
  ["1,000 changes a second", [
    page(`${FORM}${text(200)}<script>const list = document.querySelectorAll("p");
      setInterval(() => { for (let i = 0; i < 10; i++) list[Math.random() * list.length | 0].className = "c" + i; }, 10);</script>`),
    10 * MOVING_SECONDS,
  ]],
]);
if (CORPUS) {
  const files = readdirSync(CORPUS).filter((name) => name.endsWith(".html")).sort();
  const step = Math.max(1, Math.floor(files.length / 20));
  for (const file of files.filter((_, at) => at % step === 0).slice(0, 20)) {
    pages.set(`corpus ${file}`.slice(0, 60), [readFileSync(join(CORPUS, file), "utf8"), 10]);
  }
}

const names = [...pages.keys()];
const server = createServer((request, response) => {
  const body = pages.get(names[Number(request.url?.slice(1))])?.[0];
  response.writeHead(body ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(body ?? "");
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

const folder = mkdtempSync(join(tmpdir(), "trust-indicator-cost-"));
const empty = join(folder, "empty");
mkdirSync(empty);
writeFileSync(join(empty, "empty.js"), "0;\n");
writeFileSync(join(empty, "manifest.json"), JSON.stringify({
  manifest_version: 3, name: "empty", version: "1",
  content_scripts: [{ matches: ["<all_urls>"], js: ["empty.js"], all_frames: true, match_about_blank: true }],
}));

const variants = new Map([["none", []], ["empty", [empty]], ["ours", [EXTENSION]]]);
const browsers = new Map();
for (const [variant, extensions] of variants) {
  browsers.set(variant, await puppeteer.launch({
    executablePath: CHROMIUM,
    pipe: true,
    enableExtensions: extensions.length ? extensions : false,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--host-resolver-rules=MAP * 127.0.0.1",
      "--disable-features=HttpsUpgrades,AutofillServerCommunication",
    ],
  }));
}

/** Milliseconds of main thread and kilobytes of heap that one load took. */
async function load(browser, at) {
  const tab = await browser.newPage();
  try {
    const devtools = await tab.createCDPSession();
    await devtools.send("Performance.enable");
    const measure = async () =>
      Object.fromEntries((await devtools.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
    await tab.goto("about:blank");
    const before = await measure();
    await tab.goto(`http://page.example:${port}/${at}`, { waitUntil: "load" });
    // Until the content scripts have looked and told: a fixed span, the same for all.
    await new Promise((resolve) => setTimeout(resolve, 1000 * MOVING_SECONDS));
    const after = await measure();
    await devtools.send("HeapProfiler.collectGarbage");
    const { JSHeapUsedSize: heap } = await measure();
    return { time: 1000 * (after.TaskDuration - before.TaskDuration), heap: heap / 1024 };
  } finally {
    await tab.close();
  }
}

const median = (list) => list.toSorted?.((a, b) => a - b)[list.length >> 1] ?? [...list].sort((a, b) => a - b)[list.length >> 1];

try {
  console.log("main thread over the floor, and heap (medians of", ROUNDS, "rounds)");
  for (const [at, name] of names.entries()) {
    const taken = new Map([...variants.keys()].map((variant) => [variant, { time: [], heap: [] }]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [variant, browser] of browsers) {
        const { time, heap } = await load(browser, at);
        taken.get(variant).time.push(time);
        taken.get(variant).heap.push(heap);
      }
    }
    const over = median(taken.get("ours").time) - median(taken.get("empty").time);
    const floor = median(taken.get("empty").time) - median(taken.get("none").time);
    const heap = median(taken.get("ours").heap) - median(taken.get("empty").heap);
    const [, most] = pages.get(name);
    const word = most === null ? "" : over <= most ? `≤ ${most} ms` : `MORE than ${most} ms`;
    console.log(`  ${name.padEnd(60)} floor ${floor.toFixed(1)} ms, ours +${over.toFixed(1)} ms ${word}, heap +${heap.toFixed(0)} KB`);
  }
} finally {
  for (const browser of browsers.values()) await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
