/**
 * How a document's bytes came here: what each browser tells of it, in the words of `Evidence.connection`.
 *
 * Firefox answers `getSecurityInfo` inside a blocking listener. Chromium puts `securityInfo` into the
 * event, and only where its flag is on; without the flag nothing is told, which is never "insecure".
 */

import { getSecurityInfo } from "./browser.js";
import { plain, untold } from "./tabs.js";

/** @typedef {import("./core/trust_indicator.js").Connection} Connection */
/** @typedef {import("./core/trust_indicator.js").CertificateError} CertificateError */

/** Longest certificate that is handed on, in bytes; the largest honest one known has 10,000 names. */
const LONGEST_CERTIFICATE = 400_000;
const LONGEST_CHAIN = 12;

/** @template T @param {T | undefined | null} value @returns {{ seen: T } | "unknown"} */
export const known = (value) => (value === undefined || value === null || value === "" ? "unknown" : { seen: value });

/** Where a key was sent and not agreed on, Firefox names its group and signature "none". @param {string | undefined} name */
const used = (name) => (name === "none" ? undefined : name);

/**
 * Firefox: two calls, because the chain is empty where an error was overridden, and then only the call
 * without it returns the leaf.
 * @param {string} request
 * @returns {Promise<Connection>}
 */
export async function fromFirefox(request) {
  if (!getSecurityInfo) return untold();
  const info = await getSecurityInfo(request, { certificateChain: true, rawDER: true });
  if (info.state === "insecure") return plain();
  const chain = info.certificates ?? [];
  const leaf = chain.length ? [] : (await getSecurityInfo(request, { rawDER: true })).certificates ?? [];
  const certificates = chain.length ? chain : leaf;
  return {
    state: known(info.state),
    error: info.overridableErrorCategory ? { seen: firefoxError(info.overridableErrorCategory) } : "absent",
    certificates: certificates.length
      ? {
          seen: certificates.slice(0, LONGEST_CHAIN).map(({ rawDER, isBuiltInRoot }) => ({
            der: base64(Uint8Array.from(rawDER)),
            builtInRoot: known(isBuiltInRoot),
          })),
        }
      : "unknown",
    wholeChain: chain.length > 1,
    protocol: known(info.protocolVersion),
    cipherSuite: known(info.cipherSuite),
    group: known(used(info.keaGroupName)),
    signatureScheme: known(used(info.signatureSchemeName)),
    hsts: known(info.hsts),
    encryptedClientHello: known(info.usedEch),
    delegatedCredentials: known(info.usedDelegatedCredentials),
    privateDns: known(info.usedPrivateDns),
    ocsp: known(info.usedOcsp),
    transparency: known(info.certificateTransparencyStatus),
  };
}

/** @param {string} category @returns {CertificateError} */
function firefoxError(category) {
  switch (category) {
    case "expired_or_not_yet_valid":
      return "date";
    case "domain_mismatch":
      return "name";
    case "trust_error":
      return "trust";
    default:
      return "other";
  }
}

/**
 * Chromium with its flag on: the leaf alone, and whether the person went past an error.
 * @param {{ state: "secure" | "broken" | "insecure", certificates?: { rawDER?: ArrayBuffer }[] }} info
 * @returns {Connection}
 */
export function fromChromium(info) {
  if (info.state === "insecure") return plain();
  const certificates = (info.certificates ?? []).flatMap(({ rawDER }) =>
    rawDER ? [{ der: base64(new Uint8Array(rawDER)), builtInRoot: /** @type {const} */ ("unknown") }] : [],
  );
  return {
    state: known(info.state),
    // Which error it was comes from the one that was seen on this host before.
    error: info.state === "broken" ? { seen: "other" } : "absent",
    certificates: certificates.length ? { seen: certificates } : "unknown",
    wholeChain: false,
  };
}

/**
 * The certificate error in Chromium's own name; none for any other failure.
 * Firefox gives a sentence in the person's language here, which is not read.
 * @param {string} error
 * @returns {CertificateError | undefined}
 */
export function chromiumError(error) {
  if (!error.startsWith("net::ERR_CERT")) return undefined;
  switch (error.slice("net::ERR_CERT_".length)) {
    case "DATE_INVALID":
      return "date";
    case "COMMON_NAME_INVALID":
      return "name";
    case "AUTHORITY_INVALID":
      return "trust";
    case "REVOKED":
      return "revoked";
    case "WEAK_SIGNATURE_ALGORITHM":
    case "WEAK_KEY":
      return "weak";
    default:
      return "other";
  }
}

/** @param {Uint8Array} bytes @returns {string} Empty where there are too many. */
function base64(bytes) {
  if (bytes.length > LONGEST_CERTIFICATE) return "";
  let text = "";
  // In pieces: the arguments of one call have a limit.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}
