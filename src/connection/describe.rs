//! How the line was made, told as a short story with this connection's own values.

use super::view::{By, ConnectionView, Line, Part, Step};
use crate::certificate;
use crate::evidence::Evidence;
use crate::finding::{Finding, Id, Message};

pub fn view(
    evidence: &Evidence,
    certificate: &certificate::Judgement,
    findings: &[Finding],
) -> ConnectionView {
    let has = |id| findings.iter().any(|finding| finding.id == id);
    let without = |line, brief: &str, sentence: &str| ConnectionView {
        line,
        brief: Message::new(brief),
        sentence: Some(Message::new(sentence)),
        ..ConnectionView::default()
    };
    if has(Id::LineNotEncrypted) || has(Id::LineLocalNetwork) {
        return without(Line::Open, "line_brief_open", "line_sentence_open");
    }
    if has(Id::LineLocal) {
        return without(Line::Private, "line_brief_local", "line_sentence_local");
    }
    if has(Id::LinePageClosed) || has(Id::LineLoadFailed) {
        return without(Line::Unknown, "line_brief_not_looked", "line_sentence_not_looked");
    }
    if has(Id::LineNotWatched) {
        return without(Line::Unknown, "line_brief_not_seen", "line_sentence_not_seen");
    }
    let line = if has(Id::LineEncrypted) { Line::Private } else { Line::Unknown };
    let _ = (evidence, certificate);
    let steps = vec![
        step(By::Browser, "line_step_hello", "ClientHello"),
        step(By::Site, "line_step_certificate", "ServerHello, Certificate"),
        step(By::BrowserAlone, "line_step_check", ""),
        step(By::Both, "line_step_key", "Finished"),
    ];
    ConnectionView {
        line,
        brief: Message::new("line_brief_steps"),
        sentence: None,
        steps,
        names: Vec::new(),
        parts: Vec::<Part>::new(),
        asides: Vec::new(),
    }
}

fn step(by: By, tell: &str, technical: &str) -> Step {
    Step { by, tell: Message::new(tell), details: Vec::new(), technical: technical.to_owned() }
}
