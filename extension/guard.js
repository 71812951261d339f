// Warns at a field, before the first key. Put into a frame only where a warning is due; says what the
// background tells it to and changes nothing in the page: no attribute, no style, no value is touched.
//
// Everything is drawn inside one closed shadow root in the top layer. A page can still remove its host,
// or hold back events; after a few tries the field is left alone and the tab's badge and title carry it.
(() => {
  const shared = globalThis.trustIndicator;
  if (!shared?.guardLook || shared.guard) return;
  const { STYLE, make, sign } = shared.guardLook;

  const FIGHTS = 6; // how often the warning is put back before it is given up
  const STOLEN_KEYS = 30; // how many keys are held while a page takes the focus back
  const SETTLED = 400; // milliseconds before a way on can be pressed
  const GAP = 36; // between a field and the card beside it
  const WIDTH = 348;
  const NARROW = 264; // the narrowest card beside a field

  const listen = (target, type, run, passive = false) =>
    EventTarget.prototype.addEventListener.call(target, type, run, { capture: true, passive });
  // A form's own properties can be hidden by its fields; whoever walks by them may walk for ever.
  const parentGetter = Object.getOwnPropertyDescriptor(Node.prototype, "parentNode").get;
  const parentOf = (node) => (node instanceof ShadowRoot ? node.host : parentGetter.call(node));
  const rootElement = () => Document.prototype.querySelector.call(document, ":root");
  const tell = (event, field) => {
    try {
      chrome.runtime.sendMessage({ kind: "guardEvent", event, field }).catch(() => {});
    } catch {
      surrender(); // the extension was updated or removed
    }
  };

  // ── where it lives ────────────────────────────────────────────────────────────────────────────────
  let host = null;
  let all = null; // everything inside the closed root
  let said = null; // what a screen reader is told
  let words = {};
  let fights = 0;
  const places = new Map(); // field number → its guard, element, ring and pin
  let open = null; // the place whose card is shown
  let watching = 0;

  const build = () => {
    host = make("div", { popover: "manual" });
    const root = host.attachShadow({ mode: "closed" });
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(make("style", {}, [STYLE]));
    }
    said = make("p", { class: "said", "aria-live": "polite" });
    all = make("div", { class: "all", dir: chrome.i18n.getMessage("@@bidi_dir") || "ltr" }, [said]);
    root.append(all);
  };

  /** A page's modal dialog makes all else inert: then the warning has to live inside it. */
  const homeOf = (element) => {
    for (let node = element; node; node = parentOf(node)) {
      if (node instanceof HTMLDialogElement && node.matches(":modal")) return node;
    }
    return rootElement();
  };

  const raise = (element) => {
    const home = homeOf(element);
    if (!home) return;
    if (parentOf(host) !== home) Node.prototype.appendChild.call(home, host);
    host.removeAttribute("inert");
    if (host.getAttribute("popover") !== "manual") host.setAttribute("popover", "manual");
    if (host.matches(":popover-open")) host.hidePopover();
    host.showPopover();
    defence.disconnect();
    defence.observe(host, { attributes: true });
    for (let node = parentOf(host); node; node = parentOf(node)) defence.observe(node, { childList: true });
  };

  // Style and class do nothing to it: what its own root declares important, the page cannot outdo.
  const isUp = () => host.isConnected && host.matches(":popover-open") && !host.hasAttribute("inert");
  const putBack = () => {
    if (!places.size) return;
    if (++fights > FIGHTS) return surrender("gone");
    const focused = open && all.contains(shadowFocus());
    raise((open ?? [...places.values()][0]).element);
    if (focused) open.leave.focus();
  };
  const defence = new MutationObserver(() => isUp() || putBack());
  const shadowFocus = () => all.getRootNode().activeElement;

  /** The page keeps hiding the warning: the tab's badge, title and popup carry it, the field is left alone. */
  const surrender = (event) => {
    const field = [...places.keys()][0];
    defence.disconnect();
    places.clear();
    open = null;
    host?.remove();
    shared.guard = "gone";
    if (event) tell(event, field);
  };

  /** Something of the page lies over the card: another top-layer element, or anything that takes its clicks. */
  const isCovered = () => {
    const box = open.card.getBoundingClientRect();
    const at = Document.prototype.elementFromPoint.call(document, box.left + box.width / 2, box.top + 20);
    return at !== null && at !== host && !host.contains(at);
  };

  // ── where it stands ───────────────────────────────────────────────────────────────────────────────
  /** A page that is enlarged by its own style must not carry the warning out of the view. */
  const zoomOf = (element) => element?.currentCSSZoom || 1;
  const put = (element, left, top, width, height) => {
    const style = element.style;
    style.left = `${left}px`;
    style.top = `${top}px`;
    if (width !== undefined) style.width = `${width}px`;
    if (height !== undefined) style.height = `${height}px`;
  };

  const place = (spot) => {
    const box = spot.element.getBoundingClientRect();
    const shown = spot.element.isConnected && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    spot.ring.hidden = !shown;
    spot.pin.hidden = !shown || spot === open;
    if (!shown) return null;
    const rtl = getComputedStyle(spot.element).direction === "rtl";
    put(spot.ring, box.left - 3, box.top - 3, box.width + 6, box.height + 6);
    const root = rootElement();
    const view = { width: Math.min(innerWidth, root?.clientWidth * zoomOf(root) || innerWidth), height: innerHeight };
    const corner = rtl ? box.left - 17 : box.right - 11;
    put(spot.pin, Math.max(0, Math.min(corner, view.width - 28)), Math.max(0, box.top - 17));
    return { box, rtl, view };
  };

  const between = (low, value, high) => Math.max(low, Math.min(value, high));

  /** Beside the field where there is room, else below, else above; always inside the view. */
  const placeCard = (spot, { box, rtl, view }) => {
    const { card, thread, dot } = spot;
    card.classList.toggle("tight", view.height < 400 || view.width < 260);
    const room = rtl ? box.left : view.width - box.right;
    const beside = room >= GAP + NARROW + 4;
    const width = Math.min(beside ? room - GAP - 4 : Math.max(box.width + 16, WIDTH), WIDTH, view.width - 8);
    card.style.width = `${width}px`;
    card.style.maxHeight = `${view.height - 8}px`;
    const height = card.offsetHeight;
    if (beside) {
      const middle = box.top + box.height / 2;
      const top = between(4, middle - 68, view.height - height - 4);
      put(card, rtl ? box.left - GAP - width : box.right + GAP, top);
      const at = between(top + 12, middle, top + height - 12);
      put(thread, rtl ? box.left - GAP : box.right, at - 1.5, GAP, 3);
      put(dot, (rtl ? box.left : box.right) - 6.5, at - 6.5);
    } else {
      const below = view.height - box.bottom - 16 >= height || view.height - box.bottom >= box.top;
      const top = between(4, below ? box.bottom + 16 : box.top - 16 - height, view.height - height - 4);
      const left = between(4, rtl ? box.right + 8 - width : box.left - 8, view.width - width - 4);
      put(card, left, top);
      const at = between(left + 16, rtl ? box.right - 24 : box.left + 24, left + width - 16);
      const fits = below ? top >= box.bottom : top + height <= box.top;
      put(thread, at - 1.5, below ? box.bottom : top + height, 3, fits ? 16 : 0);
      put(dot, at - 6.5, (below ? box.bottom : box.top) - 6.5);
      thread.hidden = dot.hidden = !fits;
    }
  };

  /** Follows the fields: with each frame while a card is shown, four times a second otherwise. */
  const follow = () => {
    watching = 0;
    all.style.zoom = 1 / zoomOf(host);
    for (const spot of places.values()) {
      const at = place(spot);
      if (spot !== open) continue;
      if (!at) close();
      else {
        placeCard(spot, at);
        if (performance.now() > spot.checked + 250) {
          spot.checked = performance.now();
          if (!isUp() || isCovered()) putBack();
        }
      }
    }
    if (places.size) watching = open ? requestAnimationFrame(follow) : setTimeout(follow, 250);
  };
  const followNow = () => {
    cancelAnimationFrame(watching);
    clearTimeout(watching);
    follow();
  };

  // ── what it says ──────────────────────────────────────────────────────────────────────────────────
  const press = (label, quiet, run) => {
    const button = make("button", { type: "button", class: quiet ? "quiet" : "leave" }, [label]);
    button.addEventListener("click", (event) => {
      // A page can click, but not with a person's hand; nor may a way on appear under a moving finger.
      if (event.isTrusted && (!quiet || performance.now() > open?.since + SETTLED)) run();
    });
    return button;
  };

  const drawCard = (spot, held) => {
    const { guard } = spot;
    const state = guard.local ? "check" : guard.state;
    const name = make("h2", { id: "first" }, [held ? words.guard_hold : guard.first]);
    const why = make("p", { class: "why", id: "why" }, [guard.why]);
    const rest = [why];
    if (held && guard.receiver) rest.push(make("p", { class: "why" }, [`${words.guard_receiver} `, make("span", { class: "host" }, [guard.receiver])]));
    else if (guard.act) rest.push(make("p", { class: "do" }, [guard.act]));
    spot.leave = press(words.guard_leave, false, () => tell("leave", guard.field));
    const more = make("button", { type: "button", class: "quiet", "aria-expanded": "false" }, [words.guard_more]);
    const anyway = make("div", { class: "anyway", hidden: "" }, [
      held ? press(words.guard_send, true, () => send(spot, held)) : press(words.guard_anyway, true, () => goOn(spot, "proceed")),
    ]);
    more.addEventListener("click", (event) => {
      if (!event.isTrusted) return;
      anyway.hidden = !anyway.hidden;
      more.setAttribute("aria-expanded", String(!anyway.hidden));
    });
    const acts = make("div", { class: "acts" }, [spot.leave, more]);
    if (guard.local) acts.append(press(words.guard_mute, true, () => goOn(spot, "mute")));
    rest.push(acts, anyway);
    spot.card = make("section", {
      class: "card", "data-state": state, role: state === "stop" ? "alertdialog" : "region",
      "aria-labelledby": "first", "aria-describedby": "why",
    }, [
      make("div", { class: "top" }, [
        make("p", { class: "word" }, [sign(state, 24, state === "stop" ? "fill" : "plain"), words[`guard_${state}`]]),
        name,
      ]),
      make("div", { class: "rest" }, rest),
      make("p", { class: "from" }, [sign("off", 14), words.guard_from]),
    ]);
    spot.thread = make("div", { class: "thread", "data-state": state });
    spot.dot = make("div", { class: "dot", "data-state": state });
    all.append(spot.thread, spot.dot, spot.card);
    said.textContent = `${words[`guard_${state}`]}: ${guard.first} ${guard.why}`;
  };

  const show = (spot, held) => {
    close();
    open = spot;
    spot.since = spot.checked = performance.now();
    drawCard(spot, held);
    raise(spot.element);
    followNow();
    if (open !== spot) return;
    if (!held && !spot.told) tell("shown", spot.guard.field);
    spot.told = true;
  };

  const close = () => {
    if (!open) return;
    for (const part of [open.card, open.thread, open.dot]) part.remove();
    said.textContent = "";
    open = null;
  };

  // ── what a person does ────────────────────────────────────────────────────────────────────────────
  const isStop = (spot) => spot.guard.state === "stop" && !spot.guard.local;
  const spotOf = (event) => {
    const target = event.composedPath()[0];
    return [...places.values()].find(({ element }) => element === target) ?? null;
  };
  const back = (spot) => {
    close();
    spot.element.focus();
  };
  /** The person said yes to it, or waved it away: typing is free from here on. */
  const settle = () => {
    for (const spot of places.values()) spot.settled = true;
  };
  const goOn = (spot, how) => {
    settle();
    for (const other of places.values()) other.free = true;
    back(spot);
    tell(how, spot.guard.field);
  };
  const send = (spot, { form, submitter }) => {
    for (const other of places.values()) other.free = true;
    close();
    tell("proceed", spot.guard.field);
    HTMLFormElement.prototype.requestSubmit.call(form, submitter);
  };
  const enter = (spot) => {
    if (spot.settled || spot.guard.quiet || open === spot) return;
    if (!isStop(spot) && spot.told) return; // a check is said once
    show(spot);
  };

  /** Holds what would be typed into a stop field until the person chose; the first try leads to the way out. */
  const hold = (event, spot) => {
    if (!spot || !isStop(spot) || spot.settled || spot.guard.quiet) return;
    if (++spot.held > STOLEN_KEYS) return surrender("gone");
    event.preventDefault();
    event.stopImmediatePropagation();
    if (open !== spot) show(spot);
    open?.leave.focus();
  };

  listen(window, "focusin", (event) => {
    if (!event.isTrusted) return; // a page's own events wave nothing away
    const spot = spotOf(event);
    if (spot) enter(spot);
    else if (open && event.composedPath()[0] !== host) close();
  }, true);
  listen(window, "keydown", (event) => {
    if (!event.isTrusted) return;
    const spot = spotOf(event);
    const inside = open && event.composedPath().includes(host);
    if (event.key === "Escape" && open && (spot || inside)) {
      const was = open;
      settle();
      event.preventDefault();
      event.stopImmediatePropagation();
      back(was);
    } else if (event.key === "Tab" && open && spot === open && !event.shiftKey && !spot.passed) {
      spot.passed = true; // into the card once; the next time on through the page
      event.preventDefault();
      open.leave.focus();
    } else if (event.key === "Tab" && inside) {
      const stops = [...open.card.querySelectorAll("button")].filter((button) => !button.closest("[hidden]"));
      const at = stops.indexOf(shadowFocus());
      const next = stops[at + (event.shiftKey ? -1 : 1)];
      event.preventDefault();
      (next ?? open.element).focus();
    } else if (spot && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      hold(event, spot);
    }
  });
  // Keys of a phone, a paste, a drop.
  listen(window, "beforeinput", (event) => event.cancelable && hold(event, spotOf(event)));
  // A password manager fills without any of these: then the field is filled, and the warning is due now.
  listen(window, "input", (event) => {
    const spot = spotOf(event);
    if (spot && isStop(spot) && !spot.settled) enter(spot);
  }, true);
  listen(window, "submit", (event) => {
    if (!event.isTrusted) return; // else a made-up one would use up the one time it is held
    const form = event.target;
    const mine = [...places.values()].filter((spot) => spot.element.form === form && isStop(spot) && !spot.free && !spot.guard.quiet);
    if (!mine.length) return;
    for (const spot of mine) spot.free = true; // once
    event.preventDefault();
    event.stopImmediatePropagation();
    show(mine[0], { form, submitter: event.submitter });
    open?.leave.focus();
    tell("held", mine[0].guard.field);
  });
  for (const type of ["scroll", "resize"]) listen(window, type, () => places.size && followNow(), true);

  // ── what it is told ───────────────────────────────────────────────────────────────────────────────
  const update = (guards, spoken) => {
    if (shared.guard === "gone") return;
    words = spoken;
    if (!host) build();
    const due = new Map(guards.map((guard) => [guard.field, guard]));
    for (const [field, spot] of places) {
      if (due.has(field) && spot.element.isConnected) continue;
      if (open === spot) close();
      spot.ring.remove();
      spot.pin.remove();
      places.delete(field);
    }
    for (const [field, guard] of due) {
      const known = places.get(field);
      const element = shared.field(field);
      if (!element) continue;
      const state = guard.local ? "check" : guard.state;
      if (known) {
        const changed = known.guard.state !== guard.state || known.guard.why !== guard.why;
        if (changed && known.guard.state !== "stop" && guard.state === "stop") known.settled = known.free = known.told = false;
        known.guard = guard;
        if (changed && open === known) show(known);
      } else {
        const spot = { guard, element, held: 0, ring: make("div", { class: "ring" }), pin: make("button", { type: "button", class: "pin" }) };
        spot.pin.addEventListener("click", (event) => event.isTrusted && (open === spot ? back(spot) : show(spot)));
        all.append(spot.ring, spot.pin);
        places.set(field, spot);
      }
      const spot = places.get(field);
      spot.ring.dataset.state = state;
      spot.pin.setAttribute("aria-label", `${words[`guard_${state}`]}: ${guard.first}`);
      spot.pin.replaceChildren(sign(state, 20));
    }
    const first = [...places.values()][0];
    if (!first) {
      defence.disconnect();
      host.remove();
      return;
    }
    if (!isUp()) raise(first.element);
    followNow();
    const focused = [...places.values()].find(({ element }) => element.getRootNode().activeElement === element);
    if (focused) enter(focused);
  };

  shared.guard = "on";
  chrome.runtime.onMessage.addListener((message) => {
    if (message?.kind === "guard") update(message.guards, message.words);
  });
})();
