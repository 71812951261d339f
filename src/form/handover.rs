//! What is asked for and who gets it, and how that reads in the popup and at the field.

use super::recipients::{Recipient, Role, Way};
use super::{Kind, Receiver, SensitiveField};
use crate::finding::{Action, Finding, Id, Message};
use crate::report::AnswerState;

/// One thing that is asked for, and who gets it.
pub struct Handover {
    pub frame: i64,
    pub field: u32,
    pub form: Option<u32>,
    pub kind: Kind,
    /// Somebody sees the field.
    pub visible: bool,
    pub host: String,
    pub who: Who,
    /// It stays with the site in the address bar, by whatever line.
    pub own: bool,
    /// What is told of it where the author sends it in the address.
    pub in_address: Option<Id>,
    /// The frame that it is asked in, or one around that, came over http.
    pub insecure_frame: Option<String>,
    pub local: bool,
    /// The words that open a wallet, asked for by a page that is not its own.
    pub gives_wallet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Who {
    ThisSite,
    Known(Recipient, Way),
    /// A bank's own check of a payment, from any of hundreds of hosts: inside a processor's frame, or beside a card.
    CardCheck,
    Unknown,
    NotEncrypted,
    Script,
    /// The script of this site's own page, as far as the markup tells.
    PageScript,
    Mail,
}

impl Handover {
    /// The action that it belongs to; none for what neither signs in nor pays.
    pub fn action(&self) -> Option<Action> {
        // A bank's code belongs to the payment that it checks.
        if self.kind.signs_in() && self.who != Who::CardCheck {
            Some(Action::SignIn)
        } else if self.kind.is_card() || self.who == Who::CardCheck {
            Some(Action::Pay)
        } else {
            None
        }
    }

    /// A password, a code, or the number of a card or its code: what an action is about.
    pub fn asks(&self) -> bool {
        self.kind.signs_in() || matches!(self.kind, Kind::CardNumber | Kind::SecurityCode)
    }

    pub fn is_code(&self) -> bool {
        self.kind == Kind::Code
    }

    pub fn state(&self) -> AnswerState {
        match self.who {
            _ if self.gives_wallet => AnswerState::Danger,
            Who::NotEncrypted if self.local => AnswerState::Caution,
            Who::NotEncrypted => AnswerState::Danger,
            Who::Unknown | Who::Mail => AnswerState::Caution,
            Who::Known(known, _) if known.open_to_anyone || known.role == Role::FormBackend => {
                AnswerState::Caution
            }
            Who::Known(known, way) => match self.action() {
                Some(Action::SignIn) if way == Way::Form || known.role == Role::Newsletter => {
                    AnswerState::Caution
                }
                Some(Action::Pay)
                    if !matches!(known.role, Role::Payment | Role::CardCheck | Role::Platform) =>
                {
                    AnswerState::Caution
                }
                _ => AnswerState::Good,
            },
            Who::Script | Who::CardCheck => AnswerState::Unknown,
            Who::ThisSite | Who::PageScript => AnswerState::Good,
        }
    }

    pub fn name(&self) -> Message {
        match self.who {
            Who::ThisSite => Message::new("receiver_this_site"),
            Who::NotEncrypted if self.own => Message::new("receiver_this_site"),
            Who::Known(known, _) => Message::new("receiver_known").text(known.name),
            Who::CardCheck => Message::new("receiver_card_check"),
            Who::Unknown | Who::NotEncrypted => Message::new("receiver_unknown"),
            Who::Script | Who::PageScript => Message::new("receiver_script"),
            Who::Mail => Message::new("receiver_mail"),
        }
    }

    pub fn note(&self) -> Option<Message> {
        Some(Message::new(match self.who {
            Who::NotEncrypted => "receiver_note_not_encrypted",
            Who::Known(known, _) if known.open_to_anyone => "receiver_note_tenant",
            Who::Known(Recipient { role: Role::FormBackend, .. }, _) => "receiver_note_backend",
            Who::Known(_, Way::Frame) => "receiver_note_frame",
            Who::Unknown => "receiver_note_unknown",
            Who::Script | Who::PageScript => "receiver_note_script",
            _ => return None,
        }))
    }
}

/// One branch for each receiver: the gravest first, of these who gets a password or a card, the site itself last.
pub fn receivers<'a>(handovers: impl Iterator<Item = &'a Handover>) -> Vec<Receiver> {
    let mut branches: Vec<(Receiver, Vec<Kind>, bool)> = Vec::new();
    for handover in handovers {
        let (who, note) = (handover.name(), handover.note());
        let same = |(receiver, ..): &&mut (Receiver, Vec<Kind>, bool)| {
            receiver.host == handover.host && receiver.who == who && receiver.note == note
        };
        match branches.iter_mut().find(same) {
            Some((receiver, what, _)) => {
                receiver.state = receiver.state.max(handover.state());
                // In their own order; a set is much code for so few.
                if !what.contains(&handover.kind) {
                    let before = what.iter().filter(|kind| **kind < handover.kind).count();
                    what.insert(before, handover.kind);
                }
            }
            None => {
                let receiver = Receiver {
                    state: handover.state(),
                    what: vec![],
                    who,
                    host: handover.host.clone(),
                    note,
                };
                branches.push((receiver, vec![handover.kind], handover.who == Who::ThisSite));
            }
        }
    }
    let mut ordered = Vec::with_capacity(branches.len());
    // A handful: taking the next one out each time is less code than a sort.
    while let Some((next, _)) = branches.iter().enumerate().min_by_key(|(at, (receiver, what, own))| {
        let secret = what.iter().any(|kind| kind.is_secret());
        (*own, std::cmp::Reverse((receiver.state, secret)), *at)
    }) {
        ordered.push(branches.remove(next));
    }
    ordered
        .into_iter()
        .map(|(mut receiver, what, _)| {
            for key in what.iter().filter_map(|kind| kind.message()) {
                if !receiver.what.iter().any(|known| known == key) {
                    receiver.what.push(key.to_owned());
                }
            }
            receiver
        })
        .collect()
}

/// Password and card fields, each once, with the receiver that weighs most and all that is found of its way.
pub fn sensitive(
    handovers: &[Handover],
    findings: impl Fn(&Handover) -> Vec<Finding>,
) -> Vec<SensitiveField> {
    let mut fields: Vec<(SensitiveField, AnswerState)> = Vec::new();
    for handover in handovers {
        let Some(action) = handover.action() else { continue };
        if !handover.asks() {
            continue;
        }
        let receiver = Some(handover.host.clone()).filter(|host| !host.is_empty());
        let field = SensitiveField {
            frame: handover.frame,
            field: handover.field,
            form: handover.form,
            action,
            is_code: handover.is_code(),
            receiver,
            findings: findings(handover),
        };
        // All of a field follow each other.
        let last = fields.last_mut();
        let known = last.filter(|(last, _)| last.frame == field.frame && last.field == field.field);
        let Some((known, state)) = known else {
            fields.push((field, handover.state()));
            continue;
        };
        known.findings.extend(field.findings);
        if handover.state() > *state {
            (known.receiver, *state) = (field.receiver, handover.state());
        }
    }
    fields.into_iter().map(|(field, _)| field).collect()
}
