//! What the person sees: a report as a tree of tags and messages, one file a panel.
//!
//! Panels are plain functions of the report; they hold no sentence and touch no page. `mount` alone makes
//! nodes of them, and text nodes only.

pub mod tree;

mod advice;
mod answer;
mod certificate;
mod empty;
mod findings;
mod handshake;
mod header;
mod link;
mod mark;
pub mod markdown;
mod owner;
mod panel;
mod seals;
mod way;

#[cfg(target_arch = "wasm32")]
mod mount;
#[cfg(target_arch = "wasm32")]
pub use mount::{Painter, Words};

pub use link::link;

use crate::evidence::{Evidence, Load};
use crate::report::Report;
use tree::{Tag, tag};

/// How the report is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct View {
    /// As a page of its own, not as a popup.
    pub full: bool,
    /// A warning of ours stands in the page now.
    pub warned: bool,
}

/// The whole popup, or the whole page.
pub fn popup(evidence: &Evidence, report: &Report, view: View) -> Vec<Tag> {
    match evidence.page.load {
        Load::Closed => return empty::closed(),
        Load::Failed => return empty::failed(),
        Load::Watched | Load::NotWatched => {}
    }
    let panels = [
        findings::panel_of(report, view),
        certificate::panel_of(report, view),
        seals::panel_of(report, view),
        handshake::panel_of(report, view),
        owner::panel_of(report, view),
    ];
    let answer = answer::answer(evidence, report, view);
    let way = way::way(report, view);
    let main = if view.full {
        tag("main").put(answer).put(tag("div").class("sheet body").put(way).put(tag("div").put_all(panels)))
    } else {
        tag("main")
            .put(answer)
            .put(advice::advice(report))
            .put(way)
            .put(tag("div").class("panels").put_all(panels))
    };
    vec![header::header(report, view), main, header::footer(view)]
}

/// The report as text to share, without the path and query of the address.
pub fn shared(evidence: &Evidence, report: &Report, speller: &dyn markdown::Speller) -> String {
    let about = tag("p").host(report.address.host.clone()).text(" · ").put(header::seen(report));
    let mut tree = popup(evidence, report, View { full: true, warned: false });
    tree.insert(0, about);
    markdown::markdown(&tree, speller)
}

/// What the owner can mend, as a list to share.
pub fn shared_with_owner(report: &Report, speller: &dyn markdown::Speller) -> String {
    let about = tag("p").host(report.address.host.clone()).text(" · ").put(header::seen(report));
    markdown::markdown(&[about, owner::steps(report)], speller)
}

/// The report for programs, without the path and query of the address.
pub fn without_path(mut report: Report) -> Report {
    report.address.path.clear();
    report
}

#[cfg(test)]
mod tests;
