// Opens every page of a forms corpus in Chromium, each at its own address, with the content scripts that
// are named in an isolated world, and prints one line of JSON a page: what they told, and which labelled
// field and form each number stands for. Nothing leaves the machine: every other request is refused.
//
//   node forms.mjs CORPUS CHROMIUM SCRIPT…
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
await page.setJavaScriptEnabled(true);
await page.setRequestInterception(true);
let html = "";
page.on("request", (request) => {
  if (request.isNavigationRequest() && request.frame() === page.mainFrame())
    request.respond({ status: 200, contentType: "text/html; charset=utf-8", body: html });
  else request.abort();
});
const devtools = await page.createCDPSession();

// What the scripts see of the extension: a place to tell their facts to.
const STAND_IN = `
  globalThis.told = new Promise((tell) => {
    globalThis.chrome = { runtime: {
      sendMessage: (facts) => (tell(JSON.parse(facts)), Promise.resolve()),
    } };
  });`;
const ANSWER = `told.then((facts) => {
  const forms = [...document.querySelectorAll("form")];
  return {
    facts,
    fields: (facts.fields ?? []).map(({ index }) => Number(trustIndicator.field(index)?.getAttribute("data-fid") ?? -1)),
    forms: (facts.forms ?? []).map(({ index }) => forms.indexOf(trustIndicator.form(index))),
  };
})`;

async function look(entry) {
  html = await readFile(join(corpus, "pages", entry.file), "utf8");
  // From an address to the same one with a fragment, the browser would stay on the page that it has.
  await page.goto("about:blank");
  await page.goto(entry.url ?? "https://form.example/", { waitUntil: "domcontentloaded", timeout: 20000 });
  const { executionContextId: contextId } = await devtools.send("Page.createIsolatedWorld", {
    frameId: page.mainFrame()._id,
  });
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", {
      expression, contextId, awaitPromise: true, returnByValue: true, timeout: 10000,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  for (const source of [STAND_IN, ...sources]) await evaluate(`${source};0`);
  return evaluate(ANSWER);
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
