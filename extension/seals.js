// Finds what may be a trust seal: facts only.
(() => {
  const shared = globalThis.trustIndicator;
  if (shared.seals) return;
  const { all, attribute, call, register, resolve, textOf, tidy } = shared.tools;

  // A part of each word in src/seal/catalogue.rs; a test names the missing.
  const HINT = /seal|siegel|norton|symantec|verisign|afee|trust|secur|verif|vérif|cert|comodo|ssl|thawte|globalsign|グローバル|daddy|netsol|network|nsprotect|basicrec|sectigo|starfield|encrypt|wosign|startcom|secom|safe|hacker|scan|ywxi|sitelock|qualys|blindado|privacy|pmark|プライバシ|bbb|accredit|bureau|customer|ekomi|renderbadge|netreviews|feefo|approved|reseller|guarantee|maerket|mærket|emark|confianza|winkel|gepr|zeichen|可信|诚信|knet|szfw|enamad|samandehi|etbis|eticaret|thongbao|salenoti|công|gov.vn|authoriz|braintree|stripe|dmca/;
  const hints = (text) => HINT.test(text.toLowerCase());
  const PICTURE = "img,svg,input[type=image]";

  const tagOf = (node) => Reflect.get(Element.prototype, "localName", node);
  const numbers = register();
  const values = (node) => node && call(node, "getAttributeNames").map((name) => attribute(node, name)?.slice(0, 2e3));
  const read = (node, name) => tidy(node && attribute(node, name), 240);

  // Around the first address that may be a seal's.
  const inline = (script) => {
    const found = [...script.slice(0, 3e4).matchAll(/["'](https?:)?\/\/[^"'\s]+/g)].find(([text]) => hints(text));
    return found ? script.slice(Math.max(0, found.index - 160), found.index + 340) : "";
  };

  const describe = (node) => {
    const tag = tagOf(node);
    const script = tag === "script";
    const form = tag === "form" ? node : tag === "input" && call(node, "closest", "form");
    const link = !script && call(node, "closest", "a,area");
    const click = call(node, "closest", "[onclick]");
    const image = (form === node && call(node, "querySelector", PICTURE)) || node;
    const text = /^(a|svg)$/.test(tag) ? tidy(textOf(node)) : "";
    const element =
      { script: tag, iframe: "frame", img: "image", svg: "vector" }[tag] ?? (form ? "form" : text ? "link" : "background");
    const drawn = element === "background" && (node.firstElementChild ?? node);
    // In this order: data-src before src, which only holds the place until then, and srcset last.
    const source = drawn
      ? /url\("([^"]+)/.exec(getComputedStyle(drawn).backgroundImage)?.[1]
      : call(image, "getAttributeNames").sort()
        .map((name) => /src(set)?$|-original$/.test(name) && tidy(attribute(image, name), 2e3))
        .find(Boolean)?.split(" ")[0];
    const both = (name) => tidy(`${read(image, name)} ${image === link ? "" : read(link, name)}`, 240);
    const box = call(image, "getBoundingClientRect");
    const href = form ? attribute(form, "action") : link && attribute(link, "href");
    return {
      index: numbers.number(node),
      element,
      source: source && !/^data:/.test(source) ? resolve(source) : "",
      link: href ? resolve(href) : "",
      handler: script ? inline(textOf(node)) : tidy(click && attribute(click, "onclick"), 500),
      alt: read(image, "alt"),
      title: both("title"),
      label: both("aria-label") || text,
      class: tidy(`${both("class")} ${drawn === node ? "" : read(drawn, "class")}`, 240),
      id: both("id"),
      rectangle: box.width ? [box.x + scrollX, box.y + scrollY, box.width, box.height].map(Math.round) : null,
    };
  };

  // Most nodes hold no word of it.
  const mayBe = (node, tag, base) => {
    // An issuer's form tells its picture.
    if (/^(form|input)$/.test(tag)) return hints(read(call(node, "closest", "form"), "action")) === (tag === "form");
    if (tag === "script") return hints(values(node) + inline(textOf(node)));
    // Words count where they lead away.
    if (tag === "a" && /\S/.test(textOf(node))) return hints(read(node, "href")) && node.origin !== location.origin;
    const near = ["a,area", "[onclick]"].map((what) => values(call(node, "closest", what))).join();
    return !/^(img|svg|div|span|li|i)$/.test(tag) || hints(base + near + values(node) + tidy(textOf(node)));
  };

  shared.seals = () => {
    const named = [];
    let base;
    // What leads about its own site is met by its picture.
    const links = `a:is([href*='//']:not([href^='${origin}/']),:empty)`;
    const forms = `form:is([action*='//'],:has(${PICTURE}))`;
    // A picture by style alone.
    const drawn = ":is(div,span,li,i):is([style*='url('],[aria-label],[title]):empty";
    for (const node of all(document, `${PICTURE},${links},${forms},${drawn},area,iframe,script,[onclick]`)) {
      try {
        const tag = tagOf(node);
        base ??= resolve("");
        // Who holds a picture is told with it.
        if (!mayBe(node, tag, base) || (tag !== "form" && call(node, "querySelector", PICTURE))) continue;
        const found = describe(node);
        if (hints(Object.values(found).join(" "))) named.push(found);
        if (named.length === 80) break;
        // One that breaks hides no other.
      } catch {}
    }
    return named;
  };
  shared.seal = numbers.element;
  shared.sealFacts = describe;
})();
