//! What may be a seal: what a document shows, where it leads, and what it looks like.

use serde::Serialize;

use super::value::{choice, record};

/// Something in the page that may be a trust seal.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SealCandidate {
    /// The content script's number for this element, stable while the document lives.
    pub index: u32,
    pub element: SealElement,
    /// Resolved address of the image, frame or script; empty where there is none.
    pub source: String,
    /// Resolved address that a click opens, `javascript:` too; empty where there is none.
    pub link: String,
    /// The handler that a click runs, or the part of an inline script around an address that may belong to a
    /// seal; capped.
    pub handler: String,
    /// alt, title, aria-label and class, each capped.
    pub alt: String,
    pub title: String,
    pub label: String,
    pub class: String,
    pub id: String,
    /// In CSS pixels from the document's top left corner: x, y, width, height; none where not laid out.
    pub rectangle: Option<[f64; 4]>,
    /// What the picture looks like, where it could be looked at.
    pub look: Option<SealLook>,
}

record! {
    SealCandidate:
    "index" index, "element" element, "source" source, "link" link, "handler" handler, "alt" alt,
    "title" title, "label" label, "class" class, "id" id, "rectangle" rectangle, "look" look,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum SealElement {
    #[default]
    Image,
    Link,
    Frame,
    Script,
    Form,
    Background,
    Vector,
}

choice! {
    SealElement:
    "image" Image, "link" Link, "frame" Frame, "script" Script, "form" Form, "background" Background,
    "vector" Vector,
}

/// Perceptual fingerprints of a candidate's picture, 16 hexadecimal digits each; empty where it has none.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SealLook {
    /// Without the even border.
    pub dhash: String,
    pub phash: String,
    pub whole_dhash: String,
    pub whole_phash: String,
}

record! {
    SealLook:
    "dhash" dhash, "phash" phash, "wholeDhash" whole_dhash, "wholePhash" whole_phash,
}
