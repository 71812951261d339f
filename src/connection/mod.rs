//! Is the line private? Protocol, cipher, key exchange, overridden errors, mixed content, HTTP sign-in.

mod describe;
mod quality;
mod view;
mod words;

pub use view::{By, ConnectionView, Line, Part, Step};

use crate::address::{self, Reach};
use crate::certificate;
use crate::evidence::{CertificateError, Evidence, Load, host_of};
use crate::finding::{Finding, Id};

/// What the connection room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    pub view: ConnectionView,
}

pub fn judge(evidence: &Evidence, certificate: &certificate::Judgement) -> Judgement {
    let mut findings = line(evidence);
    if findings.iter().any(|finding| matches!(finding.id, Id::LineEncrypted | Id::LineErrorOverridden)) {
        findings.extend(quality::of_line(evidence));
        findings.extend(quality::mixed(evidence));
    }
    findings.extend(quality::sign_ins(evidence));
    let view = describe::view(evidence, certificate, &findings);
    Judgement { findings, view }
}

/// How the page came here.
fn line(evidence: &Evidence) -> Vec<Finding> {
    let host = evidence.page.host();
    let id = match evidence.page.load {
        Load::Closed => Id::LinePageClosed,
        Load::Failed => Id::LineLoadFailed,
        Load::Watched | Load::NotWatched => match evidence.page.scheme() {
            "https" if certificate::overridden(evidence) => match certificate::error_reach(evidence) {
                Reach::Device => return open(host),
                Reach::Network => Id::LineLocalNetwork,
                Reach::Everywhere => return vec![overridden(evidence, host)],
            },
            "https" if certificate::vouched(evidence) => Id::LineEncrypted,
            "https" => Id::LineNotWatched,
            "http" => return open(host),
            _ if address::owner_address(evidence).starts_with("http:") => {
                return open(host_of(address::owner_address(evidence)));
            }
            _ => Id::LinePageClosed,
        },
    };
    vec![Finding::new(id).host(host)]
}

/// A page over http: anyone on the way can read it, and nothing proves whose it is.
fn open(host: &str) -> Vec<Finding> {
    let (line, identity) = match address::reach(host) {
        Reach::Device => (Id::LineLocal, Id::IdentityThisDevice),
        Reach::Network => (Id::LineLocalNetwork, Id::IdentityUnproven),
        Reach::Everywhere => (Id::LineNotEncrypted, Id::IdentityUnproven),
    };
    vec![Finding::new(line).host(host), Finding::new(identity).host(host)]
}

fn overridden(evidence: &Evidence, host: &str) -> Finding {
    let why = match evidence.connection.error.seen() {
        Some(CertificateError::Date) => "certificate_error_date",
        Some(CertificateError::Name) => "certificate_error_name",
        Some(CertificateError::Trust) => "certificate_error_trust",
        Some(CertificateError::Revoked) => "certificate_error_revoked",
        Some(CertificateError::Weak) => "certificate_error_weak",
        Some(CertificateError::Other) | None => "certificate_error_other",
    };
    Finding::new(Id::LineErrorOverridden).host(host).key(why)
}
