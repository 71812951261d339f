//! What the person sees: a report as a tree of tags and messages, one file a panel.
//!
//! Panels are plain functions of the report; they hold no sentence and touch no page. `mount` alone makes
//! nodes of them, and text nodes only.

pub mod tree;

mod advice;
mod answer;
mod empty;
mod findings;
mod header;
mod mark;
mod owner;
mod panel;
mod seals;
mod way;

#[cfg(target_arch = "wasm32")]
mod mount;
#[cfg(target_arch = "wasm32")]
pub use mount::{Words, mount};

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
    let panels =
        [findings::panel_of(report, view), seals::panel_of(report, view), owner::panel_of(report, view)];
    let answer = answer::answer(evidence, report, view);
    let way = way::way(report);
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
