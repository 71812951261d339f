//! How the line was made: two rails and four messages; the last one is the tube.

use super::View;
use super::panel::{Brief, panel};
use super::tree::{Tag, tag};
use crate::connection::{By, ConnectionView, Step};
use crate::finding::Question;
use crate::report::{AnswerState, Report};

pub fn panel_of(report: &Report, view: View) -> Tag {
    let connection = &report.connection;
    let mut inside = Vec::new();
    inside.extend(connection.sentence.iter().map(|sentence| tag("p").put(sentence)));
    if !connection.steps.is_empty() {
        let ends = tag("div")
            .class("talk-ends")
            .put(tag("span").say("handshake_browser"))
            .put(tag("span").host(report.address.host.clone()));
        let steps = connection.steps.iter().zip(1..).map(|(step, number)| message(step, number));
        let line = report.answer(Question::Connection);
        let private = line.is_some_and(|line| line.state == AnswerState::Good);
        let drawn = if private { "drawn" } else { "drawn amiss" };
        inside.push(tag("div").class(drawn).put(ends).put(tag("ol").class("talk").put_all(steps)));
    }
    if !connection.names.is_empty() {
        inside.push(tag("p").class("aside").text(connection.names.join(" · ")));
    }
    inside.extend(connection.asides.iter().map(|aside| tag("p").class("aside").put(aside)));
    inside.extend(details(connection));
    let brief = Brief { message: connection.brief.clone(), mark: None };
    panel("handshake", brief, view, inside)
}

fn message(step: &Step, number: u32) -> Tag {
    let class = match step.by {
        By::Browser => "ask",
        By::Site => "reply",
        By::BrowserAlone => "self",
        By::Both => "both",
    };
    let number = tag("span").class("n").text(format!("{number} "));
    tag("li").class(class).put(tag("p").put(number).put(&step.tell))
}

fn details(connection: &ConnectionView) -> Option<Tag> {
    if connection.parts.is_empty() && connection.steps.iter().all(|step| step.details.is_empty()) {
        return None;
    }
    let steps = connection.steps.iter().zip(1..).map(|(step, number)| {
        // The names of the messages run left to right in every language.
        let name = tag("dt").text(format!("{number} ")).put(tag("bdi").text(&step.technical));
        let details = step.details.iter().map(|detail| tag("p").put(detail));
        [name, tag("dd").put_all(details)]
    });
    let parts = connection.parts.iter().map(|part| {
        let value = part.value.iter().map(|value| tag("p").class("code").text(value.clone()));
        [tag("dt").put(&part.label), tag("dd").put_all(value).put(tag("p").put(&part.explained))]
    });
    let facts = steps.chain(parts).flatten();
    Some(
        tag("details")
            .class("more")
            .put(tag("summary").say("all_the_details"))
            .put(tag("dl").class("facts").put_all(facts)),
    )
}
