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
