//! What a field is for, by words that are rarer, stand elsewhere, or mean something else as well.

use super::*;
use crate::evidence::{Field, Frame};

#[test]
fn cards_are_read_in_more_languages() {
    for (number, date, code) in [
        ("Číslo platební karty", "Platnost", "Bezpečnostní kód"),
        ("Bankkártya száma", "Lejárati dátum", "Biztonsági kód"),
        ("Numărul cardului", "Data expirării", "Cod de securitate"),
        ("Broj kartice", "Vrijedi do", "Sigurnosni kod"),
        ("Номер на картата", "Валидна до", "Код за сигурност"),
        ("Номер карти", "Діє до", "Код безпеки"),
        ("หมายเลขบัตรเครดิต", "วันหมดอายุ", "รหัสความปลอดภัย"),
        ("Số thẻ", "Ngày hết hạn", "Mã bảo mật"),
        ("Nomor kartu", "Tanggal kedaluwarsa", "Kode keamanan"),
    ] {
        let found = kinds_of(&[(number, "a1"), (date, "b1"), (code, "c1")]);
        assert_eq!(found, [Kind::CardNumber, Kind::CardExpiry, Kind::SecurityCode], "{number}");
    }
}

#[test]
fn a_card_for_a_doctor_or_a_bus_pays_nothing() {
    for number in [
        "Numéro de carte d’assurance maladie",
        "Número do cartão de transporte",
        "Número de tarjeta sanitaria",
        "在留カード番号",
        "Číslo věrnostní karty",
    ] {
        let found = kinds_of(&[(number, "a1"), ("Expiry date", "b1")]);
        assert!(found.iter().all(|kind| !kind.is_card()), "{number} {found:?}");
    }
    let found = kinds_of(&[("Travel card number: 12 digits on the back of your card", "a1")]);
    assert!(!found[0].is_card(), "{found:?}");
}

#[test]
fn a_password_may_be_shown_as_it_is_typed() {
    let asked = |field: Field| {
        let fields = vec![said("E-mail", "a1"), Field { visible: true, name: "q-2".into(), ..field }];
        together(fields)[1]
    };
    let beside = |nearby: &str| Field { nearby: nearby.into(), ..said("", "") };
    for label in ["Password", "Choose a password", "Mot de passe", "Пароль", "パスワード", "密码"]
    {
        assert!(matches!(asked(said(label, "")), Kind::CurrentPassword | Kind::NewPassword), "{label}");
    }
    assert_eq!(asked(beside("Mot de passe")), Kind::CurrentPassword);
    for label in ["Password hint", "Forgot your password?", "Palabra clave", "Parola", "Ski pass"] {
        assert!(!asked(said(label, "")).signs_in(), "{label}");
    }
    assert!(!asked(beside("Show password")).signs_in());
}

#[test]
fn what_stands_in_a_field_is_nearer_than_what_stands_before_it() {
    let asked = |nearby: &str, placeholder: &str| {
        let field = Field { nearby: nearby.into(), placeholder: placeholder.into(), ..said("", "x") };
        together(vec![field])[0]
    };
    assert_eq!(asked("短信登录", "请输入手机号"), Kind::Phone);
    assert_eq!(asked("A scoop on your birthday", "First name"), Kind::Name);
    assert_eq!(asked("Log in", "name@company.com"), Kind::Email);
    for inside in ["0000 0000", "Telephone", "you@site.org"] {
        assert_eq!(asked("Card number", inside), kinds_of(&[("Card number", "x")])[0], "{inside}");
    }
}

#[test]
fn honey_and_a_telephone_are_no_traps() {
    let visible = |label: &str, name: &str| {
        let field = Field { visible: true, ..said(label, name) };
        together(vec![field])[0]
    };
    assert_eq!(visible("Nomor HP atau Email", "z1"), Kind::Email);
    assert_eq!(visible("No. HP", "z1"), Kind::Phone);
    assert_eq!(visible("E-mail for honey news", "z1"), Kind::Email);
    assert_eq!(visible("E-mail", "hp"), Kind::Email);
    assert_eq!(visible("E-mail: leave this field empty", "hp"), Kind::Honeypot);
    assert_eq!(visible("", "hp"), Kind::Honeypot);
    assert_eq!(kinds_of(&[("E-mail", "hp")]), [Kind::Honeypot], "where nobody sees it");
}

#[test]
fn an_address_for_news_makes_no_account() {
    let typed = |kind: &str, label: &str, index: u32| Field {
        r#type: kind.into(),
        index,
        form: None,
        visible: true,
        ..said(label, "x")
    };
    let fields =
        vec![typed("text", "E-mail", 0), typed("password", "Password", 1), typed("text", "E-mail", 2)];
    assert_eq!(
        kinds(&Frame { fields, ..Frame::default() }),
        [Kind::Email, Kind::CurrentPassword, Kind::Email]
    );
}

#[test]
fn a_hidden_code_of_a_card_is_no_password() {
    let code = Field { r#type: "password".into(), ..said("Security code", "x") };
    let fields = vec![said("Card number", "n"), said("Valid thru", "d"), code];
    let found = kinds(&Frame { fields, ..Frame::default() });
    assert_eq!(found, [Kind::CardNumber, Kind::CardExpiry, Kind::SecurityCode]);
}

#[test]
fn numbered_names_are_no_boxes_of_a_card() {
    let found = kinds_of(&[
        ("Nome no cartão", "f1"),
        ("Número do cartão", "f2"),
        ("Data de validade", "f3"),
        ("Código de segurança", "f4"),
    ]);
    let card = [Kind::CardHolder, Kind::CardNumber, Kind::CardExpiry, Kind::SecurityCode];
    assert_eq!(found, card);
}

#[test]
fn the_holder_may_be_asked_for_more_than_a_name() {
    let owner = kinds_of(&[("Kreditkartennummer", "n"), ("Prüfnummer", "c"), ("Name des Eigentümers", "o")]);
    assert_eq!(owner[2], Kind::CardHolder);
    let found = kinds_of(&[
        ("Número do cartão", "creditCardNumber"),
        ("Validade", "creditCardExpiration"),
        ("CPF do titular", "creditCardHolderCpf"),
    ]);
    assert_eq!(found[2], Kind::NationalId);
    let password = Field { r#type: "password".into(), ..said("PIN", "pin") };
    let fields = vec![said("Codice titolare", "u"), password];
    assert_eq!(kinds(&Frame { fields, ..Frame::default() }), [Kind::UserName, Kind::CurrentPassword]);
}
