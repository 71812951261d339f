//! Fields in a row, whose names bear one number after the other.

use super::*;
use crate::evidence::Field;

/// The first is spoken of, the others are silent.
fn row(label: &str, names: &[&str], hidden: bool) -> Vec<Field> {
    let typed = |(at, name): (usize, &&str)| Field {
        r#type: if hidden && at > 0 { "password" } else { "text" }.into(),
        visible: true,
        ..said(if at == 0 { label } else { "" }, name)
    };
    names.iter().enumerate().map(typed).collect()
}

#[test]
fn a_telephone_in_parts_is_no_trap() {
    for label in ["연락처", ""] {
        let found = together(row(label, &["hp1", "hp2", "hp3"], false));
        assert_eq!(found, [Kind::Phone; 3], "{label}");
    }
    let unseen = row("", &["hp1", "hp2"], false);
    let unseen = unseen.into_iter().map(|field| Field { visible: false, ..field }).collect();
    assert_eq!(together(unseen), [Kind::Honeypot; 2]);
    assert_eq!(together(row("", &["hp", "email"], false))[0], Kind::Honeypot);
}

#[test]
fn the_hidden_half_of_a_number_is_no_password() {
    for (label, names, kind) in [
        ("주민번호", ["ssn1", "ssn2"], Kind::NationalId),
        ("Social security number", ["no-1", "no-2"], Kind::NationalId),
        ("Account number", ["acc", "acc2"], Kind::BankAccount),
    ] {
        let fields = row(label, &names, true);
        assert_eq!(together(fields), [kind; 2], "{label}");
    }
    // What nobody takes for a half of the number.
    for (label, names) in [
        ("주민번호", ["ssn1", "pass2"]),
        ("주민번호", ["ssn1", "x2"]),
        ("Phone", ["p1", "p2"]),
        ("주민번호", ["pass1", "pass2"]),
    ] {
        assert!(together(row(label, &names, true))[1].signs_in(), "{label} {names:?}");
    }
}

#[test]
fn the_passwords_behind_a_hidden_half_are_counted_without_it() {
    let password =
        |label: &str, name: &str| Field { r#type: "password".into(), visible: true, ..said(label, name) };
    let mut fields = vec![
        said("아이디", "id"),
        password("비밀번호", "pw"),
        password("비밀번호 확인", "pwcheck"),
        said("이름", "name"),
    ];
    fields.extend(row("주민번호", &["ssn1", "ssn2"], true));
    let found = together(fields);
    assert_eq!(found[1..3], [Kind::NewPassword; 2]);
    assert_eq!(found[4..], [Kind::NationalId; 2]);
}
