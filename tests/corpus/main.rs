//! Walks the cases: a folder each, named by the finding it is about. `evidence.json` goes in; what
//! `expected.json` names must come out. `certificate.json`, where there is one, describes the certificate
//! that the site shows, `earlier.json` one of an earlier visit: they are made here, so that no case ages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod made;
mod never_better;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use trust_indicator::evidence::{CertificateBytes, Evidence, Known};
use trust_indicator::finding::{Action, Argument, Finding, Id, Question};
use trust_indicator::report::Report;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn cases() -> Vec<(String, PathBuf)> {
    let mut cases: Vec<(String, PathBuf)> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("evidence.json").is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    cases.sort();
    cases
}

fn json(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}

fn judged(path: &Path) -> Report {
    trust_indicator::assess(&evidence(path))
}

fn evidence(path: &Path) -> Evidence {
    let value = json(&path.join("evidence.json")).unwrap();
    let mut evidence: Evidence =
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if let Some(wanted) = json(&path.join("certificate.json")) {
        let mut chain = made::chain(&wanted).into_iter();
        let leaf = chain.next().map(|der| CertificateBytes { der, built_in_root: Known::Unknown });
        let built_in = wanted["builtIn"].as_bool().map_or(Known::Unknown, Known::Seen);
        let above = chain.map(|der| CertificateBytes { der, built_in_root: built_in.clone() });
        let shown: Vec<CertificateBytes> = leaf.into_iter().chain(above).collect();
        evidence.connection.whole_chain = shown.len() > 1;
        evidence.connection.certificates = Known::Seen(shown);
    }
    if let Some(wanted) = json(&path.join("earlier.json")) {
        evidence.memory.earlier_certificate = made::chain(&wanted).into_iter().next();
        evidence.memory.earlier_root = wanted["root"].as_str().map(str::to_owned);
    }
    evidence
}

#[test]
fn every_case_comes_out_as_expected() {
    let mut wrong = Vec::new();
    for (name, path) in cases() {
        let report = judged(&path);
        let expected = json(&path.join("expected.json")).expect(&name);
        let found: Vec<String> = report.findings.iter().map(|finding| finding.id.name().to_owned()).collect();
        for id in expected["findings"].as_array().into_iter().flatten() {
            if !found.iter().any(|found| found == id) {
                wrong.push(format!("{name}: {id} is missing among {}", found.join(", ")));
            }
        }
        for id in expected["without"].as_array().into_iter().flatten() {
            if found.iter().any(|found| found == id) {
                wrong.push(format!("{name}: {id} should not be there"));
            }
        }
        for (action, advice) in expected["advice"].as_object().into_iter().flatten() {
            let row = report.advice.iter().find(|row| action_name(row.action) == action).unwrap();
            if row.advice.name() != advice {
                wrong.push(format!("{name}: {action} is {}, not {advice}", row.advice.name()));
            }
        }
    }
    none(&wrong);
}

/// What is mild by itself may weigh more at some address, and then its owner is told, too.
#[test]
fn what_an_owner_is_told_has_words() {
    let english = json(&folder().join("../../extension/_locales/en/messages.json")).unwrap();
    for (name, path) in cases() {
        for step in judged(&path).owner {
            assert!(!english[&step.how.key].is_null(), "{name}: {}", step.how.key);
        }
    }
}

fn action_name(action: Action) -> &'static str {
    match action {
        Action::Browse => "browse",
        Action::SignIn => "signIn",
        Action::Pay => "pay",
    }
}

#[test]
fn every_finding_of_the_line_the_certificate_and_the_forms_has_a_folder() {
    let has_folder = |id: &Id| {
        cases().iter().any(|(folder, path)| {
            let expected = json(&path.join("expected.json")).unwrap();
            let named =
                expected["findings"].as_array().is_some_and(|ids| ids.iter().any(|one| one == id.name()));
            named && folder.starts_with(id.name())
        })
    };
    let ours = |id: &&Id| {
        let name = id.name();
        // Seals are measured by a list of their own, and the text of a link is no part of a page's evidence.
        let listed = name.starts_with("seal_") || name == "address_link_text";
        matches!(id.rule().question, Question::Connection | Question::Identity) && !listed
            || name.starts_with("form_")
    };
    let missing: Vec<&str> =
        Id::ALL.iter().filter(ours).filter(|id| !has_folder(id)).map(|id| id.name()).collect();
    assert!(missing.is_empty(), "no folder in tests/corpus: {}", missing.join(", "));
}

/// What other viewers of certificates show of the site's own.
const SHOWN: [&str; 29] = [
    "fact_names",
    "fact_common_name",
    "fact_organization",
    "fact_country",
    "fact_not_before",
    "fact_not_after",
    "fact_key",
    "fact_key_bytes",
    "fact_key_usage",
    "fact_extended_usage",
    "fact_authority",
    "fact_policies",
    "fact_practice_statement",
    "fact_user_notice",
    "fact_crl",
    "fact_ocsp",
    "fact_ca_issuers",
    "fact_must_staple",
    "fact_logged",
    "fact_statements",
    "fact_version",
    "fact_serial",
    "fact_signature",
    "fact_subject_key_id",
    "fact_authority_key_id",
    "fact_sha256",
    "fact_sha1",
    "fact_key_sha256",
    "fact_extension",
];

/// An extension that nobody knows and everybody must understand.
const CRITICAL: [u64; 3] = [1, 3, 9];

#[test]
fn everything_that_a_viewer_shows_is_told() {
    let uri = |tag: &str, text: &str| {
        let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        format!("{tag}{:02x}{hex}", text.len())
    };
    let wrap = |tag: &str, inside: String| format!("{tag}{:02x}{inside}", inside.len() / 2);
    let point = wrap("30", wrap("a0", wrap("a0", uri("86", "http://crl.example/"))));
    let access =
        |method: &str, place: &str| wrap("30", format!("06082b060105050730{method}{}", uri("86", place)));
    let qualifier = |kind: &str, inside: String| wrap("30", format!("06082b060105050702{kind}{inside}"));
    let cps = qualifier("01", uri("16", "http://cps.example/"));
    let notice = qualifier("02", wrap("30", uri("1a", "Rely with care")));
    let policy = wrap("30", "060667810c010202".to_owned() + &wrap("30", cps + &notice));
    let places = access("01", "http://ocsp.example/") + &access("02", "http://ca.example/");
    // Version 1, a log, a time, no extensions, a signature of one byte: by a log that has a name, and one without.
    let stamp = |log: &str| format!("003000{log}0000018c0d1f2a000000040300010f");
    let stamps =
        stamp("d6d58da9d01753f36a4aa0c7574902afebc7dc2cd38cd9f764c80c89191e9f02") + &stamp(&"ab".repeat(32));
    // QcCompliance; QcType web; PSD2 with one role, the authority's name and its own.
    let role = wrap("30", "060704008198270103".to_owned() + &uri("0c", "PSP_AI"));
    let psd2 = wrap("30", wrap("30", role) + &uri("0c", "Harbour Bank") + &uri("0c", "GB-FCA"));
    let statements = wrap(
        "30",
        "3008060604008e460101".to_owned()
            + "3013060604008e4601063009060704008e46010603"
            + &wrap("30", format!("0606040081982702{psd2}")),
    );
    let extensions = [
        ([2, 5, 29, 31].as_slice(), wrap("30", point)),
        (&[2, 5, 29, 32], wrap("30", policy)),
        (&[1, 3, 6, 1, 5, 5, 7, 1, 1], wrap("30", places)),
        (&[1, 3, 6, 1, 5, 5, 7, 1, 24], "3003020105".to_owned()),
        (&[1, 3, 6, 1, 4, 1, 11129, 2, 4, 2], wrap("04", format!("0064{stamps}"))),
        (&[1, 3, 6, 1, 5, 5, 7, 1, 3], statements),
        (&[2, 5, 29, 14], "040401020304".to_owned()),
        (&[2, 5, 29, 35], "3006800401020304".to_owned()),
        (&CRITICAL, "0500".to_owned()),
    ];
    let wanted = serde_json::json!({
        "names": ["shop.example"],
        "from": [2026, 10, 1],
        "until": [2026, 12, 30],
        "firm": "Harbour Pine Ltd",
        "authority": true,
        "extensions": extensions
            .iter()
            .map(|(oid, der)| serde_json::json!({ "oid": oid, "der": der, "critical": **oid == CRITICAL }))
            .collect::<Vec<_>>(),
    });
    let der = made::chain(&wanted).into_iter().next().unwrap();
    let mut evidence: Evidence =
        serde_json::from_value(json(&folder().join("certificate_eku/evidence.json")).unwrap()).unwrap();
    let certificate = CertificateBytes { der, built_in_root: Known::Unknown };
    evidence.connection.certificates = Known::Seen(vec![certificate]);
    let view = trust_indicator::assess(&evidence).certificate;
    let facts: Vec<_> = view.facts.iter().flat_map(|group| &group.facts).collect();
    let missing: Vec<&str> = SHOWN
        .into_iter()
        .filter(|key| !facts.iter().any(|fact| fact.label.key == *key && !fact.values.is_empty()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let text = serde_json::to_string(&view.facts).unwrap();
    for part in [
        "00:00:00 UTC",
        "http://crl.example/",
        "http://cps.example/",
        "Rely with care",
        "OV, CA/Browser Forum",
        "QcCompliance",
        "QcType): web",
        "PSP_AI",
        "Google Argon2027h1",
        "fact_log_unknown",
        "v1",
        "SHA-256 with ECDSA",
    ] {
        assert!(text.contains(part), "{part}");
    }
    let mut critical: Vec<&str> = Vec::new();
    for fact in &facts {
        if fact.values.iter().any(|value| *value == Argument::Key("fact_critical".to_owned())) {
            critical.push(&fact.label.key);
        }
    }
    assert_eq!(critical, ["fact_key_usage", "fact_authority", "fact_extension"]);
    assert!(view.pem.contains("BEGIN CERTIFICATE"));
}

#[test]
fn each_certificate_of_the_chain_tells_its_details() {
    let chain = judged(&folder().join("certificate_private_root")).certificate.chain;
    let [root, site] = chain.as_slice() else { panic!("{} links", chain.len()) };
    assert!(site.facts.is_empty(), "the site's own stand beside the chain");
    let text = serde_json::to_string(&root.facts).unwrap();
    for part in ["fact_authority_yes", "fact_key_bytes", "fact_sha1"] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn an_endless_certificate_says_no_more_than_can_be_painted() {
    let many = (0..2000).map(|arc| serde_json::json!({ "oid": [1, 3, arc], "der": "0500" }));
    let endless = serde_json::json!({ "oid": vec![1; 50_000], "der": "ab".repeat(50_000) });
    let wanted = serde_json::json!({
        "names": ["shop.example"],
        "from": [2026, 10, 1],
        "until": [2026, 12, 30],
        "firm": "Harbour ".repeat(6_000),
        "extensions": std::iter::once(endless).chain(many).collect::<Vec<_>>(),
    });
    let der = made::chain(&wanted).into_iter().next().unwrap();
    let mut evidence: Evidence =
        serde_json::from_value(json(&folder().join("certificate_eku/evidence.json")).unwrap()).unwrap();
    let certificate = CertificateBytes { der: der.clone(), built_in_root: Known::Unknown };
    evidence.connection.certificates = Known::Seen(vec![certificate]);
    let report = trust_indicator::assess(&evidence);
    let facts = report.certificate.facts.iter();
    assert!(facts.clone().all(|group| group.facts.len() <= 100));
    assert!(facts.flat_map(|group| &group.facts).any(|fact| fact.more > 1900), "the rest is counted");
    // All but the certificate itself, which is there to be copied.
    let size = serde_json::to_string(&report).unwrap().len() - report.certificate.pem.len();
    assert!(size < 100_000, "{size}");
}

#[test]
fn silence_is_never_good() {
    let report = trust_indicator::assess(&Evidence::default());
    let good: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| finding.level == trust_indicator::finding::Level::Good)
        .filter(|finding| finding.question != Question::Destination)
        .collect();
    assert!(good.is_empty(), "{good:?}");
}
