//! DER → what the certificate says, and what is wrong with it. The only room that reads X.509, and the only
//! one that names x509-parser.

pub mod base64;
mod changed;
mod der;
mod describe;
mod extension;
mod faults;
mod identity;
pub mod issuer;
mod key;
mod logs;
pub mod names;
mod notable;
mod parse;
mod roots;
mod sha1;
mod view;

pub use der::date;
pub use extension::Contents;
pub use identity::browser;
pub use parse::Certificate;
pub use view::{CertificateView, Days, Fact, FactGroup, FaultView, Link, Role, Shown, Validation};

use serde::Serialize;

use crate::address::{self, Reach};
use crate::evidence::{CertificateError, Evidence, Known, Load, SecurityState};
use crate::finding::{Finding, Id};

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
    let leaf = chain.first().map(|leaf| Leaf::of(leaf, evidence, &chain));
    let findings = identity::judge(evidence, &bytes, &chain, leaf.as_ref());
    let view = describe::view(evidence, &bytes, &chain, leaf.as_ref(), &findings);
    let issuer_family = leaf.and_then(|leaf| issuer::family(leaf.certificate));
    Judgement { findings, view, issuer_family }
}

/// The site's own certificate, read to the end.
pub struct Leaf<'c, 'a> {
    pub certificate: &'c Certificate<'a>,
    pub contents: Contents<'a>,
    /// Which rules it does not keep.
    faults: Vec<faults::Fault>,
}

impl<'c, 'a> Leaf<'c, 'a> {
    /// The rules of public authorities bind public authorities only: below a root that somebody added to this device,
    /// and for a name of one's own network, weak keys and signatures are all that counts.
    fn of(certificate: &'c Certificate<'a>, evidence: &Evidence, chain: &[Certificate<'_>]) -> Self {
        let contents = Contents::of(certificate);
        let private = certificate.self_issued()
            || is_private(evidence, chain)
            || address::reach(evidence.page.host()) != Reach::Everywhere;
        let mut faults = faults::examine(certificate, &contents);
        faults.extend(faults::of_a_site(&contents));
        let logged = is_logged(evidence);
        faults.retain(|fault| match fault.finding {
            Id::CertificateWeakKey | Id::CertificateWeakSignature => true,
            // The browser counts as well what the server tells of public logs beside the certificate.
            Id::CertificateCt => !private && !logged,
            _ => !private,
        });
        // The walk up to the root is the same for everybody.
        faults.extend(faults::path::examine(chain));
        Leaf { certificate, contents, faults }
    }
}

/// Whether the chain ends at a root that somebody added to this device.
fn is_private(evidence: &Evidence, chain: &[Certificate<'_>]) -> bool {
    let shown = evidence.connection.certificates.seen().map(Vec::as_slice).unwrap_or_default();
    evidence.connection.whole_chain
        && chain.len() > 1
        && shown.last().is_some_and(|root| root.built_in_root == Known::Seen(false))
}

/// The bytes that the browser showed; what is not base64 becomes no bytes at all, which do not parse.
fn shown(evidence: &Evidence) -> Vec<Vec<u8>> {
    let certificates = evidence.connection.certificates.seen().map(Vec::as_slice).unwrap_or_default();
    certificates.iter().map(|one| base64::decode(&one.der).unwrap_or_default()).collect()
}

/// What one certificate says and which rules it does not keep, whatever any browser thinks of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Examination {
    pub names: Vec<String>,
    /// Milliseconds since 1970-01-01 UTC.
    pub not_before: i64,
    pub not_after: i64,
    /// Every kind of check that it claims: DV, OV, IV, EV, QWAC, PSD2.
    pub labels: Vec<&'static str>,
    pub self_signed: bool,
    pub authority: bool,
    pub issuer_family: Option<String>,
    pub faults: Vec<FaultView>,
}

/// Examines one certificate; none where the bytes are no certificate.
pub fn examine(der: &[u8]) -> Option<Examination> {
    let certificate = Certificate::read(der)?;
    let contents = Contents::of(&certificate);
    let faults = faults::examine(&certificate, &contents);
    Some(Examination {
        names: contents.dns_names().map(|name| String::from_utf8_lossy(name).into_owned()).collect(),
        not_before: certificate.not_before.milliseconds(),
        not_after: certificate.not_after.milliseconds(),
        labels: describe::labels(&contents),
        self_signed: certificate.self_issued(),
        authority: contents.is_authority(),
        issuer_family: issuer::family(&certificate),
        faults: faults.into_iter().map(FaultView::from).collect(),
    })
}

/// How the table of roots knows a certificate, and what it is called; none where the bytes are none.
pub fn root(der: &[u8]) -> Option<(String, String)> {
    let certificate = Certificate::read(der)?;
    Some((roots::digest(certificate.subject.whole, certificate.key_info), certificate.subject.called()))
}

/// Milliseconds since 1970-01-01 of a moment in RFC 3339 (`2026-11-24T02:00:00Z`) or of a day alone.
pub fn moment(text: &str) -> Option<i64> {
    let whole = if text.len() == 10 { format!("{text}T00:00:00Z") } else { text.to_owned() };
    let (clock, zone) = whole.split_at_checked(19)?;
    let shape = clock.replace(|letter: char| letter.is_ascii_digit(), "0");
    if shape != "0000-00-00T00:00:00" || zone.is_empty() {
        return None;
    }
    // As certificates write it: without the marks between the numbers.
    let written = clock.replace(['-', 'T', ':'], "") + &zone.replace(':', "");
    let value = der::Value { tag: der::GENERALIZED_TIME, content: written.as_bytes(), whole: &[] };
    der::Time::read(value).map(|time| time.milliseconds())
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

/// Whether enough public logs have seen it, as the browser says.
pub fn is_logged(evidence: &Evidence) -> bool {
    let said = evidence.connection.transparency.seen();
    said.is_some_and(|said| matches!(said.as_str(), "policy_compliant" | "compliant"))
}

/// Whether the person went past a certificate error.
pub fn overridden(evidence: &Evidence) -> bool {
    let connection = &evidence.connection;
    evidence.page.scheme() == "https"
        && !matches!(evidence.page.load, Load::Failed | Load::Closed)
        && (matches!(connection.error, Known::Seen(_))
            || connection.state == Known::Seen(SecurityState::Broken))
}

/// Who can reach the page behind a certificate error. No public issuer signs the names of one's own device and
/// network, so an error says nothing there; that a certificate was taken back says the same everywhere.
pub fn error_reach(evidence: &Evidence) -> Reach {
    match evidence.connection.error {
        Known::Seen(CertificateError::Revoked) => Reach::Everywhere,
        _ => address::reach(evidence.page.host()),
    }
}

#[cfg(test)]
mod tests;
