//! The catalogues of messages as they ship: without what only translators and the sources read.

use serde_json::{Map, Value, json};

use crate::Done;

/// A catalogue with its placeholders spelled as `$1`, `$2`, … in the messages, and nothing beside those.
pub fn compact(catalogue: &[u8]) -> Done<Vec<u8>> {
    let messages: Map<String, Value> = serde_json::from_slice(catalogue)
        .map_err(|error| format!("Not a catalogue of messages: {error}."))?;
    let shipped: Map<String, Value> =
        messages.into_iter().map(|(key, entry)| (key, json!({ "message": spelled(&entry) }))).collect();
    serde_json::to_vec(&shipped).map_err(|error| error.to_string())
}

fn spelled(entry: &Value) -> String {
    let mut message = entry["message"].as_str().unwrap_or_default().to_owned();
    for (name, placeholder) in entry["placeholders"].as_object().into_iter().flatten() {
        let content = placeholder["content"].as_str().unwrap_or_default();
        // Names are written in either case; the browsers do not tell them apart.
        for name in [name.to_uppercase(), name.to_lowercase(), name.clone()] {
            message = message.replace(&format!("${name}$"), content);
        }
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_spelled_by_number() {
        let catalogue = br#"{"a":{"message":"To $HOST$, not $who$.","description":"x",
            "placeholders":{"host":{"content":"$1","example":"y"},"who":{"content":"$2"}}}}"#;
        let shipped = compact(catalogue).expect("a catalogue");
        assert_eq!(String::from_utf8(shipped).expect("text"), r#"{"a":{"message":"To $1, not $2."}}"#);
    }
}
