//! What a field says twice outweighs what it says once, and what was only copied says nothing.

use super::*;
use crate::evidence::{Document, Field, Form, Frame};

fn typed(kind: &str, field: Field) -> Field {
    Field { r#type: kind.into(), ..field }
}

fn under(heading: &str, fields: Vec<Field>) -> Vec<Kind> {
    let document = Document { headings: vec![heading.into()], ..Document::default() };
    let forms = vec![Form { ..form("https://shop.example/") }];
    kinds(&Frame { document, fields, forms, parent: -1, ..Frame::default() })
}

#[test]
fn label_and_name_outweigh_how_it_is_typed() {
    for (label, name, kind) in [
        ("Data di nascita", "nascita", Kind::BirthDate),
        ("Comune", "comune", Kind::Address),
        ("Titulaire de la carte", "cardTitulaire", Kind::Name),
        ("E-mail", "email", Kind::Email),
        ("Data di nascita", "x", Kind::Email),
        ("Your e-mail", "address", Kind::Email),
        ("User name", "username", Kind::Email),
        ("", "address", Kind::Email),
    ] {
        let found = together(vec![typed("email", said(label, name))])[0];
        let holder = kind == Kind::Name && found == Kind::CardHolder;
        assert!(found == kind || holder, "{label} {name}: {found:?}");
    }
}

#[test]
fn a_placeholder_in_all_fields_says_nothing() {
    let field = |nearby: &str, name: &str| Field {
        nearby: nearby.into(),
        placeholder: "CPF".into(),
        ..said("", name)
    };
    let copied = vec![field("CPF:", "cpf"), field("Nascimento:", "nascimento"), field("Telefone:", "t")];
    assert_eq!(together(copied), [Kind::NationalId, Kind::BirthDate, Kind::Phone]);
    let unseen = [field("Cliente:", "a"), field("x", "b"), field("x", "c")];
    let seen = unseen.map(|field| Field { visible: field.name == "a", ..field });
    assert_eq!(together(seen.to_vec())[0], Kind::NationalId);
    let own = vec![field("Cliente:", "a"), said("Nome", "n")];
    assert_eq!(together(own)[0], Kind::NationalId);
    let silent = ["a", "b", "c"].map(|name| field("", name)).to_vec();
    assert_eq!(together(silent), [Kind::NationalId; 3]);
}

#[test]
fn another_day_is_not_a_birthday_by_its_name() {
    let asked = |label: &str| kinds_of(&[(label, "txtDOB")])[0];
    assert_eq!(asked("From date"), Kind::Other);
    assert_eq!(asked("Departure"), Kind::Other);
    for label in ["Date of birth", "Date", ""] {
        assert_eq!(asked(label), Kind::BirthDate, "{label}");
    }
}

#[test]
fn a_number_of_a_member_or_a_receiver_signs_nobody_in() {
    let member = || said("Membership number", "membership_no");
    assert_eq!(under("Contact us", vec![member(), said("Message", "m")])[0], Kind::Other);
    assert_eq!(under("Log in", vec![member()])[0], Kind::UserName);
    let password = || typed("password", said("PIN", "p"));
    assert_eq!(under("Contact us", vec![member(), password()])[0], Kind::UserName);
    assert_eq!(together(vec![said("Recipient's username", "giftcard_number")]), [Kind::Other]);
    let to = || said("Account number", "to");
    assert_eq!(under("Fund transfer", vec![to(), password()])[0], Kind::BankAccount);
    assert_eq!(under("Your bank", vec![to(), password()])[0], Kind::UserName);
}
