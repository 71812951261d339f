//! Seen, absent or unknown: what was not looked at is never taken for what is not there.

use serde::{Deserialize, Serialize};

/// A fact that was seen, is known not to be there, or could not be observed.
///
/// In JSON: `{"seen": value}`, `"absent"` or `"unknown"`; a missing member reads as unknown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Known<T> {
    Seen(T),
    Absent,
    #[default]
    Unknown,
}

impl<T> Known<T> {
    pub fn seen(&self) -> Option<&T> {
        match self {
            Known::Seen(value) => Some(value),
            Known::Absent | Known::Unknown => None,
        }
    }

    pub fn is_unknown(&self) -> bool {
        matches!(self, Known::Unknown)
    }

    pub fn is_absent(&self) -> bool {
        matches!(self, Known::Absent)
    }
}
