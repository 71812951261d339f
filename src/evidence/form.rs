//! Fields and forms of a document, as they stand in it.

use serde::Serialize;

use super::value::record;

/// A form field as the content script found it: raw descriptors, never a value.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Field {
    /// The content script's number for this field, stable while the document lives.
    pub index: u32,
    /// Index into the frame's forms; none for a field outside any form.
    pub form: Option<u32>,
    /// "input", "select", "textarea", or "editable" for any other element.
    pub tag: String,
    /// The `type` state of an input, lower case.
    pub r#type: String,
    pub name: String,
    pub id: String,
    pub autocomplete: String,
    /// The accessible label: label elements, aria-labelledby, aria-label, title.
    pub label: String,
    pub placeholder: String,
    /// Text just before the field, where no label names it.
    pub nearby: String,
    pub class: String,
    /// As written; `most` reads it.
    #[serde(rename = "maxlength")]
    pub max_length: String,
    pub pattern: String,
    #[serde(rename = "inputmode")]
    pub input_mode: String,
    /// First option texts of a select.
    pub options: Vec<String>,
    /// A person can see and reach it now.
    pub visible: bool,
}

record! {
    Field:
    "index" index, "form" form, "tag" tag, "type" r#type, "name" name, "id" id, "autocomplete" autocomplete,
    "label" label, "placeholder" placeholder, "nearby" nearby, "class" class, "maxlength" max_length,
    "pattern" pattern, "inputmode" input_mode, "options" options, "visible" visible,
}

impl Field {
    /// The most letters that it takes (WHATWG HTML, rules for parsing non-negative integers).
    pub fn most(&self) -> Option<u32> {
        let digits = self.max_length.trim_ascii_start();
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        // Some libraries write a number that stands for none.
        digits.get(..end)?.parse().ok().filter(|most| (1..10_000).contains(most))
    }
}

/// A form element as the content script found it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Form {
    pub index: u32,
    /// The `action` attribute as written; none where it is missing.
    pub action: Option<String>,
    /// The address it is sent to, resolved against the base; empty where it does not resolve.
    pub resolved: String,
    /// `get`, `post` or `dialog`, as written, lower case.
    pub method: String,
    pub name: String,
    pub id: String,
    pub class: String,
    pub role: String,
    /// `formaction`/`formmethod` of submit buttons that have one, and every submit button's text.
    pub buttons: Vec<SubmitButton>,
    /// The form has an inline submit handler.
    pub scripted: bool,
}

record! {
    Form:
    "index" index, "action" action, "resolved" resolved, "method" method, "name" name,
    "id" id, "class" class, "role" role, "buttons" buttons, "scripted" scripted,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SubmitButton {
    pub text: String,
    pub action: Option<String>,
    /// `action` resolved against the base; empty where there is none.
    pub resolved: String,
    pub method: Option<String>,
}

record!(SubmitButton: "text" text, "action" action, "resolved" resolved, "method" method);
