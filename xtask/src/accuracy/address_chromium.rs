//! Another browser's own cases (Chromium's unit tests of its look-alike and IDN rules) put to our rules.
//!
//! Its tests set up their own well-known domains, brands and visited sites. Where a name is not in our tables,
//! the case is asked with one that is (`STAND_INS`). "Agrees" is about what is seen in the host: the same name
//! is found, or none; whether something is said is for the score, which has metrics of its own.

use std::collections::BTreeMap;

use serde_json::Value;
use trust_indicator::address::display::shown_beside;
use trust_indicator::address::resemblance::{Manner, fair};
use trust_indicator::address::skeleton::{one_edit, one_swap, skeleton};
use trust_indicator::address::{letters, punycode, registrable, suspicion};

use crate::Done;

/// The well-known domains of that browser's own test, as far as its cases tell.
const TEST_DOMAINS: &[&str] = &[
    "digklmo68.com",
    "digklmo68.co.uk",
    "test.net",
    "o2.com",
    "39.com",
    "islkpx123.com",
    "wmhtb.com",
    "whntb.com",
    "phktb.com",
    "wmnr.com",
    "rf.com",
    "cyxe.com",
    "aeoe.com",
    "aece.com",
    "ceae.com",
];

/// Names that only its tests know, and known ones in their place.
const STAND_INS: &[(&str, &str)] = &[
    ("highengagementwithwww", "instagram"),
    ("highéngagementwithwww", "instágram"),
    ("highengagement", "facebook"),
    ("highéngagement", "fácebook"),
    ("engagedsite", "coinbase"),
    ("engagedsité", "coinbasé"),
    ("sample", "netflix"),
    ("testcombo", "telegram"),
];

/// Why we differ, by the start of the host.
const REASONS: &[(&str, &str)] = &[
    ("www.example.cloud.goog", "the public suffix list of today holds cloud.goog, that of the test did not"),
    ("google-youtube-account.com", "two names: the one that is no common word is told"),
    ("googlé-youtubé-account.com", "two names: the one that is no common word is told"),
    ("test.τ.рф", "a lone letter that passes for a Latin one is not shown, though it would not be blocked"),
];

/// Agreed and all, by the name of the test.
pub fn agreement(text: &str) -> Done<BTreeMap<String, (usize, usize)>> {
    let file: Value = serde_json::from_str(text).map_err(|error| format!("chromium_cases.json: {error}"))?;
    let mut counts = BTreeMap::new();
    let (mut agreed, mut all) = (0, 0);
    for case in file.get("cases").and_then(Value::as_array).into_iter().flatten() {
        let field = |name: &str| case.get(name).and_then(Value::as_str).unwrap_or_default();
        let Some(agrees) = agrees(case) else { continue };
        let count: &mut (usize, usize) = counts.entry(field("test").to_owned()).or_default();
        (count.1, all) = (count.1 + 1, all + 1);
        if agrees {
            (count.0, agreed) = (count.0 + 1, agreed + 1);
            continue;
        }
        let host = format!("{}{}", field("host"), field("a"));
        let reason = REASONS.iter().find(|(start, _)| host.starts_with(start));
        let reason = reason.map_or("no reason written down", |(_, reason)| *reason);
        eprintln!("  differs: {} {host} {} {}: {reason}", field("test"), field("b"), field("unicode"));
    }
    counts.insert("all".to_owned(), (agreed, all));
    Ok(counts)
}

/// Whether a case comes out the same here; none for a test that we do not know.
fn agrees(case: &Value) -> Option<bool> {
    let field = |name: &str| case.get(name).and_then(Value::as_str).unwrap_or_default();
    let truth = case.get("expected").and_then(Value::as_bool).unwrap_or_default();
    let host = punycode::to_ascii(field("host"));
    Some(match field("test") {
        "idn_display" => {
            let wanted = if field("expected") == "show_unicode" { "unicode" } else { "host" };
            shown_beside(field("host"), &test_domain) == field(wanted)
        }
        "block_by_spoof_check" => (shown_beside(&host, &test_domain) != punycode::to_unicode(&host)) == truth,
        "edit_distance_at_most_one" => one_edit(field("a"), field("b")) == truth,
        "one_char_swap" => one_swap(field("a"), field("b")) == truth,
        "edit_distance_false_positive_guard" => fair(chosen(field("b")), chosen(field("a"))) != truth,
        // An ending is never compared letter by letter: a swap there is nothing.
        "char_swap_false_positive_guard" => one_swap(chosen(field("a")), chosen(field("b"))) != truth,
        "etld_plus_one" => registrable(field("host")) == field("expected"),
        "skeleton" => {
            let expected = case.get("expected").and_then(Value::as_array).into_iter().flatten();
            let ours = look(field("host"));
            expected.filter_map(Value::as_str).any(|theirs| look(theirs) == ours)
        }
        // Never shown as Unicode beside the name that it imitates.
        "similar_top_domain" => shown_beside(&host, &|name| name == field("expected")) == host,
        "idn_details" => named(&host).is_none(),
        "target_embedding" => {
            let host = punycode::to_ascii(&stand_in(field("host")));
            let found = suspicion(&host).resembles;
            let wanted = stand_in(field("expected_safe_host"));
            match field("expected") {
                "none" => found.is_none_or(|found| found.manner != Manner::Embedded),
                "high" => {
                    found.is_some_and(|found| found.name.domain == registrable(&wanted))
                        && suspicion(&host).due()
                }
                _ => named(&host) == Some(registrable(&wanted)),
            }
        }
        "combo_squatting" => {
            let host = punycode::to_ascii(&stand_in(&field("host").replace("example", "walmart")));
            match field("expected") {
                "kNone" => !suspicion(&host).due(),
                _ => {
                    named(&host).map(label)
                        == Some(label(&stand_in(&field("expected_suggested").replace("example", "walmart"))))
                }
            }
        }
        _ => return None,
    })
}

/// The domain of the known name that is seen in a host.
fn named(host: &str) -> Option<&'static str> {
    suspicion(host).resembles.map(|found| found.name.domain)
}

fn test_domain(name: &str) -> bool {
    TEST_DOMAINS.contains(&name)
}

fn look(name: &str) -> String {
    skeleton(&letters::as_seen(name))
}

fn label(domain: &str) -> &str {
    domain.split('.').next().unwrap_or(domain)
}

/// The registered label of a host.
fn chosen(host: &str) -> &str {
    label(registrable(host))
}

fn stand_in(host: &str) -> String {
    STAND_INS.iter().fold(host.to_owned(), |host, (theirs, ours)| host.replace(theirs, ours))
}
