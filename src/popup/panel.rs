//! The frame of a panel: a row that opens in the popup, a part with a heading on the full page.

use super::View;
use super::mark::Mark;
use super::tree::{Part, Tag, tag};
use crate::finding::Message;

/// The answer in brief on the closed row, with a sign for check and stop only.
pub struct Brief {
    pub message: Message,
    pub mark: Option<Mark>,
}

impl Brief {
    pub fn plain(key: &str) -> Brief {
        Brief { message: Message::new(key), mark: None }
    }

    pub fn counted(key: &str, count: usize) -> Brief {
        Brief { message: Message::counted(key, u32::try_from(count).unwrap_or(u32::MAX)), mark: None }
    }

    pub fn marked(self, mark: Mark) -> Brief {
        Brief { mark: matches!(mark, Mark::Check | Mark::Stop).then_some(mark), ..self }
    }
}

/// `id` is what a link to the panel names; its title is the message `panel_<id>`.
pub fn panel<P: Into<Part>>(
    id: &'static str,
    brief: Brief,
    view: View,
    inside: impl IntoIterator<Item = P>,
) -> Tag {
    let title = format!("panel_{id}");
    let inside = tag("div").class("inside").put_all(inside);
    if view.full {
        let heading = format!("h-{id}");
        tag("section")
            .class("part")
            .with("id", id)
            .with("aria-labelledby", heading.clone())
            .put(tag("h2").with("id", heading).say(title))
            .put(inside)
    } else {
        let sign = brief.mark.map(|mark| mark.beside(16));
        let brief = tag("span").class("brief").put_all(sign).put(tag("span").put(brief.message));
        // One name for all: the browser keeps one open at a time.
        tag("details")
            .class("panel")
            .with("id", id)
            .with("name", "panel")
            .put(tag("summary").put(tag("h2").say(title)).put(brief))
            .put(inside)
    }
}
