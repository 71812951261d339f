//! What is not as the rules want it: dated rules, each with its standard, over one certificate alone.
//!
//! A rule counts from the day it came into force, by the day the certificate begins. The names of the
//! rules are those of zlint, so that a site's owner and their issuer find the same thing.

mod authority;
mod keys;
mod large;
mod names;
pub mod path;
mod qualified;
mod reserved;
mod revocation;
mod structure;
mod subject;
mod validity;

pub use keys::harm;

use super::der;
use super::extension::{self, Contents, GeneralName, KeyUsage};
use super::key::Key;
use super::parse::{COMMON_NAME, Certificate};
use crate::finding::Id;

/// One rule that is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    pub finding: Id,
    pub rule: &'static str,
    pub source: &'static str,
}

/// Every fault of one certificate, judged as if a public authority had issued it.
pub fn examine(certificate: &Certificate<'_>, contents: &Contents<'_>) -> Vec<Fault> {
    let mut case = Case::new(certificate, contents);
    authority::check(&mut case);
    keys::check(&mut case);
    names::check(&mut case);
    qualified::check(&mut case);
    reserved::check(&mut case);
    revocation::check(&mut case);
    structure::check(&mut case);
    subject::check(&mut case);
    validity::check(&mut case);
    case.faults
}

/// What is no fault in itself, but in the certificate of a site.
pub fn of_a_site(contents: &Contents<'_>) -> Vec<Fault> {
    let server = [extension::SERVER_AUTH, extension::ANY_USAGE].iter().any(|oid| contents.has_usage(oid));
    let mut faults = Vec::new();
    if contents.extended_usage.is_some() && !server {
        let (rule, source) = ("not_for_servers", "RFC 5280 4.2.1.12");
        faults.push(Fault { finding: Id::CertificateEku, rule, source });
    }
    if contents.is_authority() {
        let (rule, source) = ("site_is_authority", "BR 7.1.2.7.8");
        faults.push(Fault { finding: Id::CertificateCaFlag, rule, source });
    }
    faults
}

/// Each once and in order. An honest list has a handful, a hostile one ten thousand.
fn distinct(mut all: Vec<&[u8]>) -> Vec<&[u8]> {
    all.sort_unstable();
    all.dedup();
    all
}

/// A certificate under examination, with what most rules ask first.
struct Case<'c, 'a> {
    certificate: &'c Certificate<'a>,
    contents: &'c Contents<'a>,
    key: Key<'a>,
    /// Days since 1970-01-01 of notBefore: which rules were in force.
    begins: i64,
    /// It may sign others.
    authority: bool,
    /// It signs itself.
    self_signed: bool,
    /// It is for servers, so that the Baseline Requirements bind it.
    server: bool,
    /// Issued to somebody who is no authority.
    subscriber: bool,
    extended: bool,
    faults: Vec<Fault>,
}

impl<'c, 'a> Case<'c, 'a> {
    fn new(certificate: &'c Certificate<'a>, contents: &'c Contents<'a>) -> Self {
        let authority = contents.is_authority();
        // Two empty names are equal and say nothing.
        let self_signed = certificate.self_issued()
            && !certificate.subject.is_empty()
            && contents.authority_key_id.is_none_or(|id| contents.subject_key_id == Some(id));
        let usages = contents.extended_usage.as_deref().unwrap_or_default();
        let server = usages.is_empty()
            || contents.has_usage(extension::SERVER_AUTH)
            || contents.has_usage(extension::ANY_USAGE)
            || VALIDATION_POLICIES.iter().any(|oid| contents.has_policy(oid));
        Case {
            certificate,
            contents,
            key: Key::of(certificate),
            begins: match certificate.not_before.seconds.div_euclid(86_400) {
                // Before there were certificates: a day that tells nothing of when it was issued.
                day if day < der::days(1988, 11, 25) => der::days(2026, 11, 1),
                day => day,
            },
            authority,
            self_signed,
            server,
            subscriber: !authority && !self_signed,
            extended: EXTENDED_POLICIES.iter().any(|oid| contents.has_policy(oid)),
            faults: Vec::new(),
        }
    }

    /// Notes a fault where `broken`.
    fn rule(&mut self, broken: bool, finding: Id, rule: &'static str, source: &'static str) {
        if broken {
            self.faults.push(Fault { finding, rule, source });
        }
    }

    /// Begins on or after this day.
    fn since(&self, year: i64, month: i64, day: i64) -> bool {
        self.begins >= der::days(year, month, day)
    }

    fn before(&self, year: i64, month: i64, day: i64) -> bool {
        !self.since(year, month, day)
    }

    /// For servers, whosever it is, under the Baseline Requirements (2012-07-01).
    fn forum(&self) -> bool {
        self.server && self.since(2012, 7, 1)
    }

    /// No authority's, whoever signed it, under the Baseline Requirements.
    fn leaf(&self) -> bool {
        self.forum() && !self.authority
    }

    /// A subscriber's server certificate under the Baseline Requirements (2012-07-01).
    fn baseline(&self) -> bool {
        self.server && self.subscriber && self.since(2012, 7, 1)
    }

    /// Under the certificate profiles of SC-062 (2023-09-15).
    fn profiled(&self) -> bool {
        self.server && self.subscriber && self.since(2023, 9, 15)
    }

    fn has(&self, oid: &str) -> bool {
        self.certificate.extension(oid).is_some()
    }

    fn critical(&self, oid: &str) -> bool {
        self.certificate.extension(oid).is_some_and(|extension| extension.critical)
    }

    fn usage(&self, bit: u32) -> bool {
        self.contents.key_usage.is_some_and(|usage| usage.has(bit))
    }

    fn key_usage(&self) -> Option<KeyUsage<'a>> {
        self.contents.key_usage
    }

    /// The DNS names of the subjectAltName, as text.
    fn dns(&self) -> Vec<String> {
        self.contents.dns_names().map(|name| String::from_utf8_lossy(name).into_owned()).collect()
    }

    /// The DNS names and the common names that are no addresses.
    fn all_names(&self) -> Vec<String> {
        let mut names = self.dns();
        names
            .extend(self.common_names().into_iter().filter(|name| name.parse::<std::net::IpAddr>().is_err()));
        names
    }

    fn common_names(&self) -> Vec<String> {
        self.certificate.subject.all(COMMON_NAME).map(|attribute| attribute.text()).collect()
    }

    fn addresses(&self) -> impl Iterator<Item = &'a [u8]> {
        self.contents.names().iter().filter_map(|name| match name {
            GeneralName::Ip(bytes) => Some(*bytes),
            _ => None,
        })
    }
}

/// CA/Browser Forum: EV, DV, OV, IV (BR 7.1.6.1).
const VALIDATION_POLICIES: &[&str] = &["2.23.140.1.1", "2.23.140.1.2.1", "2.23.140.1.2.2", "2.23.140.1.2.3"];

/// The Forum's EV policy, and those of single authorities from before it: as zlint lists them
/// (`v3/util/ev.go` at 10c5cefd, 2026).
const EXTENDED_POLICIES: &[&str] = &[
    "2.23.140.1.1",
    "0.4.0.2042.1.4",
    "0.4.0.2042.1.5",
    "1.2.392.200091.100.721.1",
    "1.2.40.0.17.1.22",
    "1.3.159.1.17.1",
    "1.3.6.1.4.1.13177.10.1.3.10",
    "1.3.6.1.4.1.14370.1.6",
    "1.3.6.1.4.1.14777.6.1.1",
    "1.3.6.1.4.1.17326.10.14.2.1.2",
    "1.3.6.1.4.1.17326.10.8.2.1.2",
    "1.3.6.1.4.1.22234.2.5.2.3.1",
    "1.3.6.1.4.1.23223.1.1.1",
    "1.3.6.1.4.1.23223.2",
    "1.3.6.1.4.1.34697.2.1",
    "1.3.6.1.4.1.34697.2.2",
    "1.3.6.1.4.1.34697.2.3",
    "1.3.6.1.4.1.34697.2.4",
    "1.3.6.1.4.1.36305.2",
    "1.3.6.1.4.1.4146.1.1",
    "1.3.6.1.4.1.6334.1.100.1",
    "1.3.6.1.4.1.6449.1.2.1.5.1",
    "1.3.6.1.4.1.782.1.2.1.8.1",
    "1.3.6.1.4.1.7879.13.24.1",
    "1.3.6.1.4.1.8024.0.2.100.1.2",
    "2.16.528.1.1001.1.1.1.12.6.1.1.1",
    "2.16.578.1.26.1.3.3",
    "2.16.756.1.83.21.0",
    "2.16.756.1.89.1.2.1.1",
    "2.16.792.1.2.1.1.5.7.1.9",
    "2.16.792.3.0.4.1.1.4",
    "2.16.840.1.113733.1.7.23.6",
    "2.16.840.1.113733.1.7.48.1",
    "2.16.840.1.114028.10.1.2",
    "2.16.840.1.114171.500.9",
    "2.16.840.1.114404.1.1.2.4.1",
    "2.16.840.1.114412.1.3.0.2",
    "2.16.840.1.114412.2.1",
    "2.16.840.1.114413.1.7.23.3",
    "2.16.840.1.114414.1.7.23.3",
];
