//! The certificate panel: messages and plain facts, ready to be painted.

use serde::Serialize;

use crate::finding::{Argument, Id, Message};

/// The certificate panel. Everything has its place also where there is no certificate: `brief` and
/// `sentence` always speak; the rest is empty where nothing was shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CertificateView {
    pub shown: Shown,
    /// The answer in brief, on the closed row.
    pub brief: Message,
    /// Who checked what for whom, in one sentence.
    pub sentence: Message,
    /// What kind of check the issuer claims to have made.
    pub level: Option<Validation>,
    /// What was checked for that, in one or two sentences.
    pub level_explained: Option<Message>,
    /// "It says" and "It does not say": always both, or both empty.
    pub says: Vec<Message>,
    pub does_not_say: Vec<Message>,
    /// Where the browser shows it to people but not to extensions: the steps to see it.
    pub ways: Vec<Message>,
    /// Small print: what could not be seen, or that it comes from a connection made for looking.
    pub asides: Vec<Message>,
    pub days: Option<Days>,
    /// From the root down to the site.
    pub chain: Vec<Link>,
    /// "All the details".
    pub facts: Vec<FactGroup>,
    /// What is not as the rules want it, for the site's owner and the curious.
    pub faults: Vec<FaultView>,
    /// Every certificate that was shown, leaf first, to copy or save; empty where there is none.
    pub pem: String,
    /// How a site gets a certificate: for the owner's section where this site needs one.
    pub get_one: Vec<Message>,
}

/// What we were shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Shown {
    /// Nobody told us whether there is one.
    #[default]
    Unknown,
    /// This page came without one.
    None,
    /// There is one; the browser keeps it to itself.
    Hidden,
    /// Bytes that are no certificate.
    Unreadable,
    /// The site's own certificate alone.
    Leaf,
    /// The site's certificate and all that vouch for it.
    Chain,
}

/// The kind of check before issuing, as the certificate's policies claim it. No rank of honesty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Validation {
    /// DV: control over the name.
    Domain,
    /// OV: an organisation.
    Organization,
    /// IV: a person.
    Individual,
    /// EV: an organisation, by the stricter guidelines.
    Extended,
    /// QWAC: an organisation or person, under the European rules.
    Qualified,
}

/// The days it covers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Days {
    /// Milliseconds since 1970-01-01 UTC.
    pub start: i64,
    pub end: i64,
    /// Where today stands between them, in percent, 0 to 100.
    pub percent: u32,
    /// "Today · 42 days left", "Ended on …", "Begins on …".
    pub label: Message,
}

/// One certificate of the chain.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Link {
    /// Its name: a host for the site, otherwise what its owner calls it. Empty where it is missing.
    pub who: Argument,
    /// "On your browser’s own list", "Signed by …", "This site, signed by …".
    pub says: Message,
    pub role: Role,
    /// SHA-256 of the certificate, hexadecimal; empty where it is missing.
    pub sha256: String,
    /// All its details; the site's own stand beside the chain.
    pub facts: Vec<FactGroup>,
    /// Something about it is weak: its ring is dashed.
    pub weak: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Role {
    /// A root that is on the list of this browser or of a named program.
    PublicRoot,
    /// A root that somebody added to this device.
    PrivateRoot,
    /// A root of which we cannot tell.
    UnknownRoot,
    Intermediate,
    Site,
    /// The browser did not show what comes above.
    Missing,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FactGroup {
    pub title: Message,
    pub facts: Vec<Fact>,
}

/// One line of "All the details".
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Fact {
    pub label: Message,
    /// One or more values; lists are cut after 100.
    pub values: Vec<Argument>,
    /// How many more values there are.
    pub more: u32,
    /// Set in the fixed-width face, and with a button that copies it.
    pub code: bool,
}

/// One rule that the certificate does not keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FaultView {
    pub finding: Id,
    /// The rule's name among people who check certificates (zlint's, where it has one); not translated.
    pub rule: String,
    /// The standard and its section.
    pub source: String,
}

impl From<super::faults::Fault> for FaultView {
    fn from(fault: super::faults::Fault) -> FaultView {
        FaultView { finding: fault.finding, rule: fault.rule.to_owned(), source: fault.source.to_owned() }
    }
}
