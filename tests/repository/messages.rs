//! Every sentence is in `_locales`, in English first, and says in each language what it says there.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use trust_indicator::finding::{Id, Level};

use crate::{files, none, quoted, shipped};

const PLURALS: [&str; 6] = ["_zero", "_one", "_two", "_few", "_many", "_other"];

/// Each locale's messages.
fn locales() -> BTreeMap<String, Map<String, Value>> {
    let all = files("extension/_locales", &["messages.json"]);
    all.into_iter()
        .map(|(name, text)| {
            let locale = name.split('/').nth(2).unwrap().to_owned();
            let Ok(Value::Object(messages)) = serde_json::from_str(&text) else {
                panic!("{name} is not JSON")
            };
            (locale, messages)
        })
        .collect()
}

pub fn english() -> Map<String, Value> {
    locales().remove("en").unwrap()
}

/// A key, or a counted one in its plural forms.
fn has(messages: &Map<String, Value>, key: &str) -> bool {
    messages.contains_key(key) || messages.contains_key(&format!("{key}_other"))
}

#[test]
fn every_message_that_is_said_is_there() {
    let english = english();
    let rust = ["Message::new(", "Message::counted(", ".say(", ".key("];
    let script = ["getMessage(", "message(", "data-say="];
    // What begins like this is a key wherever it stands, or a script's name.
    let stems = ["empty_broken_", "guard_"];
    let mut said: Vec<(String, String)> = Vec::new();
    for (name, text) in files("src", &[".rs"]) {
        let code = shipped(&name, &text);
        let keys = rust.iter().flat_map(|beginning| quoted(code, beginning));
        said.extend(keys.map(|key| (name.clone(), key.to_owned())));
    }
    for (name, text) in files("extension", &[".js", ".html"]) {
        let keys = script.iter().flat_map(|beginning| quoted(&text, beginning));
        said.extend(keys.map(|key| (name.clone(), key.to_owned())));
        let stands = |part: &&str| stems.iter().any(|stem| part.starts_with(stem)) && !part.ends_with(".js");
        said.extend(text.split('"').filter(stands).map(|key| (name.clone(), key.to_owned())));
    }
    let manifest = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/manifest.json")).unwrap();
    let keys = manifest.split("__MSG_").skip(1).filter_map(|rest| rest.split("__").next());
    said.extend(keys.map(|key| ("manifest.json".to_owned(), key.to_owned())));
    assert!(said.len() > 200, "only {} keys were found", said.len());
    // `@@bidi_dir` and the like are the browser's own.
    let missing = said.iter().filter(|(_, key)| !key.starts_with("@@") && !has(&english, key));
    none(&missing.map(|(name, key)| format!("{name} says {key}: en lacks it")).collect::<Vec<_>>());
}

#[test]
fn every_finding_can_be_told_and_explained() {
    let english = english();
    let mut missing = Vec::new();
    for id in Id::ALL {
        let suffixes: &[&str] = match id.rule().level {
            Level::Good | Level::Info => &["", "_meaning"],
            Level::Unknown => &["", "_meaning", "_do"],
            Level::Caution | Level::Danger => &["", "_meaning", "_do", "_owner"],
        };
        let wanted = suffixes.iter().map(|suffix| format!("{}{suffix}", id.name()));
        missing.extend(wanted.filter(|key| !english.contains_key(key)).map(|key| format!("en lacks {key}")));
    }
    none(&missing);
}

/// A finding's arguments fill all its messages, so that one of these may leave some of them out.
#[test]
fn placeholders_are_declared() {
    let mut wrong = Vec::new();
    for (locale, messages) in locales() {
        for (key, message) in &messages {
            let declared: BTreeSet<String> = message["placeholders"]
                .as_object()
                .map(|list| list.keys().map(|name| name.to_lowercase()).collect())
                .unwrap_or_default();
            let used = placeholders(message["message"].as_str().unwrap_or(""));
            if !used.is_subset(&declared) {
                wrong.push(format!("{locale} {key}: uses {used:?}, declares {declared:?}"));
            }
        }
    }
    none(&wrong);
}

/// `$HOST$` → `host`
fn placeholders(message: &str) -> BTreeSet<String> {
    let parts: Vec<&str> = message.split('$').collect();
    parts.iter().skip(1).step_by(2).map(|name| name.to_lowercase()).collect()
}

/// What fills each placeholder: `$1`, `$2`, …
fn contents(message: &Value) -> BTreeSet<String> {
    let list = message["placeholders"].as_object().into_iter().flatten();
    list.filter_map(|(_, one)| one["content"].as_str().map(str::to_owned)).collect()
}

#[test]
fn every_language_names_the_keys_that_open_the_report() {
    let manifest: Value = serde_json::from_str(include_str!("../../manifest.json")).unwrap();
    let keys = manifest["commands"]["_execute_action"]["suggested_key"]["default"].as_str().unwrap();
    let (_, letter) = keys.rsplit_once('+').unwrap();
    let said = |messages: &Map<String, Value>| messages["welcome_keys_do"]["message"].to_string();
    let others =
        locales().into_iter().filter(|(_, messages)| !said(messages).contains(&format!("+{letter}")));
    let wrong: Vec<String> =
        others.map(|(locale, _)| format!("{locale} names other keys than {keys}")).collect();
    none(&wrong);
}

/// Whoever presses by voice says the word that stands there.
#[test]
fn what_is_read_of_a_button_holds_the_word_on_it() {
    let names = [("options_remove", "options_remove_name"), ("act_copy", "act_copy_value")];
    for (locale, messages) in locales() {
        let text = |key: &str| messages[key]["message"].as_str().unwrap().to_lowercase();
        for (word, name) in names {
            assert!(text(name).contains(&text(word)), "{locale}: {name}");
        }
    }
}

#[test]
fn every_language_says_what_english_says() {
    let mut locales = locales();
    let english = locales.remove("en").unwrap();
    let mut wrong = Vec::new();
    for (locale, messages) in &locales {
        for (key, message) in &english {
            match messages.get(key) {
                Some(other) if contents(other) != contents(message) && !plural(key) => {
                    wrong.push(format!("{locale} {key}: other placeholders than English"));
                }
                None if !plural(key) => wrong.push(format!("{locale} lacks {key}")),
                _ => {}
            }
        }
        // A language has plural forms of its own, but each counted message has at least `_other`.
        let stems =
            messages.keys().map(|key| PLURALS.iter().find_map(|form| key.strip_suffix(form)).unwrap_or(key));
        let unknown =
            stems.filter(|stem| !has(&english, stem) && !english.contains_key(&format!("{stem}_one")));
        wrong.extend(unknown.map(|key| format!("{locale} has {key}, English does not")));
        let counted = english.keys().filter(|key| key.ends_with("_other"));
        wrong.extend(
            counted.filter(|key| !messages.contains_key(*key)).map(|key| format!("{locale} lacks {key}")),
        );
    }
    none(&wrong);
}

fn plural(key: &str) -> bool {
    PLURALS.iter().any(|form| key.ends_with(form))
}
