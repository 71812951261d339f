//# allFunctionsCalledOnLoad
// What a warning at a field and a note at a seal look like: their style, their signs, where they live, and how
// their parts are made. Put into a frame together with either, and only there. Sizes are in pixels: a page's
// own root size must not shrink a warning.
(() => {
  const shared = globalThis.trustIndicator;
  if (!shared || shared.guardLook) return;

  const STYLE = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; display: block !important;
  inline-size: auto !important; block-size: auto !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: none !important; overflow: visible !important; pointer-events: none !important;
  opacity: 1 !important; visibility: visible !important; transform: none !important; filter: none !important;
  clip-path: none !important; animation: none !important; transition: none !important;
  color-scheme: light dark !important; z-index: 2147483647 !important; }
*, ::before, ::after { box-sizing: border-box; }
.all { --surface: #fff; --ink: #201d1a; --dim: #625c55; --line: #e3ded7; --rule: #8b857d; --act: #0b626e; --on-act: #fff;
  --check: #7c4a00; --check-tint: #fff1cf; --check-edge: #8a5a00; --stop-mark: #b71c28; --on-stop-mark: #fff; --stop-fill: #b71c28;
  --face: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font: 400 14px/20px var(--face); color: var(--ink); text-align: start; }
.ring, .thread, .dot { position: absolute; pointer-events: none; }
.ring { border: 3px solid var(--edge); border-radius: 6px; background: var(--wash); }
[data-state="stop"] { --edge: #b71c28; --wash: rgb(183 28 40 / .09); --thread: var(--stop-fill); }
[data-state="check"] { --edge: #8a5a00; --wash: rgb(255 194 61 / .2); --thread: var(--check-edge); }
.pin { position: absolute; inline-size: 28px; block-size: 28px; display: grid; place-items: center; padding: 0; border: 0;
  border-radius: 50%; background: var(--surface); box-shadow: 0 1px 4px rgb(0 0 0 / .28); cursor: pointer; pointer-events: auto; }
.card { position: absolute; pointer-events: auto; overflow: auto; background: var(--surface); border-radius: 14px;
  box-shadow: 0 1px 2px rgb(0 0 0 / .12), 0 12px 32px rgb(0 0 0 / .22); }
.card[data-state="stop"] { border: 2px solid var(--stop-fill); }
.card[data-state="check"] { border: 2px solid var(--check-edge); }
.card[data-state="note"] { border: 1px solid var(--rule); }
.thread { background: var(--thread); }
.dot { inline-size: 13px; block-size: 13px; border-radius: 50%; background: var(--thread); box-shadow: 0 0 0 2px var(--surface); }
p, h2, ul { margin: 0; padding: 0; }
.top { padding: 16px 20px; }
[data-state="stop"] .top { background: var(--stop-fill); color: #fff; }
[data-state="check"] .top { background: var(--check-tint); }
.word { display: flex; align-items: center; gap: 8px; font: 700 15px/22px var(--face); }
[data-state="check"] .word { color: var(--check); }
h2 { font: 700 21px/26px var(--face); letter-spacing: -.012em; margin-block-start: 6px; text-wrap: balance; overflow-wrap: anywhere; }
.rest { padding: 16px 20px; }
.why, .do, .host { font: 400 15px/22px var(--face); text-wrap: pretty; overflow-wrap: anywhere; }
.do { font-weight: 650; text-wrap: balance; }
h2:lang(ja), .do:lang(ja) { word-break: auto-phrase; }
.why + p { margin-block-start: 8px; }
.host { font-family: var(--mono); font-size: 14px; font-weight: inherit; unicode-bidi: isolate; direction: ltr; }
.whole { white-space: nowrap; }
@media (max-width: 320px) { .whole { white-space: normal; } }
.acts { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-block-start: 16px; }
.leave { min-block-size: 44px; padding: 8px 20px; border: 2px solid transparent; border-radius: 8px; background: var(--act);
  color: var(--on-act); font: 700 15px/22px var(--face); cursor: pointer; }
.quiet { min-block-size: 44px; text-align: start; padding: 0; border: 0; background: none; font: inherit; color: var(--ink);
  text-decoration: underline; text-underline-offset: 3px; cursor: pointer; }
.anyway { display: grid; padding-block-start: 4px; border-block-start: 1px solid var(--line); margin-block-start: 8px; }
[hidden] { display: none; }
.from { display: flex; align-items: center; gap: 6px; padding: 8px 20px 12px; font: 400 12px/16px var(--face); color: var(--dim); text-wrap: balance; }
.said { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
:focus-visible { outline: 2px solid var(--act); outline-offset: 2px; }
svg { flex: none; display: block; }
.tight .top { padding: 8px 12px; } .tight h2 { font-size: 16px; line-height: 20px; margin: 0; } .tight .rest { padding: 8px 12px; } .tight .acts { margin-block-start: 8px; } .tight .from { padding: 0 12px 8px; }
.tiny .top { display: flex; gap: 6px; padding: 6px 8px; } .tiny .word { font-size: 0; align-items: start; }
.tiny .word svg { inline-size: 16px; block-size: 16px; } .tiny h2 { font-size: 13px; line-height: 15px; }
@media (prefers-color-scheme: dark) {
  .all { --surface: #26242a; --ink: #f4f1ec; --dim: #b8b2aa; --line: #413e44; --rule: #85807f; --act: #7ccbd3; --on-act: #0c2529;
    --check: #ffc95c; --check-tint: #3b2f17; --check-edge: #ffc23d; --stop-mark: #ff9a94; --on-stop-mark: #3a0c0d; --stop-fill: #b3212c; } }
@media (prefers-reduced-motion: no-preference) { .card { animation: arrive 200ms cubic-bezier(.2, .7, .2, 1); }
  @keyframes arrive { from { opacity: 0; translate: 0 4px; } } }
@media (prefers-contrast: more) { .all { --dim: var(--ink); --line: var(--rule); } }
@media (forced-colors: active) { .card { border: 3px solid CanvasText !important; } .thread, .dot { background: CanvasText; forced-color-adjust: none; }
  .word svg { --b: CanvasText !important; --g: Canvas !important; } .pin { border: 1px solid ButtonText; } }`;

  const SIGNS = {
    stop: [
      ["path", { d: "M5 .6h6L15.4 5v6L11 15.4H5L.6 11V5Z", fill: "var(--b)", stroke: "var(--b)", "stroke-width": ".8", "stroke-linejoin": "round" }],
      ["path", { d: "M3.6 4h8.8M8 7.3v1.5", fill: "none", stroke: "var(--g)", "stroke-width": "2", "stroke-linecap": "round" }],
      ["circle", { cx: "8", cy: "12", r: "1.15", fill: "var(--g)" }],
    ],
    check: [
      ["path", { d: "M8 1.85 14.65 13.95H1.35Z", fill: "#ffc23d", stroke: "#ffc23d", "stroke-width": "2.3", "stroke-linejoin": "round" }],
      ["path", { d: "M8 1.2c.66 0 1 .32 1.25.77l6 10.9c.5.95 0 1.98-1.1 1.98H1.85c-1.1 0-1.6-1.03-1.1-1.98l6-10.9C7 1.52 7.34 1.2 8 1.2Z", fill: "none", stroke: "var(--check-edge)", "stroke-width": ".9", "stroke-linejoin": "round" }],
      ["path", { d: "M8 6.1V9", fill: "none", stroke: "#2a1a00", "stroke-width": "1.8", "stroke-linecap": "round" }],
      ["circle", { cx: "8", cy: "12", r: "1.1", fill: "#2a1a00" }],
    ],
    off: [
      ["path", { d: "M5.1 1.75a6.9 6.9 0 1 0 5.8 0", fill: "none", stroke: "currentColor", "stroke-width": "1.3", "stroke-linecap": "round" }],
      ["circle", { cx: "8", cy: "12", r: "1.25", fill: "currentColor" }],
    ],
  };

  const make = (name, attributes = {}, children = []) => {
    const svg = /^(svg|path|circle)$/.test(name);
    const element = document.createElementNS(`http://www.w3.org/${svg ? "2000/svg" : "1999/xhtml"}`, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };
  /** `on` is the ground it stands on: the stop sign turns on the stop fill. */
  const sign = (state, size, on = "plain") => {
    const svg = /** @type {SVGElement} */ (make("svg", { viewBox: "0 0 16 16", width: size, height: size, "aria-hidden": "true" },
      SIGNS[state].map(([name, attributes]) => make(name, attributes))));
    svg.style.cssText = on === "fill" ? "--b:#fff;--g:var(--stop-fill)" : "--b:var(--stop-mark);--g:var(--on-stop-mark)";
    return svg;
  };

  const hosts = new Set();
  /** What stood here before we were updated follows nobody any more. */
  const clearLeft = () => {
    for (const left of document.querySelectorAll("div[popover=manual]")) {
      if (!hosts.has(left) && shared.tools.rootOf(left)?.querySelector(".all > .said")) left.remove();
    }
  };

  /** A place of our own in a page: a host to be put into it, and in its closed root all that is ours. */
  const shelter = (dir, lang) => {
    clearLeft();
    const host = make("div", { popover: "manual" });
    hosts.add(host);
    const root = host.attachShadow({ mode: "closed" });
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(make("style", {}, [STYLE]));
    }
    const said = make("p", { class: "said", "aria-live": "polite" }); // what a screen reader is told
    const all = make("div", { class: "all", dir, lang }, [said]);
    root.append(all);
    return { host, all, said };
  };

  /** Puts what is ours into the page or takes it out: the page need not be looked at again for that. */
  const quietly = (host, change) => {
    change();
    const { changed, observer } = shared.tools;
    const isOurs = ({ type, addedNodes, removedNodes }) =>
      type === "childList" && [...addedNodes, ...removedNodes].every((node) => node === host);
    const others = observer.takeRecords().filter((record) => !isOurs(record));
    if (others.length) changed(others);
  };

  shared.guardLook = { make, quietly, shelter, sign };
})();
