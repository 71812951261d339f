//! The words that open a wallet, however they are asked for.

use super::*;
use crate::evidence::{Document, Field, Frame};

fn under(title: &str, fields: Vec<Field>) -> Vec<Kind> {
    let document = Document { title: title.into(), ..Document::default() };
    kinds(&Frame { document, fields, forms: vec![form("/in")], parent: -1, ..Frame::default() })
}

/// So many boxes, by what stands in them and what they are called.
fn row(placeholder: &str, name: &str, count: u32) -> Vec<Field> {
    (1..=count)
        .map(|number| Field {
            placeholder: placeholder.replace('N', &number.to_string()),
            ..said("", &name.replace('N', &number.to_string()))
        })
        .collect()
}

#[test]
fn a_phrase_has_many_names() {
    for label in [
        "Secret phrase",
        "Enter your 12-word phrase",
        "24-word phrase",
        "Your 24 word passphrase",
        "Keystore JSON",
    ] {
        for tag in ["input", "textarea"] {
            let field = Field { tag: tag.into(), ..said(label, "a1") };
            assert_eq!(together(vec![field]), [Kind::CurrentPassword], "{label} in a {tag}");
        }
    }
}

#[test]
fn a_passphrase_opens_a_wallet_where_one_is_spoken_of() {
    let box_of = |label: &str| together(vec![Field { tag: "textarea".into(), ..said(label, "a1") }]);
    for label in ["Passphrase of your wallet", "Connect your wallet by its passphrase"] {
        assert_eq!(box_of(label), [Kind::CurrentPassword], "{label}");
    }
    for label in ["Passphrase", "Passphrase of the network", "Name of your wallet"] {
        assert_eq!(box_of(label), [Kind::Other], "{label}");
    }
}

#[test]
fn each_word_of_a_phrase_may_have_its_box() {
    for count in [12, 15, 24] {
        for (placeholder, name) in [("Word N", "wordN"), ("N.", "mnemonic-N"), ("", "seed[N]")] {
            let found = under("Import", row(placeholder, name, count));
            assert!(found.iter().all(|kind| *kind == Kind::CurrentPassword), "{name} {count}: {found:?}");
        }
        let found = under("Import your wallet", row("N.", "x", count));
        assert!(found.iter().all(|kind| *kind == Kind::CurrentPassword), "{count}: {found:?}");
    }
    for (title, fields) in [
        ("Order", row("N.", "item_N", 12)),
        ("Find the words", row("Word N", "wordN", 10)),
        ("Find the words", row("Word N", "wordN", 20)),
        ("Your wallet", row("N.", "x", 6)),
        ("Your wallet", row("Name", "x", 12)),
    ] {
        let found = under(title, fields);
        assert!(!found.contains(&Kind::CurrentPassword), "{title}: {found:?}");
    }
}
