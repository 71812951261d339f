//! For the site’s owner: what we saw, and what would change it.

use super::View;
use super::answer::button;
use super::panel::{Brief, panel};
use super::tree::{Tag, tag};
use crate::finding::{Level, Message};
use crate::report::Report;

pub fn panel_of(report: &Report, view: View) -> Tag {
    let copy = tag("div")
        .class("acts")
        .put(button("button second", "copy-report").say("act_copy_report"))
        .put(button("quiet", "save-report").say("act_save_report"));
    if report.owner.is_empty() {
        // Nothing is said of what was not seen.
        let unseen = report.findings.iter().find(|finding| finding.level == Level::Unknown);
        let (brief, says) = match unseen {
            Some(unseen) => ("line_brief_not_looked", unseen.message("")),
            None => ("owner_nothing_brief", Message::new("owner_nothing")),
        };
        let inside = [tag("p").put(says), tag("p").class("aside").say("owner_wrong"), copy];
        return panel("owner", Brief::plain(brief), view, inside);
    }
    let copy = copy.put(button("quiet", "copy-owner").say("act_copy_owner"));
    let mut inside = vec![tag("p").say("owner_intro"), steps(report)];
    if !report.certificate.get_one.is_empty() {
        let ways = report.certificate.get_one.iter().map(|way| tag("li").put(way));
        let list = tag("ul").class("points").put_all(ways);
        inside.push(tag("div").put(tag("h3").say("owner_get_one")).put(list));
    }
    inside.extend([copy, tag("p").class("aside").say("owner_stays_here")]);
    panel("owner", Brief::counted("owner_brief", report.owner.len()), view, inside)
}

/// What would change what we saw, the gravest first.
pub fn steps(report: &Report) -> Tag {
    tag("ol").class("steps").put_all(report.owner.iter().map(|step| {
        let what = tag("span").class("aside").put(&step.what);
        tag("li").put(tag("span").class("how").put(&step.how)).text(" ").put(what)
    }))
}
