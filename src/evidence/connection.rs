//! How the page's bytes came here: the line, its certificates, and what was loaded or asked for over others.

use serde::Serialize;

use super::Known;
use super::value::{choice, record};

/// How the top document came over the line, as far as the browser tells.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Connection {
    /// What the browser's API calls the connection's state.
    pub state: Known<SecurityState>,
    /// The certificate error that came before this load: absent when the load was watched and none came.
    pub error: Known<CertificateError>,
    /// Leaf first, then as the browser orders the chain.
    pub certificates: Known<Vec<CertificateBytes>>,
    /// Whether `certificates` holds the whole verified chain, or the leaf alone.
    pub whole_chain: bool,
    /// These values come from a connection made afterwards for looking, not from the page's own.
    pub fresh: bool,

    /// "TLSv1.3", "TLSv1.2", … in the browser's own spelling.
    pub protocol: Known<String>,
    pub cipher_suite: Known<String>,
    /// Named group of the key exchange.
    pub group: Known<String>,
    pub signature_scheme: Known<String>,
    pub hsts: Known<bool>,
    pub encrypted_client_hello: Known<bool>,
    pub delegated_credentials: Known<bool>,
    pub private_dns: Known<bool>,
    pub ocsp: Known<bool>,
    /// The browser's own word for its certificate transparency check.
    pub transparency: Known<String>,

    /// HTTP authentication that the server asked for in this tab.
    pub authentications: Vec<HttpAuthentication>,
    /// Parts of the page that came over http.
    pub insecure_loads: Vec<InsecureLoad>,
}

record! {
    Connection:
    "state" state, "error" error, "certificates" certificates, "wholeChain" whole_chain, "fresh" fresh,
    "protocol" protocol, "cipherSuite" cipher_suite, "group" group, "signatureScheme" signature_scheme,
    "hsts" hsts, "encryptedClientHello" encrypted_client_hello,
    "delegatedCredentials" delegated_credentials, "privateDns" private_dns, "ocsp" ocsp,
    "transparency" transparency, "authentications" authentications, "insecureLoads" insecure_loads,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum SecurityState {
    Secure,
    Weak,
    Broken,
    Insecure,
}

choice!(SecurityState: "secure" Secure, "weak" Weak, "broken" Broken, "insecure" Insecure);

/// Why the browser warned about the certificate before the person went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum CertificateError {
    /// Expired or not yet valid.
    Date,
    /// Issued for another name.
    Name,
    /// Self-signed or from an issuer the browser does not know.
    Trust,
    /// Revoked.
    Revoked,
    /// A weak key or signature.
    Weak,
    /// There was one; the browser did not say which.
    Other,
}

choice! {
    CertificateError:
    "date" Date, "name" Name, "trust" Trust, "revoked" Revoked, "weak" Weak, "other" Other,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CertificateBytes {
    /// DER in base64.
    pub der: String,
    /// Whether the browser says that this root came with it (Firefox only).
    pub built_in_root: Known<bool>,
}

record!(CertificateBytes: "der" der, "builtInRoot" built_in_root);

/// One challenge seen by `onAuthRequired`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct HttpAuthentication {
    pub url: String,
    /// "basic", "digest", …
    pub scheme: String,
    /// A proxy asked, not the site.
    pub proxy: bool,
}

record!(HttpAuthentication: "url" url, "scheme" scheme, "proxy" proxy);

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct InsecureLoad {
    /// The webRequest resource type: "image", "script", "sub_frame", …
    pub kind: String,
    /// With its port, where it is not the scheme's own.
    pub host: String,
}

record!(InsecureLoad: "kind" kind, "host" host);
