/**
 * What the scripts cost the pages they are put into: main-thread processor time and heap of real Chromium, in
 * turns without an extension, with an empty one (one line in every frame: the floor), with the least that reads a
 * form and tells of it, and with ours.
 *
 * Processor time of the thread, not time on the clock: it holds on a busy machine as well.
 */

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const { CHROMIUM, EXTENSION, CORPUS = "" } = process.env;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const CORPUS_PAGES = Number(process.env.CORPUS_PAGES ?? 16);
const CORPUS_ROUNDS = 3;
const WATCHED = 1200; // milliseconds after a load: the first look and what follows it
const MOVING = 4000;

const text = (count) => Array.from({ length: count }, (_, at) => `<p>Paragraph ${at}: <b>words</b> and more of them.</p>`).join("");
const page = (body) => `<!doctype html><html lang="en"><title>A page</title><body>${body}`;
const FORM = `<form action="/in" method="post"><label>Email <input type="email" name="email"></label>
  <label>Password <input type="password" name="password"></label><button>Sign in</button></form>`;
const CHANGES = `<script>const list = document.querySelectorAll("p");
  setInterval(() => { for (let i = 0; i < 10; i++) list[Math.random() * list.length | 0].className = "c" + i; }, 10);</script>`;

/** Each at an address of its own, over https as shops are: a warning is part of the price only where one is due. */
const SHOP = "https://shop.example";

/** @typedef {{ body: string, url?: string, most?: number, watched?: number }} Case What may come on top of the floor, in milliseconds. */

/** @type {Map<string, Case>} */
const cases = new Map([
  ["blank", { body: page(""), most: 1 }],
  ["article", { body: page(`<h1>An article</h1>${text(300)}`), most: 1 }],
  ["form", { body: page(`<h1>Sign in</h1>${FORM}${text(100)}`), most: 3 }],
  ["100,000 nodes", { body: page(`${text(33000)}${FORM}`) }],
  ["50 frames", { body: page('<iframe src="/blank" width="90" height="60"></iframe>'.repeat(50)), most: 50 }],
  // 1% of a core.
  ["1,000 changes a second", { body: page(`${FORM}${text(200)}${CHANGES}`), most: MOVING / 100, watched: MOVING }],
]);
const own = cases.size;
if (CORPUS) {
  const entries = JSON.parse(readFileSync(join(CORPUS, "index.json"), "utf8"));
  const step = Math.max(1, entries.length / CORPUS_PAGES);
  for (let at = 0; Math.floor(at) < entries.length; at += step) {
    const { file, url } = entries[Math.floor(at)];
    cases.set(file, { body: readFileSync(join(CORPUS, "pages", file), "utf8"), url: url ?? undefined });
  }
}

const list = [...cases];
/** What is there at every site. */
const beside = new Map([["/blank", page("")], ["/before", page("<p>Before.</p>")]]);

/** Nothing leaves the machine: the page itself and these are answered here, all else is refused. */
async function answer(tab, url, body) {
  const { href } = Object.assign(new URL(url), { hash: "" }); // as it is asked for
  await tab.setRequestInterception(true);
  tab.on("request", (request) => {
    const shown = request.url().split("#")[0] === href ? body : beside.get(new URL(request.url()).pathname);
    if (!request.isNavigationRequest() || shown === undefined) return void request.abort().catch(() => {});
    request.respond({ contentType: "text/html; charset=utf-8", body: shown }).catch(() => {});
  });
}

const folder = mkdtempSync(join(tmpdir(), "trust-indicator-cost-"));
/** An extension that puts one script into every frame. */
function extensionOf(name, script) {
  const its = join(folder, name);
  mkdirSync(its);
  writeFileSync(join(its, "page.js"), script);
  writeFileSync(join(its, "background.js"), "chrome.runtime.onMessage.addListener(() => {});\n");
  writeFileSync(join(its, "manifest.json"), JSON.stringify({
    manifest_version: 3, name, version: "1", background: { service_worker: "background.js" },
    content_scripts: [{ matches: ["<all_urls>"], js: ["page.js"], all_frames: true, match_about_blank: true }],
  }));
  return its;
}
const LEAST = `requestIdleCallback(() => {
  const fields = [...document.querySelectorAll("input")].map((field) =>
    ({ type: field.type, name: field.name, form: field.form?.action, label: field.labels?.[0]?.textContent }));
  new MutationObserver(() => {}).observe(document, { subtree: true, childList: true });
  chrome.runtime.sendMessage(JSON.stringify(fields)).catch(() => {});
}, { timeout: 500 });
`;

/** One browser at a time is alive for each variant: a crashed one is started anew. */
const variants = [["none", ""], ["floor", extensionOf("empty", "0;\n")], ["least", extensionOf("least", LEAST)], ["ours", EXTENSION]]
  .map(([name, extension]) => ({ name, extension, browser: null }));
async function browserOf(variant) {
  if (!variant.browser?.connected) {
    variant.browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      pipe: true,
      enableExtensions: variant.extension ? [variant.extension] : false,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        // A page that is kept for going back would be weighed with the one that is shown.
        "--disable-features=HttpsUpgrades,AutofillServerCommunication,BackForwardCache",
      ],
    });
  }
  return variant.browser;
}

/** Milliseconds of the main thread, long tasks, and kilobytes of heap that one load took. */
async function load(variant, at) {
  const tab = await (await browserOf(variant)).newPage();
  const [name, { body, url = `${SHOP}/${encodeURIComponent(name)}`, watched = WATCHED }] = list[at];
  try {
    await answer(tab, url, body);
    const devtools = await tab.createCDPSession();
    const measure = async () =>
      Object.fromEntries((await devtools.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
    // The same site first: then the page comes into a process that runs already.
    await tab.goto(new URL("/before", url).href, { waitUntil: "load" });
    await pause(200);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    await tab.evaluateOnNewDocument(() => {
      globalThis.long = [];
      new PerformanceObserver((seen) => globalThis.long.push(...seen.getEntries().map(({ duration }) => duration)))
        .observe({ type: "longtask", buffered: true });
    });
    const before = await measure();
    await tab.goto(url, { waitUntil: "load" });
    // A fixed span, the same for all: the floor gives no sign when it is done.
    await pause(watched);
    const after = await measure();
    const long = await tab.evaluate(() => globalThis.long.length);
    await devtools.send("HeapProfiler.collectGarbage");
    const { JSHeapUsedSize: heap } = await measure();
    return { time: 1000 * (after.TaskDuration - before.TaskDuration), heap: heap / 1024, long };
  } finally {
    await tab.close().catch(() => {});
  }
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[numbers.length >> 1] ?? NaN;

/** Loads that came to nothing: the browser fell, or the page closed itself. @type {string[]} */
const lost = [];

/** What the floor costs over nothing, and the least reader and ours over the floor: medians of rounds in turns. */
async function compare(at, rounds) {
  const taken = new Map(variants.map(({ name }) => [name, { time: [], heap: [], long: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const variant of variants) {
      const one = await load(variant, at).catch((error) => void lost.push(`${list[at]?.[0]}: ${error.message}`));
      for (const [what, value] of Object.entries(one ?? {})) taken.get(variant.name)[what].push(value);
    }
  }
  const over = (what, a, b) => median(taken.get(a)[what]) - median(taken.get(b)[what]);
  return {
    floor: over("time", "floor", "none"),
    least: over("time", "least", "floor"),
    ours: over("time", "ours", "floor"),
    heap: over("heap", "ours", "floor"),
    long: over("long", "ours", "floor"),
  };
}

const limit = (value, most) => (most === undefined ? "" : value <= most ? `≤ ${most}` : `MORE THAN ${most}`);
const row = (name, { floor, least, ours, heap, long }, most) =>
  console.log(
    `  ${name.padEnd(24)} floor ${floor.toFixed(1).padStart(6)}  least ${least.toFixed(1).padStart(5)}  ours ${ours.toFixed(1).padStart(6)} ms ${limit(ours, most).padEnd(12)}` +
      `  heap ${heap.toFixed(0).padStart(4)} KB  long tasks ${long}`,
  );

try {
  console.log(`main thread and heap: the floor over no extension, the least reader and ours over the floor (medians of ${ROUNDS} rounds in turns)`);
  for (const [at, [name, { most }]] of list.slice(0, own).entries()) row(name, await compare(at, ROUNDS), most);
  const each = [];
  for (let at = own; at < list.length; at++) each.push({ name: list[at]?.[0], ...(await compare(at, CORPUS_ROUNDS)) });
  if (each.length) {
    const times = sorted(each.map(({ ours }) => ours));
    const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;
    console.log(`  ${each.length} pages with forms      ours: median ${at(0.5).toFixed(1)} ms ${limit(at(0.5), 3)}, p95 ${at(0.95).toFixed(1)} ms ${limit(at(0.95), 10)}, most ${at(1).toFixed(1)} ms`);
    console.log(`  heap a frame: median ${median(each.map(({ heap }) => heap)).toFixed(0)} KB ${limit(median(each.map(({ heap }) => heap)), 150)}`);
    for (const slow of each.sort((a, b) => b.ours - a.ours).slice(0, 3)) console.log(`    ${slow.ours.toFixed(1)} ms  ${slow.name}`);
  }
  for (const load of lost) console.log(`  lost: ${load}`);
} finally {
  for (const { browser } of variants) await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}
