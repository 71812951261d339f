//# allFunctionsCalledOnLoad
// Whether something of the page lies over the warning. Only another part of the top layer can; and what
// takes no clicks is not found by asking what is at a point.
(() => {
  const shared = globalThis.trustIndicator;
  if (!shared || shared.guardCover) return;

  const TOP = ":popover-open,:modal,:fullscreen";
  const TELLS = "isVisible" in IntersectionObserverEntry.prototype; // Chromium sees what lies over an element
  const PARTS = [0.1, 0.5, 0.9]; // of the card, where it is looked for
  const UNSEEN = 600; // milliseconds that a browser may take to tell that the card can be seen

  const topLayer = () => shared.tools.roots().flatMap((root) => [...shared.tools.all(root, TOP)]);
  const boxOf = (element) => Element.prototype.getBoundingClientRect.call(element);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  shared.guardCover = () => {
    const under = new WeakSet(); // what was in the top layer when the warning came on top of it
    // Whether the browser tells what lies over the card. In a frame, the page around can make all of it count as unseen.
    let tells = TELLS && window === top;
    let unseen = 0; // since when Chromium says that not all of the card can be seen
    const options = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
    const sight = new IntersectionObserver((entries) => {
      const seen = Reflect.get(entries.at(-1), "isVisible");
      tells ||= seen === true;
      unseen = seen === false && tells ? unseen || performance.now() : 0;
    }, options);
    const toggled = ({ target }) => under.delete(target);

    const isHit = (box, host) => {
      const root = host.getRootNode();
      const { elementFromPoint } = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ShadowRoot.prototype : Document.prototype;
      return PARTS.some((x) => PARTS.some((y) => {
        const at = elementFromPoint.call(root, box.left + x * box.width, box.top + y * box.height);
        return at !== null && at !== host;
      }));
    };
    /**
     * Where the browser does not tell, whatever came later counts as over it, for what it holds and its backdrop reach
     * further than it does; and a sheet that takes no clicks counts wherever it was before.
     */
    const liesOver = (element, box) => {
      const later = !under.has(element);
      if (later && !tells) return true;
      return (later || (!tells && getComputedStyle(element).pointerEvents === "none")) && meet(boxOf(element), box);
    };
    const isOver = (card, host) => {
      const box = boxOf(card);
      return isHit(box, host) || topLayer().some((element) => element !== host && liesOver(element, box));
    };

    return {
      /** The warning was put on top just now. */
      onTop() {
        for (const element of topLayer()) under.add(element);
        // The event leaves no shadow root; the same listener counts once.
        for (const root of shared.tools.roots()) EventTarget.prototype.addEventListener.call(root, "beforetoggle", toggled, true);
        unseen &&= performance.now();
      },
      watch(card) {
        sight.disconnect();
        unseen = 0;
        sight.observe(card);
      },
      isCovered: (card, host) => isOver(card, host) || (unseen > 0 && performance.now() > unseen + UNSEEN),
    };
  };
})();
