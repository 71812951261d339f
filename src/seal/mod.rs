//! Seals: what they claim against what is there.

use serde::Serialize;

use crate::evidence::Evidence;
use crate::finding::{Finding, Message};
use crate::report::AnswerState;
use crate::{certificate, form};

/// What the seal room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    pub seals: Vec<SealView>,
}

/// One seal in the popup's panel.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SealView {
    /// `Caution` and `Danger` are drawn; a seal is never `Good`.
    pub state: AnswerState,
    /// Frame and candidate it was seen at.
    pub frame: i64,
    pub index: u32,
    /// Name of the provider it claims.
    pub provider: String,
    /// The outcome in a few words, and in one sentence.
    pub outcome: Message,
    pub sentence: Message,
    /// What this kind of seal means.
    pub kind: Message,
    /// The issuer's verification page, where one may be opened.
    pub verify: Option<String>,
}

pub fn judge(evidence: &Evidence, certificate: &certificate::Judgement, form: &form::Judgement) -> Judgement {
    let _ = (evidence, certificate, form);
    Judgement::default()
}
