//# allFunctionsCalledOnLoad
// Warns at a field, before the first key. Put into a frame only where a warning is due; says what the
// background tells it to and changes nothing in the page: no attribute, no style, no value is touched.
//
// Everything is drawn inside one closed shadow root in the top layer. A page can still remove its host,
// or hold back events; after a few tries the field is left alone and the tab's badge and title carry it.
(() => {
  const shared = globalThis.trustIndicator;
  if (!shared?.guardLook || shared.guard) return;
  const { make, quietly, shelter, sign } = shared.guardLook;
  const { homeOf, isHere, parentOf, placeCard, placeMark, zoomOf } = shared.guardPlace;

  const FIGHTS = 6; // how often the warning is put back before it is given up
  const STOLEN_KEYS = 30; // how many keys are held while a page takes the focus back
  const SETTLED = 400; // milliseconds before a way on can be pressed
  const WHOLE = 24; // letters of an address that is never broken: they fit into the narrowest card beside a field
  const HIDING = ["inert", "aria-hidden"];
  const BEAT = 250; // milliseconds between looks at whether it still stands

  const listen = (target, type, run, passive = false) =>
    EventTarget.prototype.addEventListener.call(target, type, run, { capture: true, passive });
  /** Where an event went, as far as it can be seen from outside of closed shadow roots. */
  const targetOf = (event) => event.composedPath()[0];
  const hostsOf = (element) => {
    const { host } = element.getRootNode();
    return host ? [host, ...hostsOf(host)] : [];
  };
  const hasFocus = (element) => isHere(element) && element.getRootNode().activeElement === element;
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
  // A number alone may be that of a timer of the page.
  let unwatch = () => {};
  const cover = shared.guardCover();

  const raise = (element) => {
    const home = homeOf(element);
    if (!home) return;
    hear();
    if (parentOf(host) !== home) quietly(host, () => Node.prototype.appendChild.call(home, host));
    for (const name of HIDING) host.removeAttribute(name);
    if (host.getAttribute("popover") !== "manual") host.setAttribute("popover", "manual");
    if (host.matches(":popover-open")) host.hidePopover();
    host.showPopover();
    cover.onTop();
    defence.disconnect();
    defence.observe(host, { attributes: true });
    for (let node = parentOf(host); node; node = parentOf(node)) defence.observe(node, { childList: true });
  };

  // Style and class do nothing to it: what its own root declares important, the page cannot outdo.
  const isUp = () => host.isConnected && host.matches(":popover-open") && !HIDING.some((name) => host.hasAttribute(name));
  /** Whether it is lost for good, or was only disturbed once more. */
  const isLost = () => {
    fights += 1;
    if (fights <= FIGHTS) return false;
    surrender("gone");
    return true;
  };
  const putBack = () => {
    if (!places.size || isLost()) return;
    const focused = open && all.contains(shadowFocus());
    raise((open ?? [...places.values()][0]).element);
    if (focused) open.leave.focus();
  };
  const defence = new MutationObserver(() => isUp() || putBack());
  const shadowFocus = () => all.getRootNode().activeElement;

  /** The page keeps hiding the warning: the tab's badge, title and popup carry it, the field is left alone. */
  const surrender = (event) => {
    const field = [...places.keys()][0] ?? 0;
    defence.disconnect();
    places.clear();
    open = null;
    host?.remove();
    shared.guard = "gone";
    if (event) tell(event, field);
  };

  // ── how it follows ────────────────────────────────────────────────────────────────────────────────
  /** With each frame while a card is shown, four times a second otherwise; in a hidden tab no frame comes. */
  const follow = () => {
    if (!chrome.runtime?.id) return surrender(); // updated or removed
    all.style.zoom = 1 / zoomOf(host);
    let focused = null;
    for (const spot of places.values()) {
      const typing = isTypedInto(spot);
      const at = placeMark(spot, spot !== open, typing);
      if (at && typing) focused = spot;
      if (spot !== open) continue;
      if (at) stand(spot, at);
      else leaves(spot);
    }
    if (!places.size) return;
    const hidden = Reflect.get(Document.prototype, "hidden", document);
    const drawn = open || hidden;
    const next = drawn ? requestAnimationFrame(follow) : setTimeout(follow, BEAT);
    unwatch = () => (drawn ? cancelAnimationFrame(next) : clearTimeout(next));
    // A page that listened first can keep every event from us, but not where the focus is.
    if (focused && !open) enter(focused);
  };
  /** A field may take what is typed out of view, and show it where it is seen. */
  const isTypedInto = (spot) => (hasFocus(spot.element) || (spot === open && shadowFocus())) && spot.element.checkVisibility();
  const stand = (spot, at) => {
    placeCard(spot, at);
    const { className, offsetLeft, offsetTop, offsetWidth, offsetHeight } = spot.card;
    const where = [className, offsetLeft, offsetTop, offsetWidth, offsetHeight].join(" ");
    if (spot.where !== where) [spot.where, spot.moved] = [where, performance.now()];
    if (performance.now() < spot.checked + BEAT) return;
    spot.checked = performance.now();
    if (!isUp() || cover.isCovered(spot.card, host)) putBack();
  };
  /** Out of view, or left; or a page swaps the field for another under the person's hand, and the card with it. */
  const leaves = (spot) => {
    if (isHere(spot.element) || !isLost()) close();
  };
  const followNow = () => {
    unwatch();
    follow();
  };

  // ── what it says ──────────────────────────────────────────────────────────────────────────────────
  /** Nothing that came this moment was read: what is pressed now was meant for something else. */
  const isNew = (since) => performance.now() < since + SETTLED;
  /** @param isWayOn A way past the warning: drawn small, and pressed only by who had the time to read. */
  const press = (label, isWayOn, run) => {
    const button = make("button", { type: "button", class: isWayOn ? "quiet" : "leave" }, [label]);
    button.addEventListener("click", (event) => {
      // A page can click, but not with a person's hand; nor may a way on come under a moving finger.
      if (event.isTrusted && (!isWayOn || (open && !isNew(open.moved)))) run();
    });
    return button;
  };

  /** Addresses in a sentence, which the background isolates, are drawn as addresses. */
  const withAddresses = (sentence) =>
    sentence.split(/\u2068([^\s\u2069]*\.[^\s\u2069]*)\u2069/).map((part, at) =>
      at % 2 ? make("span", { class: part.length > WHOLE ? "host" : "host whole" }, [part]) : part);

  const drawCard = (spot, held) => {
    const { guard } = spot;
    const state = guard.local ? "check" : guard.state;
    const name = make("h2", { id: "first" }, [held ? words.guard_hold : guard.first]);
    const rest = [make("p", { class: "why", id: "why" }, withAddresses(guard.why))];
    if (held && guard.receiver) rest.push(make("p", { class: "why", id: "then" }, [`${words.guard_receiver} `, make("span", { class: "host" }, [guard.receiver])]));
    else if (guard.act) rest.push(make("p", { class: "do", id: "then" }, withAddresses(guard.act)));
    const read = [`${words[`guard_${state}`]}:`, ...[name, ...rest].map((part) => part.textContent)].join(" ");
    spot.leave = press(words.guard_leave, false, () => tell("leave", guard.field));
    const more = make("button", { type: "button", class: "quiet", "aria-expanded": "false" }, [words.guard_more]);
    const anyway = make("div", { class: "anyway", hidden: "" }, [
      held ? press(words.guard_send, true, () => send(spot, held)) : press(words.guard_anyway, true, () => goOn(spot, "proceed")),
    ]);
    more.addEventListener("click", (event) => {
      if (!event.isTrusted) return;
      anyway.hidden = !anyway.hidden;
      spot.moved = performance.now();
      more.setAttribute("aria-expanded", String(!anyway.hidden));
    });
    const acts = make("div", { class: "acts" }, [spot.leave, more]);
    if (guard.local) acts.append(press(words.guard_mute, true, () => goOn(spot, "mute")));
    rest.push(acts, anyway);
    spot.card = make("section", {
      class: "card", "data-state": state, role: state === "stop" ? "alertdialog" : "region",
      "aria-labelledby": "first", "aria-describedby": "why then",
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
    cover.watch(spot.card);
    said.textContent = read;
  };

  const show = (spot, held) => {
    close();
    open = spot;
    spot.sending = held;
    spot.since = spot.moved = spot.checked = performance.now();
    drawCard(spot, held);
    raise(spot.element);
    followNow();
    if (open !== spot) return;
    spot.told = true;
  };

  const close = () => {
    if (!open) return;
    for (const part of [open.card, open.thread, open.dot]) part.remove();
    // The mark is back at once, not with the next frame.
    open.pin.hidden = open.ring.hidden;
    said.textContent = "";
    open = null;
  };

  // ── what a person does ────────────────────────────────────────────────────────────────────────────
  const isStop = (spot) => spot.guard.state === "stop" && !spot.guard.local;
  const spotOf = (event) => {
    const target = targetOf(event);
    const isThere = ({ element }) => element === target || (hasFocus(element) && hostsOf(element).includes(target));
    return [...places.values()].find(isThere) ?? null;
  };
  const back = (spot) => {
    close();
    spot.element.focus();
  };
  /** What is as grave as this at most: whoever waved a “check” away has not heard of a “stop”. */
  const noGraver = (spot) => [...places.values()].filter((other) => isStop(spot) || !isStop(other));
  /** The person said yes to it, or waved it away: typing is free from here on. */
  const settle = (spot) => {
    for (const other of noGraver(spot)) other.settled = true;
  };
  const goOn = (spot, how) => {
    settle(spot);
    for (const other of noGraver(spot)) other.free = true;
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

  const enterCard = (spot, held) => {
    show(spot, held);
    open?.leave.focus();
  };

  /** Holds what would be typed into a stop field until the person chose; the first try leads to the way out. */
  const hold = (event, spot) => {
    if (!isStop(spot) || spot.settled || spot.guard.quiet) return;
    if (++spot.held > STOLEN_KEYS) return surrender("gone");
    event.preventDefault();
    event.stopImmediatePropagation();
    if (open !== spot) show(spot);
    open?.leave.focus();
  };

  /** Nothing holds whoever types on beside a “check”, nor stands between the field and what comes after it: it was
   *  said, and is not said again on this site. */
  const goesPast = (spot) => {
    if (isStop(spot) || open !== spot || spot.settled || isNew(spot.since)) return;
    settle(spot);
    close();
    tell("proceed", spot.guard.field);
  };

  const onFocus = (event) => {
    if (!event.isTrusted) return; // a page's own events wave nothing away
    const spot = spotOf(event);
    if (spot) enter(spot);
    else if (open && !shadowFocus()) leaves(open);
  };
  const onKey = (event) => {
    if (!event.isTrusted) return;
    const spot = spotOf(event);
    const inside = open && shadowFocus(); // a component's closed root hides ours
    if (event.key === "Escape" && open && (spot || inside)) {
      if (event.repeat || isNew(open.since)) return; // pressed for what stood there before
      const was = open;
      settle(was);
      event.preventDefault();
      event.stopImmediatePropagation();
      back(was);
      tell("proceed", was.guard.field);
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
      goesPast(spot);
    }
  };
  // Keys of a phone, an input method (which no one can cancel, but the focus can leave it), a paste and a drop: these
  // two before a page's own script fills the field with them. One that the page made up would use up our patience.
  const onGiven = (event) => {
    const spot = event.isTrusted && spotOf(event);
    if (!spot) return;
    hold(event, spot);
    goesPast(spot);
  };
  // A password manager fills without any of these, by events of its own making: the warning is due now.
  const onInput = (event) => {
    const spot = spotOf(event);
    if (spot && !open) enter(spot);
  };
  const onSubmit = (event) => {
    if (!event.isTrusted) return; // else a made-up one would use up the one time it is held
    const form = event.target;
    const mine = [...places.values()].filter((spot) => spot.element.form === form && isStop(spot) && !spot.free && !spot.guard.quiet);
    if (!mine.length) return;
    for (const spot of mine) spot.free = true; // once
    event.preventDefault();
    event.stopImmediatePropagation();
    enterCard(mine[0], { form, submitter: event.submitter });
  };
  const onMove = () => places.size && followNow();
  /** Again whenever it is raised: a page that opens its document anew takes every listener away. */
  const hear = () => {
    listen(window, "focusin", onFocus, true);
    listen(window, "keydown", onKey);
    for (const type of ["beforeinput", "paste", "drop"]) listen(window, type, onGiven);
    listen(window, "input", onInput, true);
    listen(window, "submit", onSubmit);
    for (const type of ["scroll", "resize"]) listen(window, type, onMove, true);
  };

  // ── what it is told ───────────────────────────────────────────────────────────────────────────────
  const update = (guards, spoken, direction, language) => {
    if (shared.guard === "gone") return;
    words = spoken;
    if (!host) ({ host, all, said } = shelter(direction, language));
    const due = new Map(guards.map((guard) => [guard.field, guard]));
    for (const [field, spot] of places) {
      if (due.has(field) && isHere(spot.element)) continue;
      if (open === spot) leaves(spot);
      if (shared.guard === "gone") return;
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
        const elsewhere = known.guard.receiver !== guard.receiver;
        const changed = known.guard.state !== guard.state || known.guard.why !== guard.why || elsewhere;
        const graver = known.guard.state !== "stop" && guard.state === "stop";
        if (graver || elsewhere) known.settled = known.free = known.told = false;
        // What was said once is left to the mark on the next page; here the form is still held.
        known.guard = { ...guard, quiet: guard.quiet && (known.guard.quiet || elsewhere) };
        if (changed && open === known) (shadowFocus() ? enterCard : show)(known, known.sending);
      } else {
        const spot = { guard, element, held: 0, ring: make("div", { class: "ring" }), pin: make("button", { type: "button", class: "pin" }) };
        spot.pin.addEventListener("click", (event) => event.isTrusted && (open === spot ? back(spot) : enterCard(spot)));
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
      quietly(host, () => host.remove());
      return;
    }
    if (!isUp()) raise(first.element);
    followNow();
    const focused = [...places.values()].find(({ element }) => hasFocus(element));
    if (focused) enter(focused);
  };

  shared.guard = "on";
  chrome.runtime.onMessage.addListener((message) => {
    if (message?.kind === "guard") update(message.guards, message.words, message.direction, message.language);
  });
})();
