//! What a field says twice outweighs what it says once.

use super::*;

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
fn another_day_is_not_a_birthday_by_its_name() {
    let asked = |label: &str| kinds_of(&[(label, "txtDOB")])[0];
    assert_eq!(asked("From date"), Kind::Other);
    assert_eq!(asked("Departure"), Kind::Other);
    for label in ["Date of birth", "Date", ""] {
        assert_eq!(asked(label), Kind::BirthDate, "{label}");
    }
}

#[test]
fn what_a_receiver_goes_by_signs_nobody_in() {
    assert_eq!(together(vec![said("Recipient's username", "giftcard_number")]), [Kind::Other]);
}
