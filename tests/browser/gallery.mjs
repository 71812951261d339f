/**
 * Every state × both browsers × English, German and Arabic × light and dark × popup and full page, as
 * pictures on one page: target/gallery/index.html. With `--language` for other catalogues.
 */

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NAMES, launch } from "./browser.mjs";
import { temporary } from "./profile.mjs";
import { OTHERS, SAMPLES } from "./shown.mjs";
import { WHOLE, until } from "./until.mjs";
import { startWorld, top } from "./world.mjs";

const given = process.argv.slice(2);
/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => given[given.indexOf(`--${name}`) + 1 || given.length] ?? otherwise;
const languages = option("language", "en,de,ar").split(",");
const browsers = NAMES.filter((name) => option("browser", name) === name);

const gallery = join(top, "target/gallery");
mkdirSync(gallery, { recursive: true });

/** The sheets: what is shown, and as what. */
const sheets = [
  ...SAMPLES.map((sample) => ({ name: sample, shape: "popup", path: `popup.html?sample=${sample}&as=popup` })),
  ...SAMPLES.map((sample) => ({ name: sample, shape: "full page", path: `popup.html?sample=${sample}` })),
  ...[...OTHERS].map(([name, path]) => ({ name, shape: path.includes("as=popup") ? "popup" : "full page", path })),
];

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
  const home = temporary("gallery");
  const extension = speaking(language, name, home.folder);
  const browser = await launch(name, { world, extension });
  try {
    const origin = await browser.inExtension("return location.origin;");
    const tab = await browser.open(`${origin}/welcome.html`);
    for (const { name: state, shape, path } of sheets) {
      await tab.go(`${origin}/${path}`);
      const whole = path.startsWith("popup") ? WHOLE : `document.querySelector("h1").textContent`;
      await until(`${path} is painted`, () => tab.evaluate(`return ${whole};`));
      const direction = /** @type {string} */ (await tab.evaluate("return document.documentElement.dir;"));
      for (const theme of ["light", "dark"]) {
        await tab.evaluate(`document.documentElement.dataset.theme = values[0];`, theme);
        const file = `${[name, language, state, shape, theme].join("-").replaceAll(" ", "-")}.png`;
        await tab.wholePicture(join(gallery, file));
        pictures.push({ file, name: state, shape, direction, about: `${name}, ${language}, ${theme}` });
      }
    }
    console.log(`${name}, ${language}`);
  } finally {
    await browser.close();
    home.remove();
  }
}

/**
 * A copy of the extension that speaks this language alone: browsers fall back to it, whatever they speak.
 * @param {string} language The name of its folder in `_locales`.
 * @param {import("./browser.mjs").Name} name
 * @param {string} folder
 */
function speaking(language, name, folder) {
  const copy = join(folder, name);
  cpSync(join(process.env.DIST ?? join(top, "dist"), name), copy, { recursive: true });
  for (const other of readdirSync(join(copy, "_locales")).filter((other) => other !== language)) {
    rmSync(join(copy, "_locales", other), { recursive: true });
  }
  const manifest = join(copy, "manifest.json");
  const said = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync(manifest, JSON.stringify({ ...said, default_locale: language }));
  return copy;
}

function index() {
  const rows = sheets.map(({ name, shape }) => {
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
