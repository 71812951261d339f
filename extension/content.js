// What this document asks for and where its forms go: never what is typed, no rule. Properties are read
// through prototypes: a field named "action" hides its form's own.
(() => {
  const shared = Object.hasOwn(globalThis, "trustIndicator") ? globalThis.trustIndicator : {};
  if (shared.field) return;

  const FIELDS =
    "input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image],[type=range],[type=color]," +
    "[type=file],[type=checkbox],[type=radio]),select,textarea,[contenteditable]:not([contenteditable=false])";
  const BUTTONS = "button,input[type=submit],input[type=button],input[type=image],[role=button]";
  const HEADINGS = "h1,h2,h3,legend";
  const WATCHED =
    "action autocomplete class disabled formaction hidden href id method name open placeholder style type";
  const CAP = { elements: 200000, fields: 300, forms: 60, buttons: 8, headings: 24, reports: 300 };
  const REST = 250; // milliseconds between looks
  const SHARE = 100; // rest, in lengths of the look before

  const get = (prototype, name) => {
    const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    return (node) => getter?.call(node);
  };
  const attribute = (element, name) => Element.prototype.getAttribute.call(element, name);
  const attributesOf = (element) => (name, cap) => tidy(attribute(element, name), cap);
  const all = (root, selector) =>
    (root === document ? Document : DocumentFragment).prototype.querySelectorAll.call(root, selector);
  const listen = (target, type, run) =>
    EventTarget.prototype.addEventListener.call(target, type, run, { capture: true, passive: true });
  const shadowOf = get(Element.prototype, "shadowRoot");
  const textOf = get(Node.prototype, "textContent");
  const parentOf = get(Node.prototype, "parentNode");
  const previousOf = get(Node.prototype, "previousSibling");
  const ofDocument = (name) => Reflect.get(Document.prototype, name, document);

  const tidy = (text, cap = 80) =>
    (text || "").slice(0, 8 * cap).replace(/\s+/g, " ").trim().slice(0, cap);
  // What is empty, the core's defaults say.
  const lean = (facts) => {
    for (const name in facts) if (facts[name] === "" || facts[name] == null || facts[name] === false) delete facts[name];
    return facts;
  };
  const resolve = (address) => {
    try {
      return new URL(address, ofDocument("baseURI")).href.slice(0, 2000);
    } catch {
      return "";
    }
  };

  // An element keeps its number while the document lives.
  const register = () => {
    const numbers = new WeakMap();
    const elements = [];
    return {
      number(element) {
        if (!numbers.has(element)) numbers.set(element, elements.push(new WeakRef(element)) - 1);
        return numbers.get(element);
      },
      knows: (element) => numbers.has(element),
      element: (number) => elements[number]?.deref() ?? null,
    };
  };
  const fieldNumbers = register();
  const formNumbers = register();

  const formOf = (element) => (element.form instanceof HTMLFormElement ? element.form : element.closest("form"));

  const findRoots = () => {
    const roots = [document];
    let count = 0;
    for (const root of roots) {
      for (const element of all(root, "*")) {
        if (++count > CAP.elements) return { roots, complete: false };
        const shadow = shadowOf(element);
        if (shadow) roots.push(shadow);
      }
    }
    return { roots, complete: true };
  };

  const labelOf = (field) => {
    const root = field.getRootNode();
    const texts = [...(field.labels ?? [])].map(textOf);
    for (const id of (attribute(field, "aria-labelledby") ?? "").split(/\s+/).slice(0, 4)) {
      const element = id && all(root instanceof ShadowRoot ? root : document, "#" + CSS.escape(id))[0];
      if (element) texts.push(textOf(element));
    }
    texts.push(attribute(field, "aria-label"), attribute(field, "title"));
    return tidy(texts.map((text) => tidy(text)).join(" "), 160);
  };

  // What a person reads just before a field, up to the field before.
  const textBefore = (field) => {
    let node = field;
    for (let steps = 0; node && steps < 14; steps++) {
      const previous = previousOf(node);
      node = previous ?? parentOf(node);
      if (!node || node instanceof HTMLFormElement || node === document) return "";
      if (!previous || /^(script|style|template|noscript)$/i.test(node.nodeName)) continue;
      if (node instanceof Element && (node.matches(FIELDS) || node.querySelector(FIELDS))) return "";
      const text = node.nodeType === Node.COMMENT_NODE ? "" : tidy(textOf(node), 400);
      if (/[\p{L}\p{N}]/u.test(text)) return text.slice(-80);
    }
    return "";
  };

  const isVisible = (field) => {
    if (!field.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const box = field.getBoundingClientRect();
    return box.width > 3 && box.height > 3 && box.right + scrollX > 0 && box.bottom + scrollY > 0;
  };

  const describeField = (field) => {
    const of = attributesOf(field);
    const owner = formOf(field);
    const label = labelOf(field);
    return lean({
      index: fieldNumbers.number(field),
      form: owner ? formNumbers.number(owner) : null,
      tag: /^(input|select|textarea)$/.test(field.localName) ? field.localName : "editable",
      type: field.localName === "input" ? field.type : "",
      name: of("name"),
      id: of("id"),
      autocomplete: of("autocomplete").toLowerCase(),
      label,
      placeholder: of("placeholder"),
      nearby: label ? "" : textBefore(field),
      class: of("class", 120),
      maxLength: field.maxLength > 0 && field.maxLength < 10000 ? field.maxLength : null,
      pattern: of("pattern"),
      inputMode: of("inputmode").toLowerCase(),
      options: field.options ? Array.from(field.options).slice(0, 14).map((option) => tidy(textOf(option), 24)) : null,
      required: field.required === true,
      readOnly: field.readOnly === true || field.disabled === true,
      visible: isVisible(field),
    });
  };

  const nameOf = (button) => {
    const of = attributesOf(button);
    return tidy(textOf(button)) || of("value") || of("aria-label") || of("title") || of("alt");
  };

  const describeForm = (form, buttons) => {
    const of = attributesOf(form);
    const action = attribute(form, "action");
    // Without an action it goes to the document's address, whatever the base says.
    const sentTo = (written) => (written?.trim() ? resolve(written.trim()) : location.href.slice(0, 2000));
    return lean({
      index: formNumbers.number(form),
      action: action?.slice(0, 2000),
      resolved: sentTo(action),
      method: of("method").toLowerCase(),
      target: of("target"),
      name: of("name"),
      id: of("id"),
      class: of("class", 120),
      role: of("role"),
      buttons: buttons.slice(0, CAP.buttons).map((button) => {
        const own = attribute(button, "formaction");
        return lean({
          text: nameOf(button),
          action: own?.slice(0, 2000),
          resolved: own == null ? "" : sentTo(own),
          method: attribute(button, "formmethod")?.toLowerCase(),
        });
      }),
      scripted: attribute(form, "onsubmit") !== null || /^\s*javascript:/i.test(action ?? ""),
    });
  };

  const look = () => {
    const { roots, complete } = findRoots();
    const find = (selector) => roots.flatMap((root) => Array.from(all(root, selector)));
    const fields = find(FIELDS);
    const forms = find("form");
    const tooMuch = !complete || fields.length > CAP.fields || forms.length > CAP.forms || reports > CAP.reports;
    // The fields that hurt most come first.
    if (fields.length > CAP.fields) fields.sort((a, b) => +(attribute(b, "type") === "password") - +(attribute(a, "type") === "password"));

    // Those that send elsewhere come first.
    const sends = (button) => attribute(button, "formaction") !== null;
    const buttons = Map.groupBy(find(BUTTONS).sort((a, b) => +sends(b) - +sends(a)), formOf);
    const buttonsOf = (form) => buttons.get(form) ?? [];
    const some = (elements, name) => elements.slice(0, CAP.headings / 2).map(name);
    const headings = [...some(find(HEADINGS), textOf), ...some(buttonsOf(null), nameOf)];
    const facts = {
      kind: "facts",
      document: {
        base: ofDocument("baseURI").slice(0, 2000),
        language: tidy(attribute(ofDocument("documentElement"), "lang"), 20).toLowerCase(),
        title: tidy(ofDocument("title"), 120),
        headings: headings.map((text) => tidy(text, 60)).filter(Boolean),
        visible: innerWidth > 0 && innerHeight > 0,
      },
      fields: fields.slice(0, CAP.fields).map(describeField),
      forms: forms.slice(0, CAP.forms).map((form) => describeForm(form, buttonsOf(form))),
      seals: shared.seals?.() ?? [],
      tooMuch,
    };
    return { facts, roots };
  };

  let told = ""; // the last report
  let reports = 0;
  let address = "";
  let waiting = 0;
  let rest = REST;
  const observer = new MutationObserver(() => {
    // One change is enough; until the next look nothing is watched.
    observer.disconnect();
    lookIn(rest);
  });

  const lookNow = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (ofDocument("visibilityState") === "hidden") return;
    const began = performance.now();
    if (address !== location.href) [address, reports] = [location.href, 0];
    const { facts, roots } = look();
    const report = JSON.stringify(facts);
    if (report !== told) {
      told = report;
      if (++reports <= CAP.reports + 1) tell(facts);
    }
    for (const root of roots)
      observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: WATCHED.split(" ") });
    rest = Math.max(REST, SHARE * (performance.now() - began));
  };
  const lookIn = (time) => {
    waiting ||= setTimeout(() => requestIdleCallback(lookNow, { timeout: 500 }), time);
  };
  const tell = (message) => {
    try {
      chrome.runtime.sendMessage(message).catch(() => {});
    } catch {
      observer.disconnect(); // the extension was updated or removed
    }
  };

  globalThis.trustIndicator = Object.assign(shared, {
    field: fieldNumbers.element,
    form: formNumbers.element,
    tools: { all, attribute, register, resolve, textOf, tidy },
  });
  listen(document, "visibilitychange", () => lookIn(0));
  listen(window, "pageshow", () => lookIn(0));
  // A field that came while nothing was watched.
  listen(document, "focusin", (event) => {
    const field = event.composedPath()[0];
    if (field instanceof Element && field.matches(FIELDS) && (waiting || !fieldNumbers.knows(field))) lookNow();
  });
  chrome.runtime.onMessage.addListener((message) => {
    if (message?.kind !== "look") return;
    told = "";
    lookNow();
  });
  lookIn(0);
})();
