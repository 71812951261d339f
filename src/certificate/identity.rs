//! Whose site is this? What the certificate proves to this browser, here and now.

use super::faults;
use super::key::{Key, hash_of};
use super::names::{self, Host};
use super::parse::{Certificate, ORGANIZATION};
use super::{Leaf, error_reach, issuer, notable, overridden, vouched};
use crate::address::Reach;
use crate::evidence::{CertificateError, Evidence, Known, Load, SecurityState};
use crate::finding::{Finding, Id, Level};

/// The findings on identity.
pub fn judge(
    evidence: &Evidence,
    bytes: &[Vec<u8>],
    chain: &[Certificate<'_>],
    leaf: Option<&Leaf<'_, '_>>,
) -> Vec<Finding> {
    let host = evidence.page.host();
    // Over http nothing is proven: the connection room says so.
    if evidence.page.scheme() != "https" || matches!(evidence.page.load, Load::Failed | Load::Closed) {
        return Vec::new();
    }

    let mut findings = Vec::new();
    if let Some(leaf) = leaf {
        findings.extend(proof(evidence, leaf, host));
        findings.extend(firm(evidence, leaf));
        findings.extend(broken_rules(leaf));
        if vouched(evidence) {
            findings.extend(notable::judge(evidence, leaf, chain));
        }
    } else if !bytes.is_empty() {
        findings.push(Finding::new(Id::CertificateUnreadable));
    } else if vouched(evidence) {
        findings.push(Finding::new(Id::BrowserCheckedName).text(browser(evidence)).host(host));
    }
    if overridden(evidence) {
        findings.extend(cause(evidence, leaf, host, &findings));
        let most = match error_reach(evidence) {
            Reach::Device => Level::Info,
            Reach::Network => Level::Caution,
            Reach::Everywhere => Level::Danger,
        };
        for finding in &mut findings {
            finding.level = finding.level.min(most);
        }
    }
    findings
}

/// What the certificate itself says about this name and this day.
fn proof(evidence: &Evidence, leaf: &Leaf<'_, '_>, host: &str) -> Vec<Finding> {
    let certificate = leaf.certificate;
    let mut findings = Vec::new();
    let matches = Host::read(host).is_some_and(|host| names::matches(&leaf.contents, &host));
    let end = certificate.not_after.milliseconds();
    if evidence.at > end + 999 {
        let id = if held(evidence) { Id::CertificateEnded } else { Id::CertificateExpired };
        findings.push(Finding::new(id).host(host).date(end));
    }
    if evidence.at < certificate.not_before.milliseconds() {
        findings.push(
            Finding::new(Id::CertificateNotYetValid).host(host).date(certificate.not_before.milliseconds()),
        );
    }
    if !matches {
        findings.push(Finding::new(Id::CertificateNameMismatch).host(host).host(first_name(leaf)));
    }
    // Accepted by the browser, a self-signed certificate is one that somebody installed.
    if certificate.self_issued() && !vouched(evidence) {
        findings.push(Finding::new(Id::CertificateSelfSigned).host(host));
    }
    if vouched(evidence) && findings.iter().all(|finding| finding.id == Id::CertificateEnded) {
        findings.push(Finding::new(Id::CertificateNameChecked).host(host).text(issuer::called(certificate)));
    }
    findings
}

/// Whether it held when the page came: a page may stay open, or lie in the cache, for longer than its
/// certificate lives. Only the browser's word on this very certificate tells.
fn held(evidence: &Evidence) -> bool {
    let connection = &evidence.connection;
    vouched(evidence) && !connection.fresh && connection.state == Known::Seen(SecurityState::Secure)
}

/// Which rules it does not keep, a finding for each kind. What a browser accepted is no alarm for who shops
/// there, unless it hurts: a key or a signature that others can break.
fn broken_rules(leaf: &Leaf<'_, '_>) -> Vec<Finding> {
    let certificate = leaf.certificate;
    let bits = Key::of(certificate).bits();
    let hash = hash_of(certificate.algorithm.oid);
    let mut findings: Vec<Finding> = Vec::new();
    for fault in &leaf.faults {
        let level = faults::harm(fault.rule, bits, hash, certificate.self_issued());
        match findings.iter_mut().find(|finding| finding.id == fault.finding) {
            Some(known) => known.level = known.level.max(level),
            None => {
                let mut finding = Finding::new(fault.finding).text(fault.source);
                finding.level = level;
                findings.push(finding);
            }
        }
    }
    findings
}

/// The first name that the certificate is for, for saying whose it is.
fn first_name(leaf: &Leaf<'_, '_>) -> String {
    let name = leaf.contents.dns_names().next().filter(|name| name.len() <= 253);
    let name = name.map(|name| String::from_utf8_lossy(name).into_owned());
    name.unwrap_or_else(|| leaf.certificate.subject.called())
}

/// Whether the certificate names a firm: worth telling, proves no honesty.
fn firm(evidence: &Evidence, leaf: &Leaf<'_, '_>) -> Option<Finding> {
    if !vouched(evidence) {
        return None;
    }
    Some(match leaf.certificate.subject.first(ORGANIZATION) {
        Some(firm) => Finding::new(Id::IdentityFirmNamed).text(issuer::called(leaf.certificate)).text(firm),
        None => Finding::new(Id::IdentityNoFirmNamed),
    })
}

/// The cause of the browser's warning, as the browser told it, unless our own look found it already.
fn cause(evidence: &Evidence, leaf: Option<&Leaf<'_, '_>>, host: &str, found: &[Finding]) -> Option<Finding> {
    let has = |id| found.iter().any(|finding| finding.id == id);
    let seen_before = [
        Id::CertificateExpired,
        Id::CertificateNotYetValid,
        Id::CertificateNameMismatch,
        Id::CertificateSelfSigned,
    ];
    let issued_by = || leaf.map_or_else(String::new, |leaf| issuer::called(leaf.certificate));
    let id = match evidence.connection.error.seen() {
        Some(CertificateError::Date) if has(Id::CertificateExpired) || has(Id::CertificateNotYetValid) => {
            return None;
        }
        Some(CertificateError::Name) if has(Id::CertificateNameMismatch) => return None,
        Some(CertificateError::Trust) if has(Id::CertificateSelfSigned) => return None,
        Some(CertificateError::Trust) => {
            return Some(Finding::new(Id::CertificateUnknownIssuer).host(host).text(issued_by()));
        }
        Some(CertificateError::Revoked) => Id::CertificateRevoked,
        _ if seen_before.into_iter().any(has) => return None,
        Some(CertificateError::Date) => Id::CertificateDateWrong,
        Some(CertificateError::Name) => Id::CertificateNameWrong,
        _ => Id::CertificateRefused,
    };
    Some(Finding::new(id).host(host))
}

/// The browser's name, for saying who checked.
pub fn browser(evidence: &Evidence) -> String {
    if evidence.browser.name.is_empty() { "Chrome".to_owned() } else { evidence.browser.name.clone() }
}
