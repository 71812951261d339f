/**
 * Every state × both browsers × English, German and Arabic × light and dark × popup and full page, and the
 * warnings, as pictures on one page: target/gallery/index.html. With `--language` for other catalogues.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { NAMES, launch } from "./browser.mjs";
import { OTHERS, SAMPLES } from "./shown.mjs";
import { speaking } from "./speaking.mjs";
import { WHOLE, until } from "./until.mjs";
import { startWorld, top } from "./world.mjs";

const { values: asked } = parseArgs({
  options: { browser: { type: "string" }, language: { type: "string", default: "en,de,ar" } },
});
const languages = asked.language.split(",");
const browsers = asked.browser ? [/** @type {import("./browser.mjs").Name} */ (asked.browser)] : NAMES;

const gallery = join(top, "target/gallery");
mkdirSync(gallery, { recursive: true });

/** The sheets: what is shown, and as what. */
const sheets = [
  ...SAMPLES.map((sample) => ({ name: sample, shape: "popup", path: `popup.html?sample=${sample}&as=popup` })),
  ...SAMPLES.map((sample) => ({ name: sample, shape: "full page", path: `popup.html?sample=${sample}` })),
  ...[...OTHERS].map(([name, path]) => ({ name, shape: path.includes("as=popup") ? "popup" : "full page", path })),
];

/** What stops, what asks for care, the own network. @type {[name: string, url: string][]} */
const warnings = [
  ["warning", "http://plain.example/signin/"],
  ["warning of another receiver", "https://elsewhere.example/signin/"],
  ["warning on the own network", "http://printer.local/signin/"],
];
const THEMES = /** @type {const} */ (["light", "dark"]);

/** @type {{ file: string, name: string, shape: string, direction: string, about: string }[]} */
const pictures = [];
const world = await startWorld();
try {
  for (const language of languages) {
    for (const name of browsers) await take(name, language);
  }
} finally {
  await world.stop();
}
writeFileSync(join(gallery, "index.html"), index());
console.log(`${pictures.length} pictures: ${join(gallery, "index.html")}`);

/** @param {import("./browser.mjs").Name} name @param {string} language */
async function take(name, language) {
  const { extension, remove } = speaking(language, name);
  const browser = await launch(name, { world, extension });
  try {
    const origin = await browser.inExtension("return location.origin;");
    const tab = await browser.open(`${origin}/welcome.html`);
    for (const { name: state, shape, path } of sheets) {
      await tab.go(`${origin}/${path}`);
      const whole = path.startsWith("popup") ? WHOLE : `document.querySelector("h1").textContent`;
      await until(`${path} is painted`, () => tab.evaluate(`return ${whole};`));
      const direction = /** @type {string} */ (await tab.evaluate("return document.documentElement.dir;"));
      for (const theme of THEMES) {
        await tab.evaluate(`document.documentElement.dataset.theme = values[0];`, theme);
        await tab.wholePicture(keep({ name: state, shape, direction }, name, language, theme));
      }
    }
    for (const [state, url] of warnings) {
      for (const theme of THEMES) {
        const page = await browser.open(url);
        await page.theme(theme);
        await until(`${url} has its mark`, async () => (await page.warning())?.marks.length);
        await page.click("#password");
        await until(`${url} warns`, async () => (await page.warning())?.card);
        await page.picture(keep({ name: state, shape: "page", direction: "ltr" }, name, language, theme));
        await page.close();
      }
    }
    console.log(`${name}, ${language}`);
  } finally {
    await browser.close();
    remove();
  }
}

/**
 * Where a picture goes, and its place in the index.
 * @param {{ name: string, shape: string, direction: string }} shown
 * @param {string[]} about
 */
function keep({ name, shape, direction }, ...about) {
  const file = `${[...about, name, shape].join("-").replaceAll(" ", "-")}.png`;
  pictures.push({ file, name, shape, direction, about: about.join(", ") });
  return join(gallery, file);
}

function index() {
  const warned = warnings.map(([name]) => ({ name, shape: "page" }));
  const rows = [...sheets, ...warned].map(({ name, shape }) => {
    const shown = pictures.filter((picture) => picture.name === name && picture.shape === shape);
    const figures = shown.map(
      ({ file, direction, about }) =>
        `<figure><a class="${shape}" dir="${direction}" href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${about}</figcaption></figure>`,
    );
    return `<h2>${name}, ${shape}</h2><div>${figures.join("")}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>body{font:16px system-ui;margin:2rem;background:#8c8a84}div{display:flex;flex-wrap:wrap;gap:1rem}
figure{margin:0}a{display:flex}img{max-width:30rem}
.popup{width:380px;overflow:hidden}.popup img{max-width:none;flex:none}</style><h1>Gallery</h1>${rows.join("\n")}</html>\n`;
}
