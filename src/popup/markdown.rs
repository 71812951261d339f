//! A report as text to share: the same tree, spelled as Markdown.

use super::tree::{Part, Tag, Value};
use crate::finding::{Argument, Message};

/// How a message and a lone value are spelled in the person's language.
pub trait Speller {
    fn message(&self, message: &Message) -> String;
    fn value(&self, value: &Argument) -> String;
}

/// Every heading, paragraph and list of the tree. Buttons, pictures and what opens them are left out.
pub fn markdown(tree: &[Tag], speller: &dyn Speller) -> String {
    let mut out = String::new();
    for tag in tree {
        block(tag, speller, &mut out);
    }
    out
}

fn block(tag: &Tag, speller: &dyn Speller, out: &mut String) {
    let mark = match tag.name {
        // What opens a part is no news, but for a name: whose certificate follows.
        "summary" if matches!(*tag.parts, [Part::Value(_)]) => "\n### ",
        "svg" | "button" | "header" | "footer" | "summary" | "a" => return,
        "h1" => "# ",
        "h2" => "\n## ",
        "h3" => "\n### ",
        "li" => "- ",
        "p" => "",
        "dt" => "- ",
        "dd" => "  ",
        _ => {
            for part in &tag.parts {
                if let Part::Tag(child) = part {
                    block(child, speller, out);
                }
            }
            return;
        }
    };
    let text = inline(tag, speller);
    let text = text.trim();
    if !text.is_empty() {
        out.push_str(mark);
        out.push_str(text);
        out.push('\n');
        if !matches!(mark, "- " | "  ") {
            out.push('\n');
        }
    }
}

/// The words of a tag in one line. What a page or a certificate wrote cannot start markup.
fn inline(tag: &Tag, speller: &dyn Speller) -> String {
    let mut line = String::new();
    for part in &tag.parts {
        let piece = match part {
            Part::Text(text) => escaped(text),
            Part::Host(host) => code(host),
            Part::Said(message) => escaped(&speller.message(message)),
            Part::Value(value) => escaped(&speller.value(value)),
            Part::Tag(tag) if matches!(tag.name, "svg" | "button" | "summary") => label(tag, speller),
            Part::Tag(tag) => inline(tag, speller),
        };
        let apart = matches!(part, Part::Tag(tag) if tag.name != "bdi" && tag.name != "b");
        if apart && !line.is_empty() && !line.ends_with(' ') && !piece.is_empty() {
            line.push(' ');
        }
        line.push_str(&piece);
    }
    line
}

/// A sign that stands alone is spelled by its name.
fn label(tag: &Tag, speller: &dyn Speller) -> String {
    let alone = tag.name == "svg";
    tag.attributes
        .iter()
        .find_map(|(name, value)| match value {
            Value::Said(message) if alone && *name == "aria-label" => {
                Some(format!("{}:", escaped(&speller.message(message))))
            }
            _ => None,
        })
        .unwrap_or_default()
}

fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "’"))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!') {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::popup::tree::tag;

    /// What is said, by its keys and counts.
    pub struct Keys;

    impl Speller for Keys {
        fn message(&self, message: &Message) -> String {
            message.key.clone() + &message.count.map_or(String::new(), |count| format!(" {count}"))
        }
        fn value(&self, value: &Argument) -> String {
            format!("{value:?}")
        }
    }

    #[test]
    fn names_from_a_page_cannot_become_markup() {
        let tree = [tag("p").text("<b>[x](https://y)`*"), tag("p").host("a`b")];
        assert_eq!(markdown(&tree, &Keys), "\\<b\\>\\[x\\](https://y)\\`\\*\n\n`a’b`\n\n");
    }

    #[test]
    fn the_name_on_what_opens_is_a_heading() {
        let named = tag("summary").put(Part::Value(Argument::Number(7)));
        let tree = [tag("details").put(named).put(tag("h3").say("facts_key"))];
        assert_eq!(markdown(&tree, &Keys), "\n### Number(7)\n\n\n### facts\\_key\n\n");
        assert_eq!(markdown(&[tag("summary").say("all_the_details")], &Keys), "");
    }

    #[test]
    fn buttons_and_pictures_are_left_out() {
        let tree = [tag("div").put(tag("button").say("act_leave")).put(tag("h1").say("first"))];
        assert_eq!(markdown(&tree, &Keys), "# first\n\n");
    }
}
