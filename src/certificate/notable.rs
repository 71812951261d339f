//! Issuers of whom there is something to tell: programs that read along, roots whose key is known to all,
//! authorities that browsers gave up, test certificates.

use super::der;
use super::parse::{Certificate, Name};
use super::{Leaf, changed};
use crate::address::suffix;
use crate::evidence::Evidence;
use crate::finding::{Finding, Id};

/// The findings on who stands above the site's certificate, where the browser accepted it.
pub fn judge(evidence: &Evidence, leaf: &Leaf<'_, '_>, chain: &[Certificate<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let issuers: Vec<String> = chain.iter().map(|certificate| words(&certificate.issuer)).collect();
    let named = |word: &&str| issuers.iter().any(|issuer| issuer.contains(word));

    if let Some(known) = PUBLIC_KEYS.iter().find(|word| named(word)) {
        findings.push(Finding::new(Id::InterceptorKeyPublic).text(*known));
    } else if let Some((name, _)) = INTERCEPTORS.iter().find(|(_, words)| words.iter().any(&named)) {
        // Said once per program: it is there on every page.
        if !evidence.memory.told_interceptors.iter().any(|told| told == name) {
            findings.push(Finding::new(Id::LineReadByProgram).text(*name));
        }
    } else if super::is_private(evidence, chain) {
        let root = chain.last().map(|root| root.subject.called()).unwrap_or_default();
        findings.push(Finding::new(Id::CertificatePrivateRoot).text(root));
    }
    if TESTS.iter().any(named) {
        findings.push(Finding::new(Id::CertificateTest));
    }
    findings.extend(distrusted(evidence, leaf, chain));
    let names = leaf.contents.names().len();
    if names >= MANY {
        findings
            .push(Finding::new(Id::CertificateManyNames).number(i64::try_from(names).unwrap_or(i64::MAX)));
    }
    findings.extend(wide(evidence, leaf));
    findings.extend(changed::judge(evidence, leaf, chain));
    findings
}

/// More names than one firm's sites have: a service in front of many sites.
const MANY: usize = 100;

fn words(name: &Name<'_>) -> String {
    let all: Vec<String> = name.attributes().map(|attribute| attribute.text().to_ascii_lowercase()).collect();
    all.join("\n")
}

/// Programs and devices that put their own root on a device to look into encrypted lines: name, words of
/// their issuers in lower case. Each was seen in public reports of certificates, looked up on 2026-11-24;
/// programs without one are not named: what they install is told as a root that was added.
const INTERCEPTORS: &[(&str, &[&str])] = &[
    ("Avast", &["avast web/mail shield", "avast! web/mail shield"]),
    ("AVG", &["avg web/mail shield"]),
    ("Norton", &["norton web/mail shield"]),
    ("Kaspersky", &["kaspersky anti-virus personal root"]),
    ("ESET", &["eset ssl filter ca"]),
    ("Bitdefender", &["bitdefender personal ca"]),
    ("AdGuard", &["adguard personal ca"]),
    ("Zscaler", &["zscaler"]),
    ("Netskope", &["netskope", "goskope"]),
    ("Cisco Umbrella", &["cisco umbrella"]),
    ("Fortinet", &["fortinet", "fortigate"]),
    ("Sophos", &["sophos ssl ca"]),
    ("Cloudflare Gateway", &["gateway ca - cloudflare managed"]),
    ("Fiddler", &["do_not_trust_fiddlerroot"]),
    ("Charles", &["charles proxy ca"]),
    ("mitmproxy", &["mitmproxy"]),
    ("Burp", &["portswigger ca"]),
    ("Proxyman", &["proxyman ca"]),
];

/// Roots whose private key anybody can have, or that a state forced on people: Superfish, eDellRoot and
/// DSDTestProvider of 2015 and Qaznet of 2019, as Chromium's `net/data/ssl/blocklist/README.md` lists them;
/// Kazakhstan's second of 2020, blog.mozilla.org/netpolicy/2020/12/18/kazakhstan-root-2020.
const PUBLIC_KEYS: &[&str] = &[
    "superfish",
    "edellroot",
    "dsdtestprovider",
    "qaznet trust network",
    "information security certification authority ca",
];

/// Names that issuers give to certificates for trying out: Let's Encrypt's, now and before 2021
/// (letsencrypt.org/docs/staging-environment), and Boulder's own.
const TESTS: &[&str] = &["(staging)", "fake le ", "happy hacker fake ca"];

/// Authorities that browsers gave up: words of the root's name, certificates from this day on (none: all),
/// since this day. Planned retirements of roots are none of these. Sources, in order: Chromium's blocklist
/// (DigiNotar); security.googleblog.com 2015-03 (CNNIC); net-dev FKXe-76GO8Y, Chrome 61 (WoSign, StartCom);
/// security.googleblog.com 2018-03, Chrome 70 (Symantec); dev-security-policy msg14075, Chrome 90
/// (Camerfirma); security.googleblog.com 2023-01, Chrome 111 (TrustCor); ccadb.org public wRs-zec8w7k
/// (GLOBALTRUST); security.googleblog.com 2024-06-27 and NSS certdata, whose later day counts (Entrust,
/// AffirmTrust). Whom one browser alone gave up is not here: its own users meet its warning, and elsewhere
/// it would not be true (Chunghwa Telecom and Netlock, Chrome 139).
type GivenUp = (&'static str, &'static str, Option<(i64, i64, i64)>, (i64, i64, i64));
const GIVEN_UP: &[GivenUp] = &[
    ("diginotar", "DigiNotar", None, (2011, 9, 1)),
    ("cnnic", "CNNIC", None, (2015, 4, 1)),
    ("wosign", "WoSign", None, (2017, 9, 5)),
    ("startcom", "StartCom", None, (2017, 9, 5)),
    ("verisign", "Symantec", None, (2018, 10, 16)),
    ("camerfirma", "Camerfirma", None, (2021, 4, 13)),
    ("trustcor", "TrustCor", None, (2023, 3, 7)),
    ("globaltrust 2020", "GLOBALTRUST", Some((2024, 7, 1)), (2024, 7, 1)),
    ("entrust root certification authority", "Entrust", Some((2024, 12, 1)), (2024, 11, 12)),
    ("affirmtrust", "AffirmTrust", Some((2024, 12, 1)), (2024, 11, 12)),
];

/// Only the top of a chain that was shown counts: brands live on under other roots.
fn distrusted(evidence: &Evidence, leaf: &Leaf<'_, '_>, chain: &[Certificate<'_>]) -> Option<Finding> {
    let root = chain.last().filter(|root| root.self_issued() && chain.len() > 1)?;
    let name = words(&root.subject);
    let begins = leaf.certificate.not_before.milliseconds();
    let day = |(year, month, day): (i64, i64, i64)| der::days(year, month, day) * 86_400_000;
    GIVEN_UP.iter().find_map(|(word, called, from, since)| {
        let counts =
            name.contains(word) && evidence.at >= day(*since) && from.is_none_or(|from| begins >= day(from));
        counts.then(|| Finding::new(Id::CertificateDistrusted).text(*called).date(day(*since)))
    })
}

/// The name matches by a wildcard over an ending of which a platform gives names to anybody.
fn wide(evidence: &Evidence, leaf: &Leaf<'_, '_>) -> Option<Finding> {
    let base = super::describe::wildcard(evidence, leaf)?;
    is_shared(&base).then(|| Finding::new(Id::CertificateWildcard).host(base.as_str()))
}

/// An ending of a platform that lets its users choose names below it.
fn is_shared(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let ending = suffix::suffix(&name);
    ending.private && ending.name == name
}
