//! What is painted, and what is shared of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::tree::{Part, Tag, Value};
use super::{View, popup, shared, shared_with_owner, without_path};
use crate::certificate::{Days, FactGroup, Link, Role};
use crate::evidence::{Browser, BrowserFamily, Evidence, Field, Frame, Known, Load, Page, SealCandidate};
use crate::finding::{Argument, Finding, Id, Message};

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

/// Whether the person can say that they know the site.
fn can_be_known(url: &str) -> bool {
    let mut evidence = evidence(url, Load::Watched);
    let password = Field {
        tag: "input".into(),
        r#type: "password".into(),
        name: "password".into(),
        visible: true,
        ..Field::default()
    };
    evidence.frames[0].fields.push(password);
    let mut offered = false;
    walk(&popup(&evidence, &crate::assess(&evidence), View { full: false, warned: false }), &mut |tag| {
        offered |= tag.attributes.contains(&("data-act", Value::Plain("know".into())));
    });
    offered
}

#[test]
fn what_has_a_name_of_its_own_can_be_known() {
    for url in
        ["https://paypal-login.example/", "https://notes.vercel.app/", "https://notes.trycloudflare.com/"]
    {
        assert!(can_be_known(url), "{url}");
    }
    for url in [
        "https://shop.example/",
        "https://notes-example.translate.goog/",
        "https://storage.googleapis.com/notes/",
    ] {
        assert!(!can_be_known(url), "{url}");
    }
}

/// That there is one would sound like praise.
#[test]
fn one_seal_is_told_by_what_is_behind_it() {
    let seal = |name: &str| SealCandidate {
        source: format!("https://shop.example/{name}.png"),
        alt: name.into(),
        ..SealCandidate::default()
    };
    let brief = |names: &[&str]| {
        let mut evidence = evidence("https://shop.example/", Load::Watched);
        evidence.frames[0].seals = names.iter().map(|name| seal(name)).collect();
        let report = crate::assess(&evidence);
        assert_eq!(report.seals.len(), names.len());
        let panel = super::seals::panel_of(&report, View { full: false, warned: false });
        format!("{:?}", panel.parts.first())
    };
    assert!(brief(&["norton secured"]).contains("seal_outcome"), "{}", brief(&["norton secured"]));
    assert!(brief(&["norton secured", "mcafee secure"]).contains("seals_brief"));
}
