// Opens every snippet of a seal corpus in Chromium, at its page's own address where that is known, with the
// content scripts that are named in an isolated world, and prints one line of JSON a snippet: the candidates found.
// Nothing leaves the machine: every other request is refused.
//
//   node seals.mjs CORPUS CHROMIUM SCRIPT…
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const [corpus, chromium, ...scripts] = process.argv.slice(2);
const index = JSON.parse(await readFile(join(corpus, "index.json"), "utf8"));
const sources = await Promise.all(scripts.map((script) => readFile(script, "utf8")));

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: [
    // In a container there is one user only, and the sandbox wants another.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
    "--disable-background-networking",
  ],
});
const page = await browser.newPage();
await page.setRequestInterception(true);
let html = "";
page.on("request", (request) => {
  if (request.isNavigationRequest() && request.frame() === page.mainFrame())
    request.respond({ status: 200, contentType: "text/html; charset=utf-8", body: html });
  else request.abort();
});
page.on("dialog", (dialog) => dialog.dismiss());
const devtools = await page.createCDPSession();

// What the scripts need of the extension: nobody listens here, the finder is asked directly.
const STAND_IN = `globalThis.chrome = { runtime: { sendMessage: async () => {}} };`;
const ASK = `${[STAND_IN, ...sources].join("\n")};JSON.stringify(trustIndicator.seals())`;

async function look(entry) {
  const snippet = await readFile(join(corpus, entry.file), "utf8");
  html = `<!doctype html><meta charset="utf-8"><title>A shop</title><body>${snippet}`;
  const url = `https://${entry.page_domain ?? "page.example"}/`;
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: 20000 });
  const { executionContextId: contextId } = await devtools.send("Page.createIsolatedWorld", {
    frameId: page.mainFrame()._id,
  });
  const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", { expression: ASK, contextId, timeout: 10000 });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return { url, seals: JSON.parse(result.value) };
}

for (const entry of index) {
  let answer;
  try {
    answer = await look(entry);
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify({ file: entry.file, ...answer })}\n`);
}
await browser.close();
