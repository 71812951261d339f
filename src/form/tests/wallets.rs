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
    let asked = |label: &str, name: &str| {
        ["input", "textarea"].map(|tag| together(vec![Field { tag: tag.into(), ..said(label, name) }]))
    };
    for label in [
        "Enter your 12-word recovery phrase",
        "Secret Recovery Phrase",
        "Secret phrase",
        "Enter your 12-word phrase",
        "24-word phrase",
        "Your 24 word passphrase",
        "Phrase de récupération",
        "Frase de recuperación",
        "Wiederherstellungsphrase",
        "Сид-фраза",
        "助记词",
    ] {
        assert_eq!(asked(label, "a1"), [[Kind::WalletPhrase], [Kind::WalletPhrase]], "{label}");
    }
    // The key itself, or a key of another kind.
    for (label, name) in
        [("Type your phrase here", "mnemonic"), ("Private key", "import"), ("Keystore JSON", "a1")]
    {
        assert_eq!(asked(label, name), [[Kind::CurrentPassword], [Kind::CurrentPassword]], "{label}");
    }
    for label in ["Phrase of the day", "Password recovery word/phrase", "Recovery e-mail", "Key"] {
        assert!(!asked(label, "a1").iter().flatten().any(|kind| kind.is_password()), "{label}");
    }
}

#[test]
fn a_phrase_typed_as_a_password_is_one() {
    let typed = |label: &str| together(vec![Field { r#type: "password".into(), ..said(label, "a1") }]);
    assert_eq!(typed("Recovery phrase"), [Kind::WalletPhrase]);
    assert_eq!(typed("Password. We never ask for your recovery phrase."), [Kind::CurrentPassword]);
    let read = |label: &str| together(vec![said(label, "a1")]);
    assert_eq!(read("Recovery phrase or wallet password"), [Kind::WalletPhrase]);
}

#[test]
fn a_passphrase_opens_a_wallet_where_one_is_spoken_of() {
    let box_of = |label: &str| together(vec![Field { tag: "textarea".into(), ..said(label, "a1") }]);
    for label in ["Passphrase of your wallet", "Connect your wallet by its passphrase"] {
        assert_eq!(box_of(label), [Kind::WalletPhrase], "{label}");
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
            assert!(found.iter().all(|kind| *kind == Kind::WalletPhrase), "{name} {count}: {found:?}");
        }
        let found = under("Import your wallet", row("N.", "x", count));
        assert!(found.iter().all(|kind| *kind == Kind::WalletPhrase), "{count}: {found:?}");
    }
    for (title, fields) in [
        ("Order", row("N.", "item_N", 12)),
        ("Find the words", row("Word N", "wordN", 10)),
        ("Find the words", row("Word N", "wordN", 20)),
        ("Your wallet", row("N.", "x", 6)),
        ("Your wallet", row("Name", "x", 12)),
    ] {
        let found = under(title, fields);
        assert!(!found.contains(&Kind::WalletPhrase), "{title}: {found:?}");
    }
}

#[test]
fn whoever_gets_the_phrase_is_no_good_receiver() {
    let phrase = Field { visible: true, ..said("Recovery phrase", "a1") };
    let at = |url: &str| {
        let top = Frame { fields: vec![phrase.clone()], ..frame(0, url, &[], url) };
        let judged = page(vec![top]);
        (judged.receivers.first().map(|receiver| receiver.state), ids(&judged).contains(&Id::FormAsksPhrase))
    };
    assert_eq!(at("https://shop.example/"), (Some(AnswerState::Danger), true));
    assert_eq!(at("https://metamask.io/"), (Some(AnswerState::Good), false));
}
