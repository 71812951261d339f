//! Whose site is this? Host → parts → what it resembles.

use serde::Serialize;

use crate::evidence::Evidence;
use crate::finding::{Finding, Message};
use crate::report::Twin;

/// What the address room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    pub view: AddressView,
    /// The known name that the host is mistaken for.
    pub twin: Option<Twin>,
    /// Loopback, private ranges, `.local`, `.home.arpa`, single labels.
    pub local: bool,
}

/// The address as the person should read it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct AddressView {
    pub scheme: String,
    /// The whole host as shown: Unicode where safe, else punycode.
    pub host: String,
    /// What stands before the registrable domain, with its dot.
    pub before: String,
    /// The registrable domain: the part somebody owns.
    pub registrable: String,
    /// Port where unusual, with its colon.
    pub port: String,
    /// Path without query.
    pub path: String,
    pub unicode: String,
    pub punycode: String,
    /// Who chose the name, where that is not its owner alone ("anyone can open a page under …").
    pub chosen_by: Option<Message>,
}

pub fn judge(evidence: &Evidence) -> Judgement {
    let _ = evidence;
    Judgement::default()
}
