//! A frame, and what takes long to read of it: read once, for every other part of the page may ask.

use super::Kind;
use super::classify::kinds;
use super::destination::Destination;
use super::recipients::{Role, Way};
use crate::address::without_blob;
use crate::evidence::{Evidence, Frame};

/// A frame as its neighbours ask for it.
pub struct Part<'a> {
    pub frame: &'a Frame,
    pub kinds: Vec<Kind>,
    /// It belongs to a known payment processor.
    pub payment: bool,
    /// Its host, where it came over http or past an error.
    pub insecure: Option<String>,
}

impl Part<'_> {
    pub fn of<'a>(frame: &'a Frame, evidence: &Evidence) -> Part<'a> {
        let place = Destination::of(without_blob(&frame.url));
        let payment = place
            .recipient(Way::Frame)
            .is_some_and(|known| matches!(known.role, Role::Payment | Role::CardCheck));
        let insecure = match place {
            Destination::Web { encrypted, host, .. }
                if !encrypted || evidence.memory.overridden.contains(&host) =>
            {
                Some(host)
            }
            _ => None,
        };
        Part { frame, kinds: kinds(frame), payment, insecure }
    }

    /// Nothing is filled in here but what matters, and what goes with it.
    pub fn only_asks(&self) -> bool {
        let shown = || self.frame.fields.iter().zip(&self.kinds).filter(|(field, _)| field.visible);
        let asks = |form| shown().any(|(field, kind)| field.form == form && kind.is_secret());
        shown().next().is_some() && shown().all(|(field, _)| asks(field.form))
    }

    /// As a bank does that checks a payment, and a shop hardly ever in a part that is not its own.
    pub fn asks_code_alone(&self) -> bool {
        self.kinds.contains(&Kind::Code) && !self.asks_more()
    }

    /// For a password or a part of a card.
    pub fn asks_more(&self) -> bool {
        self.kinds.iter().any(|kind| *kind != Kind::Code && (kind.signs_in() || kind.is_card()))
    }
}
