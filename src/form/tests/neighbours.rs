//! A card's fields by their shape and their place, in a language that no table knows.

use super::*;
use crate::evidence::{Field, Frame};

fn read(fields: Vec<Field>) -> Vec<Kind> {
    kinds(&Frame { fields, forms: vec![form("https://shop.example/")], parent: -1, ..Frame::default() })
}

fn of_length(most: u32, label: &str, name: &str) -> Field {
    Field { max_length: most.to_string(), ..said(label, name) }
}

fn with_placeholder(placeholder: &str, field: Field) -> Field {
    Field { placeholder: placeholder.into(), ..field }
}

#[test]
fn a_number_stands_before_its_date_and_code() {
    let fields =
        vec![said("Αριθμός", "num"), with_placeholder("ΜΜ/ΕΕ", said("Λήξη", "t")), of_length(3, "CVV", "c")];
    assert_eq!(read(fields), [Kind::CardNumber, Kind::CardExpiry, Kind::SecurityCode]);
    let elsewhere = vec![said("Αριθμός", "num"), said("Όνομα", "n"), of_length(3, "CVV", "c")];
    assert_eq!(read(elsewhere)[0], Kind::Other);
}

#[test]
fn a_month_and_a_year_look_alike_in_any_language() {
    let date = |placeholder: &str| {
        let date = with_placeholder(placeholder, said("", "t"));
        read(vec![said("Card number", "n"), date, said("CVC", "c")])[1]
    };
    for placeholder in ["MM/YY", "MM / AAAA", "ММ/РР", "BB/TT", "KK/VV", "MM/JJ"] {
        assert_eq!(date(placeholder), Kind::CardExpiry, "{placeholder}");
    }
    for placeholder in ["XX/XX", "00/00", "AB/CD"] {
        assert_ne!(date(placeholder), Kind::CardExpiry, "{placeholder}");
    }
}

#[test]
fn three_digits_behind_a_number_are_its_code() {
    let number = || said("Card number", "n");
    let code = |field: Field| read(vec![number(), with_placeholder("MM/YY", said("", "t")), field])[2];
    assert_eq!(code(of_length(3, "Ověřovací kód", "kod")), Kind::SecurityCode);
    assert_eq!(code(typed("tel", of_length(3, "Три цифры", "c"))), Kind::SecurityCode);
    assert_eq!(code(of_length(30, "Note", "c")), Kind::Other);
    // One code is enough.
    let two = vec![number(), of_length(3, "CVC", "c"), of_length(4, "Floor", "f")];
    assert_eq!(read(two), [Kind::CardNumber, Kind::SecurityCode, Kind::Other]);
}

#[test]
fn a_year_stands_behind_its_month() {
    let fields = vec![
        said("Card number", "n"),
        of_length(2, "Expires", "emm"),
        of_length(2, "", "eyy"),
        of_length(3, "CVC", "c"),
    ];
    assert_eq!(read(fields)[1..3], [Kind::CardExpiry; 2]);
    let row = |year: Field| {
        let month = of_length(2, "Expires", "emm");
        read(vec![said("Card number", "n"), month, year, of_length(3, "CVC", "c")])[2]
    };
    assert_eq!(row(said("", "a")), Kind::CardExpiry);
    assert_eq!(row(typed("password", of_length(2, "First two letters", "p"))), Kind::Other);
    let issued = |label: &str, name: &str| {
        read(vec![said("Card number", "n"), said("CVC", "c"), of_length(2, label, name)])[2]
    };
    assert_eq!(issued("Expiry", "start_month"), Kind::CardExpiry);
    for label in ["Valid from (month)", "Issue date", "Gültig ab", "Date d’émission", "発行月"] {
        assert_ne!(issued(label, "month"), Kind::CardExpiry, "{label}");
    }
}

#[test]
fn four_groups_of_four_beside_a_date_are_a_number() {
    for shown in ["0000 0000 0000 0000", "xxxx-xxxx-xxxx-xxxx", "•••• •••• •••• ••••", "#### #### #### ####"]
    {
        let date = || with_placeholder("MM/YY", said("", "b"));
        let found = read(vec![with_placeholder(shown, said("", "a")), date()]);
        assert_eq!(found, [Kind::CardNumber, Kind::CardExpiry], "{shown}");
        assert_eq!(read(vec![said("", "a"), date()])[0], Kind::Other, "{shown}");
    }
}

#[test]
fn digits_of_a_telephones_keys_are_no_telephone() {
    let number = typed("tel", of_length(19, "", "card_id"));
    let asked = with_placeholder("カード番号は0000 0000 0000 0000の形式で入力してください", number);
    assert_eq!(read(vec![asked, said("CVC", "c")])[0], Kind::CardNumber);
    assert_eq!(read(vec![typed("tel", said("", "x"))]), [Kind::Phone]);
    assert_eq!(read(vec![typed("tel", of_length(3, "店番号", "branch"))]), [Kind::Other]);
}

#[test]
fn the_name_and_the_length_of_a_number_are_enough() {
    assert_eq!(read(vec![of_length(16, "Numéro", "cardNumber")]), [Kind::CardNumber]);
    assert_eq!(read(vec![of_length(10, "Numéro", "cardNumber")]), [Kind::Other]);
    let signs_in = vec![of_length(16, "", "cardNumber"), typed("password", said("Password", "p"))];
    assert!(!read(signs_in).contains(&Kind::CardNumber));
}

#[test]
fn a_card_that_is_no_bank_card() {
    assert_eq!(read(vec![said("رقم البطاقة", "cash_national_id")]), [Kind::NationalId]);
    assert_eq!(read(vec![said("Card", "cardId")]), [Kind::Other], "nothing is met across name and id");
    let gym = vec![said("Номер карты", "n"), typed("date", said("Срок действия", "d"))];
    assert!(read(gym).iter().all(|kind| !kind.is_card()));
    let invoice = vec![said("Card number", "n"), said("CVC", "c"), said("Straße des Karteninhabers", "s")];
    assert_eq!(read(invoice)[2], Kind::Address);
}

#[test]
fn a_page_about_a_gift_asks_for_no_bank_card() {
    let at = |heading: &str, fields: Vec<Field>| {
        let document = crate::evidence::Document { headings: vec![heading.into()], ..Default::default() };
        kinds(&Frame { document, fields, forms: vec![form("https://shop.example/")], ..Frame::default() })
    };
    let number = || said("Card number", "n");
    let code = || said("Card code", "c");
    for heading in ["Gift card balance", "Gutschein einlösen", "Carte de fidélité", "ギフトカード"] {
        assert_eq!(at(heading, vec![number(), code()]), [Kind::Other; 2], "{heading}");
        assert_eq!(at(heading, vec![typed("password", number()), code()]), [Kind::Other; 2], "{heading}");
        // Bought with a bank's card.
        let pays = at(heading, vec![number(), said("Expiry date", "d"), code()]);
        assert_eq!(pays, [Kind::CardNumber, Kind::CardExpiry, Kind::SecurityCode], "{heading}");
        let bank = at(heading, vec![said("Credit card number", "n"), code()]);
        assert_eq!(bank, [Kind::CardNumber, Kind::SecurityCode], "{heading}");
    }
    let signs_in = vec![said("E-mail", "e"), typed("password", said("", "p"))];
    assert_eq!(at("Gift cards", signs_in), [Kind::Email, Kind::CurrentPassword]);
    assert_eq!(at("Sim, quero pagar", vec![number(), code()]), [Kind::CardNumber, Kind::SecurityCode]);
}

#[test]
fn hidden_digits_behind_a_number_are_its_code() {
    let code = |label: &str, most: u32| {
        read(vec![
            said("Card number", "n"),
            said("MM/YY", "t"),
            typed("password", of_length(most, label, "c")),
        ])[2]
    };
    assert_eq!(code("背面末三碼", 3), Kind::SecurityCode);
    assert_eq!(code("Código al reverso", 4), Kind::SecurityCode);
    assert_eq!(code("Password", 4), Kind::CurrentPassword);
    assert_eq!(code("", 30), Kind::CurrentPassword);
    // What is sent to a telephone is longer than the code of a card that is known already.
    assert_eq!(read(vec![of_length(3, "Verification code", "code")]), [Kind::SecurityCode]);
    assert_eq!(read(vec![of_length(6, "Verification code", "code")]), [Kind::Code]);
}

#[test]
fn other_ways_to_pay_beside_a_number_do_not_hide_it() {
    let token = |field: Field| Field { autocomplete: "cc-number".into(), ..field };
    let tabs = Field { nearby: "Card PayPal Voucher".into(), ..said("", "pan") };
    assert_eq!(read(vec![token(tabs)]), [Kind::CardNumber]);
    assert_eq!(read(vec![token(said("Voucher number", "n"))]), [Kind::Other]);
}

#[test]
fn one_digit_each() {
    let row = |label: &str, kind: &str, count: usize| {
        let first = typed(kind, of_length(1, label, "a"));
        let rest = (1..count).map(|_| typed(kind, of_length(1, "", "a")));
        read(std::iter::once(first).chain(rest).collect())
    };
    assert_eq!(row("What year were you born?", "tel", 4), [Kind::BirthDate; 4]);
    assert_eq!(row("Wpisz wskazane znaki hasła", "password", 5), [Kind::CurrentPassword; 5]);
    assert_eq!(row("Enter the code", "tel", 6), [Kind::Code; 6]);
}

#[test]
fn a_whole_date_is_none_of_a_card() {
    let beside = |field: Field| read(vec![said("Card number", "n"), said("CVC", "c"), field])[2];
    for placeholder in ["DD/MM/YYYY", "TT.MM.JJJJ", "GG.AA.YYYY", "MM/DD/YYYY"] {
        let date = with_placeholder(placeholder, said("In memory of", "custom_12"));
        assert_eq!(beside(date), Kind::Other, "{placeholder}");
    }
    let born = with_placeholder("dd/mm/yyyy", said("Ngày sinh", "Birthday"));
    assert_eq!(read(vec![said("Name", "name"), born])[1], Kind::BirthDate);
    let rates = Field {
        tag: "select".into(),
        options: (1..13).map(|n| n.to_string()).collect(),
        ..said("מספר תשלומים", "npay")
    };
    assert_eq!(beside(rates), Kind::Other);
}

#[test]
fn a_day_that_follows_a_birthday_is_another() {
    let part = |label: &str, name: &str| of_length(4, label, name);
    let day = |name: &str| vec![part("Day", name), part("Month", name), part("Year", name)];
    let fields = |second: &str| {
        let mut fields = vec![said("Name", "name"), said("Date of birth", "dob-day")];
        fields.extend(day("dob").split_off(1));
        fields.extend(day(second));
        read(fields)
    };
    for second in ["issued", "x"] {
        assert_eq!(fields(second)[1..4], [Kind::BirthDate; 3]);
        assert_eq!(fields(second)[4..], [Kind::Other; 3], "{second}");
    }
}

#[test]
fn twelve_words_between_a_day_and_a_year_are_months() {
    let select = |name: &str, options: Vec<String>| Field { tag: "select".into(), options, ..said("", name) };
    let months = "Ay Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık";
    let row = |middle: &str| {
        read(vec![
            said("Ad", "name"),
            select("dob_g", (1..16).map(|n| n.to_string()).collect()),
            select("a", middle.split(' ').map(str::to_owned).collect()),
            select("dob_y", (1995..2010).rev().map(|n| n.to_string()).collect()),
        ])[2]
    };
    assert_eq!(row(months), Kind::BirthDate);
    assert_eq!(row("Ay Ocak Şubat"), Kind::Other);
}

#[test]
fn what_a_shop_calls_itself_hides_no_card() {
    let at = |heading: &str, fields: Vec<Field>| {
        let document = crate::evidence::Document { headings: vec![heading.into()], ..Default::default() };
        kinds(&Frame { document, fields, forms: vec![form("https://shop.example/")], ..Frame::default() })
    };
    let number = || typed("tel", of_length(19, "Card number", "n"));
    for heading in ["Elektronik Müller", "Order tracking", "عنوان الشحن"] {
        assert_eq!(at(heading, vec![number(), said("Note", "note")])[0], Kind::CardNumber, "{heading}");
    }
    // As a hotel's form calls its fields.
    for name in ["reservation[cvc]", "booking_cvv"] {
        assert_eq!(
            at("", vec![said("Card number", "booking_number"), said("", name)])[1],
            Kind::SecurityCode
        );
    }
    assert_eq!(
        at("", vec![said("Card number", "installment_card_number"), said("CVC", "c")])[0],
        Kind::CardNumber
    );
    // And what it gives to find an order or a journey again is no code that was sent.
    assert_eq!(read(vec![of_length(6, "Confirmation code", "recordLocator")]), [Kind::Other]);
    assert_eq!(
        read(vec![said("Card number", "n"), said("CVC", "c"), said("Issue number", "issueNumber")])[2],
        Kind::Other
    );
}

#[test]
fn a_pattern_of_sixteen_digits_beside_a_holder_is_a_number() {
    let asked = |pattern: &str| {
        let card = Field { pattern: pattern.into(), ..said("Card information", "card_information") };
        let fields = vec![card, said("MM/YY", "d"), said("Cardholder name", "h")];
        read(fields)[0]
    };
    for pattern in ["[0-9]{16}", "[0-9\\s]{13,19}", "\\d{16}"] {
        assert_eq!(asked(pattern), Kind::CardNumber, "{pattern}");
    }
    for pattern in ["", "[0-9]{4}", "[A-Z]{16}"] {
        assert_eq!(asked(pattern), Kind::Other, "{pattern}");
    }
}

#[test]
fn month_and_year_of_a_card_are_its_date() {
    let select = |name: &str| Field {
        tag: "select".into(),
        options: ["Hónap", "a", "b"].map(str::to_owned).to_vec(),
        ..said("", name)
    };
    for names in [["cardmonth", "cardyear"], ["card_month", "card_year"]] {
        let number = with_placeholder("1234 5678 9123 4567", said("", "cardnumber"));
        let fields = vec![number, select(names[0]), select(names[1])];
        assert_eq!(read(fields), [Kind::CardNumber, Kind::CardExpiry, Kind::CardExpiry], "{names:?}");
    }
}

#[test]
fn a_box_of_five_letters_that_says_security_code_is_one() {
    let code = |most: u32, label: &str| {
        read(vec![said("Card number", "n"), said("MM/YY", "d"), of_length(most, label, "cv2")])[2]
    };
    assert_eq!(code(5, "CV2 (3 digit security code)"), Kind::SecurityCode);
    assert_ne!(code(5, "Branch"), Kind::SecurityCode);
    assert_ne!(code(6, "The security code sent to you"), Kind::SecurityCode);
}

#[test]
fn the_heads_of_all_columns_say_nothing_of_one() {
    let heads = |name: &str| Field { nearby: "Card number, expiry date".into(), ..said("", name) };
    assert_eq!(
        read(vec![heads("email"), said("CVC", "c")])[0],
        Kind::CardExpiry,
        "its maker may say anything"
    );
    let number =
        Field { nearby: "Card numberExpiration monthExpiration year".into(), ..said("", "cardNumber") };
    let fields = vec![number, said("Expiration month", "m"), said("Expiration year", "y")];
    assert_eq!(read(fields), [Kind::CardNumber, Kind::CardExpiry, Kind::CardExpiry]);
}

#[test]
fn a_card_number_alone_is_a_banks() {
    let at = |heading: &str, field: Field| {
        let document = crate::evidence::Document { headings: vec![heading.into()], ..Default::default() };
        let forms = vec![form("https://shop.example/")];
        kinds(&Frame { document, fields: vec![field], forms, parent: -1, ..Frame::default() })[0]
    };
    for heading in ["Enter card no", "Visa or Mastercard", "Payment", "Continue"] {
        assert_eq!(at(heading, said("Card No:", "cardNo")), Kind::CardNumber, "{heading}");
    }
}

#[test]
fn what_is_verified_hides_no_card() {
    for nearby in ["Card Verification", "We need this to verify your identity.", "Verify your card"] {
        let number = Field { nearby: nearby.into(), ..with_placeholder("Card number", said("", "cc")) };
        let fields = vec![number, said("Expiry date", "d"), said("CVV", "c")];
        assert_eq!(read(fields), [Kind::CardNumber, Kind::CardExpiry, Kind::SecurityCode], "{nearby}");
    }
    let of_state = vec![said("Identity card number", "n"), said("Expiry date", "d")];
    assert!(!read(of_state).contains(&Kind::CardNumber));
    assert_eq!(read(vec![said("Card number", "n"), said("Card verification", "v")])[1], Kind::SecurityCode);
}
