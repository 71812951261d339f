//! What the form room must find, and must not.

mod agreed;
mod codes;
mod disguise;
mod labels;
mod languages;
mod neighbours;
mod pages;
mod platforms;
mod recipients;
mod recognition;
mod renewed;
mod rows;
mod sent;
mod shown;
mod wallets;
mod wording;

use super::*;
use crate::address;
use crate::evidence::{Evidence, Field, Form, Frame, Load, Page};
use crate::finding::Id;

fn field(index: u32, kind: &str) -> Field {
    let password = matches!(kind, "current-password" | "new-password");
    Field {
        index,
        form: Some(0),
        tag: "input".into(),
        r#type: if password { "password" } else { "text" }.into(),
        autocomplete: kind.into(),
        visible: true,
        ..Field::default()
    }
}

fn form(resolved: &str) -> Form {
    Form {
        action: Some(resolved.into()),
        resolved: resolved.into(),
        method: "post".into(),
        ..Form::default()
    }
}

fn frame(id: i64, url: &str, asks: &[&str], to: &str) -> Frame {
    Frame {
        id,
        parent: if id == 0 { -1 } else { 0 },
        url: url.into(),
        looked: true,
        fields: asks.iter().zip(0..).map(|(kind, index)| field(index, kind)).collect(),
        forms: vec![form(to)],
        ..Frame::default()
    }
}

fn page(frames: Vec<Frame>) -> Judgement {
    let url = frames[0].url.clone();
    let page = Page { url, load: Load::Watched, ..Page::default() };
    judge(&Evidence { page, frames, ..Evidence::default() }, &address::Judgement::default())
}

fn ids(judgement: &Judgement) -> Vec<Id> {
    judgement.findings.iter().map(|finding| finding.id).collect()
}

const CARD: &[&str] = &["cc-number", "cc-exp", "cc-csc"];

/// A field by what it says, in a form of its own with the others.
fn said(label: &str, name: &str) -> Field {
    Field {
        tag: "input".into(),
        r#type: "text".into(),
        label: label.into(),
        name: name.into(),
        form: Some(0),
        ..Field::default()
    }
}

/// As an input of this type.
fn typed(kind: &str, field: Field) -> Field {
    Field { r#type: kind.into(), ..field }
}

/// What fields are for, together in one form.
fn together(fields: Vec<Field>) -> Vec<Kind> {
    kinds(&Frame { fields, forms: vec![form("https://shop.example/")], ..Frame::default() })
}

/// The same, by what they say and are called.
fn kinds_of(fields: &[(&str, &str)]) -> Vec<Kind> {
    together(fields.iter().map(|(label, name)| said(label, name)).collect())
}
