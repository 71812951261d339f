//! Nothing to look at: one sentence, one next step.

use super::mark::Mark;
use super::tree::{Tag, tag};

/// The browser keeps this page closed to add-ons.
pub fn closed() -> Vec<Tag> {
    empty("closed")
}

/// The browser shows its own error page.
pub fn failed() -> Vec<Tag> {
    empty("failed")
}

fn empty(stem: &str) -> Vec<Tag> {
    let main = tag("main")
        .class("closed")
        .put(Mark::Off.beside(56))
        .put(tag("h1").say(format!("empty_{stem}_first")))
        .put(tag("p").say(format!("empty_{stem}_why")))
        .put(tag("p").say(format!("empty_{stem}_do")));
    vec![main]
}
