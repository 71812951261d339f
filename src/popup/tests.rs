//! What is painted, and what is shared of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::tree::{Part, Tag, Value};
use super::{View, popup, shared, shared_with_owner, without_path};
use crate::certificate::{Days, FactGroup, Link, Role};
use crate::evidence::{Browser, BrowserFamily, Evidence, Frame, Known, Load, Page};
use crate::finding::{Argument, Finding, Id, Level, Message};

/// A page that was watched, at an address with a path and a query that are nobody's business.
fn evidence(url: &str, load: Load) -> Evidence {
    let mut evidence = Evidence {
        at: 1_795_000_000_000,
        browser: Browser { family: BrowserFamily::Chromium, name: "Chrome".into(), version: 156 },
        page: Page { url: url.into(), load, ..Page::default() },
        frames: vec![Frame { parent: -1, url: url.into(), looked: true, ..Frame::default() }],
        ..Evidence::default()
    };
    evidence.connection.error = Known::Absent;
    evidence
}

fn evidences() -> Vec<Evidence> {
    [
        ("https://shop.example/cellar/pay?card=4711", Load::Watched),
        ("http://shop.example/cellar/pay?card=4711", Load::Watched),
        ("https://shop.example/cellar/pay?card=4711", Load::NotWatched),
        ("https://shop.example/cellar/pay?card=4711", Load::Failed),
        ("chrome://settings/cellar", Load::Closed),
        ("http://192.0.2.7/cellar", Load::Watched),
        ("http://localhost:8080/cellar", Load::Watched),
    ]
    .into_iter()
    .map(|(url, load)| evidence(url, load))
    .collect()
}

fn catalogue() -> BTreeMap<String, Json> {
    serde_json::from_str(include_str!("../../extension/_locales/en/messages.json")).unwrap()
}

fn walk<'a>(tags: &'a [Tag], see: &mut dyn FnMut(&'a Tag)) {
    for tag in tags {
        see(tag);
        for part in &tag.parts {
            if let Part::Tag(child) = part {
                walk(std::slice::from_ref(child), see);
            }
        }
    }
}

fn keys(message: &Message, into: &mut BTreeSet<String>) {
    let key = &message.key;
    into.insert(if message.count.is_some() { format!("{key}_other") } else { key.clone() });
    into.extend(message.arguments.iter().filter_map(|argument| match argument {
        Argument::Key(key) => Some(key.clone()),
        _ => None,
    }));
}

#[test]
fn every_painted_message_is_in_the_catalogue() {
    let catalogue = catalogue();
    let mut said = BTreeSet::new();
    for evidence in evidences() {
        let report = crate::assess(&evidence);
        for full in [false, true] {
            let tree = popup(&evidence, &report, View { full, warned: true });
            walk(&tree, &mut |tag| {
                let named = tag.attributes.iter().filter_map(|(_, value)| match value {
                    Value::Said(message) => Some(message),
                    Value::Plain(_) => None,
                });
                let painted = tag.parts.iter().filter_map(|part| match part {
                    Part::Said(message) => Some(message),
                    _ => None,
                });
                named.chain(painted).for_each(|message| keys(message, &mut said));
            });
        }
    }
    let missing: Vec<_> = said.iter().filter(|key| !catalogue.contains_key(*key)).collect();
    assert!(said.len() > 40, "too little was painted to mean anything");
    assert!(missing.is_empty(), "not in the catalogue: {missing:?}");
}

#[test]
fn every_finding_can_be_told_and_explained() {
    let catalogue = catalogue();
    let mut missing = Vec::new();
    for id in Id::ALL {
        let suffixes: &[&str] = match id.rule().level {
            Level::Good | Level::Info => &["", "_meaning"],
            Level::Unknown => &["", "_meaning", "_do"],
            Level::Caution | Level::Danger => &["", "_meaning", "_do", "_owner"],
        };
        let wanted = suffixes.iter().map(|suffix| format!("{}{suffix}", id.name()));
        missing.extend(wanted.filter(|key| !catalogue.contains_key(key)));
    }
    assert!(missing.is_empty(), "not in the catalogue: {missing:?}");
}

#[test]
fn every_message_has_a_note_for_translators() {
    for (key, entry) in catalogue() {
        let note = entry["description"].as_str().unwrap_or_default();
        assert!(!note.trim().is_empty(), "{key} has no description");
        let text = entry["message"].as_str().unwrap();
        assert!(!text.is_empty() && !text.contains('\''), "{key}: empty, or a straight apostrophe");
        let placeholders = entry["placeholders"].as_object();
        for (at, part) in text.split('$').enumerate().filter(|(at, _)| at % 2 == 1) {
            let known = placeholders.is_some_and(|known| known.contains_key(&part.to_lowercase()));
            assert!(known, "{key}: placeholder {at} ${part}$ is not declared");
        }
    }
}

#[test]
fn first_lines_are_short() {
    for (key, entry) in catalogue().into_iter().filter(|(key, _)| key.starts_with("first_")) {
        let letters = entry["message"].as_str().unwrap().chars().count();
        assert!(letters <= 60, "{key} has {letters} letters");
    }
}

/// “Only begins on” the day that it is would be no answer.
#[test]
fn what_has_not_begun_is_said_to_have_not() {
    let said = catalogue()["certificate_not_yet_valid"]["message"].to_string();
    assert!(said.contains("not begun") && !said.contains("only begins"), "{said}");
}

/// Many names have no twin with or without www: those of devices, and those that begin with it.
#[test]
fn no_owner_is_told_of_www() {
    let told = |(key, entry): &(String, Json)| {
        key.ends_with("_owner") && entry["message"].as_str().unwrap().contains("www")
    };
    assert_eq!(catalogue().into_iter().find(told), None);
}

/// They are said of a number, too, beside “a number, not a name”.
#[test]
fn what_a_certificate_is_for_is_called_an_address() {
    let catalogue = catalogue();
    let said = |key: &&str| catalogue[*key]["message"].as_str().unwrap().contains("name");
    let keys = [
        "browser_checked_name",
        "certificate_brief_good_one",
        "certificate_brief_good_other",
        "certificate_name_checked",
        "certificate_name_checked_meaning",
        "certificate_says_name",
        "certificate_sentence_name",
    ];
    assert_eq!(keys.into_iter().filter(said).count(), 0);
}

#[test]
fn what_is_shared_has_no_path_and_no_query() {
    struct Keys;
    impl super::markdown::Speller for Keys {
        fn message(&self, message: &Message) -> String {
            format!("{message:?}")
        }
        fn value(&self, value: &Argument) -> String {
            format!("{value:?}")
        }
    }
    for evidence in evidences() {
        let report = crate::assess(&evidence);
        let shared = [
            shared(&evidence, &report, &Keys),
            shared_with_owner(&report, &Keys),
            serde_json::to_string(&without_path(report)).unwrap(),
        ];
        for text in shared {
            assert!(!text.contains("cellar") && !text.contains("4711"), "{text}");
        }
    }
}

#[test]
fn numbers_stand_apart_in_what_is_shared() {
    let evidence = evidence("https://shop.example/", Load::Watched);
    let shared = shared(&evidence, &crate::assess(&evidence), &super::markdown::tests::Keys);
    assert!(shared.contains("\n- 1 line\\_step\\_hello\n"), "{shared}");
}

#[test]
fn three_pieces_of_advice_are_always_there() {
    for evidence in
        evidences().iter().filter(|evidence| matches!(evidence.page.load, Load::Watched | Load::NotWatched))
    {
        let report = crate::assess(evidence);
        for full in [false, true] {
            let mut rows = 0;
            walk(&popup(evidence, &report, View { full, warned: false }), &mut |tag| {
                let advice = tag.attributes.contains(&("class", Value::Plain("advice".into())));
                rows += if advice { tag.parts.len() } else { 0 };
            });
            assert_eq!(rows, 3);
        }
    }
}

/// Flesch–Kincaid grade level of all messages, with syllables counted as runs of vowels.
#[test]
fn the_english_reads_at_grade_eight_or_easier() {
    let (mut words, mut sentences, mut syllables) = (0.0, 0.0, 0.0);
    for (_, entry) in catalogue() {
        let text = entry["message"].as_str().unwrap();
        let plain: String =
            text.split('$').enumerate().map(|(at, part)| if at % 2 == 1 { "name" } else { part }).collect();
        let spoken: Vec<&str> =
            plain.split(|c: char| !c.is_alphabetic() && c != '’').filter(|w| !w.is_empty()).collect();
        if spoken.is_empty() {
            continue;
        }
        words += spoken.len() as f64;
        syllables += spoken.iter().map(|word| syllables_of(word)).sum::<usize>() as f64;
        sentences +=
            plain.split(['.', '!', '?', ':']).filter(|part| !part.trim().is_empty()).count().max(1) as f64;
    }
    let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    println!("grade {grade:.1} over {words} words");
    assert!(words > 2000.0 && grade <= 8.0, "grade {grade:.1}");
}

fn syllables_of(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let vowel = |letter: &char| "aeiouy".contains(*letter);
    let runs = letters.windows(2).filter(|pair| !vowel(&pair[0]) && vowel(&pair[1])).count()
        + usize::from(letters.first().is_some_and(vowel));
    let silent = letters.len() > 2 && letters.ends_with(&['e']) && !letters.ends_with(&['l', 'e']);
    runs.saturating_sub(usize::from(silent)).max(1)
}

#[test]
fn no_message_promises_what_nobody_can_know() {
    let banned = ["secure site", "trusted site", "verified", "100%", "100 %", "hacker"];
    for (key, entry) in catalogue() {
        let text = entry["message"].as_str().unwrap().to_lowercase();
        for word in banned {
            assert!(!text.contains(word), "{key} says “{word}”");
        }
        let vague = text.contains("safe") && !text.contains("safe to type") && !text.contains("safer line");
        assert!(!vague, "{key} says “safe” without naming for what");
    }
}

/// Keys that pages and scripts of the extension name themselves.
#[test]
fn every_key_that_a_page_names_is_in_the_catalogue() {
    let catalogue = catalogue();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/extension");
    let (mut named, mut missing) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some("js" | "html") = path.extension().and_then(|end| end.to_str()) else { continue };
        let text = std::fs::read_to_string(&path).unwrap();
        for opening in ["data-say=\"", "message(\"", "getMessage(\"", "\"empty_broken_", "\"guard_"] {
            for rest in text.split(opening).skip(1) {
                // A key that stands by itself is its own opening.
                let stem = opening.strip_prefix('"').unwrap_or_default();
                let key = format!("{stem}{}", rest.split('"').next().unwrap());
                named += 1;
                if !key.starts_with("@@") && !key.ends_with(".js") && !catalogue.contains_key(&key) {
                    missing.push(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert!(named > 40, "only {named} keys were found");
    assert!(missing.is_empty(), "not in the catalogue: {missing:?}");
}

#[test]
fn the_details_of_those_above_stand_below_the_sites_own() {
    let evidence = evidence("https://shop.example/", Load::Watched);
    let mut report = crate::assess(&evidence);
    let facts = vec![FactGroup { title: Message::new("facts_key"), facts: Vec::new() }];
    let link = |name: &str, facts| Link {
        who: Argument::Text(name.to_owned()),
        says: Message::new("chain_root_public"),
        role: Role::PublicRoot,
        sha256: String::new(),
        facts,
        weak: false,
    };
    report.certificate.facts = facts.clone();
    report.certificate.chain =
        vec![link("Root", facts.clone()), link("Middle", facts), link("shop.example", Vec::new())];
    let mut names = Vec::new();
    walk(&popup(&evidence, &report, View { full: true, warned: true }), &mut |tag| {
        if tag.name == "summary" {
            names.extend(tag.parts.iter().filter_map(|part| match part {
                Part::Value(Argument::Text(name)) => Some(name.clone()),
                _ => None,
            }));
        }
    });
    assert_eq!(names, ["Middle", "Root"]);
}

/// Beside a stop a go, even of another question, would be read as a word for the site.
#[test]
fn no_picture_speaks_well_beside_what_is_amiss() {
    let evidence = evidence("https://shop.example/", Load::Watched);
    let mut report = crate::assess(&evidence);
    report.certificate.days = Some(Days { start: 0, end: 2, percent: 50, label: Message::new("days_left") });
    let drawn = |report: &_| {
        let (mut go, mut amiss) = (0, 0);
        let tree = popup(&evidence, report, View::default());
        walk(&tree, &mut |tag| {
            let has = |name, value: &str| tag.attributes.contains(&(name, Value::Plain(value.into())));
            amiss += usize::from(has("class", "drawn amiss"));
            if has("class", "seen") {
                walk(std::slice::from_ref(tag), &mut |inner| {
                    let go_mark = ("data-state", Value::Plain("go".into()));
                    go += usize::from(inner.attributes.contains(&go_mark));
                });
            }
        });
        (go > 0, amiss)
    };
    assert_eq!(drawn(&report), (true, 0));
    let good = report.findings.clone();
    report.findings.insert(0, Finding::new(Id::LineNotWatched));
    assert_eq!(drawn(&report), (false, 0));
    report.findings = good;
    report.findings.insert(0, Finding::new(Id::CertificateExpired));
    assert_eq!(drawn(&report), (false, 1));
}

#[test]
fn the_owner_is_not_told_that_all_is_well_with_what_was_not_seen() {
    let says = |load| {
        let evidence = evidence("https://shop.example/", load);
        let mut said = BTreeSet::new();
        walk(&popup(&evidence, &crate::assess(&evidence), View::default()), &mut |tag| {
            said.extend(tag.parts.iter().filter_map(|part| match part {
                Part::Said(message) => Some(message.key.clone()),
                _ => None,
            }));
        });
        said.contains("owner_nothing")
    };
    assert!(says(Load::Watched));
    assert!(!says(Load::NotWatched));
}
