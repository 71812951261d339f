//! What is different from an earlier visit and matters: the firm, who issued it, what was checked, the root.
//! A renewal or a new key passes in silence.

use super::describe::validation;
use super::parse::{Certificate, ORGANIZATION};
use super::view::Validation;
use super::{Contents, Leaf, base64, issuer};
use crate::evidence::Evidence;
use crate::finding::{Finding, Id};

pub fn judge(evidence: &Evidence, leaf: &Leaf<'_, '_>, chain: &[Certificate<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let bytes = evidence.memory.earlier_certificate.as_deref().and_then(base64::decode);
    if let Some(earlier) = bytes.as_deref().and_then(Certificate::read) {
        findings.extend(firm(&earlier, leaf.certificate));
        findings.extend(issued(&earlier, leaf.certificate));
        findings.extend(level(&Contents::of(&earlier), &leaf.contents));
    }
    // Another issuer has another root: that is said already.
    if !findings.iter().any(|finding| finding.id == Id::CertificateIssuerChanged) {
        findings.extend(root(evidence, chain));
    }
    findings
}

fn firm(earlier: &Certificate<'_>, now: &Certificate<'_>) -> Option<Finding> {
    let before = earlier.subject.first(ORGANIZATION)?;
    let now = now.subject.first(ORGANIZATION);
    (now.as_deref() != Some(before.as_str())).then(|| {
        Finding::new(Id::CertificateFirmChanged).text(before).text(now.unwrap_or_else(|| "–".to_owned()))
    })
}

fn issued(earlier: &Certificate<'_>, now: &Certificate<'_>) -> Option<Finding> {
    let (before, by) = (issuer::called(earlier), issuer::called(now));
    let same = before == by || issuer::family(earlier).is_some_and(|one| issuer::family(now) == Some(one));
    (!same).then(|| Finding::new(Id::CertificateIssuerChanged).text(before).text(by))
}

fn level(earlier: &Contents<'_>, now: &Contents<'_>) -> Option<Finding> {
    let (before, now) = (validation(earlier)?, validation(now)?);
    (before != now).then(|| Finding::new(Id::CertificateLevelChanged).key(called(before)).key(called(now)))
}

fn called(level: Validation) -> &'static str {
    match level {
        Validation::Domain => "level_domain",
        Validation::Organization => "level_organization",
        Validation::Individual => "level_individual",
        Validation::Extended => "level_extended",
        Validation::Qualified => "level_qualified",
    }
}

/// Only where the whole chain was shown, now as then.
fn root(evidence: &Evidence, chain: &[Certificate<'_>]) -> Option<Finding> {
    let before = evidence.memory.earlier_root.as_deref()?;
    let top = chain.last().filter(|_| evidence.connection.whole_chain && chain.len() > 1)?;
    let now = top.subject.called();
    (now != before).then(|| Finding::new(Id::CertificateRootChanged).text(before).text(now))
}
