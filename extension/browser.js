/**
 * The one door to the browser's API. Both browsers answer with promises here; the few names that only
 * one of them has are reached through the functions below.
 */

/** @type {typeof chrome} */
export const browser = Reflect.get(globalThis, "browser") ?? globalThis.chrome;

/** Firefox tells of a connection by a call, Chromium (where its flag is on) inside the event. */
export const getSecurityInfo =
  /** @type {undefined | ((request: string, options: object) => Promise<SecurityInfo>)} */ (
    Reflect.get(browser.webRequest ?? {}, "getSecurityInfo")?.bind(browser.webRequest)
  );

/**
 * What Firefox tells of a connection, as far as it is read here.
 * @typedef {object} SecurityInfo
 * @property {"secure" | "weak" | "broken" | "insecure"} state
 * @property {string} [overridableErrorCategory]
 * @property {{ rawDER: number[], isBuiltInRoot?: boolean }[]} [certificates]
 * @property {string} [protocolVersion]
 * @property {string} [cipherSuite]
 * @property {string} [keaGroupName]
 * @property {string} [signatureSchemeName]
 * @property {boolean} [hsts]
 * @property {boolean} [usedEch]
 * @property {boolean} [usedDelegatedCredentials]
 * @property {boolean} [usedPrivateDns]
 * @property {boolean} [usedOcsp]
 * @property {string} [certificateTransparencyStatus]
 */

/** Chromium's brands, the particular ones first, and what people call them. */
const BRANDS = [
  ["Microsoft Edge", "Edge"],
  ["Opera", "Opera"],
  ["Vivaldi", "Vivaldi"],
  ["Brave", "Brave"],
  ["Google Chrome", "Chrome"],
  ["Chromium", "Chromium"],
];

/**
 * The browser that observes.
 * @returns {Promise<{ family: "chromium" | "firefox", name: string, version: number }>}
 */
export async function thisBrowser() {
  const info = /** @type {undefined | (() => Promise<{ name: string, version: string }>)} */ (
    Reflect.get(browser.runtime, "getBrowserInfo")
  );
  if (info) {
    const { name, version } = await info.call(browser.runtime);
    return { family: "firefox", name, version: Number.parseInt(version, 10) || 0 };
  }
  /** @type {{ brand: string, version: string }[]} */
  const brands = Reflect.get(navigator, "userAgentData")?.brands ?? [];
  for (const [brand, name = "Chromium"] of BRANDS) {
    const found = brands.find((known) => known.brand === brand);
    if (found) return { family: "chromium", name, version: Number.parseInt(found.version, 10) || 0 };
  }
  return { family: "chromium", name: "Chromium", version: 0 };
}
