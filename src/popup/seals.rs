//! Seals: the picture beside what is behind it. A seal is never drawn as good.

use super::View;
use super::answer::button;
use super::mark::Mark;
use super::panel::{Brief, panel};
use super::tree::{Tag, tag};
use crate::report::{AnswerState, Report};
use crate::seal::SealView;

pub fn panel_of(report: &Report, view: View) -> Tag {
    if report.seals.is_empty() {
        let none = tag("p").say("seals_none");
        return panel("seals", Brief::plain("seals_none_brief"), view, [none]);
    }
    let gravest = report.seals.iter().max_by_key(|seal| seal.state);
    // That there is one would sound like praise.
    let one_alone = report.seals.len() == 1;
    let brief = match gravest.filter(|seal| seal.state >= AnswerState::Caution || one_alone) {
        Some(seal) => Brief { message: seal.outcome.clone(), mark: sign(seal) },
        None => Brief::counted("seals_brief", report.seals.len()),
    };
    let limit = tag("p").class("aside").say("seals_limit");
    panel("seals", brief, view, report.seals.iter().map(one).chain([limit]))
}

/// None is good by itself.
fn sign(seal: &SealView) -> Option<Mark> {
    Some(Mark::from(seal.state)).filter(|mark| matches!(mark, Mark::Check | Mark::Stop))
}

fn one(seal: &SealView) -> Tag {
    let sign = sign(seal).map(|mark| mark.beside(16));
    let name = tag("span");
    let name = if seal.provider.is_empty() {
        name
    } else {
        name.put(tag("bdi").text(seal.provider.clone())).say("colon")
    };
    let layers = seal.layers.iter().chain(&seal.certificate).map(|layer| tag("li").put(layer));
    let more = tag("details")
        .class("more")
        .put(tag("summary").say("all_the_details"))
        .put(tag("ul").class("points").put_all(layers));
    let verify = seal
        .verify
        .iter()
        .map(|url| button("quiet", "open").with("data-url", url.clone()).say("act_verify_seal"));
    let words = tag("div")
        .put(tag("h3").class("name").put_all(sign).put(name.put(&seal.outcome)))
        .put(tag("span").class("note").put(&seal.sentence))
        .put(tag("span").class("note aside").put(&seal.kind))
        .put(more)
        .put_all(verify);
    tag("div").class("seal").put(picture(seal)).put(words)
}

/// The seal's place on the page, for the glue that cuts its picture out of the screen; until then, and where
/// it cannot be seen, the first letter of its name.
fn picture(seal: &SealView) -> Tag {
    let letter: String = seal.provider.chars().take(1).collect();
    let picture = tag("span").class("pic").with("aria-hidden", "true").text(letter);
    match seal.rectangle.filter(|_| seal.frame == 0) {
        Some(place) => {
            picture.with("data-place", place.map(|side| (side.round() as i32).to_string()).join(" "))
        }
        None => picture,
    }
}
