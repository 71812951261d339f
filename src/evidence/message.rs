//! Messages from the content scripts. Whatever stands in them may have been shaped by a hostile page: they
//! are read from text of a capped length, into known types, and every list and string is cut to size.

use serde::Serialize;

use super::value::{Read, Value, choice, record};
use super::{Document, Field, Form, SealCandidate, SubmitButton};

/// Longest message, in bytes of JSON.
pub const LONGEST: usize = 512 * 1024;

const FIELDS: usize = 500;
const FORMS: usize = 200;
const SEALS: usize = 100;
const BUTTONS: usize = 20;
const OPTIONS: usize = 40;
const HEADINGS: usize = 60;
/// Characters of an ordinary text, and of an address.
const TEXT: usize = 500;
const ADDRESS: usize = 4096;

/// What a content script tells the background.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum PageMessage {
    /// What a document shows now.
    Facts(Facts),
    /// What happened to a warning.
    GuardEvent(GuardEvent),
}

/// What one document shows, in the place of what it showed before.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Facts {
    pub origin: String,
    pub document: Document,
    pub fields: Vec<Field>,
    pub forms: Vec<Form>,
    pub seals: Vec<SealCandidate>,
    pub too_much: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct GuardEvent {
    pub event: GuardEventKind,
    /// The content script's number of the field it stands at.
    pub field: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum GuardEventKind {
    /// The person wants to leave the page.
    Leave,
    /// The person goes on in spite of it.
    Proceed,
    /// The person wants no warnings on this local host.
    Mute,
    /// The page kept removing it.
    Gone,
}

choice! {
    GuardEventKind:
    "leave" Leave, "proceed" Proceed, "mute" Mute, "gone" Gone,
}

/// Either message, flat as it comes.
#[derive(Default)]
struct Shape {
    kind: String,
    origin: String,
    document: Document,
    fields: Vec<Field>,
    forms: Vec<Form>,
    seals: Vec<SealCandidate>,
    too_much: bool,
    event: Option<GuardEventKind>,
    field: Option<u32>,
}

record! {
    Shape:
    "kind" kind, "origin" origin, "document" document, "fields" fields, "forms" forms, "seals" seals, "tooMuch" too_much,
    "event" event, "field" field,
}

impl TryFrom<Shape> for PageMessage {
    type Error = &'static str;

    fn try_from(shape: Shape) -> Result<PageMessage, &'static str> {
        let Shape { kind, origin, document, fields, forms, seals, too_much, event, field } = shape;
        match (kind.as_str(), event, field) {
            ("facts", ..) => {
                Ok(PageMessage::Facts(Facts { origin, document, fields, forms, seals, too_much }))
            }
            ("guardEvent", Some(event), Some(field)) => {
                Ok(PageMessage::GuardEvent(GuardEvent { event, field }))
            }
            ("guardEvent", ..) => Err("a guard event without event or field"),
            _ => Err("an unknown kind"),
        }
    }
}

/// Why a message is not taken.
#[derive(Debug)]
pub enum Refused {
    TooLong,
    Shape(String),
}

impl std::fmt::Display for Refused {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Refused::TooLong => write!(to, "the message is longer than {LONGEST} bytes"),
            Refused::Shape(error) => write!(to, "no message of ours: {error}"),
        }
    }
}

impl std::error::Error for Refused {}

impl PageMessage {
    /// Reads JSON text of a capped length with the parser that is at hand.
    pub fn read<E: std::fmt::Display>(
        json: &str,
        parse: impl FnOnce(&str) -> Result<Value, E>,
    ) -> Result<PageMessage, Refused> {
        if json.len() > LONGEST {
            return Err(Refused::TooLong);
        }
        let value = parse(json).map_err(|error| Refused::Shape(error.to_string()))?;
        let shape = Shape::read(value).map_err(|wrong| Refused::Shape(wrong.to_string()))?;
        let mut message = shape.try_into().map_err(|wrong: &str| Refused::Shape(wrong.to_owned()))?;
        if let PageMessage::Facts(facts) = &mut message {
            facts.tidy();
        }
        Ok(message)
    }
}

impl Facts {
    /// Brings every list and text to size, and what HTML compares without case to lower case; what did not
    /// fit is said by `too_much`.
    fn tidy(&mut self) {
        let lists = [
            cut_list(&mut self.fields, FIELDS),
            cut_list(&mut self.forms, FORMS),
            cut_list(&mut self.seals, SEALS),
        ];
        // Buttons that have a place or a method of their own come first.
        let led = |form: &Form| {
            form.buttons.get(BUTTONS).is_some_and(|button| button.action.is_some() || button.method.is_some())
        };
        self.too_much |= lists.contains(&true) || self.forms.iter().any(led);
        let Document { title, headings, canonical } = &mut self.document;
        cut_list(headings, HEADINGS);
        cut_texts([title, canonical, &mut self.origin].into_iter().chain(headings), TEXT);
        self.fields.iter_mut().for_each(tidy_field);
        self.forms.iter_mut().for_each(tidy_form);
        self.seals.iter_mut().for_each(cut_seal);
    }
}

fn tidy_field(field: &mut Field) {
    cut_list(&mut field.options, OPTIONS);
    let Field { tag, r#type, name, id, autocomplete, label, placeholder, nearby, class, .. } = field;
    let Field { pattern, input_mode, max_length, options, .. } = field;
    match tag.as_str() {
        "input" => {}
        "select" | "textarea" => r#type.clear(),
        _ => "editable".clone_into(tag),
    }
    autocomplete.make_ascii_lowercase();
    input_mode.make_ascii_lowercase();
    let texts = [tag, r#type, name, id, autocomplete, label, placeholder, nearby, class];
    cut_texts(texts.into_iter().chain([pattern, input_mode, max_length]).chain(options), TEXT);
}

fn tidy_form(form: &mut Form) {
    cut_list(&mut form.buttons, BUTTONS);
    let Form { action, resolved, method, name, id, class, role, buttons, .. } = form;
    method.make_ascii_lowercase();
    cut_texts([method, name, id, class, role], TEXT);
    cut_texts([resolved].into_iter().chain(action), ADDRESS);
    for SubmitButton { text, action, resolved, method } in buttons {
        if let Some(method) = method {
            method.make_ascii_lowercase();
        }
        cut_texts([text].into_iter().chain(method), TEXT);
        cut_texts([resolved].into_iter().chain(action), ADDRESS);
    }
}

fn cut_seal(seal: &mut SealCandidate) {
    let SealCandidate { source, link, handler, alt, title, label, class, id, look, .. } = seal;
    cut_texts([handler, alt, title, label, class, id], TEXT);
    cut_texts([source, link], ADDRESS);
    if let Some(look) = look {
        cut_texts([&mut look.dhash, &mut look.phash, &mut look.whole_dhash, &mut look.whole_phash], TEXT);
    }
}

/// Whether something was cut off.
fn cut_list<T>(list: &mut Vec<T>, most: usize) -> bool {
    let over = list.len() > most;
    list.truncate(most);
    over
}

fn cut_texts<'a>(texts: impl IntoIterator<Item = &'a mut String>, most: usize) {
    for text in texts {
        if let Some((end, _)) = text.char_indices().nth(most) {
            text.truncate(end);
        }
    }
}
