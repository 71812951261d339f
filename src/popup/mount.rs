//! The tree becomes nodes. The only file of the popup that touches the page.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

use super::markdown::Speller;
use super::tree::{Part, Run, Tag, Value, runs, sentinel};
use crate::finding::{Argument, Message};

#[wasm_bindgen]
extern "C" {
    /// The catalogue of the person's language: `extension/words.js`.
    #[derive(Clone)]
    pub type Words;

    #[wasm_bindgen(method)]
    fn message(this: &Words, key: &str, arguments: Vec<String>) -> String;

    /// `one`, `two`, `few`, `many` or `other`, as `Intl.PluralRules` names it.
    #[wasm_bindgen(method)]
    fn plural(this: &Words, count: f64) -> String;

    /// A day, from milliseconds since 1970-01-01 UTC.
    #[wasm_bindgen(method)]
    fn date(this: &Words, milliseconds: f64) -> String;

    #[wasm_bindgen(method)]
    fn number(this: &Words, number: f64) -> String;
}

const SVG: &str = "http://www.w3.org/2000/svg";
/// Hosts up to this long are never broken over two lines.
const WHOLE: usize = 30;

/// Makes nodes of tags; what stands in a closed `details` is put off until it is asked for.
#[wasm_bindgen]
pub struct Painter {
    document: Document,
    words: Words,
    closed: Vec<(Element, Vec<Part>)>,
}

#[wasm_bindgen]
impl Painter {
    /// Makes what was put off: nobody can see it yet, so the first paint need not wait for it.
    pub fn finish(&mut self) -> Result<(), JsValue> {
        while let Some((element, parts)) = self.closed.pop() {
            for part in parts {
                self.put(&element, part)?;
            }
        }
        Ok(())
    }
}

impl Painter {
    pub fn new(document: Document, words: Words) -> Painter {
        Painter { document, words, closed: Vec::new() }
    }

    pub fn mount(&mut self, tag: Tag) -> Result<Element, JsValue> {
        let drawn = matches!(tag.name, "svg" | "path" | "circle");
        let element = if drawn {
            self.document.create_element_ns(Some(SVG), tag.name)?
        } else {
            self.document.create_element(tag.name)?
        };
        for (name, value) in &tag.attributes {
            match value {
                // The policy of our pages forbids style attributes; the style object is free to set.
                Value::Plain(text) if name.starts_with("--") => {
                    element.unchecked_ref::<HtmlElement>().style().set_property(name, text)?;
                }
                Value::Plain(text) => element.set_attribute(name, text)?,
                Value::Said(message) => element.set_attribute(name, &plain(&self.words, message))?,
            }
        }
        let mut parts = tag.parts;
        if tag.name == "details" {
            let inside = parts.split_off(parts.len().min(1));
            self.closed.push((element.clone(), inside));
        }
        for part in parts {
            self.put(&element, part)?;
        }
        Ok(element)
    }

    fn put(&mut self, into: &Element, part: Part) -> Result<(), JsValue> {
        let document = &self.document;
        match part {
            Part::Tag(tag) => {
                let child = self.mount(tag)?;
                into.append_child(&child)?;
                Ok(())
            }
            Part::Text(text) => write(document, into, &text),
            Part::Host(name) => host(document, into, &name),
            Part::Said(message) => say(document, &self.words, into, &message),
            Part::Value(value) => set(document, &self.words, into, &value),
        }
    }
}

/// The message as plain text, for attributes and for reports.
pub fn plain(words: &Words, message: &Message) -> String {
    let sentence = sentence(words, message);
    runs(&sentence, &message.arguments)
        .into_iter()
        .map(|run| match run {
            Run::Words(text) => text.to_owned(),
            Run::Argument(argument) => spelled(words, argument),
        })
        .collect()
}

fn say(document: &Document, words: &Words, into: &Element, message: &Message) -> Result<(), JsValue> {
    let sentence = sentence(words, message);
    for run in runs(&sentence, &message.arguments) {
        match run {
            Run::Words(text) => write(document, into, text)?,
            Run::Argument(argument) => set(document, words, into, argument)?,
        }
    }
    Ok(())
}

fn set(document: &Document, words: &Words, into: &Element, value: &Argument) -> Result<(), JsValue> {
    match value {
        Argument::Host(name) => host(document, into, name),
        // A name out of a page may run the other way than the sentence.
        Argument::Text(name) => {
            let apart = document.create_element("bdi")?;
            write(document, &apart, name)?;
            into.append_child(&apart)?;
            Ok(())
        }
        value => write(document, into, &spelled(words, value)),
    }
}

/// The sentence with sentinels in place of its arguments, in the plural form of its count.
fn sentence(words: &Words, message: &Message) -> String {
    let sentinels = || (0..message.arguments.len()).map(sentinel).collect();
    let Some(count) = message.count else { return words.message(&message.key, sentinels()) };
    let form = words.plural(count.into());
    let key = format!("{}_{form}", message.key);
    match words.message(&key, sentinels()) {
        missing if missing.is_empty() || missing == key => {
            words.message(&format!("{}_other", message.key), sentinels())
        }
        sentence => sentence,
    }
}

/// Milliseconds and counts are far below 2^53, where f64 is exact.
#[allow(clippy::cast_precision_loss)]
fn spelled(words: &Words, argument: &Argument) -> String {
    match argument {
        Argument::Text(text) | Argument::Host(text) => text.clone(),
        Argument::Date(milliseconds) => words.date(*milliseconds as f64),
        Argument::Number(number) => words.number(*number as f64),
        Argument::Key(key) => words.message(key, Vec::new()),
    }
}

fn host(document: &Document, into: &Element, name: &str) -> Result<(), JsValue> {
    let span = document.create_element("span")?;
    let class = if name.chars().count() <= WHOLE { "host whole" } else { "host" };
    span.set_attribute("class", class)?;
    write(document, &span, name)?;
    into.append_child(&span)?;
    Ok(())
}

fn write(document: &Document, into: &Element, text: &str) -> Result<(), JsValue> {
    into.append_child(&document.create_text_node(text))?;
    Ok(())
}

impl Speller for Words {
    fn message(&self, message: &Message) -> String {
        plain(self, message)
    }

    fn value(&self, value: &Argument) -> String {
        spelled(self, value)
    }
}
