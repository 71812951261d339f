// Finds what may be a trust seal. Facts only: no rule, no request, no value of a field.
(() => {
  // A fragment of each word in src/seal/catalogue.rs; a test there names what is missing.
  const HINT = /seal|siegel|norton|nortan|symantec|verisign|afee|trust|secur|verif|vérif|cert|comodo|ssl|thawte|globalsign|グローバル|daddy|netsol|network|nsprotect|basicrec|sectigo|starfield|swisssign|actalis|buypass|quovadis|encrypt|wosign|startcom|secom|safe|hacker|scan|ywxi|sitelock|qualys|sucuri|blindado|armored|privacy|pmark|プライバシ|bbb|accredit|bureau|customer|renderbadge|ekomi|netreviews|bewertung|feefo|approved|reseller|guarantee|maerket|mærket|emark|confianza|winkel|gepr|zeichen|fevad|heureka|overeno|kiyoh|可信|诚信|knet|szfw|enamad|samandehi|etbis|eticaret|thongbao|salenoti|công|gov.vn|authoriz|braintree|identity|stripe|dmca|100percent/i;
  const PICTURE = "img,svg,input[type=image]";
  const SOURCES = ["data-src", "data-lazy-src", "data-original", "src", "srcset", "href"];
  const nodes = [], numbers = new WeakMap();

  // A field named "getAttribute" must not blind us: the prototypes' own functions.
  const { querySelector, closest, getAttribute, getBoundingClientRect } = Element.prototype;
  const base = Object.getOwnPropertyDescriptor(Node.prototype, "baseURI").get;
  const read = (node, name) => (node && getAttribute.call(node, name)?.trim()) || "";
  const within = (node, selector) => querySelector.call(node, selector);
  const above = (node, selector) => closest.call(node, selector);
  const join = (...texts) => texts.filter(Boolean).join(" ").slice(0, 240);
  const resolve = (address) => {
    try {
      return /^(data|javascript):|^$/i.test(address) ? "" : new URL(address, base.call(document)).href.slice(0, 1000);
    } catch {
      return "";
    }
  };

  // What a click runs, with the body of the function that it only calls by name.
  const handler = (text, scripts) => {
    const [, name] = /^(?:javascript:)?\s*(?:return )?([\w$]+)\(/.exec(text) ?? [];
    const [, body = ""] = (name && scripts.find((script) => script.includes("function " + name))?.split("function " + name)) || [];
    return `${text.slice(0, 1000)} ${body.slice(0, 600)}`.trim();
  };

  // An inline script from the first address on that may belong to a seal.
  const inline = (script) => {
    const found = [...script.matchAll(/["'](https?:)?\/\/[^"'\s]+/g)].find(([address]) => HINT.test(address));
    return found ? script.slice(found.index, found.index + 600) : "";
  };

  const describe = (node, scripts) => {
    const tag = node.localName, script = tag === "script";
    const form = tag === "form" ? node : tag === "input" && above(node, "form");
    const link = !script && above(node, "a,area");
    const image = (form === node && within(node, PICTURE)) || node;
    const href = read(link, "href");
    const text = tag === "a" && node.textContent.trim();
    const element = { script: "script", iframe: "frame", img: "image", svg: "vector" }[tag] ?? (form ? "form" : text ? "link" : "background");
    const inner = element === "background" && (within(node, "i,span,b,div") || node);
    const source = inner ? /url\("([^"]+)/.exec(getComputedStyle(inner).backgroundImage)?.[1]
      : SOURCES.map((name) => read(image, name)).find(Boolean)?.split(/\s/)[0];
    const both = (name) => join(read(image, name), image !== link && read(link, name));
    const { x, y, ...box } = getBoundingClientRect.call(image).toJSON();
    const width = box.width || +read(image, "width"), height = box.height || +read(image, "height");
    if (!numbers.has(node)) numbers.set(node, nodes.push(new WeakRef(node)) - 1);
    return {
      index: numbers.get(node),
      element,
      source: resolve(source ?? ""),
      link: resolve(form ? read(form, "action") : href),
      handler: !script ? handler(join(/^javascript:/i.test(href) && href, read(above(node, "[onclick]"), "onclick")), scripts)
        : source ? "" : inline(node.textContent.slice(0, 30000)),
      alt: read(image, "alt").slice(0, 240),
      title: join(both("title"), tag === "svg" && within(node, "title")?.textContent),
      label: join(both("aria-label"), text),
      class: join(both("class"), inner !== node && read(inner, "class"), read(form, "name")),
      id: both("id"),
      rectangle: width > 0 && height > 0 ? [x, y, width, height] : null,
    };
  };

  const seals = () => {
    const all = [...Document.prototype.querySelectorAll.call(document, PICTURE + ",a,area,iframe,script,form,[onclick]")].slice(0, 6000);
    const scripts = all.filter((node) => node.localName === "script").map((node) => node.textContent.slice(0, 30000));
    const named = [], nameless = [];
    for (const node of all) {
      const tag = node.localName;
      // Who holds a picture is told with it; a picture in an issuer's form with the form.
      const issuers = (form) => HINT.test(read(form, "action"));
      if (tag === "form" ? !issuers(node) : tag === "input" ? issuers(above(node, "form")) : within(node, PICTURE)) continue;
      const found = describe(node, scripts);
      const { index, element, rectangle, ...texts } = found;
      // A link in words speaks of a seal only where it leads to somebody else.
      const spoken = element !== "link" ? Object.values(texts).join(" ") : found.link.startsWith(location.origin) ? "" : found.link;
      const [, , width, height] = rectangle ?? [];
      if (HINT.test(spoken)) named.push(found);
      else if (element !== "link" && width >= 24 && height >= 24 && width <= 300 && height <= 200) nameless.push(found);
    }
    return [...named.slice(0, 80), ...nameless.slice(0, 20)];
  };

  globalThis.trustIndicator = Object.assign(globalThis.trustIndicator ?? {}, { seals, seal: (index) => nodes[index]?.deref() ?? null });
})();
