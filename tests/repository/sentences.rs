//! The English sentences: short, easy, and none that promises more than was seen.

use serde_json::Value;

use crate::messages::english;
use crate::none;

/// Each key with its sentence.
fn sentences() -> Vec<(String, String)> {
    let text = |message: &Value| message["message"].as_str().unwrap().to_owned();
    english().into_iter().map(|(key, message)| (key, text(&message))).collect()
}

#[test]
fn every_message_has_a_note_for_translators() {
    let mut wrong = Vec::new();
    for (key, message) in english() {
        let note = message["description"].as_str().unwrap_or_default();
        wrong.extend(note.trim().is_empty().then(|| format!("{key} has no description")));
        let text = message["message"].as_str().unwrap_or_default();
        let bad = text.is_empty() || text.contains('\'');
        wrong.extend(bad.then(|| format!("{key}: empty, or a straight apostrophe")));
    }
    none(&wrong);
}

#[test]
fn first_lines_are_short() {
    for (key, text) in sentences().into_iter().filter(|(key, _)| key.starts_with("first_")) {
        let letters = text.chars().count();
        assert!(letters <= 60, "{key} has {letters} letters");
    }
}

/// Promises that nobody can keep, and words that frighten.
#[test]
fn no_message_promises_what_nobody_can_know() {
    let banned = ["secure site", "trusted", "verified", "100%", "100 %", "hacker"];
    let mut wrong = Vec::new();
    for (key, text) in sentences() {
        let text = text.to_lowercase();
        let found = banned.iter().filter(|word| text.contains(**word));
        wrong.extend(found.map(|word| format!("{key} says “{word}”")));
        let vague = text.contains("safe") && !text.contains("safe to type") && !text.contains("safer line");
        wrong.extend(vague.then(|| format!("{key} says “safe” without naming for what")));
    }
    none(&wrong);
}

/// “Only begins on” the day that it is would be no answer.
#[test]
fn what_has_not_begun_is_said_to_have_not() {
    let said = english()["certificate_not_yet_valid"]["message"].to_string();
    assert!(said.contains("not begun") && !said.contains("only begins"), "{said}");
}

/// Many names have no twin with or without www: those of devices, and those that begin with it.
#[test]
fn no_owner_is_told_of_www() {
    let told = |(key, text): &(String, String)| key.ends_with("_owner") && text.contains("www");
    assert_eq!(sentences().into_iter().find(told), None);
}

/// They are said of a number, too, beside “a number, not a name”.
#[test]
fn what_a_certificate_is_for_is_called_an_address() {
    let english = english();
    let said = |key: &&str| english[*key]["message"].as_str().unwrap().contains("name");
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

/// Flesch–Kincaid grade level of all messages, with syllables counted as runs of vowels.
#[test]
fn the_english_reads_at_grade_eight_or_easier() {
    let (mut words, mut ends, mut syllables) = (0.0, 0.0, 0.0);
    for (_, text) in sentences() {
        let plain: String =
            text.split('$').enumerate().map(|(at, part)| if at % 2 == 1 { "name" } else { part }).collect();
        let spoken: Vec<&str> =
            plain.split(|c: char| !c.is_alphabetic() && c != '’').filter(|w| !w.is_empty()).collect();
        if spoken.is_empty() {
            continue;
        }
        words += spoken.len() as f64;
        syllables += spoken.iter().map(|word| syllables_of(word)).sum::<usize>() as f64;
        ends +=
            plain.split(['.', '!', '?', ':']).filter(|part| !part.trim().is_empty()).count().max(1) as f64;
    }
    let grade = 0.39 * words / ends + 11.8 * syllables / words - 15.59;
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
