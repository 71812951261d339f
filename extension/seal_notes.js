// Says at a seal what it is worth, when it is pointed at or focused. Put into a frame only where there are
// seals and the person asked for it. The page gets nothing but one closed shadow root, while a note is shown.
(() => {
  const shared = globalThis.trustIndicator;
  if (!shared?.guardLook || !shared.seal || shared.sealNotes) return;
  const { make, quietly, shelter, sign } = shared.guardLook;

  const WIDTH = 300;
  const GAP = 8; // between a seal and its note
  const CROSSING = 300; // milliseconds that the pointer may take from one to the other

  const listen = (type, run) =>
    EventTarget.prototype.addEventListener.call(window, type, run, { capture: true, passive: true });
  let notes = [];
  let from = ""; // whose words these are
  let shown = null;
  let leaving = 0;

  const { host, all, said } = shelter("ltr", "");

  /** The seal under the pointer; or in the link that has the focus. */
  const noteOf = (event) => {
    const path = event.composedPath();
    const focused = event.type === "focusin" ? path[0] : null;
    return notes.find(({ index }) => {
      const seal = shared.seal(index);
      return seal && (path.includes(seal) || (focused instanceof Element && focused.contains(seal)));
    });
  };

  const hide = () => {
    clearTimeout(leaving);
    shown?.card.remove();
    shown = null;
    said.textContent = "";
    if (host.isConnected) quietly(host, () => host.remove());
  };

  const show = (note) => {
    hide();
    const card = make("section", { class: "card", "data-state": "note", role: "note" }, [
      make("div", { class: "rest" }, [make("p", { class: "why" }, [note.sentence])]),
      make("p", { class: "from" }, [sign("off", 14), from]),
    ]);
    shown = { note, card };
    all.append(card);
    quietly(host, () => Node.prototype.appendChild.call(document.documentElement, host));
    host.showPopover();
    place(card, shared.seal(note.index).getBoundingClientRect());
    said.textContent = note.sentence;
  };

  /** Below the seal, or above it where there is no room; always inside the view. */
  const place = (card, seal) => {
    all.style.zoom = 1 / (host.currentCSSZoom || 1);
    const width = Math.min(WIDTH, innerWidth - 8);
    card.style.width = `${width}px`;
    const height = card.offsetHeight;
    const below = seal.bottom + GAP + height <= innerHeight;
    const top = below ? seal.bottom + GAP : seal.top - GAP - height;
    card.style.top = `${Math.max(4, Math.min(top, innerHeight - height - 4))}px`;
    card.style.left = `${Math.max(4, Math.min(seal.left, innerWidth - width - 4))}px`;
  };

  for (const type of ["pointerover", "focusin"]) {
    listen(type, (event) => {
      if (!event.isTrusted) return;
      clearTimeout(leaving);
      // A pointer may cross over to the note and read it there.
      if (event.composedPath().includes(host)) return;
      const note = noteOf(event);
      if (note && note !== shown?.note) show(note);
      else if (!note && shown) leaving = setTimeout(hide, CROSSING);
    });
  }
  listen("keydown", ({ key, isTrusted }) => isTrusted && key === "Escape" && shown && hide());
  listen("scroll", () => shown && hide());

  shared.sealNotes = true;
  chrome.runtime.onMessage.addListener((message) => {
    if (message?.kind !== "seals") return;
    hide();
    ({ notes, from } = message);
    [all.dir, all.lang] = [message.direction, message.language];
  });
})();
