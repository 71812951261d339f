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
    } else if let Some((id, name, _)) = INTERCEPTORS.iter().find(|(_, _, words)| words.iter().any(&named)) {
        // Said once per program: it is there on every page.
        if !evidence.memory.told_interceptors.iter().any(|told| told == id) {
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
    let all: Vec<String> = name.attributes().map(|attribute| attribute.text().to_lowercase()).collect();
    all.join("\n")
}

/// Programs and devices that put their own root on a device to look into encrypted lines: id, name, words of
/// their issuers in lower case. From memory, not looked up one by one.
const INTERCEPTORS: &[(&str, &str, &[&str])] = &[
    ("avast", "Avast", &["avast web/mail shield", "avast! web/mail shield"]),
    ("avg", "AVG", &["avg web/mail shield", "avg technologies"]),
    ("kaspersky", "Kaspersky", &["kaspersky anti-virus personal root", "kaspersky web anti-virus"]),
    ("eset", "ESET", &["eset ssl filter ca"]),
    ("bitdefender", "Bitdefender", &["bitdefender personal ca", "bitdefender ca ssl"]),
    ("drweb", "Dr.Web", &["doctor web", "dr.web"]),
    ("adguard", "AdGuard", &["adguard personal ca"]),
    ("zscaler", "Zscaler", &["zscaler"]),
    ("netskope", "Netskope", &["netskope", "goskope"]),
    ("umbrella", "Cisco Umbrella", &["cisco umbrella", "opendns"]),
    ("fortinet", "Fortinet", &["fortinet", "fortigate"]),
    ("paloalto", "Palo Alto Networks", &["palo alto networks decryption", "palo alto firewall"]),
    ("sophos", "Sophos", &["sophos ssl ca", "sophos web appliance"]),
    ("bluecoat", "Blue Coat", &["blue coat"]),
    ("checkpoint", "Check Point", &["check point https inspection"]),
    ("cloudflare-gateway", "Cloudflare Gateway", &["gateway ca - cloudflare managed"]),
    ("fiddler", "Fiddler", &["do_not_trust_fiddlerroot", "fiddler root"]),
    ("charles", "Charles", &["charles proxy ca"]),
    ("mitmproxy", "mitmproxy", &["mitmproxy"]),
    ("burp", "Burp", &["portswigger ca"]),
    ("proxyman", "Proxyman", &["proxyman ca"]),
];

/// Roots whose private key anybody can have, or that states forced on people; blocked by all browsers
/// (2015: Superfish, eDellRoot, DSDTestProvider; 2019 and 2020: Kazakhstan). From memory.
const PUBLIC_KEYS: &[&str] = &[
    "superfish",
    "edellroot",
    "dsdtestprovider",
    "qaznet trust network",
    "information security certification authority ca",
    "privdog",
];

/// Names that issuers give to certificates for trying out.
const TESTS: &[&str] =
    &["fake le ", "(staging)", "staging) ", "happy hacker fake ca", "snake oil", "acme test ca"];

/// Authorities that browsers gave up: words of the root's name, certificates from this day on (none: all),
/// since this day. Planned retirements of roots are none of these. Days from memory of the announcements.
type GivenUp = (&'static str, &'static str, Option<(i64, i64, i64)>, (i64, i64, i64));
const GIVEN_UP: &[GivenUp] = &[
    ("diginotar", "DigiNotar", None, (2011, 9, 1)),
    ("wosign", "WoSign", None, (2017, 9, 1)),
    ("startcom", "StartCom", None, (2017, 9, 1)),
    ("verisign", "Symantec", None, (2018, 10, 16)),
    ("camerfirma", "Camerfirma", None, (2021, 5, 25)),
    ("trustcor", "TrustCor", None, (2023, 3, 7)),
    ("globaltrust 2020", "GLOBALTRUST", Some((2024, 7, 1)), (2024, 7, 1)),
    ("entrust root certification authority", "Entrust", Some((2024, 12, 1)), (2024, 12, 1)),
    ("affirmtrust", "AffirmTrust", Some((2024, 12, 1)), (2024, 12, 1)),
    ("chunghwa telecom", "Chunghwa Telecom", Some((2025, 8, 1)), (2025, 8, 1)),
    ("netlock", "Netlock", Some((2025, 8, 1)), (2025, 8, 1)),
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
