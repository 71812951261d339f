//! The sentences, in English, from the same catalogue that the extension speaks from.

use std::collections::HashMap;

use serde::Deserialize;
use trust_indicator::finding::{Argument, Finding, Message};
use trust_indicator::popup::markdown::Speller;

use super::Done;

#[derive(Deserialize)]
struct Entry {
    message: String,
    #[serde(default)]
    placeholders: HashMap<String, Placeholder>,
}

/// `content` is `$1` to `$9`: the argument's place.
#[derive(Deserialize)]
struct Placeholder {
    content: String,
}

pub struct English(HashMap<String, Entry>);

impl English {
    pub fn new() -> Done<English> {
        let catalogue = include_str!("../../extension/_locales/en/messages.json");
        serde_json::from_str(catalogue)
            .map(English)
            .map_err(|error| format!("the catalogue is broken: {error}"))
    }

    /// "danger: Anyone on the way can read what you type."
    pub fn finding(&self, finding: &Finding) -> String {
        let level = serde_json::to_string(&finding.level).unwrap_or_default();
        format!("{}: {}", level.trim_matches('"'), self.message(&finding.message("")))
    }
}

impl Speller for English {
    fn message(&self, message: &Message) -> String {
        let key = match message.count {
            None => message.key.clone(),
            Some(1) => format!("{}_one", message.key),
            Some(_) => format!("{}_other", message.key),
        };
        let Some(entry) = self.0.get(&key) else { return key };
        let mut text = String::new();
        // Outside and inside of the dollar signs, by turns.
        for (at, part) in entry.message.split('$').enumerate() {
            let place = entry.placeholders.get(&part.to_lowercase()).filter(|_| at % 2 == 1);
            let place = place.and_then(|place| place.content.strip_prefix('$')?.parse::<usize>().ok());
            match place.and_then(|place| message.arguments.get(place.checked_sub(1)?)) {
                Some(argument) => text.push_str(&self.value(argument)),
                None => text.push_str(part),
            }
        }
        text
    }

    fn value(&self, value: &Argument) -> String {
        match value {
            Argument::Text(text) | Argument::Host(text) => text.clone(),
            Argument::Number(number) => number.to_string(),
            Argument::Key(key) => self.message(&Message::new(key.clone())),
            Argument::Date(milliseconds) => {
                let (year, month, day) =
                    trust_indicator::certificate::date(milliseconds.div_euclid(86_400_000));
                format!("{year}-{month:02}-{day:02}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_filled() {
        let english = English::new().unwrap();
        let said = Message::new("toolbar_title").text("Stop").text("First.").text("Why.");
        assert_eq!(english.message(&said), "Stop. First. Why.");
        assert_eq!(english.message(&Message::new("no_such_key")), "no_such_key");
        assert_eq!(english.value(&Argument::Date(1_795_392_000_000)), "2026-11-23");
    }
}
