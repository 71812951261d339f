//! DER → what the certificate says, and what is wrong with it. The only room that reads X.509.

#![allow(dead_code)]

pub mod base64;
mod der;
mod describe;
mod extension;
mod faults;
mod identity;
mod issuer;
mod key;
pub mod names;
mod parse;
mod view;

pub use der::{date, days};
pub use extension::Contents;
pub use parse::Certificate;
pub use view::{CertificateView, Days, Fact, FactGroup, FaultView, Link, Role, Shown, Validation};

use crate::evidence::{Evidence, Known, Load, SecurityState};
use crate::finding::Finding;

/// What the certificate room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    pub view: CertificateView,
    /// The CA family that issued the leaf ("digicert", "sectigo", …), where known.
    pub issuer_family: Option<String>,
}

pub fn judge(evidence: &Evidence) -> Judgement {
    let bytes = shown(evidence);
    let chain: Vec<Certificate<'_>> = bytes.iter().map_while(|der| Certificate::read(der)).collect();
    let leaf = chain.first().map(|leaf| Leaf { certificate: leaf, contents: Contents::of(leaf) });
    let findings = identity::judge(evidence, &bytes, &chain, leaf.as_ref());
    let view = describe::view(evidence, &bytes, &chain, leaf.as_ref(), &findings);
    let issuer_family = leaf.and_then(|leaf| issuer::family(leaf.certificate));
    Judgement { findings, view, issuer_family }
}

/// The site's own certificate, read to the end.
pub struct Leaf<'c, 'a> {
    pub certificate: &'c Certificate<'a>,
    pub contents: Contents<'a>,
}

/// The bytes that the browser showed; what is not base64 becomes no bytes at all, which do not parse.
fn shown(evidence: &Evidence) -> Vec<Vec<u8>> {
    let certificates = evidence.connection.certificates.seen().map(Vec::as_slice).unwrap_or_default();
    certificates.iter().map(|one| base64::decode(&one.der).unwrap_or_default()).collect()
}

/// Whether the browser itself vouches for the connection of this page: loaded over https under our eyes,
/// and no certificate error came before. Firefox calls an overridden error "secure"; `error` is what counts.
pub fn vouched(evidence: &Evidence) -> bool {
    let connection = &evidence.connection;
    let state = connection.state.seen();
    evidence.page.scheme() == "https"
        && connection.error.is_absent()
        && !matches!(state, Some(SecurityState::Broken | SecurityState::Insecure))
        && match evidence.page.load {
            Load::Watched => true,
            // The values of another connection say nothing about this page's.
            Load::NotWatched => !connection.fresh && state == Some(&SecurityState::Secure),
            Load::Failed | Load::Closed => false,
        }
}

/// Whether the person went past a certificate error.
pub fn overridden(evidence: &Evidence) -> bool {
    let connection = &evidence.connection;
    evidence.page.scheme() == "https"
        && !matches!(evidence.page.load, Load::Failed | Load::Closed)
        && (matches!(connection.error, Known::Seen(_))
            || connection.state == Known::Seen(SecurityState::Broken))
}

#[cfg(test)]
mod tests;
