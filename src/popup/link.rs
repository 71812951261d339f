//! A link looked at before it is opened: all that can be judged is its address.

use super::View;
use super::answer::{button, open_real, twins};
use super::header;
use super::mark::Mark;
use super::tree::{Tag, tag};
use crate::address::{names::owned, registrable};
use crate::finding::{Argument, Finding, Id, Level, Question};
use crate::report::Report;

/// `text` is what the link says of itself, `url` where it leads.
pub fn link(report: &Report, text: &str, url: &str) -> Vec<Tag> {
    let grave = report
        .findings
        .iter()
        .filter(|finding| finding.question == Question::Identity && finding.level >= Level::Caution)
        .max_by_key(|finding| finding.level);
    let mark = grave.map_or(Mark::Unknown, |finding| Mark::from(finding.level));
    let first = match mark {
        Mark::Stop => "link_first_stop",
        Mark::Check => "link_first_check",
        Mark::Go | Mark::Unknown | Mark::Off => "link_first_unknown",
    };
    let why = tag("p").class("why");
    let mut parts = vec![
        tag("p").class("word").put(mark.beside(24)).say(mark.word()),
        tag("h1").with("id", "first").say(first),
        match grave {
            Some(finding) => why.put(finding.message("")),
            None => why.say("link_why_unknown"),
        },
    ];
    let leads = tag("dl").class("twins").put_all(says(text));
    let leads = leads.put(tag("dt").say("link_leads")).put(tag("dd").text(report.address.host.clone()));
    let twin = report.headline.twin.as_ref();
    parts.push(twin.map_or(leads, |twin| twins("link_leads", twin)));
    parts.extend(grave.map(|finding| tag("p").class("do").put(finding.message("_do"))));
    let open = button("quiet", "open").with("data-url", url);
    let real = twin.map(|twin| open_real("button", &twin.name, &twin.url));
    let real = real.or_else(|| said(grave?));
    parts.push(tag("div").class("acts").put_all(real).put(open.say("link_open")));

    let view = View { full: true, warned: false };
    let answer = tag("section")
        .class("answer")
        .with("data-state", mark.state())
        .with("aria-labelledby", "first")
        .put(tag("div").class("sheet").put(tag("div").put_all(parts)));
    vec![header::header(report, view), tag("main").put(answer), header::footer(view)]
}

/// The way to where the link says that it leads, where that is a known owner's.
fn said(grave: &Finding) -> Option<Tag> {
    match grave.arguments.as_slice() {
        [_, Argument::Host(said)] if grave.id == Id::AddressLinkText && owned(registrable(said)) => {
            Some(open_real("button", said, &format!("https://{said}/")))
        }
        _ => None,
    }
}

fn says(text: &str) -> Vec<Tag> {
    match text.trim() {
        "" => Vec::new(),
        text => vec![tag("dt").say("link_says"), tag("dd").put(tag("bdi").text(text))],
    }
}
