//! Whose site is this? Host → parts → what it resembles.

mod fingerprint;
pub mod host;
mod letters;
pub mod names;
mod parts;
mod punycode;
pub mod resemblance;
pub mod score;
pub mod skeleton;
pub mod suffix;
mod suspicion;

use serde::Serialize;

use crate::evidence::Evidence;
use crate::finding::{Finding, Id, Message};
use crate::report::Twin;
use host::{Kind, Reach};

pub use parts::Parts;
pub use suspicion::{Suspicion, suspicion, unguarded};

/// What the address room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    pub view: AddressView,
    /// The known name that the host is mistaken for.
    pub twin: Option<Twin>,
    /// Loopback, private ranges, `.local`, `.home.arpa`, single labels.
    pub local: bool,
}

/// The address as the person should read it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct AddressView {
    pub scheme: String,
    /// The whole host as shown: Unicode where safe, else punycode.
    pub host: String,
    /// What stands before the registrable domain, with its dot.
    pub before: String,
    /// The registrable domain: the part somebody owns.
    pub registrable: String,
    /// Port where unusual, with its colon.
    pub port: String,
    /// Path without query.
    pub path: String,
    pub unicode: String,
    pub punycode: String,
    /// Who chose the name, where that is not its owner alone ("anyone can open a page under …").
    pub chosen_by: Option<Message>,
}

/// Judges the address of the top document.
pub fn judge(evidence: &Evidence) -> Judgement {
    let parts = Parts::of(&evidence.page.url);
    let mut findings = Vec::new();
    let local = parts.reach() != Reach::Everywhere && !parts.host.is_empty();
    if let (Kind::Number(_), false) = (parts.kind(), local) {
        findings.push(Finding::new(Id::AddressIsNumber).host(&parts.host));
    }
    Judgement { findings, view: view(&parts), twin: None, local }
}

/// An address taken apart.
pub fn parts(url: &str) -> Parts {
    Parts::of(url)
}

/// The part of a host that somebody owns: `shop.github.io` of `www.shop.github.io`, a number as it is.
pub fn registrable(host: &str) -> &str {
    let host = host.strip_suffix('.').unwrap_or(host);
    match host::kind(host) {
        Kind::Name => suffix::registrable(host),
        Kind::Number(_) => host,
    }
}

/// Whether two hosts belong to one owner by their registrable domain.
pub fn same_site(a: &str, b: &str) -> bool {
    !a.is_empty() && registrable(a).eq_ignore_ascii_case(registrable(b))
}

fn view(parts: &Parts) -> AddressView {
    let registrable = parts.registrable();
    AddressView {
        scheme: parts.scheme.clone(),
        host: parts.host.clone(),
        before: parts.before().to_owned(),
        registrable: registrable.to_owned(),
        port: parts.port.map(|port| format!(":{port}")).unwrap_or_default(),
        path: parts.path.clone(),
        unicode: punycode::to_unicode(&parts.host),
        punycode: parts.host.clone(),
        chosen_by: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_its_registrable_domain() {
        assert!(same_site("www.shop.example", "pay.shop.example."));
        assert!(!same_site("a.github.io", "b.github.io"));
        assert!(!same_site("10.0.0.1", "10.0.0.2"));
        assert!(!same_site("", ""));
    }
}
