//! Codes that were sent, and what only bears their token or their digits.

use super::*;
use crate::evidence::Field;

fn token(label: &str, name: &str) -> Field {
    Field { autocomplete: "one-time-code".into(), visible: true, ..said(label, name) }
}

#[test]
fn a_token_that_keeps_browsers_away_asks_for_no_code() {
    for (label, name, kind) in [
        ("Address", "street", Kind::Address),
        ("Start typing town name...", "town_search", Kind::Address),
        ("Nama importir", "n", Kind::Name),
        ("Identitas (NPWP)", "npwp", Kind::NationalId),
        ("Date of birth", "d", Kind::BirthDate),
        ("Zip code", "zip", Kind::Address),
    ] {
        assert_eq!(together(vec![token(label, name)]), [kind], "{label}");
    }
    for (label, name) in [
        ("", "otp"),
        ("", "a1"),
        ("Enter the 6 digits", "a1"),
        ("The code sent to your address", "a1"),
        ("Code for your phone", "phone"),
        ("The number that we sent to your e-mail", "a1"),
    ] {
        assert_eq!(together(vec![token(label, name)]), [Kind::Code], "{label}");
    }
}

#[test]
fn a_place_has_four_digits_in_many_countries() {
    let digits = |label: &str, most: u32| {
        let field = Field { pattern: "[0-9]*".into(), max_length: most.to_string(), ..said(label, "x") };
        together(vec![field])[0]
    };
    for label in ["Postcode*", "Post code", "Posta kodu", "Kod pocztowy", "الرمز البريدي"] {
        assert_eq!(digits(label, 4), Kind::Address, "{label}");
        assert_eq!(digits(label, 5), Kind::Address, "{label}");
    }
    assert_eq!(digits("Code", 4), Kind::Code);
}
