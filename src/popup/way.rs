//! Where it goes: you, the line, the site, and who receives what.

use super::View;
use super::mark::Mark;
use super::tree::{Part, Tag, said, tag};
use crate::finding::{Id, Message, Question};
use crate::form::Receiver;
use crate::report::{Answer, AnswerState, Report};

/// Branches that are drawn in the popup; the rest is counted.
const BRANCHES: usize = 4;

/// Findings that have a short answer of their own: `<id>_answer`.
pub const SHORT: &[Id] = &[
    Id::LineEncrypted,
    Id::LineNotEncrypted,
    Id::LineLocalNetwork,
    Id::LineErrorOverridden,
    Id::LineNotWatched,
    Id::CertificateExpired,
];

pub fn way(report: &Report, view: View) -> Tag {
    let line = report.answer(Question::Connection);
    let site = report.answer(Question::Identity);
    let end = report.answer(Question::Destination);
    let mut list = tag("ol").put(step("you", None).put(tag("span").class("tell").say("way_you")));
    list = list.put_all(line.map(|answer| question("leg", "ask_connection", answer)));
    list = list.put_all(site.map(|answer| question("who", "ask_identity", answer)));

    let all = report.receivers.len();
    let drawn = if view.full || all <= BRANCHES { all } else { BRANCHES - 1 };
    list = list.put_all(report.receivers.iter().take(drawn).map(receiver));
    if let Some(rest) = report.receivers.get(drawn..).filter(|rest| !rest.is_empty()) {
        list = list.put(folded(rest));
    }
    let untold = end.filter(|end| report.receivers.is_empty() && end.state != AnswerState::Good);
    list = list.put_all(untold.map(|answer| question("to", "ask_destination", answer)));

    tag("section")
        .class("way")
        .with("data-line", drawing(line))
        .with("aria-labelledby", "way")
        .put(tag("h2").with("id", "way").say("way_title"))
        .put(list)
}

fn drawing(line: Option<&Answer>) -> &'static str {
    match line.map(|answer| answer.state) {
        Some(AnswerState::Good) => "private",
        Some(AnswerState::Danger) => "open",
        Some(AnswerState::Caution) => "plain",
        Some(AnswerState::Unknown) | None => "unknown",
    }
}

fn question(class: &'static str, ask: &'static str, answer: &Answer) -> Tag {
    let size = if class == "to" { 16 } else { 20 };
    step(class, Some((answer.state, size)))
        .put(tag("span").class("ask").say(ask))
        .put(tag("span").class("tell").put(told(answer)))
        .put_all(answer.note.iter().map(|note| tag("span").class("note").put(note)))
}

/// The decisive finding in short, where its sentence stands in the headline already.
fn told(answer: &Answer) -> Message {
    match answer.decided_by {
        Some(id) if SHORT.contains(&id) => {
            Message { key: format!("{}_answer", id.name()), ..answer.tell.clone() }
        }
        _ => answer.tell.clone(),
    }
}

fn receiver(receiver: &Receiver) -> Tag {
    step("to", Some((receiver.state, 16)))
        .put(tag("span").class("what").put_all(listed(&receiver.what)))
        .put(who(receiver))
        .put_all(receiver.note.iter().map(|note| tag("span").class("note").put(note)))
}

/// The name in words, and the host where there is one.
fn who(receiver: &Receiver) -> Tag {
    let who = tag("span").class("tell").put(&receiver.who);
    if receiver.host.is_empty() { who } else { who.text(" ").host(receiver.host.clone()) }
}

fn folded(rest: &[Receiver]) -> Tag {
    let gravest = rest.iter().map(|receiver| receiver.state).max().unwrap_or(AnswerState::Unknown);
    let count = u32::try_from(rest.len()).unwrap_or(u32::MAX);
    step("to", Some((gravest, 16))).put(tag("span").class("tell").put(Message::counted("way_more", count)))
}

fn step(class: &'static str, sign: Option<(AnswerState, u8)>) -> Tag {
    let spot = tag("span").class("spot");
    match sign {
        Some((state, size)) => {
            let mark = Mark::from(state);
            tag("li").class(class).with("data-state", mark.state()).put(spot.put(mark.alone(size)))
        }
        None => tag("li").class(class).put(spot),
    }
}

/// "Card number, date, code": what is typed, in the order it was found.
fn listed(kinds: &[String]) -> Vec<Part> {
    let mut parts = Vec::new();
    for kind in kinds {
        if !parts.is_empty() {
            parts.push(Part::Text(" · ".to_owned()));
        }
        parts.push(said(kind.clone()));
    }
    parts
}
