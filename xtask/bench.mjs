/**
 * One certificate, read and judged: the core as WebAssembly, the core as native code, and PKI.js, which
 * only reads. Taken in turns, so that whatever else the machine does is shared fairly; medians compared.
 */

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { connect } from "node:tls";
import { pathToFileURL } from "node:url";
import { fromBER } from "asn1js";
import { Certificate } from "pkijs";

const ROUNDS = 15;
const AIM_NANOSECONDS = 40e6;
const HOST = "shop.example";

/** A process that answers a line with a line. */
function talk(program, ...words) {
  const child = spawn(program, words, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    say: (line) => child.stdin.write(`${line}\n`),
    hear: async () => (await lines.next()).value,
    end: () => child.stdin.end(),
  };
}

const world = talk(process.env.WORLD);
const { https } = JSON.parse(await world.hear());
const der = await new Promise((resolve, reject) => {
  // Only the bytes are wanted: the demo's root is nobody's.
  const socket = connect({ host: "127.0.0.1", port: https, servername: HOST, rejectUnauthorized: false }, () => {
    resolve(socket.getPeerCertificate().raw);
    socket.destroy();
  });
  socket.once("error", reject);
});
world.end();

const evidence = {
  at: Date.now(),
  page: { url: `https://${HOST}/` },
  connection: { state: { seen: "secure" }, error: "absent", certificates: { seen: [{ der: der.toString("base64") }] } },
  frames: [{ frameId: 0, url: `https://${HOST}/` }],
};

const core = await import(pathToFileURL(join(process.env.CORE, "trust_indicator.js")).href);
core.initSync({ module: readFileSync(join(process.env.CORE, "trust_indicator_bg.wasm")) });
const judged = core.assess(evidence);
if (!JSON.stringify(judged.certificate).includes(HOST)) throw new Error("the core did not read the certificate");

const bytes = new Uint8Array(der);
const read = () => Certificate.fromBER(bytes).subject.typesAndValues.length;
if (!fromBER(bytes).result || !read()) throw new Error("PKI.js did not read the certificate");

const native = talk(process.env.NATIVE, "bench", "native");
native.say(JSON.stringify(evidence));

/** Nanoseconds for so many times. */
const here = (work) => async (times) => {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) work();
  return Number(process.hrtime.bigint() - start);
};
const racers = {
  wasm: { run: here(() => core.assess(evidence)) },
  native: {
    run: async (times) => {
      native.say(times);
      return Number(await native.hear());
    },
  },
  "PKI.js": { run: here(read) },
};

for (const racer of Object.values(racers)) {
  await racer.run(20);
  racer.times = Math.max(1, Math.round((AIM_NANOSECONDS / (await racer.run(20))) * 20));
  racer.each = [];
}
for (let round = 0; round < ROUNDS; round++) {
  for (const racer of Object.values(racers)) racer.each.push((await racer.run(racer.times)) / racer.times);
}
native.end();

/** Nanoseconds that all of them took, in each round. */
async function inRounds(all) {
  const judge = here(() => all.forEach((evidence) => core.assess(evidence)));
  const taken = [];
  for (let round = 0; round < ROUNDS; round++) taken.push(await judge(1));
  return taken;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const wasm = median(racers.wasm.each);
console.log(`one certificate of ${der.length} bytes (${ROUNDS} rounds in turns, median)`);
for (const [name, { each }] of Object.entries(racers)) {
  const time = median(each);
  console.log(`  ${name.padEnd(8)} ${(time / 1000).toFixed(1).padStart(8)} µs   ${(time / wasm).toFixed(2).padStart(6)} × wasm`);
}
console.log("  wasm and native read, judge and describe; PKI.js only reads");

/** Hosts of every kind: plain, deep, hyphenated, near a known name, on a platform, and one too long to exist. */
const words = ["shop", "paypal", "paypa1", "login", "garden", "microsfot", "amazon", "xn--pypal-4ve", "verify", "k3x9"];
const endings = ["com", "co.uk", "top", "github.io", "de", "xyz"];
const hosts = Array.from({ length: 2000 }, (_, i) => {
  const word = (n) => words[(i * 7 + n * 3 + ((i / 10) | 0)) % words.length];
  const label = i % 3 ? `${word(1)}${i % 2 ? "-" : ""}${word(2)}${i}` : `${word(1)}${i}`;
  return `${i % 4 ? `${word(3)}.` : ""}${label}.${endings[i % endings.length]}`;
});
hosts.push(`${"paypal-".repeat(280)}.com`);
const addresses = hosts.map((host) => ({ at: 0, page: { url: `https://${host}/` } }));
const address = median(await inRounds(addresses)) / addresses.length;
console.log(`one address in WebAssembly, with its whole report: ${(address / 1000).toFixed(1)} µs`);
console.log(`  ${Math.round(1e9 / address)} hosts a second`);

/** A shop's checkout: every field is read by what it says. */
const says = [
  ["Email address", "email"], ["First name", "first_name"], ["Last name", "last_name"], ["Company (optional)", "company"],
  ["Address", "address1"], ["Apartment, suite, etc.", "address2"], ["City", "city"], ["Postal code", "zip"],
  ["Phone number", "phone"], ["Card number", "number"], ["Name on card", "holder"], ["Expiration date (MM / YY)", "until"],
  ["Security code", "code"], ["Discount code or gift card", "discount"], ["Email me with news and offers", "news"],
  ["Search our shop", "q"],
];
const fields = says.map(([label, name], index) => ({ index, form: 0, tag: "input", type: "text", label, name, id: name, visible: true }));
const forms = [{ index: 0, action: "/pay", resolved: `https://${HOST}/pay`, method: "post", buttons: [{ text: "Pay now" }] }];
const url = `https://${HOST}/checkout`;
const checkout = { at: 0, page: { url }, frames: [{ id: 0, parent: -1, url, looked: true, fields, forms }] };
if (!JSON.stringify(core.assess(checkout).receivers).includes("card_number")) throw new Error("the core did not read the checkout");
const each = median(await inRounds(Array(20).fill(checkout))) / 20;
console.log(`one checkout of ${fields.length} fields in WebAssembly: ${(each / 1e6).toFixed(1)} ms`);
