//! What a field is for, where two readings are possible or one would be costly.

use super::*;
use crate::evidence::{Field, Form, Frame, SubmitButton};

#[test]
fn card_forms_are_read_in_many_languages() {
    for (number, date, code) in [
        ("Card number", "Expiry date", "CVV"),
        ("Credit card no.", "Valid thru", "CVV2"),
        ("Kartennummer", "Gültig bis", "Prüfnummer"),
        ("Kreditkartennummer", "Ablaufdatum", "Kartenprüfnummer (CVC)"),
        ("Karten-Nr.", "Gültigkeit", "Sicherheitscode"),
        ("N° de carte", "Expire fin", "Code de sécurité"),
        ("Nº de tarjeta", "Caducidad", "Código de verificación"),
        ("Numero carta di credito", "Data di scadenza", "CVV"),
        ("Nº do cartão", "Vencimento", "Código de segurança"),
        ("Creditcardnummer", "Geldig tot", "Beveiligingscode"),
        ("Nr karty", "Termin ważności", "Kod CVV2"),
        ("Kortnr", "Giltigt till", "CVC-kod"),
        ("Kredi kartı no", "Son kullanma", "CVC"),
        ("Номер банковской карты", "Действует до", "CVV2/CVC2"),
        ("クレジットカード番号", "有効期限（月/年）", "セキュリティーコード"),
        ("银行卡号", "到期日", "CVN2"),
        ("信用卡號", "有效期限", "安全碼"),
        ("신용카드 번호", "만료일", "CVC 번호"),
        ("מספר כרטיס אשראי", "תוקף", "קוד אבטחה"),
        ("رقم بطاقة الائتمان", "تاريخ انتهاء الصلاحية", "رمز التحقق"),
        ("Numéro de carte", "Date d’expiration", "Cryptogramme"),
        ("Número de tarjeta", "Fecha de vencimiento", "Código de seguridad"),
        ("Numero della carta", "Scadenza", "Codice di sicurezza"),
        ("Número do cartão", "Validade", "Código de segurança"),
        ("Kaartnummer", "Vervaldatum", "CVC"),
        ("Numer karty", "Data ważności", "Kod zabezpieczający"),
        ("Kortnummer", "Utgångsdatum", "Säkerhetskod"),
        ("Kart numarası", "Son kullanma tarihi", "Güvenlik kodu"),
        ("Номер карты", "Срок действия", "Код безопасности"),
        ("カード番号", "有効期限", "セキュリティコード"),
        ("Αριθμός κάρτας", "Ημερομηνία λήξης", "Κωδικός ασφαλείας"),
        ("信用卡卡号", "有效期", "安全码"),
        ("카드번호", "유효기간", "보안코드"),
        ("رقم البطاقة", "تاريخ الانتهاء", "رمز الأمان"),
    ] {
        let found = kinds_of(&[(number, "a1"), (date, "b1"), (code, "c1")]);
        assert_eq!(found, [Kind::CardNumber, Kind::CardExpiry, Kind::SecurityCode], "{number}");
    }
}

#[test]
fn a_basket_asks_for_no_card() {
    for (label, name) in
        [("Pieces of Iron pan", "quantity"), ("Iron pan", "item_3"), ("Credit cards, a pack of ten", "qty")]
    {
        let top = Frame {
            fields: vec![Field { r#type: "number".into(), ..said(label, name) }],
            forms: vec![form("https://shop.example/checkout")],
            parent: -1,
            ..Frame::default()
        };
        assert!(kinds(&top).iter().all(|kind| !kind.is_card()), "{label}: {:?}", kinds(&top));
    }
}

#[test]
fn what_looks_like_a_card_and_is_none() {
    for fields in [
        &[("Gift card number", "gift"), ("PIN", "pin")][..],
        &[("Loyalty card number", "loyalty"), ("Name", "name")],
        &[("Library card number", "card")],
        &[("Date of birth", "day"), ("Month", "month"), ("Year", "year")],
        &[("Security code", "captcha")],
    ] {
        assert!(kinds_of(fields).iter().all(|kind| !kind.is_card()), "{fields:?} {:?}", kinds_of(fields));
    }
}

#[test]
fn codes_and_card_numbers_are_read_in_boxes() {
    let row = |label: &str, count: u32, most: u32| -> Vec<Field> {
        (0..count)
            .map(|index| Field {
                index,
                max_length: most.to_string(),
                ..said(if index == 0 { label } else { "" }, &format!("b{index}"))
            })
            .collect()
    };
    assert_eq!(together(row("Enter the 6 digits", 6, 1)), [Kind::Code; 6]);
    let code = || Field { index: 9, max_length: 3.to_string(), ..said("CVC", "c") };
    let card = [row("Card number", 4, 4), vec![code()]].concat();
    assert_eq!(together(card)[..4], [Kind::CardNumber; 4]);
    assert!(together(row("Gift card number", 4, 4)).iter().all(|kind| !kind.is_card()));
    assert!(together(row("Serial number", 4, 4)).iter().all(|kind| !kind.is_card()));
}

#[test]
fn day_month_and_year_beside_a_new_password_are_a_birthday() {
    let date = |day: &str| {
        kinds_of(&[
            ("E-mail", "e"),
            ("Password", "password"),
            (day, "day"),
            ("Month", "month"),
            ("Year", "year"),
        ])
    };
    assert_eq!(date("Day")[2..], [Kind::BirthDate; 3]);
    assert!(!date("Day your child was born").contains(&Kind::BirthDate));
}

#[test]
fn a_page_about_age_asks_for_a_birthday() {
    let at = |heading: &str, labels: [&str; 3]| {
        let fields = labels.map(|label| Field { max_length: 4.to_string(), ..said(label, "") });
        let document = crate::evidence::Document { headings: vec![heading.into()], ..Default::default() };
        kinds(&Frame { document, fields: fields.to_vec(), forms: vec![form("")], ..Frame::default() })
    };
    for heading in ["Age check", "When were you born? Date of birth", "Altersverifikation"] {
        assert_eq!(at(heading, ["DD", "MM", "YYYY"]), [Kind::BirthDate; 3], "{heading}");
    }
    assert_eq!(at("Page 3", ["DD", "MM", "YYYY"]), [Kind::Other; 3]);
    assert_eq!(at("", ["Birth name", "a", "b"])[0], Kind::Name);
    assert_eq!(at("", ["Date of birth", "Month", "Expiry year"])[2], Kind::Other);
}

#[test]
fn not_every_name_is_a_persons() {
    for (label, kind) in [
        ("Name", Kind::Name),
        ("联系人", Kind::Name),
        ("Domain name", Kind::Other),
        ("Company name", Kind::Other),
        ("Receiver's bank name", Kind::Other),
        ("보험명", Kind::Other),
        ("고객명", Kind::Name),
        ("Soyisim", Kind::Name),
        ("Numero civico", Kind::Address),
        ("Plaatsnaam", Kind::Address),
        ("Postadress", Kind::Address),
        ("Pass port no.", Kind::NationalId),
        ("Katuosoite", Kind::Address),
        ("Huisnummer", Kind::Address),
        ("Henkilötunnus", Kind::NationalId),
    ] {
        assert_eq!(kinds_of(&[(label, "a")]), [kind], "{label}");
    }
}

#[test]
fn a_code_that_was_sent_is_none_of_a_card() {
    for label in ["Enter the code sent to your phone", "Code envoyé", "Gesendeter Code", "校验码"] {
        assert_eq!(kinds_of(&[(label, "a")]), [Kind::Code], "{label}");
    }
    let coded = |most: u32| {
        let code = Field { max_length: most.to_string(), ..said("校验码", "a") };
        let fields = vec![said("信用卡号", "n"), said("有效期", "d"), code];
        kinds(&Frame { fields, forms: vec![form("")], ..Frame::default() })[2]
    };
    assert_eq!([coded(3), coded(6)], [Kind::SecurityCode, Kind::Code]);
}

#[test]
fn fields_that_say_two_things() {
    let one = |field: Field| {
        kinds(&Frame {
            fields: vec![field],
            forms: vec![form("https://shop.example/")],
            parent: -1,
            ..Frame::default()
        })[0]
    };
    assert_eq!(one(Field { autocomplete: "tel".into(), ..said("Mobile or e-mail", "x") }), Kind::Email);
    assert_eq!(one(said("Confirm your address", "reenter_email")), Kind::Email);
    assert_eq!(one(said("User name (optional)", "x")), Kind::UserName);
    assert_eq!(one(said("Nom d’utilisateur", "x")), Kind::UserName);
    assert_eq!(one(said("收款人卡号/收款账号", "x")), Kind::BankAccount);
    let explained = "* E-mail: we write to this address only about your order and never sell it";
    assert_eq!(one(said(explained, "x")), Kind::Email);
    // What is typed hidden is never nothing.
    let pin = Field { r#type: "password".into(), ..said("Number on the card no. 3", "x") };
    assert_eq!(one(pin), Kind::CurrentPassword);
    let masked = Field { r#type: "password".into(), ..said("Card number", "x") };
    let code = said("CVC", "c");
    let fields = vec![masked, code];
    let card = Frame { fields, forms: vec![form("https://shop.example/")], ..Frame::default() };
    assert_eq!(kinds(&card), [Kind::CardNumber, Kind::SecurityCode]);
}

#[test]
fn how_many_digits_are_taken_speaks_too() {
    let digits = |label: &str, most: u32| Field {
        input_mode: "numeric".into(),
        max_length: most.to_string(),
        ..said(label, "x")
    };
    assert_eq!(together(vec![digits("", 19), said("CVC", "c")]), [Kind::CardNumber, Kind::SecurityCode]);
    assert_eq!(together(vec![digits("", 19), said("Name", "n")])[0], Kind::Other);
    assert_eq!(together(vec![digits("Enter the code", 6)]), [Kind::Code]);
    for other in ["Zip code", "Code postal", "Promo code", "Code shown in the picture"] {
        assert_ne!(together(vec![digits(other, 6)]), [Kind::Code], "{other}");
    }
}

#[test]
fn so_much_a_month_is_no_date() {
    let amounts = Field {
        tag: "select".into(),
        options: ["$10", "$15", "$20"].map(str::to_owned).to_vec(),
        ..said("", "monthlyAmount")
    };
    let fields = vec![said("Card number", "n"), said("CVC", "c"), amounts];
    let found = together(fields);
    assert_eq!(found, [Kind::CardNumber, Kind::SecurityCode, Kind::Other]);
}

#[test]
fn a_password_of_old_beside_a_button_for_the_new() {
    let asked = |name: &str| {
        let password = Field { r#type: "password".into(), ..said("Mot de passe", name) };
        let button = SubmitButton { text: "Créez un compte".into(), ..Default::default() };
        let forms = vec![Form { buttons: vec![button], ..form("https://shop.example/") }];
        kinds(&Frame { fields: vec![said("E-mail", "email"), password], forms, ..Frame::default() })[1]
    };
    assert_eq!(asked("mdp_deja_inscrit"), Kind::CurrentPassword);
    assert_eq!(asked("mdp"), Kind::NewPassword);
}

#[test]
fn an_account_goes_by_something() {
    let asked = |first: &str, password: &str, url: &str| {
        let password = Field { r#type: "password".into(), ..said(password, "p") };
        let fields = vec![said(first, "a"), said("Street", "b"), said("City", "c"), password];
        kinds(&Frame { url: url.into(), fields, forms: vec![form(url)], ..Frame::default() })[3]
    };
    let url = "https://shop.example/";
    assert_eq!(asked("E-mail", "Password", url), Kind::NewPassword);
    assert_eq!(asked("Postcode", "Password", url), Kind::CurrentPassword);
    let url = "https://shop.example/signup";
    assert_eq!(asked("Postcode", "Password", url), Kind::CurrentPassword);
    assert_eq!(asked("Postcode", "Choose a password", url), Kind::NewPassword);
}

#[test]
fn a_trap_is_what_nobody_sees() {
    let trap = |visible: bool| {
        let field = Field { r#type: "password".into(), visible, ..said("", "fakepassword") };
        kinds(&Frame { fields: vec![field], forms: vec![form("https://shop.example/")], ..Frame::default() })
            [0]
    };
    assert_eq!(trap(false), Kind::Honeypot);
    assert_eq!(trap(true), Kind::CurrentPassword);
}

#[test]
fn a_form_says_what_its_fields_are_for() {
    let asked = |name: &str, labels: &[(&str, &str)]| {
        let fields = labels.iter().map(|(label, name)| said(label, name)).collect();
        let forms = vec![Form { id: name.into(), ..form("https://shop.example/") }];
        kinds(&Frame { fields, forms, ..Frame::default() })
    };
    let looked_for = [("Keyword", "query"), ("User name", "who")];
    assert_eq!(asked("searchform", &looked_for), [Kind::Search, Kind::Search]);
    assert_eq!(asked("profile", &looked_for), [Kind::Search, Kind::UserName]);
    assert_eq!(asked("newsletter-form", &[("", "in-box")]), [Kind::Email]);
    assert_eq!(asked("form-1", &[("", "in-box")]), [Kind::Other]);
}

#[test]
fn the_address_outweighs_a_copied_token() {
    let asked = |path: &str| {
        let token = |name: &str, kind: &str, token: &str| Field {
            r#type: kind.into(),
            autocomplete: token.into(),
            ..said(name, name)
        };
        let fields =
            vec![token("email", "email", "username"), token("password", "password", "current-password")];
        let url = format!("https://shop.example{path}");
        kinds(&Frame { url: url.clone(), fields, forms: vec![form(&url)], ..Frame::default() })[1]
    };
    assert_eq!(asked("/account/signup"), Kind::NewPassword);
    assert_eq!(asked("/account/signin"), Kind::CurrentPassword);
    assert_eq!(asked("/account"), Kind::CurrentPassword);
}

#[test]
fn a_number_may_be_called_by_a_birth() {
    for (label, name, kind) in [
        ("Fødselsnummer (11 siffer)", "fnr", Kind::NationalId),
        ("Fødselsdato", "fd", Kind::BirthDate),
        ("CPR-nummer", "", Kind::NationalId),
        ("Location", "location", Kind::Address),
    ] {
        assert_eq!(kinds_of(&[(label, name)]), [kind], "{label}");
    }
}

#[test]
fn a_telephone_that_is_called_so_stays_one_beside_a_password() {
    let asked = |token: &str| {
        let password = Field { r#type: "password".into(), ..said("Password", "p") };
        let telephone = Field { autocomplete: token.into(), ..said("Mobile number", "m") };
        kinds(&Frame { fields: vec![telephone, password], forms: vec![form("/")], ..Frame::default() })
    };
    assert_eq!(asked("tel"), [Kind::Phone, Kind::CurrentPassword]);
    // Else it is what the account goes by.
    assert_eq!(asked(""), [Kind::UserName, Kind::CurrentPassword]);
}
