//# allFunctionsCalledOnLoad
/**
 * The popup, and the same report as a page: `?tab=<id>`, `?sample=<name>` for a made-up visit (with
 * `&as=popup` in the popup's own shape), or `?link=<address>&text=<what it says>` for a link not yet opened.
 * The core judges and paints; here is only how it comes about and what a click does.
 */

import { browser, thisBrowser } from "./browser.js";
import init, { assess, paint, paintLink } from "./core/trust_indicator.js";
import { standing } from "./place.js";
import { hostOf, lookInto } from "./tabs.js";
import { fit } from "./view.js";
import { localize, words } from "./words.js";

/** @typedef {import("./core/trust_indicator.js").Evidence} Evidence */
/** @typedef {import("./acts.js").Shown & { warned: boolean }} Seen Whether a warning of ours stands there, too. */

const asked = new URLSearchParams(location.search);
const sample = asked.get("sample");
const link = asked.get("link");
const full = asked.get("as") !== "popup" && (asked.has("tab") || sample !== null || link !== null);

/** Milliseconds until it is said that the answer is still awaited, and until it is given up. */
const [SLOW, LOST] = [300, 10_000];

/** Milliseconds in which what changes in a page is gathered before it is judged again. */
const GATHER = 250;

/** What the popup says now. @type {Seen | undefined} */
let said;

/** The second package for Chromium can read the certificate by the debugger, on a click. */
const inspects = browser.runtime.getManifest().permissions?.includes("debugger") ?? false;

/** Puts "Read the certificate" into the certificate's panel. */
function offerInspection() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button second";
  button.dataset.act = "inspect";
  button.textContent = words.message("act_inspect");
  document.querySelector("#certificate .inside")?.append(button);
}

/** Judges what is there now, and paints it. */
async function show() {
  const waits = [setTimeout(stillLooking, SLOW), setTimeout(couldNotJudge, LOST)];
  try {
    const [now] = await Promise.all([seen(), init(), sheet]);
    const { tab, evidence, warned } = now;
    said = now;
    const url = evidence.page?.url ?? "";
    // What is said once in the popup always stands in the full report.
    if (full && evidence.memory) Object.assign(evidence.memory, { toldInterceptors: [], toldCertificateWays: false });
    const restore = standing();
    const painter = link
      ? paintLink(evidence, words, document.body, asked.get("text") ?? "")
      : paint(evidence, words, document.body, full, warned);
    performance.mark("answer");
    const first = full ? hostOf(url) : document.querySelector("h1")?.textContent;
    document.title = `${first} – ${words.message("extension_name")}`;
    // The rest may wait for a frame that a hidden page never gets.
    waits.forEach(clearTimeout);
    if (isBound(evidence)) document.querySelectorAll("[data-act=full]").forEach((button) => button.remove());
    document.body.onclick = (event) => click(event, { tab, evidence });
    if (!full && !location.hash) await painted();
    painter.finish();
    restore();
    fit();
    if (inspects && url.startsWith("https:")) offerInspection();
    if (!sample) showWhenOpened(tab);
    if (!sample && !link && !full) {
      lookInThePage(tab);
      remember(evidence).catch(console.warn);
      lookAgain(tab, evidence, warned).catch(console.warn);
    }
  } catch (error) {
    console.error(error);
    await sheet;
    if (asked.has("tab") && !(await browser.tabs.get(await tabOf()).catch(() => undefined))) sayOnly("off", "empty_gone_first");
    else couldNotJudge();
  } finally {
    waits.forEach(clearTimeout);
  }
  performance.mark("whole");
}

/**
 * Chromium opens the full page of a private window in an ordinary one, and keeps it in its history. Of a private
 * window nothing is told of what was kept.
 * @param {Evidence} evidence
 */
const isBound = ({ browser, memory }) =>
  !sample && !full && browser?.family === "chromium" && memory !== undefined && memory !== null && !memory.knownSites;

/** While the popup is open, another page may come behind it, or the page may ask for more. */
function follow() {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let due;
  browser.storage.onChanged.addListener((changes) => {
    const concerns = Object.keys(changes).some((key) => !said || key === `tab:${said.tab}` || /^(document|facts):/.test(key));
    if (concerns) due ??= setTimeout(() => {
      due = undefined;
      repaint().catch(console.warn);
    }, GATHER);
  });
}

/** Paints anew only what says something else. */
async function repaint() {
  await opening;
  if (said && gist(await seen()) !== gist(said)) await show();
}

/** What the first lines rest on; not the whole address, which a page can change without end. @param {Seen} seen */
const gist = ({ evidence, warned }) =>
  JSON.stringify([hostOf(evidence.page?.url ?? ""), evidence.page?.load, assess(evidence).headline, warned]);

/** The full page has a sheet of its own, which the popup need not wait for. */
function dressed() {
  const sheet = document.createElement("link");
  const here = new Promise((done) => (sheet.onload = sheet.onerror = done));
  Object.assign(sheet, { rel: "stylesheet", href: "full.css" });
  document.head.append(sheet);
  return here;
}

/** Once the answer is on the screen. Hidden pages have no frames; of others not all tell of their first paint. */
async function painted() {
  const told = () => performance.getEntriesByName("first-contentful-paint").length > 0;
  for (let frame = 0; frame < 20 && !told() && !document.hidden; frame++) await new Promise(requestAnimationFrame);
}

/**
 * A second look at the pictures, after the first answer is there: one of them may be a seal by its looks.
 * @param {number} tab
 * @param {Evidence} evidence
 * @param {boolean} warned
 */
async function lookAgain(tab, evidence, warned) {
  const { addLooks } = await import("./looks.js");
  if (!(await addLooks(tab, evidence)) || said?.evidence !== evidence) return;
  const fresh = document.createElement("body");
  paint(evidence, words, fresh, full, warned).finish();
  const [now, then] = [document.querySelector("#seals"), fresh.querySelector("#seals")];
  // What the person opened meanwhile stays as it is.
  const touched = now?.hasAttribute("open") || now?.contains(document.activeElement);
  if (!now || !then || touched || now.textContent === then.textContent) return;
  now.replaceWith(then);
  showWhenOpened(tab);
}

/**
 * Keeps what was said now and is said once: which program looks into this device's lines, and the ways to
 * see a certificate. Of a private window nothing is kept.
 * @param {Evidence} evidence
 */
async function remember(evidence) {
  if (!evidence.memory?.toldInterceptors) return;
  // Heard from now on: it may be opened before the rest is here.
  const panel = document.querySelector("#certificate:has(.steps)");
  const toggled = new Promise((tell) => panel?.addEventListener("toggle", tell, { once: true }));
  const { toldCertificateWays, toldInterceptor } = await import("./memory.js");
  toggled.then(toldCertificateWays).catch(console.warn);
  const told = assess(evidence).findings.find(({ id }) => id === "line_read_by_program")?.arguments[0];
  if (told && "text" in told) await toldInterceptor(told.text);
}

/** What is shown by style alone no script is told of. @param {number} tab */
function lookInThePage(tab) {
  const look = () => Reflect.get(globalThis, "trustIndicator")?.tools.again();
  browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, func: look }).catch(() => {});
}

/** @param {number} tab */
function showWhenOpened(tab) {
  document.querySelector("#seals")?.addEventListener("toggle", () => pictures(tab), { once: true });
}

/** @param {number} tab */
async function pictures(tab) {
  const { showPictures } = await import("./pictures.js");
  // A page may close itself to pictures: the letters stay.
  await showPictures(tab).catch(console.warn);
}

/** @returns {Promise<Seen>} */
async function seen() {
  if (sample) return { tab: -1, evidence: /** @type {Evidence} */ (await sampleOf(sample)), warned: false };
  if (link) {
    const evidence = { at: Date.now(), browser: await thisBrowser(), page: { url: link, load: "notWatched" } };
    return { tab: -1, evidence: /** @type {Evidence} */ (evidence), warned: false };
  }
  const tab = await tabOf();
  const { evidence, shown, documents } = await lookInto(tab);
  // One that nobody sees, or that the page fought off, may have another drawn in its place.
  const isSeen = (/** @type {import("./core/trust_indicator.js").Frame} */ { id = 0, fields = [] }) => {
    const guards = /** @type {{ field: number }[]} */ (JSON.parse(shown?.guarded[documents.get(id) ?? ""] ?? "[]"));
    return fields.some(({ index, visible }) => visible && guards.some(({ field }) => field === index));
  };
  const warned = !shown?.gone && (evidence.frames ?? []).some(isSeen);
  return { tab, evidence: /** @type {Evidence} */ (evidence), warned };
}

/** @returns {Promise<number>} The tab that is reported on. */
async function tabOf() {
  if (full) return Number(asked.get("tab"));
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}

/** @param {string} name @returns {Promise<unknown>} */
async function sampleOf(name) {
  if (!/^[a-z-]+$/.test(name)) throw new Error("no such sample");
  const { evidence } = await (await fetch(`samples/${name}.json`)).json();
  return evidence;
}

/**
 * @param {MouseEvent} event
 * @param {import("./acts.js").Shown} shown
 */
async function click(event, shown) {
  const target = event.target instanceof Element ? event.target.closest("[data-act], a[href^='#'], .panel > summary") : null;
  // The panel above closes, and takes the row from under the pointer.
  if (target?.matches("summary")) requestAnimationFrame(() => target.scrollIntoView({ block: "nearest" }));
  const name = target?.getAttribute("data-act");
  const named = target?.getAttribute("href");
  if (!target || !(name || named)) return;
  event.preventDefault();
  if (!name) return reveal(named);
  const { act } = await import("./acts.js");
  const leaves = await act(name, target, shown);
  if (leaves && !full) window.close();
  else if (leaves !== undefined) await show();
}

/** Opens what is named, and everything it stands in. @param {string | null | undefined} name */
function reveal(name) {
  const named = document.getElementById(name?.slice(1) ?? "");
  if (!named) return;
  for (let part = /** @type {Element | null} */ (named); part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true;
  }
  const inner = named.querySelector("details.more");
  if (inner instanceof HTMLDetailsElement && named.matches("li")) inner.open = true;
  named.querySelector("summary")?.focus({ preventScroll: true });
  named.scrollIntoView({ block: "nearest" });
}

/** Escape closes an open panel first, then the popup. @param {KeyboardEvent} event */
function escape(event) {
  if (event.key !== "Escape") return;
  const open = document.activeElement?.closest("details[open]");
  if (open instanceof HTMLDetailsElement) {
    event.preventDefault();
    open.open = false;
    open.querySelector("summary")?.focus();
  } else if (!full) {
    window.close();
  }
}

/** The answer takes longer than a moment; what was shown before stays. */
function stillLooking() {
  if (!document.body.childElementCount) sayOnly("off", "empty_looking_first");
}

/** The core gave up, or the browser gave nothing to judge: say so, and never more. */
function couldNotJudge() {
  sayOnly("unknown", "empty_broken_first", "empty_broken_why", "empty_broken_do");
}

/** In place of a report. @param {string} state @param {string} first @param {string[]} further */
function sayOnly(state, first, ...further) {
  const main = document.createElement("main");
  main.className = "closed";
  const mark = main.appendChild(document.createElement("img"));
  Object.assign(mark, { src: `icons/${state}.svg`, alt: "", className: "mark", width: 56, height: 56 });
  main.appendChild(document.createElement("h1")).textContent = words.message(first);
  for (const key of further) main.appendChild(document.createElement("p")).textContent = words.message(key);
  document.body.replaceChildren(main);
}

localize(document);
document.documentElement.classList.toggle("full", full);
const sheet = full ? dressed() : undefined;
// A real popup takes its width from the page in it; as a tab on a phone the page takes the width there is.
const opened = browser.extension?.getViews?.({ type: "popup" }).includes(window) ?? false;
document.documentElement.classList.toggle("opened", opened);
document.addEventListener("keydown", escape);
addEventListener("hashchange", () => reveal(location.hash));
addEventListener("resize", fit);
if (!full && !sample) follow();
const opening = show();
opening.then(() => reveal(location.hash));
