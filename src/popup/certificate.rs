//! The certificate in three layers: one sentence; what it says and does not say; every field.

use super::View;
use super::answer::button;
use super::mark::Mark;
use super::panel::{Brief, panel};
use super::tree::{Part, Tag, said, tag};
use crate::certificate::{CertificateView, Days, Fact, FactGroup, Link, Role};
use crate::finding::{Argument, Level, Message};
use crate::report::Report;

pub fn panel_of(report: &Report, view: View) -> Tag {
    let certificate = &report.certificate;
    let gravest = report
        .findings
        .iter()
        .filter(|finding| finding.id.name().starts_with("certificate"))
        .map(|finding| finding.level)
        .max();
    let brief = Brief { message: certificate.brief.clone(), mark: None }
        .marked(gravest.map_or(Mark::Off, Mark::from));
    // What is amiss is not drawn in the colour of what is good.
    let drawn = if gravest >= Some(Level::Caution) { "drawn amiss" } else { "drawn" };

    let mut inside = vec![tag("p").class("one").put(&certificate.sentence)];
    inside.extend(certificate.level_explained.iter().map(|text| tag("p").put(text)));
    if !certificate.says.is_empty() {
        inside.push(says(certificate));
    }
    inside.extend(certificate.days.as_ref().map(|covered| days(covered, drawn)));
    if !certificate.chain.is_empty() {
        inside.push(chain(&certificate.chain, drawn));
    }
    if !certificate.ways.is_empty() {
        let steps = certificate.ways.iter().map(|way| tag("li").put(way));
        inside.push(tag("ol").class("steps").put_all(steps));
    }
    inside.extend(certificate.asides.iter().map(|aside| tag("p").class("aside").put(aside)));
    inside.extend(details(certificate));
    inside.extend(pem(certificate));
    panel("certificate", brief, view, inside)
}

fn says(certificate: &CertificateView) -> Tag {
    let column = |class: &str, title: &str, lines: &[Message]| {
        let list = tag("ul").put_all(lines.iter().map(|line| tag("li").put(line)));
        tag("div").class(class).put(tag("h3").say(title)).put(list)
    };
    tag("div").class("says").put(column("does", "certificate_says", &certificate.says)).put(column(
        "not",
        "certificate_does_not_say",
        &certificate.does_not_say,
    ))
}

/// A bar with today on it; a screen reader hears the dates.
fn days(days: &Days, drawn: &str) -> Tag {
    let name = Message::new("certificate_days_name").date(days.start).date(days.end);
    let end = |day: i64| tag("span").put(Part::Value(Argument::Date(day)));
    let bar = tag("div")
        .class("days")
        .with("role", "img")
        .label(name)
        .put(tag("span").class("now"))
        .put(tag("div").class("bar").put(tag("i")))
        .put(tag("div").class("ends").put(end(days.start)).put(end(days.end)));
    tag("div")
        .class(drawn)
        .with("--at", days.percent.min(100).to_string())
        .put(tag("h3").say("certificate_days"))
        .put(tag("p").class("today").put(tag("span").put(&days.label)))
        .put(bar)
}

/// Each certificate is a ring; the first hangs from the browser's own list.
fn chain(links: &[Link], drawn: &str) -> Tag {
    let link = |link: &Link| {
        let class = match (link.role, link.weak) {
            (Role::Missing | Role::PrivateRoot | Role::UnknownRoot, true) => "gone weak",
            (Role::Missing | Role::PrivateRoot | Role::UnknownRoot, false) => "gone",
            (_, true) => "weak",
            (_, false) => "ring",
        };
        tag("li")
            .class(class)
            .put(tag("span").class("who").put(who(link)))
            .put(tag("span").class("as").put(&link.says))
    };
    tag("div")
        .class(drawn)
        .put(tag("h3").say("certificate_chain"))
        .put(tag("ol").class("chain").put_all(links.iter().map(link)))
}

fn who(link: &Link) -> Part {
    match &link.who {
        Argument::Text(name) if name.is_empty() => said("chain_missing"),
        who => Part::Value(who.clone()),
    }
}

fn details(certificate: &CertificateView) -> Option<Tag> {
    if certificate.facts.is_empty() {
        return None;
    }
    let mut more = tag("details")
        .class("more")
        .put(tag("summary").say("all_the_details"))
        .put_all(certificate.facts.iter().map(group));
    if !certificate.faults.is_empty() {
        let faults = certificate.faults.iter().flat_map(|fault| {
            [tag("dt").class("code").text(fault.rule.clone()), tag("dd").text(fault.source.clone())]
        });
        more = more.put(tag("h3").say("certificate_faults")).put(tag("dl").class("facts").put_all(faults));
    }
    // From the site up: who vouches for it first.
    let above = certificate.chain.iter().rev().filter(|link| !link.facts.is_empty());
    more = more.put_all(above.map(|link| {
        let name = tag("summary").put(who(link));
        tag("details").class("more").put(name).put_all(link.facts.iter().map(group))
    }));
    Some(more)
}

fn group(group: &FactGroup) -> Tag {
    let facts = group.facts.iter().flat_map(|fact| [tag("dt").put(&fact.label), values(fact)]);
    tag("div").put(tag("h3").put(&group.title)).put(tag("dl").class("facts").put_all(facts))
}

fn values(fact: &Fact) -> Tag {
    let mut cell = tag("dd").class(if fact.code { "code" } else { "plain" });
    for (at, value) in fact.values.iter().enumerate() {
        if at > 0 {
            cell = cell.say("list_comma");
        }
        cell = cell.put(Part::Value(value.clone()));
    }
    if fact.more > 0 {
        cell = cell.text(" ").put(Message::counted("way_more", fact.more));
    }
    match fact.values.as_slice() {
        [Argument::Text(value)] if fact.code => cell.text(" ").put(
            button("copy", "copy")
                .with("data-copy", value.clone())
                .label(Message::new("act_copy_value").with(Argument::Key(fact.label.key.clone())))
                .say("act_copy"),
        ),
        _ => cell,
    }
}

fn pem(certificate: &CertificateView) -> Option<Tag> {
    if certificate.pem.is_empty() {
        return None;
    }
    let copy = button("button second", "copy").with("data-copy", certificate.pem.clone());
    let save = button("quiet", "save").with("data-copy", certificate.pem.clone()).with("data-name", "pem");
    Some(tag("div").class("acts").put(copy.say("act_copy_pem")).put(save.say("act_save_pem")))
}
