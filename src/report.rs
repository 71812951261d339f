//! What the core says: keys and arguments, never sentences, never markup.

use serde::Serialize;

use crate::address::AddressView;
use crate::certificate::CertificateView;
use crate::connection::ConnectionView;
use crate::finding::{Action, Finding, Id, Message, Question};
use crate::form::Receiver;
use crate::seal::SealView;

/// The judgement of one tab.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Report {
    /// The time of the evidence it judges.
    pub at: i64,
    pub headline: Headline,
    /// Browse, sign in, pay: always three, always in this order.
    pub advice: Vec<AdviceRow>,
    /// Connection, identity, destination: always three, always in this order.
    pub answers: Vec<Answer>,
    /// The gravest first.
    pub findings: Vec<Finding>,
    pub address: AddressView,
    /// Who receives what, the site itself last.
    pub receivers: Vec<Receiver>,
    pub certificate: CertificateView,
    pub connection: ConnectionView,
    pub seals: Vec<SealView>,
    /// What the site's owner can mend, the gravest first.
    pub owner: Vec<OwnerStep>,
    /// The fields at which a warning is due.
    pub guards: Vec<Guard>,
}

impl Report {
    pub fn answer(&self, question: Question) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == question)
    }
}

/// What to do, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Advice {
    Go,
    Unknown,
    Check,
    Stop,
}

impl Advice {
    pub fn name(self) -> &'static str {
        match self {
            Advice::Go => "go",
            Advice::Unknown => "unknown",
            Advice::Check => "check",
            Advice::Stop => "stop",
        }
    }
}

/// The first thing a person reads.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Headline {
    pub state: Advice,
    /// The action it speaks of: the gravest one that the page asks for, else browsing.
    pub action: Action,
    /// The first line: what to do.
    pub first: Message,
    /// Why, in one or two sentences.
    pub why: Message,
    /// One act that a person can do now.
    pub act: Option<Message>,
    /// What we cannot tell: on every go.
    pub limit: Option<Message>,
    /// Further grave findings, one line each.
    pub also: Vec<Message>,
    /// The finding that decided.
    pub decided_by: Option<Id>,
    /// The name it is mistaken for, where the address looks like a known one.
    pub twin: Option<Twin>,
}

/// Two names that look alike: what is on the page, and the known one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Twin {
    /// The known name, as people say it: "PayPal".
    pub name: String,
    /// The page's host, cut where it differs from the known one: same, different, same, …
    pub page: Vec<TwinPiece>,
    pub known: Vec<TwinPiece>,
    /// Where the button to the real site leads.
    pub url: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TwinPiece {
    pub text: String,
    pub differs: bool,
}

/// Advice for one action and what decided it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct AdviceRow {
    pub action: Action,
    pub advice: Advice,
    /// Whether the page asks for it now; the popup says "Not asked" where it does not.
    pub asked: bool,
    pub reason: Option<Id>,
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Answer {
    pub question: Question,
    pub state: AnswerState,
    /// The answer in one sentence.
    pub tell: Message,
    pub note: Option<Message>,
    pub decided_by: Option<Id>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum AnswerState {
    Good,
    Unknown,
    Caution,
    Danger,
}

/// One thing that the site's owner can mend.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct OwnerStep {
    pub finding: Id,
    pub what: Message,
    pub how: Message,
}

/// A field at which the person is warned before typing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Guard {
    pub frame: i64,
    /// `Field::index` in that frame.
    pub field: u32,
    /// `Form::index` in that frame.
    pub form: Option<u32>,
    /// `Stop` or `Check`.
    pub state: Advice,
    pub action: Action,
    pub first: Message,
    pub why: Message,
    pub act: Option<Message>,
    /// A host of the local network: milder words, and it can be muted.
    pub local: bool,
    /// The receiver's host, for the question at submit.
    pub receiver: Option<String>,
}
