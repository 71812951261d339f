//! The first thing a person reads: the sign, what to do, why, and the way out.

use super::mark::Mark;
use super::tree::{Tag, tag};
use super::{View, advice};
use crate::address;
use crate::evidence::Evidence;
use crate::finding::{Action, Id, Message, Question};
use crate::report::{Advice, Report, Twin, TwinPiece};

pub fn answer(evidence: &Evidence, report: &Report, view: View) -> Tag {
    let headline = &report.headline;
    let mark = Mark::from(headline.state);
    let mut text = vec![
        tag("p").class("word").put(mark.beside(24)).say(mark.word()),
        tag("h1").with("id", "first").put(&headline.first),
        tag("p").class("why").put(&headline.why),
    ];
    text.extend(headline.twin.iter().map(|twin| twins("twin_this_page", twin)));
    text.extend(headline.act.iter().map(|act| tag("p").class("do").put(act)));
    text.extend(headline.limit.iter().map(|limit| tag("p").class("limit").put(limit)));
    text.extend(
        headline.also.iter().map(|also| tag("p").class("also").put(tag("b").say("also")).text(" ").put(also)),
    );
    if view.warned {
        text.push(tag("p").class("limit").say("warning_is_ours"));
    }
    text.extend(acts(evidence, report));

    let section =
        tag("section").class("answer").with("data-state", mark.state()).with("aria-labelledby", "first");
    if view.full {
        let sheet = tag("div").class("sheet");
        section.put(sheet.put(tag("div").put_all(text)).put(advice::advice(report)))
    } else {
        section.put_all(text)
    }
}

/// One bright button that leads away, the quiet ones after it.
fn acts(evidence: &Evidence, report: &Report) -> Option<Tag> {
    let headline = &report.headline;
    let mut bright = Vec::new();
    let mut quiet = Vec::new();
    match (headline.state, headline.decided_by) {
        (Advice::Stop, _) => bright.push(button("button", "leave").say("act_leave")),
        (_, Some(Id::LineNotWatched | Id::FormNotLooked)) => {
            bright.push(button("button second", "reload").say("act_reload"));
        }
        _ => {}
    }
    quiet.extend(headline.twin.iter().map(|twin| open_real("quiet", &twin.name, &twin.url)));
    if headline.decided_by == Some(Id::LineNotEncrypted) {
        quiet.push(button("quiet", "https").say("act_try_https"));
    }
    if let Some(decisive) = headline.decided_by.filter(|_| headline.state >= Advice::Unknown) {
        let meaning = tag("a").class("quiet").with("href", format!("#seen-{}", decisive.name()));
        quiet.push(meaning.say("what_does_this_mean"));
    }
    if report.guards.iter().any(|guard| guard.local) {
        quiet.push(button("quiet", "mute").say("act_mute"));
    }
    let address = &report.address;
    let site = if address.registrable.is_empty() { &address.host } else { &address.registrable };
    if address::known(evidence) {
        quiet.push(button("quiet", "forget").with("data-site", site).say("act_forget"));
    } else if offers_known(report) {
        quiet.push(button("quiet", "know").with("data-site", site).say("act_know"));
    }
    let none = bright.is_empty() && quiet.is_empty();
    (!none).then(|| tag("div").class("acts").put_all(bright).put_all(quiet))
}

/// A name that only resembles another may be one that the person knows, and a page among strangers' one's own; a failed
/// certificate is never waved through from here.
fn offers_known(report: &Report) -> bool {
    let decided_by = report.headline.decided_by;
    report.findings.iter().find(|finding| Some(finding.id) == decided_by).is_some_and(|decisive| {
        let name = decisive.id.name();
        // A copy, or a page under a path of a shared host, has no name of its own to be known by.
        let shared = decisive.id == Id::AddressOnPlatform && decisive.bears_on(Action::Browse);
        let told = report.headline.state >= Advice::Check || !decisive.bears_on(Action::Browse);
        decisive.question == Question::Identity
            && !shared
            && told
            && !name.starts_with("certificate")
            && !name.starts_with("line")
    })
}

pub fn button(class: &str, act: &str) -> Tag {
    tag("button").class(class).with("type", "button").with("data-act", act)
}

/// The way to the site that this one resembles, or that a link speaks of.
pub fn open_real(class: &str, name: &str, url: &str) -> Tag {
    button(class, "open").with("data-url", url).put(Message::new("act_open_real").text(name))
}

/// Two names, one over the other.
pub fn twins(this: &'static str, twin: &Twin) -> Tag {
    tag("dl")
        .class("twins")
        .put(tag("dt").say(this))
        .put(tag("dd").class("odd").put_all(letters(&twin.page)))
        .put(tag("dt").text(twin.name.clone()))
        .put(tag("dd").put_all(letters(&twin.known)))
}

fn letters(pieces: &[TwinPiece]) -> impl Iterator<Item = Tag> {
    pieces.iter().map(|piece| {
        let name = if piece.differs { "mark" } else { "span" };
        tag(name).text(piece.text.clone())
    })
}
