//! x509-limbo: is this leaf acceptable for this name, and is it made as the rules say?

use serde_json::Value;
use trust_indicator::certificate::{Certificate, Judgement, base64, examine, judge, moment};
use trust_indicator::evidence::{CertificateBytes, Connection, Evidence, Known, Load, Page};
use trust_indicator::finding::Id;

use super::super::Metric;
use super::{list, text};

/// The cases about names, and what the report can hold against one: it is not in the certificate; the names
/// break a rule; or the wildcard is over a platform's ending, which browsers accept, so that it is told and
/// refused by nobody.
const NAMES: [&str; 4] = ["rfc5280::san::", "webpki::san::", "webpki::cn::", "online::"];
const AGAINST: [Id; 4] =
    [Id::CertificateUnreadable, Id::CertificateNameMismatch, Id::CertificateNames, Id::CertificateWildcard];

/// The cases about the leaf itself, and the findings that are about the same. The others are about chains,
/// which the browser builds, and about parts that no finding is for.
const LEAVES: [(&str, &[Id]); 15] = [
    ("rfc5280::validity::", &[Id::CertificateExpired, Id::CertificateNotYetValid]),
    ("rfc5280::serial::", &[Id::CertificateMalformed]),
    ("rfc5280::duplicate-extensions", &[Id::CertificateMalformed]),
    ("rfc5280::ee-empty-issuer", &[Id::CertificateMalformed]),
    ("rfc5280::mismatching-signature-algorithm", &[Id::CertificateWeakSignature]),
    ("rfc5280::no-basicconstraints", &[Id::CertificateCaFlag]),
    ("rfc5280::ee-critical-aia", &[Id::CertificateRevocationEndpoints]),
    ("rfc5280::ee-aia", &[Id::CertificateMalformed]),
    ("rfc5280::eku::ee-", &[Id::CertificateMalformed, Id::CertificateEku]),
    ("rfc5280::ca-as-leaf", &[Id::CertificateCaFlag]),
    ("webpki::ca-as-leaf", &[Id::CertificateCaFlag]),
    ("webpki::ee-basicconstraints-ca", &[Id::CertificateCaFlag]),
    ("webpki::eku::ee-", &[Id::CertificateEku]),
    ("webpki::forbidden-", &[Id::CertificateWeakKey]),
    ("webpki::malformed-aia", &[Id::CertificateMalformed]),
];

pub fn measure(tests: &Value) -> Vec<Metric> {
    let (mut names, mut leaves) = (Vec::new(), Vec::new());
    let mut counts = AGAINST.map(|id| (id, 0));
    for test in list(&tests["testcases"]) {
        let id = text(&test["id"]);
        let Some(found) = judgement(test, false) else { continue };
        let wanted = text(&test["expected_result"]) == "SUCCESS";
        let (right, against) = if NAMES.iter().any(|suite| id.starts_with(suite)) {
            let against = against_name(&found, id);
            if let Some((_, count)) = counts.iter_mut().find(|(id, _)| against.first() == Some(id)) {
                *count += 1;
            }
            (&mut names, against)
        } else if let Some(about) = about_leaf(id) {
            (&mut leaves, against_leaf(&found, id, about))
        } else {
            continue;
        };
        right.push(against.is_empty() == wanted);
        if against.is_empty() != wanted {
            eprintln!("  limbo {id}: wanted {wanted}, told {against:?}");
        }
    }
    for (id, count) in counts {
        eprintln!("  limbo: {count:>3} refused by {}", id.name());
    }
    let share = |name, right: &[bool]| {
        Metric::share(name, right.iter().filter(|right| **right).count(), right.len()).goal(1.0)
    };
    vec![share("limbo_names", &names), share("limbo_leaves", &leaves), good_paths(tests)]
}

/// The cases about those between the leaf and its root. What is refused there for constraints on names or by
/// a rule about the root is the browser's alone to see; but nothing may be told of a good path.
const PATHS: [&str; 2] = ["pathlen::", "rfc5280::nc::"];

fn good_paths(tests: &Value) -> Metric {
    let (mut told, mut all) = (0, 0);
    for test in list(&tests["testcases"]) {
        let id = text(&test["id"]);
        let good = text(&test["expected_result"]) == "SUCCESS";
        if !good || !PATHS.iter().any(|start| id.starts_with(start)) {
            continue;
        }
        let Some(found) = judgement(test, true) else { continue };
        all += 1;
        if found.findings.iter().any(|finding| finding.id == Id::CertificatePath) {
            told += 1;
            eprintln!("  limbo {id}: a good path is told");
        }
    }
    Metric::new("limbo_good_paths_told", f64::from(told), all).goal(0.0).lower_is_better()
}

/// What a case about the leaf is about; none where it is about those above it.
fn about_leaf(test: &str) -> Option<&'static [Id]> {
    let above = ["root", "intermediate"].iter().any(|word| test.contains(word));
    LEAVES.iter().find(|(start, _)| !above && test.starts_with(start)).map(|(_, about)| *about)
}

/// What our report says of it. Where RFC 5280 is the measure, what only the Forum's rules want is left out.
fn against_leaf(found: &Judgement, test: &str, about: &[Id]) -> Vec<Id> {
    let internet = test.starts_with("rfc5280::");
    let faults = &found.view.faults;
    let kept = |id: Id| {
        let mut own = faults.iter().filter(|fault| fault.finding == id).peekable();
        own.peek().is_some() && own.all(|fault| internet && fault.source.starts_with("BR"))
    };
    let has = |id: &Id| found.findings.iter().any(|finding| finding.id == *id) && !kept(*id);
    about.iter().copied().filter(has).collect()
}

/// What our report says against the name, the gravest first.
fn against_name(found: &Judgement, test: &str) -> Vec<Id> {
    let grave = found.view.faults.iter().any(|fault| {
        fault.finding == Id::CertificateNames
            // What the rules only advise against is no reason to refuse.
            && fault.rule != "san_dns_name_duplicate"
            // The cases on alternative names all bear the common name example.com, and are to be accepted
            // with it; those on common names are to be refused for the like.
            && (test.starts_with("webpki::cn::") || !fault.rule.starts_with("subject_common_name"))
    });
    let has = |id: &Id| found.findings.iter().any(|finding| finding.id == *id);
    AGAINST.into_iter().filter(|id| has(id) && (grave || *id != Id::CertificateNames)).collect()
}

/// What our room says of the leaf on the page of the expected name; none where no name is expected.
fn judgement(test: &Value, whole: bool) -> Option<Judgement> {
    let host = Some(text(&test["expected_peer_name"]["value"])).filter(|host| !host.is_empty())?;
    let der = base64::from_pem(text(&test["peer_certificate"])).into_iter().next().unwrap_or_default();
    let chain = if whole { path(test, &der) } else { vec![der.clone()] };
    let shown = |der: &Vec<u8>| CertificateBytes { der: base64::encode(der), built_in_root: Known::Unknown };
    let certificates = chain.iter().map(shown).collect();
    // Where no day is told the leaf is in force.
    let begins = || examine(&der).map(|leaf| leaf.not_before);
    Some(judge(&Evidence {
        at: moment(text(&test["validation_time"])).or_else(begins).unwrap_or_default(),
        page: Page { url: format!("https://{host}/"), load: Load::Watched, ..Page::default() },
        connection: Connection {
            error: Known::Absent,
            certificates: Known::Seen(certificates),
            whole_chain: whole,
            ..Connection::default()
        },
        ..Evidence::default()
    }))
}

/// The certificates from the leaf up, each signed by the next as its name says.
fn path(test: &Value, leaf: &[u8]) -> Vec<Vec<u8>> {
    let pems = ["untrusted_intermediates", "trusted_certs"].into_iter().flat_map(|key| list(&test[key]));
    let mut others: Vec<Vec<u8>> = pems.flat_map(|pem| base64::from_pem(text(pem))).collect();
    let mut path = vec![leaf.to_vec()];
    while let Some(top) = path.last().and_then(|der| Certificate::read(der)) {
        let above =
            |der: &Vec<u8>| Certificate::read(der).is_some_and(|one| one.subject.whole == top.issuer.whole);
        let Some(place) = others.iter().position(above) else { break };
        path.push(others.remove(place));
    }
    path
}
