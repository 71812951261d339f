//! The border to JavaScript: conversions, no logic.

use wasm_bindgen::prelude::*;

use crate::{Evidence, Report, popup};

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

/// Judges evidence and paints it into `into`, in place of what stood there.
#[wasm_bindgen]
pub fn paint(
    #[wasm_bindgen(unchecked_param_type = "Evidence")] evidence: JsValue,
    words: &popup::Words,
    into: &web_sys::Element,
    full: bool,
    warned: bool,
) -> Result<(), JsValue> {
    let evidence: Evidence = serde_wasm_bindgen::from_value(evidence)?;
    let report = crate::assess(&evidence);
    let document = into.owner_document().ok_or_else(|| JsValue::from_str("no document"))?;
    let tree = popup::popup(&evidence, &report, popup::View { full, warned });
    let nodes: js_sys::Array = tree
        .iter()
        .map(|tag| popup::mount(&document, words, tag).map(JsValue::from))
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .collect();
    into.replace_children_with_node(&nodes);
    Ok(())
}
