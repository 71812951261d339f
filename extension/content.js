//# allFunctionsCalledOnLoad
// That is for Chromium, which would read each function twice: once to pass it over, and once when it is called.
//
// What this document asks for and where it goes: never what is typed. Read through prototypes: a field
// named "action" hides its form's own.
(() => {
  const shared = Object.hasOwn(globalThis, "trustIndicator") ? globalThis.trustIndicator : {};
  if (shared.field) return;
  // A viewer's frame around a document that we cannot see is no empty page.
  const main = top === window && document.contentType !== "application/pdf";

  const FIELDS =
    "input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image],[type=range],[type=color]," +
    "[type=file],[type=checkbox],[type=radio]),select,textarea,[contenteditable]:not([contenteditable=false],form)";
  const BUTTONS = "button,input:is([type=submit],[type=button],[type=image]),[role=button]:not(form)";
  // What may hold a shadow root; the focus finds any.
  const HOLD =
    ":not(:is(body,div):has(>*),:is(h1,h2,h3,p,span):not(:empty),a,b,br,button,em,form,head,html,i,iframe,img,input,label," +
    "li,option,script,select,strong,style,svg,table,tbody,td,tr,ul,head *,svg *)";
  const WATCHED =
    "action aria-label aria-labelledby autocomplete class disabled for form formaction formmethod hidden href id " +
    "maxlength method name open placeholder style title type";
  const CAP = { elements: 2e5, piece: 4e3, fields: 300, forms: 150, buttons: 21, headings: 12, reports: 300 };
  // Milliseconds between looks, at least.
  const REST = 250;

  const call = (element, name, what) => Element.prototype[name].call(element, what);
  const attribute = (element, name) => call(element, "getAttribute", name);
  const written = (element, name) => attribute(element, name)?.slice(0, 120);
  const textsOf = (element, ...names) => Object.fromEntries(names.map((name) => [name, written(element, name)]));
  const all = (root, selector) =>
    (root === document ? Document : DocumentFragment).prototype.querySelectorAll.call(root, selector);
  const listen = (target, type, run) => EventTarget.prototype.addEventListener.call(target, type, run, true);
  const textOf = (node) => Reflect.get(Node.prototype, "textContent", node);
  const whenIdle = (run) => requestIdleCallback(run, { timeout: 500 });
  const ofDocument = (name) => Reflect.get(Document.prototype, name, document);

  const tidy = (text, cap = 80) => text ? text.slice(0, 8 * cap).replace(/\s+/g, " ").trim().slice(0, cap) : "";
  // The core knows what is empty.
  const lean = (_, fact) => (fact || fact === 0 ? fact : undefined);
  // Not just cut: a name before @ may fill it.
  const resolve = (address, base = ofDocument("baseURI")) => {
    if (!URL.canParse(address, base)) return "";
    const { href, protocol, host } = new URL(address, base);
    return href.length < 2e3 ? href : `${protocol}//${host}/`;
  };

  const register = () => {
    const numbers = new WeakMap();
    const elements = [];
    return {
      numbers,
      number: (element) => {
        if (!numbers.has(element)) numbers.set(element, elements.push(new WeakRef(element)) - 1);
        return numbers.get(element);
      },
      element: (number) => elements[number]?.deref(),
    };
  };
  const fieldNumbers = register();
  const formNumbers = register();

  // Asked of any other element, Chromium throws.
  const rootOf = (element) => {
    try {
      return Reflect.get(element, "openOrClosedShadowRoot") ?? chrome.dom?.openOrClosedShadowRoot(element);
    } catch {}
  };

  const byId = (element, id, tag = "") => all(element.getRootNode(), `${tag}#${CSS.escape(id)}`)[0];

  // An element of the page's own sends with the form around it.
  const formOf = (element) => {
    const { host } = element.getRootNode();
    const id = attribute(element, "form");
    const form = element.form instanceof HTMLFormElement ? element.form : (id && byId(element, id, "form")) || element.closest("form");
    return form ?? (host ? formOf(host) : null);
  };

  let roots = [document];
  // Roots, once focused.
  const met = new Set();
  let complete = true;
  // In pieces: no page waits for it.
  const findRoots = async () => {
    meet(all(document, ":focus")[0]);
    const found = new Set([document, ...met]);
    let count = 0;
    let began = Date.now();
    for (const root of found) {
      for (const element of all(root, HOLD)) {
        if (++count > CAP.elements) break;
        if (element.shadowRoot) found.add(element.shadowRoot);
        if (count % CAP.piece) continue;
        const paused = Date.now();
        await new Promise(whenIdle);
        began += Date.now() - paused;
      }
    }
    [roots, complete] = [[...found].filter((root) => root.isConnected), count <= CAP.elements];
    return began;
  };

  const labelOf = (field, labels) => {
    const ids = attribute(field, "aria-labelledby")?.match(/\S+/g) ?? [];
    const named = ids.map((id) => byId(field, id));
    const texts = [...labels, ...named].filter(Boolean).map(textOf);
    return tidy([...texts, attribute(field, "aria-label"), attribute(field, "title")].map((text) => tidy(text)).join(" "), 160);
  };

  // What stands before a field, up to the one before.
  const textBefore = (field) => {
    let node = field;
    for (let steps = 0; node && steps < 14; steps++) {
      const previous = node.previousSibling;
      node = previous ?? node.parentNode;
      if (!node || node instanceof HTMLFormElement || node === document) return "";
      if (!previous || /^(script|style|template|noscript)$/i.test(node.nodeName)) continue;
      if (node instanceof Element && (node.matches(FIELDS) || node.querySelector(FIELDS))) return "";
      const text = node.nodeType === Node.COMMENT_NODE ? "" : tidy(textOf(node), 400);
      if (/[^\s!-/:-@[-\x60{-~]/.test(text)) return text.slice(-80);
    }
    return "";
  };

  const isVisible = (field) => {
    const { width, height, right, bottom } = field.getBoundingClientRect();
    const drawn = field.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const inView = innerWidth > 3 && innerHeight > 3 && right + scrollX > 0 && bottom + scrollY > 0;
    return field.matches(":focus") || (drawn && width > 3 && height > 3 && inView);
  };

  const describeField = (field, labels = []) => {
    const owner = formOf(field);
    const label = labelOf(field, labels);
    return {
      index: fieldNumbers.number(field), form: owner && formNumbers.number(owner),
      tag: field.localName.slice(0, 9), type: field.localName === "input" && field.type,
      ...textsOf(field, "name", "id", "placeholder", "class", "pattern", "autocomplete", "inputmode", "maxlength"),
      label, nearby: !label && textBefore(field),
      options: field.options && [].slice.call(field.options, 0, 15).map((option) => tidy(textOf(option), 24)).filter(Boolean),
      visible: isVisible(field),
    };
  };

  const nameOf = (button) => {
    const of = (name) => tidy(attribute(button, name));
    return tidy(textOf(button)) || of("value") || of("aria-label") || of("title") || of("alt");
  };

  const describeForm = (form, buttons) => {
    const action = attribute(form, "action");
    // Browsers differ in what an empty one is.
    let goal = ofDocument("URL");
    // A drawing may hold a "form" that is none.
    if (action) goal = form instanceof HTMLFormElement ? Reflect.get(HTMLFormElement.prototype, "action", form) : resolve(action);
    return {
      index: formNumbers.number(form), action: action?.slice(0, 2e3),
      resolved: goal.length < 2e3 ? goal : resolve(goal),
      ...textsOf(form, "name", "id", "class", "role", "method"),
      buttons: buttons.slice(0, CAP.buttons).map((button) => {
        const own = attribute(button, "formaction");
        const method = written(button, "formmethod");
        // An empty one says "get".
        return { text: nameOf(button), action: own?.slice(0, 2e3), resolved: own && resolve(own), method: method === "" ? "get" : method };
      }),
      scripted: attribute(form, "onsubmit") !== null,
    };
  };

  const look = () => {
    const find = (selector) => roots.flatMap((root) => [...all(root, selector)]);
    const fields = find(FIELDS);
    // What hurts most comes first.
    const matters = (field) => field.type === "password" || field.matches(":focus,[autocomplete*=cc-]");
    // Forms that hold a field come first: a shop has a hundred with a button alone.
    const holding = new Set([...fields.filter(matters), ...fields].map(formOf).filter(Boolean));
    const forms = [...new Set([...holding, ...find("form")])];
    // A page that asks for nothing is not read further.
    const more = fields[0] || forms[0] ? find : () => [];
    const tooMuch = !complete || fields.length > CAP.fields || holding.size > CAP.forms;
    const first = (elements, is) => elements.sort((a, b) => is(b) - is(a));
    if (fields.length > CAP.fields) first(fields, matters);
    const buttons = Map.groupBy(first(more(BUTTONS), (button) => button.matches("[formaction],[formmethod]")), formOf);
    const buttonsOf = (form) => buttons.get(form) ?? [];
    const headings = more("h1,h2,h3,legend").slice(0, CAP.headings).map(textOf);
    headings.push(...buttonsOf(null).slice(0, CAP.headings).map(nameOf));
    // One that names no field is for the next, or behind the last.
    const labelled = (label) => Reflect.get(label, "control") ?? label.nextElementSibling ?? label.previousElementSibling;
    const labels = Map.groupBy(more("label"), labelled);
    return {
      kind: "facts",
      origin,
      // One that goes says nothing itself.
      frames: [frames, length],
      document: {
        title: tidy(ofDocument("title"), 120),
        headings: headings.map((text) => tidy(text, 60)).filter(Boolean),
        // Where it says that it belongs: a copied page keeps it.
        canonical: more("[rel=canonical],[property='og:url']").slice(0, 1)
          .map((link) => written(link, "href") ?? written(link, "content"))[0],
      },
      fields: fields.slice(0, CAP.fields).map((field) => describeField(field, labels.get(field))),
      forms: forms.slice(0, CAP.forms).map((form) => describeForm(form, buttonsOf(form))),
      seals: shared.seals?.(),
      tooMuch,
    };
  };

  // Beside a field, or on a button, a countdown may stand; a title may tick.
  const steady = (key, fact) => (/^(nearby|text)$/.test(key) ? fact.replace(/\d/g, "") : /^(document|frames)$/.test(key) ? 0 : fact);
  const asked = (report) => JSON.stringify(JSON.parse(report), steady);
  // Frames: those there when something changed.
  let [told, address, reports, waiting, frames, rest] = ["", "", 0, 0, length, REST];
  const changed = (changes) => {
    // One is enough until the next look.
    observer.disconnect();
    frames = length;
    // Where somebody is typing.
    const atHand = ({ target }) => target instanceof Element && call(target, "matches", ":focus,form:focus-within");
    lookIn(changes.some(atHand) ? REST : rest);
  };
  const observer = new MutationObserver(changed);

  const watch = () => {
    waiting = 0;
    // Again: document.open() ends them.
    listen(document, "visibilitychange", again);
    listen(document, "focusin", focused);
    for (const root of roots)
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: WATCHED.split(" ") });
  };
  const lookNow = (began = Date.now()) => {
    clearTimeout(waiting);
    const url = ofDocument("URL");
    if (address !== url) [address, reports] = [url, 0];
    // Never silent.
    let facts = { kind: "facts", tooMuch: true };
    try {
      facts = look();
    } catch {}
    const report = JSON.stringify(facts, lean);
    // A frame that never held anything says nothing.
    if (report !== told && (told || main || !report.endsWith('"fields":[],"forms":[],"seals":[]}'))) {
      // What ticks alone is told as long as there is room for it.
      const full = reports >= CAP.reports;
      const ticks = full && asked(report) === asked(told);
      told = report;
      if (!ticks && ++reports <= CAP.reports + 1) tell(full ? JSON.stringify({ ...facts, tooMuch: full }, lean) : report);
    }
    watch();
    // A hundredth of the time is for looking.
    rest = Math.min(4e3, Math.max(REST, 100 * (Date.now() - began)));
  };
  const lookWell = async () => {
    if (ofDocument("hidden")) {
      waiting = 0;
      // Once it is shown, even if the page keeps that from us.
      return requestAnimationFrame(again);
    }
    lookNow(await findRoots().catch(() => void (complete = false)));
  };
  const lookIn = (time) => {
    waiting ||= setTimeout(whenIdle, time, lookWell);
  };
  const again = () => lookIn(0);
  const tell = (message) => {
    try {
      chrome.runtime.sendMessage(message).catch(() => (told = ""));
    } catch {
      // Updated or removed.
      observer.disconnect();
    }
  };

  globalThis.trustIndicator = Object.assign(shared, {
    field: fieldNumbers.element, form: formNumbers.element,
    tools: { again, all, attribute, call, changed, observer, register, resolve, rootOf, roots: () => roots, textOf, tidy },
  });
  const meet = (field) => {
    if (!field) return;
    for (let inner; (inner = rootOf(field)?.activeElement); ) field = inner;
    if (!call(field, "matches", FIELDS)) return;
    const root = field.getRootNode();
    met.add(root);
    roots.includes(root) || roots.push(root);
    return field;
  };
  const focused = (event) => {
    const field = meet(Reflect.get(event.composedPath(), 0));
    if (!field) return;
    // What is known may look different now.
    if (fieldNumbers.numbers.has(field) && !waiting) again();
    else lookNow();
  };
  watch();
  // A frame of mere text waits for its first change.
  if (main || all(document, ":not(html,head,title,meta,link,style,body,p,br)")[0]) {
    lookIn(0);
    // Styled now.
    listen(window, "pageshow", again);
  }
})();
