//! DER → what the certificate says, and what is wrong with it. The only room that names x509-parser.

use serde::Serialize;

use crate::evidence::Evidence;
use crate::finding::Finding;

/// What the certificate room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    pub view: CertificateView,
    /// The CA family that issued the leaf ("digicert", "sectigo", …), where known.
    pub issuer_family: Option<String>,
}

/// The certificate panel.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CertificateView {}

pub fn judge(evidence: &Evidence) -> Judgement {
    let _ = evidence;
    Judgement::default()
}
