//! The border to JavaScript: conversions, no logic.

use wasm_bindgen::prelude::*;

use crate::{Evidence, Report};

/// Judges evidence. Fails only where the value is no evidence at all.
#[wasm_bindgen]
pub fn assess(
    #[wasm_bindgen(unchecked_param_type = "Evidence")] evidence: JsValue,
) -> Result<JsValue, JsError> {
    let evidence: Evidence =
        serde_wasm_bindgen::from_value(evidence).map_err(|error| JsError::new(&error.to_string()))?;
    let report: Report = crate::assess(&evidence);
    Ok(serde_wasm_bindgen::to_value(&report)?)
}
