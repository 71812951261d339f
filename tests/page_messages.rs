//! Messages from pages: whatever a page makes of them, they are read into known types of a capped size.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not so")]
use trust_indicator::evidence::{GuardEventKind, PageMessage, Refused, Value};

fn read(json: &str) -> Result<PageMessage, Refused> {
    PageMessage::read(json, |json| serde_json::from_str::<Value>(json))
}

fn facts(json: &str) -> trust_indicator::evidence::Facts {
    match read(json).unwrap() {
        PageMessage::Facts(facts) => facts,
        other => panic!("{other:?}"),
    }
}

#[test]
fn facts_are_read() {
    let read = facts(
        r#"{"kind":"facts","document":{"title":"A shop"},"fields":[{"index":3,"type":"password"}],
            "forms":[{"index":0,"action":null}],"seals":[],"tooMuch":false}"#,
    );
    assert_eq!(read.document.title, "A shop");
    assert_eq!(read.fields[0].index, 3);
    assert_eq!(read.fields[0].r#type, "password");
    assert_eq!(read.forms[0].action, None);
    assert!(!read.too_much);
}

#[test]
fn what_html_compares_without_case_is_brought_to_lower_case() {
    let read = facts(
        r#"{"kind":"facts","fields":[{"index":0,"autocomplete":"CC-Number","inputmode":"Numeric","name":"Card"}],
            "forms":[{"index":0,"method":"GET","buttons":[{"method":"Dialog"}]}]}"#,
    );
    assert_eq!(read.fields[0].autocomplete, "cc-number");
    assert_eq!(read.fields[0].input_mode, "numeric");
    assert_eq!(read.fields[0].name, "Card");
    assert_eq!(read.forms[0].method, "get");
    assert_eq!(read.forms[0].buttons[0].method.as_deref(), Some("dialog"));
}

#[test]
fn more_buttons_with_ways_of_their_own_than_are_read_are_too_much() {
    let form = |button: &str, count: usize| {
        let buttons = vec![button; count].join(",");
        facts(&format!(r#"{{"kind":"facts","forms":[{{"index":0,"buttons":[{buttons}]}}]}}"#)).too_much
    };
    assert!(!form(r#"{"action":"/remove"}"#, 20));
    assert!(form(r#"{"action":"/remove"}"#, 21));
    assert!(form(r#"{"method":"post"}"#, 21));
    assert!(!form(r#"{"text":"More"}"#, 21));
}

#[test]
fn a_length_that_stands_for_none_is_none() {
    let lengths = [
        ("19", Some(19)),
        (" 4px", Some(4)),
        ("524288", None),
        ("-1", None),
        ("0", None),
        ("many", None),
        ("", None),
    ];
    for (written, most) in lengths {
        let read = facts(&format!(r#"{{"kind":"facts","fields":[{{"index":0,"maxlength":"{written}"}}]}}"#));
        assert_eq!(read.fields[0].most(), most);
    }
}

#[test]
fn every_event_of_the_guard_is_read() {
    for (name, kind) in [
        ("leave", GuardEventKind::Leave),
        ("proceed", GuardEventKind::Proceed),
        ("mute", GuardEventKind::Mute),
        ("gone", GuardEventKind::Gone),
    ] {
        match read(&format!(r#"{{"kind":"guardEvent","event":"{name}","field":7}}"#)).unwrap() {
            PageMessage::GuardEvent(read) => assert_eq!((read.event, read.field), (kind, 7)),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn other_shapes_are_refused() {
    for text in [
        "",
        "null",
        "[]",
        "3",
        "{}",
        r#"{"kind":"report"}"#,
        r#"{"kind":"facts","fields":{}}"#,
        r#"{"kind":"facts","fields":[{"index":-1}]}"#,
        r#"{"kind":"facts","fields":[{"index":1,"name":{"toString":1}}]}"#,
        r#"{"kind":"facts","seals":[{"rectangle":[1,2,3]}]}"#,
        r#"{"kind":"guardEvent"}"#,
        r#"{"kind":"guardEvent","event":"open","field":1}"#,
        r#"{"kind":"guardEvent","event":"leave","field":4294967296}"#,
    ] {
        assert!(read(text).is_err(), "{text}");
    }
}

#[test]
fn names_that_mean_something_to_javascript_pass_nothing_on() {
    let read = read(
        r#"{"kind":"facts","__proto__":{"tooMuch":true},"constructor":1,"url":"https://bank.example/","frame":0}"#,
    );
    let again = serde_json::to_value(read.unwrap()).unwrap();
    let mut names: Vec<&String> = again.as_object().unwrap().keys().collect();
    names.sort();
    assert_eq!(names, ["document", "fields", "forms", "kind", "origin", "seals", "tooMuch"]);
    assert_eq!(again["tooMuch"], false);
}

#[test]
fn too_long_a_message_is_refused() {
    let text = format!(r#"{{"kind":"facts","document":{{"title":"{}"}}}}"#, "a".repeat(600_000));
    assert!(read(&text).is_err());
}

#[test]
fn too_many_of_anything_is_cut_and_said() {
    let many = |name: &str, count: usize| {
        let items: Vec<String> = (0..count).map(|index| format!(r#"{{"index":{index}}}"#)).collect();
        facts(&format!(r#"{{"kind":"facts","{name}":[{}]}}"#, items.join(",")))
    };
    assert_eq!((many("fields", 501).fields.len(), many("fields", 501).too_much), (500, true));
    assert_eq!((many("fields", 500).fields.len(), many("fields", 500).too_much), (500, false));
    assert_eq!((many("forms", 201).forms.len(), many("forms", 201).too_much), (200, true));
    assert_eq!((many("seals", 101).seals.len(), many("seals", 101).too_much), (100, true));
}

#[test]
fn elements_are_told_as_they_are_and_read_as_fields() {
    let read = facts(
        r#"{"kind":"facts","fields":[{"tag":"input","type":"email"},{"tag":"select","type":"select-one"},
            {"tag":"textarea","type":"textarea"},{"tag":"div"}]}"#,
    );
    let kinds: Vec<_> = read.fields.iter().map(|field| (field.tag.as_str(), field.r#type.as_str())).collect();
    assert_eq!(kinds, [("input", "email"), ("select", ""), ("textarea", ""), ("editable", "")]);
}

#[test]
fn long_texts_are_cut_between_characters() {
    let long = "é".repeat(5000);
    let read = facts(&format!(
        r#"{{"kind":"facts","document":{{"title":"{long}","headings":["{long}"]}},
            "fields":[{{"name":"{long}","options":["{long}"]}}],
            "forms":[{{"action":"{long}","buttons":[{{"text":"{long}","action":"{long}"}}]}}],
            "seals":[{{"link":"{long}","handler":"{long}"}}]}}"#
    ));
    let short = "é".repeat(500);
    let address = "é".repeat(4096);
    assert_eq!(read.document.title, short);
    assert_eq!(read.document.headings, std::slice::from_ref(&short));
    assert_eq!(read.fields[0].name, short);
    assert_eq!(read.fields[0].options, std::slice::from_ref(&short));
    assert_eq!(read.forms[0].action.as_ref(), Some(&address));
    assert_eq!(read.forms[0].buttons[0].text, short);
    assert_eq!(read.forms[0].buttons[0].action.as_ref(), Some(&address));
    assert_eq!(read.seals[0].link, address);
    assert_eq!(read.seals[0].handler, short);
}
