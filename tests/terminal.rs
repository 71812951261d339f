//! The terminal: a clear answer, or a clear error and a failing exit.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not so")]

use std::io::Write;
use std::process::{Command, Stdio};

struct Said {
    well: bool,
    out: String,
    error: String,
}

fn terminal(arguments: &[&str], input: &[u8]) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_trust-indicator"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A verb that refuses its words does not read.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { well: output.status.success(), out: text(output.stdout), error: text(output.stderr) }
}

#[test]
fn http_is_stopped_in_words_and_in_json() {
    let evidence = br#"{"at": 1795392000000, "page": {"url": "http://shop.example/", "load": "watched"}}"#;
    let said = terminal(&["assess", "-"], evidence);
    assert!(said.well && said.out.contains("shop.example"), "{} {}", said.out, said.error);
    let said = terminal(&["assess", "-", "--json"], evidence);
    let report: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(report["answers"][0]["state"], "danger");
    assert_eq!(report["advice"][2]["advice"], "stop");
}

#[test]
fn a_line_in_is_a_line_out() {
    let lines =
        b"{\"page\": {\"url\": \"https://a.example/\"}}\n{\"page\": {\"url\": \"https://b.example/\"}}\n";
    let said = terminal(&["assess", "--json", "-"], lines);
    let hosts: Vec<String> = said
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["address"]["host"].to_string())
        .collect();
    assert_eq!(hosts, ["\"a.example\"", "\"b.example\""]);
    let said = terminal(&["address", "--json"], b"www.a.example\nb.example\n");
    assert_eq!(said.out.lines().count(), 2, "{}", said.error);
}

#[test]
fn what_cannot_be_read_is_said_and_fails() {
    let cases: [(&[&str], &[u8], &str); 10] = [
        (&[], b"", "say what to look at"),
        (&["judge"], b"", "no verb “judge”"),
        (&["assess"], b"", "name a file"),
        (&["assess", "/nowhere/evidence.json"], b"", "/nowhere/evidence.json cannot be read"),
        (&["assess", "-"], b"{\"page\": 3}", "- is no evidence"),
        (&["assess", "-"], b"\xff\xfe", "not text"),
        (&["certificate", "-", "--host", "a.example"], b"hello", "neither PEM nor DER"),
        (&["certificate", "-"], b"\x30\x03\x02\x01\x01", "for which host"),
        (&["certificate", "-", "--host", "a.example", "--at", "noon"], b"\x30", "“noon” is no time"),
        (&["address", "--wrong"], b"", "--wrong is not known"),
    ];
    for (arguments, input, why) in cases {
        let said = terminal(arguments, input);
        assert!(!said.well && said.out.is_empty(), "{arguments:?}: {}", said.out);
        assert!(said.error.contains(why), "{arguments:?}: {}", said.error);
    }
}

#[test]
fn bytes_that_are_no_certificate_are_a_finding() {
    let said = terminal(&["certificate", "-", "--host", "a.example", "--json"], b"\x30\x03\x02\x01\x01");
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(told["findings"][0]["id"], "certificate_unreadable", "{told}");
}
