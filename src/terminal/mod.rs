//! Verbs, one file each. Every verb says its answer in English, or with `--json` as one line of JSON for
//! each thing it was asked.

mod address;
mod assess;
mod certificate;
mod english;

use std::io::{ErrorKind, Read, Write};

/// Nothing, or why it could not be done, in one sentence.
pub type Done<T = ()> = Result<T, String>;

const USAGE: &str = "\
trust-indicator assess EVIDENCE.json… [--json]
    What the indicator says of observed pages. A file may hold one page, or one on each line.
trust-indicator certificate FILE --host HOST [--at TIME] [--json]
    What a certificate (PEM or DER, the site’s own first) says, and whether it is for this host.
    A file of lines: {\"certificates\": [base64…], \"host\": …, \"at\": …}
trust-indicator address HOST… [--json]
    Whose site an address is. Without a host, one is read from each line.

A file of - is the standard input. TIME is 2026-11-23, 2026-11-23T10:00:00Z or milliseconds since 1970.";

pub fn run(arguments: &[String]) -> Done {
    let json = arguments.iter().any(|argument| argument == "--json");
    let rest: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|&argument| argument != "--json").collect();
    match rest.split_first() {
        Some((&"assess", rest)) => assess::run(rest, json),
        Some((&"certificate", rest)) => certificate::run(rest, json),
        Some((&"address", rest)) => address::run(rest, json),
        Some((&"help" | &"--help" | &"-h", _)) => say(USAGE),
        Some((verb, _)) => Err(format!("there is no verb “{verb}”\n{USAGE}")),
        None => Err(format!("say what to look at\n{USAGE}")),
    }
}

/// The bytes of a file, or of the standard input for `-`.
fn read(file: &str) -> Done<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file).map_err(|error| format!("{file} cannot be read: {error}"));
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(|error| format!("nothing to read: {error}"))?;
    Ok(bytes)
}

fn read_text(file: &str) -> Done<String> {
    String::from_utf8(read(file)?).map_err(|_| format!("{file} is not text in UTF-8"))
}

/// Writes a line. Who reads may stop reading.
fn say(line: &str) -> Done {
    match writeln!(std::io::stdout().lock(), "{line}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}

fn say_json(value: &impl serde::Serialize) -> Done {
    say(&serde_json::to_string(value).map_err(|error| error.to_string())?)
}

/// Milliseconds since 1970-01-01 UTC.
fn now() -> i64 {
    #[allow(clippy::disallowed_methods, reason = "the terminal is where the time comes in")]
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.ok().and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or_default()
}

/// Reads `2026-11-23`, `2026-11-23T10:00:00Z` or milliseconds.
fn time(text: &str) -> Done<i64> {
    let read = text.parse().ok().or_else(|| trust_indicator::certificate::moment(text));
    read.ok_or_else(|| format!("“{text}” is no time: write 2026-11-23 or 2026-11-23T10:00:00Z"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn times_are_read() {
        assert_eq!(super::time("1970-01-01"), Ok(0));
        assert_eq!(super::time("2026-11-23"), Ok(1_795_392_000_000));
        assert_eq!(super::time("2026-11-23T10:00:00Z"), Ok(1_795_428_000_000));
        assert_eq!(super::time("2026-11-23T12:00:00+02:00"), Ok(1_795_428_000_000));
        assert_eq!(super::time("1795392000000"), Ok(1_795_392_000_000));
        for wrong in ["", "today", "2026-13-01", "2026-11", "2026-11-23T10:00Z", "2026-11-23T10:00:00"] {
            assert!(super::time(wrong).is_err(), "{wrong}");
        }
    }
}
