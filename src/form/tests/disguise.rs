//! A field for a card or a password that is dressed as something else.

use super::*;
use crate::evidence::{Document, Evidence, Field, Frame, Known, Load, SecurityState};
use crate::report::Advice;

fn read(fields: Vec<Field>) -> Vec<Kind> {
    read_at("https://shop.example/", fields)
}

fn read_at(url: &str, fields: Vec<Field>) -> Vec<Kind> {
    let fields = fields.into_iter().map(|field| Field { visible: true, ..field }).collect();
    kinds(&Frame { url: url.into(), fields, forms: vec![form(url)], parent: -1, ..Frame::default() })
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

#[test]
fn a_short_password_is_one_until_it_is_a_part_of_something() {
    let short = |most: u32, label: &str| {
        typed("password", Field { max_length: most.to_string(), ..said(label, "p") })
    };
    for most in [1, 2] {
        let signs_in = vec![said("E-mail", "e"), short(most, "Password")];
        assert_eq!(read(signs_in), [Kind::Email, Kind::CurrentPassword]);
    }
    let letters = || vec![short(1, "2nd"), short(1, "3rd"), short(1, "6th")];
    assert_eq!(read(letters()), [Kind::CurrentPassword; 3]);
    // Beside a card they may be of its code.
    let card = [vec![said("Card number", "n"), said("CVC", "c")], letters()].concat();
    assert_eq!(read(card)[2..], [Kind::Other; 3]);
    assert_eq!(read(vec![short(1, "Code"); 6]), [Kind::Code; 6]);
    let card = vec![said("Card number", "n"), short(2, "Month"), short(2, "Year"), said("CVC", "c")];
    let date = [Kind::CardNumber, Kind::CardExpiry, Kind::CardExpiry, Kind::SecurityCode];
    assert_eq!(read(card), date);
    let digits = vec![said("Card number", "n"), said("CVC", "c"), short(2, "First two of the password")];
    assert_eq!(read(digits)[2], Kind::Other);
}

#[test]
fn nothing_unseen_parts_a_word() {
    for number in
        ["Kredit\u{ad}karten\u{ad}nummer", "Ca\u{200b}rd num\u{2060}ber", "C\u{feff}ard n\u{200e}umber"]
    {
        assert_eq!(read(vec![said(number, "a"), said("Expiry date", "d")])[0], Kind::CardNumber, "{number}");
    }
}

#[test]
fn what_a_person_sees_is_no_trap() {
    for name in ["hp", "fake_1", "honeypot"] {
        assert_eq!(beside_a_card(said("Card number", name)), Kind::CardNumber, "{name}");
        assert_eq!(read(vec![token("cc-number", said("", name))]), [Kind::CardNumber], "{name}");
        assert_eq!(
            read(vec![token("current-password", typed("password", said("", name)))]),
            [Kind::CurrentPassword]
        );
        assert_eq!(read(vec![said("Comment", name)]), [Kind::Honeypot], "{name}");
    }
    assert_eq!(read(vec![said("E-mail", "honeypot")]), [Kind::Honeypot]);
    let hidden = vec![token("cc-number", said("", "hp"))];
    let frame = Frame { fields: hidden, forms: vec![form("https://shop.example/")], ..Frame::default() };
    assert_eq!(kinds(&frame), [Kind::Honeypot]);
}

#[test]
fn what_a_person_reads_outweighs_name_and_token() {
    assert_eq!(read(vec![token("cc-number", said("Card number", "member_a"))]), [Kind::CardNumber]);
    assert_eq!(beside_a_card(said("Card number", "member_a")), Kind::CardNumber);
    for other in ["street-address", "cc-exp", "cc-name", "name", "tel", "email", "bday"] {
        assert_eq!(beside_a_card(token(other, said("Card number", "a"))), Kind::CardNumber, "{other}");
        assert_eq!(beside_a_card(token(other, said("Kartennummer", "a"))), Kind::CardNumber, "{other}");
    }
    for other in ["username", "name", "email", "tel", "cc-exp", "cc-csc", "bday", "one-time-code"] {
        for field in [said("Password", "cvv"), typed("password", said("Passwort", "cvv"))] {
            assert_eq!(read(vec![token(other, field)]), [Kind::CurrentPassword], "{other}");
        }
    }
    assert_eq!(read(vec![token("street-address", said("CVV", "a"))]), [Kind::SecurityCode]);
    assert_eq!(read(vec![token("name", said("Recovery phrase", "a"))]), [Kind::WalletPhrase]);
    let mail = Field {
        placeholder: "E-mail".into(),
        nearby: "Lost your recovery phrase?".into(),
        ..typed("email", said("", "m"))
    };
    assert_eq!(read(vec![mail]), [Kind::Email]);
    // Its token is right where the words say as much.
    assert_eq!(beside_a_card(token("cc-name", said("Name on credit card", "a"))), Kind::CardHolder);
    assert_eq!(
        beside_a_card(token("street-address", said("Credit card billing address", "a"))),
        Kind::Address
    );
    for label in ["Gift card number", "Membership card number"] {
        assert!(!beside_a_card(said(label, "n")).is_card(), "{label}");
        assert_ne!(read(vec![token("cc-number", said(label, "n"))]), [Kind::CardNumber], "{label}");
    }
    assert_ne!(read(vec![token("cc-number", said("", "gift_card_number"))]), [Kind::CardNumber]);
}

#[test]
fn whatever_it_is_made_of_its_words_are_read() {
    let areas = |field: Field| {
        ["textarea", "editable"].map(|tag| Field { tag: tag.into(), r#type: String::new(), ..field.clone() })
    };
    let number = said("Card number", "n");
    for number in
        [typed("search", number.clone()), typed("email", number.clone())].into_iter().chain(areas(number))
    {
        assert_eq!(beside_a_card(number), Kind::CardNumber);
    }
    let code = said("CVV", "n");
    for code in [typed("search", code.clone())].into_iter().chain(areas(code)) {
        assert_eq!(read(vec![said("Card number", "n"), code]), [Kind::CardNumber, Kind::SecurityCode]);
    }
    assert_eq!(read(vec![typed("search", said("Search credit cards", "q"))]), [Kind::Search]);
    assert_eq!(read(vec![typed("search", said("", "q"))]), [Kind::Search]);
    let [area, editor] = areas(said("Message. Never write your credit card number here.", "m"));
    assert_eq!(read(vec![area, editor]), [Kind::Other; 2]);
    let [address, _] = areas(said("Address", "a"));
    assert_eq!(read(vec![address]), [Kind::Address]);
}

#[test]
fn sixteen_digits_of_a_card_need_nothing_beside_them() {
    let long = |most: u32, label: &str| Field { max_length: most.to_string(), ..said(label, "a") };
    let shown =
        |placeholder: &str, label: &str| Field { placeholder: placeholder.into(), ..said(label, "a") };
    let numeric = |field: Field| Field { input_mode: "numeric".into(), ..field };
    for label in ["Card number", "Kartennummer", "Numéro de carte", "Номер карты", "カード番号"]
    {
        for field in [
            numeric(long(16, label)),
            typed("tel", long(19, label)),
            Field { pattern: "[0-9 ]*".into(), ..long(23, label) },
            shown("0000 0000 0000 0000", label),
            shown("4111-1111-1111-1111", label),
            shown("•••• •••• •••• ••••", label),
            shown("e.g. 1234567812345678", label),
        ] {
            assert_eq!(read(vec![field]), [Kind::CardNumber], "{label}");
        }
        assert_eq!(read(vec![long(16, label)]), [Kind::Other], "{label}");
        assert_eq!(read(vec![numeric(long(12, label))]), [Kind::Other], "{label}");
        assert_eq!(read(vec![shown("1234 5678 9012", label)]), [Kind::Other], "{label}");
    }
    let number = || shown("0000 0000 0000 0000", "Card number");
    for other in
        ["Gift card number", "Loyalty card number", "Library card number", "Kundenkartennummer", "Number"]
    {
        assert!(!read(vec![shown("0000 0000 0000 0000", other)])[0].is_card(), "{other}");
    }
    // The page or its heading says of which card.
    assert_eq!(read_at("https://shop.example/gift-cards/balance", vec![number()]), [Kind::Other]);
    let document = Document { headings: vec!["Join our loyalty programme".into()], ..Document::default() };
    let forms = vec![form("https://shop.example/")];
    let page = Frame { document, fields: vec![number()], forms, parent: -1, ..Frame::default() };
    assert_eq!(kinds(&page), [Kind::Other]);
    assert!(!read(vec![number(), typed("password", said("Password", "p"))]).contains(&Kind::CardNumber));
}

#[test]
fn four_boxes_need_no_length() {
    let boxes = |label: &str, names: [&str; 4]| {
        let row = names.iter().zip([label, "", "", ""]).map(|(name, label)| said(label, name));
        read(row.chain([said("First name", "f"), said("CVC", "c")]).collect())[..4].to_vec()
    };
    assert_eq!(boxes("Card number", ["cc1", "cc2", "cc3", "cc4"]), [Kind::CardNumber; 4]);
    assert_eq!(boxes("Kartennummer", ["n[0]", "n[1]", "n[2]", "n[3]"]), [Kind::CardNumber; 4]);
    assert!(boxes("Gift card number", ["g1", "g2", "g3", "g4"]).iter().all(|kind| !kind.is_card()));
    let others = boxes("Card number", ["cc", "name", "street", "city"]);
    assert!(!others[1..].contains(&Kind::CardNumber), "{others:?}");
    // A year or a code behind them may be as long.
    let row = (0..5)
        .map(|at| Field { max_length: 4.to_string(), ..said(["Card number", ""][usize::from(at > 0)], "b") });
    assert_eq!(read(row.chain([said("CVC", "c")]).collect())[..4], [Kind::CardNumber; 4]);
    let alone = |url: &str| {
        let row = (1..=4).map(|at| said(if at == 1 { "Card number" } else { "" }, &format!("cc{at}")));
        read_at(url, row.collect())
    };
    assert_eq!(alone("https://shop.example/"), [Kind::CardNumber; 4]);
    assert!(!alone("https://shop.example/gift-cards").contains(&Kind::CardNumber));
}

#[test]
fn letters_of_two_alphabets_are_read_as_they_look() {
    for number in ["Саrd numbеr", "Cаrd nο.", "САRD NUMВЕR"] {
        assert_eq!(beside_a_card(said(number, "a")), Kind::CardNumber, "{number}");
    }
    let code = read(vec![said("Card number", "n"), said("СVV", "c")]);
    assert_eq!(code, [Kind::CardNumber, Kind::SecurityCode]);
}

fn seen(label: &str, kind: &str) -> Field {
    Field { r#type: kind.into(), visible: true, ..said(label, "a") }
}

#[test]
fn a_password_that_is_shown_or_hidden_by_style_is_one() {
    for label in ["Password", "Your password*", "Kennwort", "Mot de passe :", "Contraseña", "パスワード"]
    {
        let user = seen("E-mail", "email");
        assert_eq!(read(vec![user.clone(), seen(label, "text")])[1], Kind::CurrentPassword, "{label}");
        let area = Field { tag: "editable".into(), ..seen(label, "") };
        assert_eq!(read(vec![user, area])[1], Kind::CurrentPassword, "{label}");
    }
    for label in ["Forgot your password? E-mail", "Username or password hint", "Reset password code"] {
        assert_ne!(read(vec![seen(label, "text")])[0], Kind::CurrentPassword, "{label}");
    }
}

#[test]
fn letters_of_mathematics_and_turned_ones_are_read() {
    for label in ["𝐂𝐚𝐫𝐝 𝐧𝐮𝐦𝐛𝐞𝐫", "𝘊𝘢𝘳𝘥 𝘯𝘶𝘮𝘣𝘦𝘳", "Ⓒⓐⓡⓓ ⓝⓤⓜⓑⓔⓡ", "\u{202e}rebmun draC"]
    {
        let kinds = read(vec![seen(label, "text"), seen("CVC", "text")]);
        assert_eq!(kinds[0], Kind::CardNumber, "{label}");
    }
}

#[test]
fn a_password_called_a_cards_code_on_a_page_about_vouchers_is_one() {
    let named = Field { name: "cvv".into(), ..seen("Password", "password") };
    let frame = Frame {
        document: Document { title: "Win a voucher".into(), ..Document::default() },
        fields: vec![seen("E-mail", "email"), named],
        forms: vec![form("https://shop.example/")],
        parent: -1,
        ..Frame::default()
    };
    assert_eq!(kinds(&frame)[1], Kind::CurrentPassword);
}

#[test]
fn a_title_of_a_known_name_is_told_where_it_is_not_at_home_and_something_is_asked() {
    let poses = |title: &str, host: &str, asks: &[&str], known: &str| {
        let url = format!("https://{host}/");
        let mut top = frame(0, &url, asks, &url);
        top.document.title = title.into();
        let page = Page { url: url.clone(), load: Load::Watched, ..Page::default() };
        let mut evidence = Evidence { page, frames: vec![top], ..Evidence::default() };
        evidence.memory.known_sites = vec![known.into()];
        let judged = judge(&evidence, &address::of(&address::Parts::of(&url)));
        ids(&judged).contains(&Id::FormPosesAs)
    };
    let (title, password) = ("Log in to your PayPal account", &["current-password"]);
    for host in ["bakery.example", "my-shop.vercel.app", "192.0.2.7", "paypal.bakery.example"] {
        assert!(poses(title, host, password, "") && poses(title, host, CARD, ""), "{host}");
        assert!(!poses(title, host, &["email"], "") && !poses(title, host, &["one-time-code"], ""), "{host}");
    }
    assert!(!poses(title, "bakery.example", password, "bakery.example"));
    // Where the address tells of it already, it is not told twice.
    for host in [
        "www.paypal.com",
        "www.venmo.com",
        "paypal-partner.example",
        "paypa1.example",
        "10.0.0.2",
        "localhost",
    ] {
        assert!(!poses(title, host, password, ""), "{host}");
    }
    for (title, host) in [
        ("Sign in – GOV.UK", "signin.account.gov.uk"),
        ("T-Mobile: Login", "www.t-mobile.cz"),
        ("Crypto.com Sign In", "auth.crypto.com"),
        ("Amazon Sign-In", "www.amazon.com.be"),
        ("MetaMask: Sign in", "metamask.zendesk.com"),
    ] {
        assert!(!poses(title, host, password, ""), "{host}");
        assert!(poses(title, "bakery.example", password, ""), "{title}");
    }
}

#[test]
fn hidden_boxes_are_no_year() {
    let digit = Field { name: "year".into(), max_length: 1.to_string(), ..seen("PIN", "password") };
    assert!(read(vec![digit; 4]).iter().all(|kind| kind.signs_in()));
}

#[test]
fn a_password_is_no_other_number_by_its_name_alone() {
    for name in ["ssn", "giftcard", "voucher"] {
        let named = Field { name: name.into(), ..seen("", "password") };
        assert_eq!(read(vec![named])[0], Kind::CurrentPassword, "{name}");
    }
}

#[test]
fn a_card_is_one_whatever_its_number_is_called() {
    for name in ["qty", "loyalty", "promo", "member"] {
        let number = Field { name: name.into(), ..seen("Card number", "tel") };
        let fields = vec![number, seen("Expiry date", "tel"), seen("Security code", "tel")];
        assert_eq!(read(fields)[0], Kind::CardNumber, "{name}");
    }
    let long = |label: &str| Field { max_length: 50.to_string(), ..seen(label, "text") };
    assert_eq!(read(vec![long("Card number"), long("CVV")])[0], Kind::CardNumber);
}

/// A window that another page opened and wrote into: what the core is told of it.
fn written_by(origin: &str) -> Evidence {
    let top = Frame {
        url: "about:blank".into(),
        origin: origin.into(),
        parent: -1,
        looked: true,
        fields: vec![Field { form: None, ..seen("Password", "password") }],
        ..Frame::default()
    };
    let page = Page { url: "about:blank".into(), load: Load::Watched, ..Page::default() };
    Evidence { page, frames: vec![top], ..Evidence::default() }
}

#[test]
fn an_empty_window_is_of_whoever_wrote_into_it() {
    for origin in ["https://paypa1.example", "http://plain.example"] {
        let report = crate::assess(&written_by(origin));
        assert_eq!(report.headline.state, Advice::Stop, "{origin}");
        assert_eq!(report.guards.len(), 1, "{origin}");
    }
    let mut honest = written_by("https://shop.example");
    honest.frames[0].fields[0].form = Some(0);
    honest.frames[0].forms = vec![form("https://shop.example/in")];
    let report = crate::assess(&honest);
    assert_eq!(report.headline.state, Advice::Unknown);
    assert!(report.guards.is_empty());
    honest.connection.state = Known::Seen(SecurityState::Secure);
    assert!(crate::assess(&honest).guards.is_empty());
}
