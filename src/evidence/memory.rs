//! What the person chose, and what earlier visits left.

use serde::Serialize;

use super::value::record;

/// What earlier visits left, and what the person told us. In private windows only what began in them, and the errors
/// gone past.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Memory {
    /// Of which the person said "I know this site", by registrable domain: those that the host is, or is under.
    pub known_sites: Vec<String>,
    /// The person muted warnings for this local host until the browser closes.
    pub muted: bool,
    /// Of the hosts in this tab those whose certificate error the person went past, where the browser tells no more.
    pub overridden: Vec<String>,
    /// Leaf certificate of an earlier visit to a site that the person knows, DER in base64.
    pub earlier_certificate: Option<String>,
    /// What the last certificate of the earlier visit's whole chain is called (common name, else unit, else
    /// organisation).
    pub earlier_root: Option<String>,
    /// Programs of which was already told that they look into lines, by name.
    pub told_interceptors: Vec<String>,
    /// The two ways to see a certificate in this browser were shown before.
    pub told_certificate_ways: bool,
}

record! {
    Memory:
    "knownSites" known_sites, "muted" muted, "overridden" overridden, "earlierCertificate" earlier_certificate,
    "earlierRoot" earlier_root, "toldInterceptors" told_interceptors,
    "toldCertificateWays" told_certificate_ways,
}
