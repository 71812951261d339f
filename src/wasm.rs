//! The border to JavaScript: conversions, no logic.

mod arrival;

use arrival::value;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::evidence::value::Wrong;
use crate::evidence::{PageMessage, Read};
use crate::{Evidence, Report, popup};

/// Smaller than the one that comes with the compiler.
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Judges evidence. Fails only where the value is no evidence at all.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn assess(
    #[wasm_bindgen(unchecked_param_type = "Evidence")] evidence: JsValue,
) -> Result<JsValue, JsError> {
    given(&crate::assess(&taken(evidence)?))
}

fn taken(evidence: JsValue) -> Result<Evidence, JsError> {
    Ok(Evidence::read(value(&evidence)?)?)
}

fn given(report: &Report) -> Result<JsValue, JsError> {
    Ok(report.serialize(&Serializer::json_compatible())?)
}

/// Reads a message from a page's content script; fails where it has not the shape of one.
#[wasm_bindgen(js_name = readPageMessage, unchecked_return_type = "PageMessage")]
pub fn read_page_message(json: &str) -> Result<JsValue, JsError> {
    let message =
        PageMessage::read(json, |json| value(&js_sys::JSON::parse(json).map_err(|_| Wrong::due("JSON"))?))?;
    Ok(message.serialize(&Serializer::json_compatible())?)
}

/// Judges evidence and paints it into `into`, in place of what stood there. What it gives makes the rest:
/// what stands in closed panels.
#[wasm_bindgen]
pub fn paint(
    #[wasm_bindgen(unchecked_param_type = "Evidence")] evidence: JsValue,
    words: &popup::Words,
    into: &web_sys::Element,
    full: bool,
    warned: bool,
) -> Result<popup::Painter, JsValue> {
    let evidence = taken(evidence)?;
    let report = crate::assess(&evidence);
    put(popup::popup(&evidence, &report, popup::View { full, warned }), words, into)
}

/// Judges the address of a link and paints that.
#[wasm_bindgen(js_name = paintLink)]
pub fn paint_link(
    #[wasm_bindgen(unchecked_param_type = "Evidence")] evidence: JsValue,
    words: &popup::Words,
    into: &web_sys::Element,
    text: &str,
) -> Result<popup::Painter, JsValue> {
    let evidence = taken(evidence)?;
    let mut report = crate::assess(&evidence);
    report.findings.extend(crate::address::link_text(&evidence.page.url, text));
    put(popup::link(&report, text, &evidence.page.url), words, into)
}

/// In place of what stood there.
fn put(
    tree: Vec<popup::tree::Tag>,
    words: &popup::Words,
    into: &web_sys::Element,
) -> Result<popup::Painter, JsValue> {
    let document = into.owner_document().ok_or_else(|| JsValue::from_str("no document"))?;
    let mut painter = popup::Painter::new(document, words.clone());
    let nodes = js_sys::Array::new();
    for tag in tree {
        nodes.push(&painter.mount(tag)?.into());
    }
    into.replace_children_with_node(&nodes);
    Ok(painter)
}

/// The report as Markdown to share, without the path and query of the address.
#[wasm_bindgen]
pub fn markdown(
    #[wasm_bindgen(unchecked_param_type = "Evidence")] evidence: JsValue,
    words: &popup::Words,
) -> Result<String, JsValue> {
    let evidence = taken(evidence)?;
    Ok(popup::shared(&evidence, &crate::assess(&evidence), words))
}

/// What the site's owner can mend, as Markdown to share.
#[wasm_bindgen(js_name = ownerMarkdown)]
pub fn owner_markdown(
    #[wasm_bindgen(unchecked_param_type = "Evidence")] evidence: JsValue,
    words: &popup::Words,
) -> Result<String, JsValue> {
    Ok(popup::shared_with_owner(&crate::assess(&taken(evidence)?), words))
}

/// The report for programs, without the path and query of the address.
#[wasm_bindgen(js_name = shareable, unchecked_return_type = "Report")]
pub fn shareable(
    #[wasm_bindgen(unchecked_param_type = "Evidence")] evidence: JsValue,
) -> Result<JsValue, JsError> {
    given(&popup::without_path(crate::assess(&taken(evidence)?)))
}

/// Fingerprints of pieces of a capture: RGBA pixels, `width` a row; `rectangles` in CSS pixels of the view,
/// `ratio` device pixels each. One look a rectangle, empty where there is none.
#[wasm_bindgen(unchecked_return_type = "SealLook[]")]
pub fn looks(
    pixels: &[u8],
    width: usize,
    #[wasm_bindgen(unchecked_param_type = "number[][]")] rectangles: JsValue,
    ratio: f64,
) -> Result<JsValue, JsError> {
    let rectangles = Vec::read(value(&rectangles)?)?;
    Ok(crate::seal::looks(pixels, width, &rectangles, ratio).serialize(&Serializer::json_compatible())?)
}
