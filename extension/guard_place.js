//# allFunctionsCalledOnLoad
// Where a warning lives and stands: at its field, always inside the view.
(() => {
  const shared = globalThis.trustIndicator;
  if (!shared || shared.guardPlace) return;

  const GAP = 36; // between a field and the card beside it
  const WIDTH = 348;
  const NARROW = 264; // the narrowest card beside a field

  const rootElement = () => Document.prototype.querySelector.call(document, ":root");
  // A form's own properties can be hidden by its fields; whoever walks by them may walk for ever.
  const parentGetter = Object.getOwnPropertyDescriptor(Node.prototype, "parentNode").get;
  // What came here from another document is of no class that is known here.
  const parentOf = (node) => parentGetter.call(node) ?? (node.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? node.host : null);
  /** What was moved into another document is that one's to warn of: only its guard hears the keys there. */
  const isHere = (element) => element.isConnected && Reflect.get(Node.prototype, "ownerDocument", element) === document;
  /** A component shows what is put into it at a slot of its own; only by its root is that found in a closed one. */
  const slotOf = (node) => {
    const parent = parentOf(node);
    // Asked of a document, Chromium throws, and that takes it milliseconds.
    const root = parent?.nodeType === Node.ELEMENT_NODE && shared.tools.rootOf(parent);
    if (!root) return null;
    const shows = (slot) => slot.assignedNodes?.().includes(node);
    return [...shared.tools.all(root, "slot")].find(shows) ?? null;
  };
  /** A page's modal dialog makes all else inert: then the warning has to live inside it. */
  const homeOf = (element) => {
    for (let node = element; node; node = slotOf(node) ?? parentOf(node)) {
      if (node.nodeType === Node.ELEMENT_NODE && Element.prototype.matches.call(node, "dialog:modal")) return node;
    }
    // Firefox draws nothing else in a drawing.
    const drawing = rootElement() instanceof SVGElement;
    return (drawing && Element.prototype.closest.call(element, "foreignObject")) || rootElement();
  };

  /** A page that is enlarged by its own style must not carry the warning out of the view. */
  const zoomOf = (element) => element?.currentCSSZoom || 1;
  const between = (low, value, high) => Math.max(low, Math.min(value, high));
  const put = (element, left, top, width, height) => {
    const style = element.style;
    style.left = `${left}px`;
    style.top = `${top}px`;
    if (width !== undefined) style.width = `${width}px`;
    if (height !== undefined) style.height = `${height}px`;
  };

  /** What lies out of the view is warned of at the nearest edge. */
  const atEdge = ({ left, top }, { width, height }) => new DOMRect(between(0, left, width), between(0, top, height));

  /** The ring and the pin; says where the field is, or null where it is out of sight and nobody types into it. */
  const placeMark = (spot, pinned, typing) => {
    const box = spot.element.getBoundingClientRect();
    const shown = isHere(spot.element) && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    spot.ring.hidden = !shown;
    spot.pin.hidden = !shown || !pinned;
    if (!shown && !typing) return null;
    const rtl = getComputedStyle(spot.element).direction === "rtl";
    const root = rootElement();
    const view = { width: Math.min(innerWidth, root?.clientWidth * zoomOf(root) || innerWidth), height: innerHeight };
    if (!shown) return { box: atEdge(box, view), rtl, view, away: true };
    put(spot.ring, box.left - 3, box.top - 3, box.width + 6, box.height + 6);
    const corner = rtl ? box.left - 17 : box.right - 11;
    put(spot.pin, between(0, corner, view.width - 28), between(0, box.top - 17, view.height - 28));
    return { box, rtl, view };
  };

  /** Beside the field where there is room, else below, else above. */
  const placeCard = (spot, { box, rtl, view, away = false }) => {
    const { card, thread, dot } = spot;
    const room = rtl ? box.left : view.width - box.right;
    const beside = room >= GAP + NARROW + 4;
    const width = Math.min(beside ? room - GAP - 4 : Math.max(box.width + 16, WIDTH), WIDTH, view.width - 8);
    card.style.width = `${width}px`;
    card.style.maxHeight = `${view.height - 8}px`;
    const space = beside ? view.height - 8 : Math.max(box.top, view.height - box.bottom) - 20;
    card.classList.toggle("tight", view.height < 400 || view.width < 260);
    card.classList.toggle("tiny", view.height < 160);
    // Rather closer set than over the field.
    if (card.offsetHeight > space) card.classList.add("tight");
    const height = card.offsetHeight;
    if (beside) {
      const middle = box.top + box.height / 2;
      const top = between(4, middle - 68, view.height - height - 4);
      put(card, rtl ? box.left - GAP - width : box.right + GAP, top);
      const at = between(top + 12, middle, top + height - 12);
      put(thread, rtl ? box.left - GAP : box.right, at - 1.5, GAP, 3);
      put(dot, (rtl ? box.left : box.right) - 6.5, at - 6.5);
      thread.hidden = dot.hidden = away;
    } else {
      const below = view.height - box.bottom - 16 >= height || view.height - box.bottom >= box.top;
      const top = between(4, below ? box.bottom + 16 : box.top - 16 - height, view.height - height - 4);
      const left = between(4, rtl ? box.right + 8 - width : box.left - 8, view.width - width - 4);
      put(card, left, top);
      const at = between(left + 16, rtl ? box.right - 24 : box.left + 24, left + width - 16);
      const fits = below ? top >= box.bottom : top + height <= box.top;
      put(thread, at - 1.5, below ? box.bottom : top + height, 3, fits ? 16 : 0);
      put(dot, at - 6.5, (below ? box.bottom : box.top) - 6.5);
      thread.hidden = dot.hidden = away || !fits;
    }
  };

  shared.guardPlace = { homeOf, isHere, parentOf, placeCard, placeMark, zoomOf };
})();
