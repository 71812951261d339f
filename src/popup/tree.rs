//! The popup as a plain tree. Panels build it, `mount` turns it into nodes, tests read it.

use crate::finding::{Argument, Message};

/// One child of a tag.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    Tag(Tag),
    /// Plain text: a name from a certificate, a number, a sign.
    Text(String),
    Said(Message),
    /// A host or address: fixed-width, left to right, isolated.
    Host(String),
    /// A value that stands by itself.
    Value(Argument),
}

/// An element still to be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    pub name: &'static str,
    pub attributes: Vec<(&'static str, Value)>,
    pub parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Plain(String),
    Said(Message),
}

pub fn tag(name: &'static str) -> Tag {
    Tag { name, attributes: Vec::new(), parts: Vec::new() }
}

/// A message without arguments.
pub fn said(key: impl AsRef<str>) -> Part {
    Part::Said(Message::new(key.as_ref()))
}

impl Tag {
    pub fn with(self, name: &'static str, value: impl AsRef<str>) -> Tag {
        self.plain(name, value.as_ref())
    }

    // Called from hundreds of places: one copy of each keeps the core small.
    #[inline(never)]
    fn plain(mut self, name: &'static str, value: &str) -> Tag {
        self.attributes.push((name, Value::Plain(value.to_owned())));
        self
    }

    #[inline(never)]
    fn part(mut self, part: Part) -> Tag {
        self.add(part);
        self
    }

    #[inline(never)]
    fn add(&mut self, part: Part) {
        self.parts.push(part);
    }

    pub fn class(self, class: &str) -> Tag {
        self.with("class", class)
    }

    /// What a screen reader calls it.
    pub fn label(mut self, message: Message) -> Tag {
        self.attributes.push(("aria-label", Value::Said(message)));
        self
    }

    pub fn put(self, part: impl Into<Part>) -> Tag {
        self.part(part.into())
    }

    pub fn say(self, key: impl AsRef<str>) -> Tag {
        self.part(said(key))
    }

    pub fn text(self, text: impl AsRef<str>) -> Tag {
        self.part(Part::Text(text.as_ref().to_owned()))
    }

    pub fn host(self, host: impl AsRef<str>) -> Tag {
        self.part(Part::Host(host.as_ref().to_owned()))
    }

    pub fn put_all<P: Into<Part>>(mut self, parts: impl IntoIterator<Item = P>) -> Tag {
        // A plain loop: an `extend` would be compiled anew for every iterator.
        for part in parts {
            self.add(part.into());
        }
        self
    }
}

impl From<Tag> for Part {
    fn from(tag: Tag) -> Part {
        Part::Tag(tag)
    }
}

impl From<Message> for Part {
    fn from(message: Message) -> Part {
        Part::Said(message)
    }
}

impl From<&Message> for Part {
    fn from(message: &Message) -> Part {
        Part::Said(message.clone())
    }
}

/// A sentence cut where its arguments stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Run<'a> {
    Words(&'a str),
    Argument(&'a Argument),
}

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// What stands for argument `index` while the browser fills the sentence: two private-use letters that no
/// translation has, so that a host can be painted as a host wherever a language puts it.
pub fn sentinel(index: usize) -> String {
    format!("{OPEN}{index}{CLOSE}")
}

/// Cuts a sentence that was filled with sentinels. A sentinel without its argument is dropped.
pub fn runs<'a>(sentence: &'a str, arguments: &'a [Argument]) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    for (at, piece) in sentence.split(OPEN).enumerate() {
        let words = match piece.split_once(CLOSE) {
            Some((index, words)) if at > 0 => {
                let argument = index.parse().ok().and_then(|index: usize| arguments.get(index));
                runs.extend(argument.map(Run::Argument));
                words
            }
            _ => piece,
        };
        if !words.is_empty() {
            runs.push(Run::Words(words));
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_stand_where_the_language_puts_them() {
        let arguments = [Argument::Text("Stripe".into()), Argument::Host("js.stripe.com".into())];
        let sentence = format!("{} gets it ({})", sentinel(1), sentinel(0));
        assert_eq!(
            runs(&sentence, &arguments),
            [
                Run::Argument(&arguments[1]),
                Run::Words(" gets it ("),
                Run::Argument(&arguments[0]),
                Run::Words(")")
            ]
        );
    }

    #[test]
    fn a_sentinel_without_its_argument_is_dropped() {
        let sentence = format!("a{}b", sentinel(4));
        assert_eq!(runs(&sentence, &[]), [Run::Words("a"), Run::Words("b")]);
    }
}
