//! A field for a card or a password that is dressed as something else.

use super::recognition::said;
use super::tests::form;
use super::*;
use crate::evidence::{Field, Frame};

fn read(fields: Vec<Field>) -> Vec<Kind> {
    read_at("https://shop.example/", fields)
}

fn read_at(url: &str, fields: Vec<Field>) -> Vec<Kind> {
    let fields = fields.into_iter().map(|field| Field { visible: true, ..field }).collect();
    kinds(&Frame { url: url.into(), fields, forms: vec![form(url)], parent: -1, ..Frame::default() })
}

fn typed(kind: &str, field: Field) -> Field {
    Field { r#type: kind.into(), ..field }
}

fn token(token: &str, field: Field) -> Field {
    Field { autocomplete: token.into(), ..field }
}

/// A field among those of a card, where its place does not give it away.
fn beside_a_card(field: Field) -> Kind {
    read(vec![field, said("First name", "f"), said("Expiry date", "d"), said("CVC", "c")])[0]
}

#[test]
fn a_token_makes_no_date_of_a_password() {
    let asked = |label: &str, name: &str| {
        let field = typed("password", token("cc-exp", said(label, name)));
        read(vec![said("Card number", "n"), field, said("CVC", "c")])[1]
    };
    assert_eq!(asked("Password", "x"), Kind::CurrentPassword);
    assert_eq!(asked("", "x"), Kind::CurrentPassword);
    assert_eq!(asked("Password", "exp"), Kind::CurrentPassword);
    assert_eq!(asked("Expiry date", "x"), Kind::CardExpiry);
}
