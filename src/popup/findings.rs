//! What we saw: every finding, and what it means.

use super::View;
use super::mark::Mark;
use super::panel::{Brief, panel};
use super::tree::{Tag, tag};
use crate::finding::{Finding, Level};
use crate::report::Report;

pub fn panel_of(report: &Report, view: View) -> Tag {
    let grave = report.findings.iter().filter(|finding| finding.level >= Level::Caution).count();
    let unknown = report.findings.iter().filter(|finding| finding.level == Level::Unknown).count();
    let brief = if grave > 0 {
        let gravest = report.findings.iter().map(|finding| finding.level).max();
        Brief::counted("seen_grave", grave).marked(gravest.map_or(Mark::Off, Mark::from))
    } else if unknown > 0 {
        Brief::counted("seen_unknown", unknown)
    } else {
        Brief::counted("seen_all", report.findings.len())
    };
    let mut seen: Vec<&Finding> = Vec::new();
    for finding in &report.findings {
        let told = |known: &&Finding| known.id == finding.id && known.arguments == finding.arguments;
        if !seen.iter().any(told) {
            seen.push(finding);
        }
    }
    // The gravest first, as the report has them; what is only worth telling comes last. It has no sign: it
    // changes no answer, nor does what is good beside what is amiss or not known.
    let is_signed = |finding: &&Finding| match finding.level {
        Level::Info => false,
        Level::Good => grave + unknown == 0,
        _ => true,
    };
    let (signed, told): (Vec<&Finding>, Vec<&Finding>) = seen.into_iter().partition(is_signed);
    let signed = signed.into_iter().map(|finding| row(finding, true));
    let told = told.into_iter().map(|finding| row(finding, false));
    panel("seen", brief, view, [tag("ul").class("seen").put_all(signed.chain(told))])
}

fn row(finding: &Finding, signed: bool) -> Tag {
    let mark = if signed {
        Mark::from(finding.level).alone(16)
    } else {
        tag("span").class("no-mark").with("aria-hidden", "true")
    };
    let meaning = tag("details")
        .class("more")
        .put(tag("summary").say("what_does_this_mean"))
        .put(tag("p").put(finding.message("_meaning")));
    tag("li")
        .with("id", format!("seen-{}", finding.id.name()))
        .put(mark)
        .put(tag("span").class("what").put(finding.message("")))
        .put(tag("div").class("where").put(meaning))
}
