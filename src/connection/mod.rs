//! Is the line private? Protocol, cipher, key exchange, overridden errors, mixed content, HTTP sign-in.

use serde::Serialize;

use crate::certificate;
use crate::evidence::Evidence;
use crate::finding::Finding;

/// What the connection room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    pub view: ConnectionView,
}

/// How the line was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ConnectionView {}

pub fn judge(evidence: &Evidence, certificate: &certificate::Judgement) -> Judgement {
    let _ = (evidence, certificate);
    Judgement::default()
}
