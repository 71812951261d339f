/** Whether a page had the browser ask for everything by https, forms too, whatever the addresses in it say. */

import { runIn } from "./patience.js";

/** Milliseconds: it is asked once, and a page that is too busy to answer cannot show a warning either. */
const PATIENCE = 5000;

/** CSP `upgrade-insecure-requests`. */
const DIRECTIVE = /(^|[;,])\s*upgrade-insecure-requests\s*([;,]|$)/i;

/**
 * In the head of its response.
 * @param {{ name: string, value?: string }[]} [headers]
 */
export const upgradesIn = (headers = []) =>
  headers.some(({ name, value = "" }) => name.toLowerCase() === "content-security-policy" && DIRECTIVE.test(value));

/**
 * In the page; asked where one of its forms names an address that begins with http.
 * @param {number} tab
 * @param {string} document
 */
export async function upgradesItself(tab, document) {
  const target = { tabId: tab, documentIds: [document] };
  const [answer] = await runIn({ target, func: policies }, PATIENCE).catch(() => []);
  return (answer?.result ?? []).some((policy) => DIRECTIVE.test(policy));
}

/** Runs in the page, beside its scripts. @returns {string[]} */
const policies = () =>
  [...document.querySelectorAll("head > meta[http-equiv='content-security-policy' i]")]
    .map((meta) => meta.getAttribute("content")?.slice(0, 10_000) ?? "");
