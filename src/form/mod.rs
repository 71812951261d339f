//! Where does what is typed go? Field → kind; form → recipient; page → what it asks for.

mod births;
mod cards;
mod classify;
mod destination;
mod fold;
mod handover;
mod judge;
mod kind;
mod page;
mod pairs;
mod part;
mod posing;
mod reading;
mod recipients;
mod titles;
mod words;

use serde::Serialize;

use crate::finding::{Action, Finding, Message};
use crate::report::AnswerState;

pub use classify::kinds;
pub use judge::judge;
pub use kind::Kind;
pub use page::{PageKind, page_kinds};

/// What the form room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    /// Who receives what: the gravest first, the site itself last.
    pub receivers: Vec<Receiver>,
    /// The page asks for a password or a one-time code where somebody sees it.
    pub asks_sign_in: bool,
    /// Of what matters only a code.
    pub asks_code_alone: bool,
    pub asks_card: bool,
    /// Name, address, phone, birth date and the like.
    pub asks_personal: bool,
    /// The fields that a warning would stand at, those that are not shown yet among them.
    pub sensitive: Vec<SensitiveField>,
}

/// One branch of "Where it goes".
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Receiver {
    pub state: AnswerState,
    /// Message keys of the kinds of things it gets: `kind_password`, `kind_card_number`, …
    pub what: Vec<String>,
    /// Who: `receiver_known` with its name, `receiver_this_site`, `receiver_unknown`, …
    pub who: Message,
    /// Empty where the receiver has none: a script, a mail program.
    pub host: String,
    pub note: Option<Message>,
}

impl Receiver {
    pub fn is_this_site(&self) -> bool {
        self.who.key == "receiver_this_site"
    }

    /// The page's own script gets it first, and nobody sees where it goes from there.
    pub fn is_script(&self) -> bool {
        self.who.key == "receiver_script"
    }
}

/// A password or card field.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitiveField {
    pub frame: i64,
    pub field: u32,
    pub form: Option<u32>,
    pub action: Action,
    pub is_code: bool,
    pub receiver: Option<String>,
    /// What is found of its own way.
    pub findings: Vec<Finding>,
}

#[cfg(test)]
mod tests;
