//! The mark: one dot, one stroke, one sign. The shapes of `extension/icons/*.svg`, coloured by the page.

use super::tree::{Tag, tag};
use crate::finding::{Level, Message};
use crate::report::{Advice, AnswerState};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Go,
    Check,
    Stop,
    Unknown,
    Off,
}

impl Mark {
    /// Its name in CSS.
    pub fn state(self) -> &'static str {
        match self {
            Mark::Go => "go",
            Mark::Check => "check",
            Mark::Stop => "stop",
            Mark::Unknown => "unknown",
            Mark::Off => "off",
        }
    }

    /// The key of its word.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Go => "state_go",
            Mark::Check => "state_check",
            Mark::Stop => "state_stop",
            Mark::Unknown => "state_unknown",
            Mark::Off => "state_off",
        }
    }

    /// Beside its word: nothing to hear.
    pub fn beside(self, size: u8) -> Tag {
        self.draw(size).with("aria-hidden", "true")
    }

    /// Alone: it says its word.
    pub fn alone(self, size: u8) -> Tag {
        self.draw(size).with("role", "img").label(Message::new(self.word()))
    }

    fn draw(self, size: u8) -> Tag {
        let svg = tag("svg")
            .class("mark")
            .with("data-state", self.state())
            .with("viewBox", "0 0 16 16")
            .with("width", size.to_string())
            .with("height", size.to_string());
        match self {
            Mark::Go => svg
                .put(
                    tag("circle")
                        .class("b")
                        .with("cx", "8")
                        .with("cy", "8")
                        .with("r", "6.7")
                        .with("stroke-width", "1.6"),
                )
                .put(stroke("M8 9V4.6M5.2 6.8 8 4l2.8 2.8", "1.7"))
                .put(dot("1.1")),
            Mark::Check => svg
                .put(round("b", "M8 1.85 14.65 13.95H1.35Z", "2.3"))
                .put(round(
                    "e",
                    "M8 1.2c.66 0 1 .32 1.25.77l6 10.9c.5.95 0 1.98-1.1 1.98H1.85c-1.1 0-1.6-1.03-1.1-1.98l6-10.9C7 1.52 7.34 1.2 8 1.2Z",
                    ".9",
                ))
                .put(stroke("M8 6.1V9", "1.8"))
                .put(dot("1.1")),
            Mark::Stop => svg
                .put(round("b", "M5 .6h6L15.4 5v6L11 15.4H5L.6 11V5Z", ".8"))
                .put(stroke("M3.6 4h8.8M8 7.3v1.5", "2"))
                .put(dot("1.15")),
            Mark::Unknown => svg
                .put(
                    round(
                        "b",
                        "M1 4.9V3a2 2 0 0 1 2-2h1.9M11.1 1H13a2 2 0 0 1 2 2v1.9M15 11.1V13a2 2 0 0 1-2 2h-1.9M4.9 15H3a2 2 0 0 1-2-2v-1.9",
                        "1.6",
                    )
                    .with("stroke-linecap", "round"),
                )
                .put(stroke("M5.7 5.8a2.35 2.35 0 1 1 3.5 2.05C8.4 8.3 8 8.6 8 9.2", "1.75"))
                .put(dot("1.1")),
            Mark::Off => svg
                .put(round("b", "M5.1 1.75a6.9 6.9 0 1 0 5.8 0", "1.3").with("stroke-linecap", "round"))
                .put(dot("1.25")),
        }
    }
}

impl From<Advice> for Mark {
    fn from(advice: Advice) -> Mark {
        match advice {
            Advice::Go => Mark::Go,
            Advice::Unknown => Mark::Unknown,
            Advice::Check => Mark::Check,
            Advice::Stop => Mark::Stop,
        }
    }
}

impl From<AnswerState> for Mark {
    fn from(state: AnswerState) -> Mark {
        match state {
            AnswerState::Good => Mark::Go,
            AnswerState::Unknown => Mark::Unknown,
            AnswerState::Caution => Mark::Check,
            AnswerState::Danger => Mark::Stop,
        }
    }
}

impl From<Level> for Mark {
    fn from(level: Level) -> Mark {
        match level {
            Level::Good => Mark::Go,
            Level::Info => Mark::Off,
            Level::Unknown => Mark::Unknown,
            Level::Caution => Mark::Check,
            Level::Danger => Mark::Stop,
        }
    }
}

fn stroke(path: &str, width: &str) -> Tag {
    round("g", path, width).with("stroke-linecap", "round")
}

fn round(class: &str, path: &str, width: &str) -> Tag {
    tag("path").class(class).with("d", path).with("stroke-width", width).with("stroke-linejoin", "round")
}

fn dot(radius: &str) -> Tag {
    tag("circle").class("d").with("cx", "8").with("cy", "12").with("r", radius)
}
