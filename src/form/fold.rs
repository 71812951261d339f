//! Text as words are met in it: one spelling for what people and programs write in many.

use crate::address::case::{is_capital, is_small, small};
use crate::address::letters::{is_unseen, unmixed};

/// Lower case, without accents; everything but letters and digits is a space; `camelCase` falls apart.
/// Starts and ends with a space.
pub fn fold(text: &str) -> String {
    // Behind this letter a text is shown from its end.
    if text.contains('\u{202e}') {
        let text = text.replace('\u{202e}', " ");
        let turned: String = text.chars().rev().collect();
        return fold(&format!("{text} {turned}"));
    }
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push(' ');
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut next_is_small = || letters.peek().is_some_and(|next| is_small(*next));
        let new_word = is_capital(letter) && (is_small(before) || is_capital(before) && next_is_small());
        if (new_word || letter.is_ascii_digit() != before.is_ascii_digit()) && !folded.ends_with(' ') {
            folded.push(' ');
        }
        before = letter;
        let letter = small(narrow(letter));
        match plain(letter) {
            "" if is_elision(letter, &folded) => folded.push(' '),
            "" if letter.is_alphanumeric() => folded.push(letter),
            // Persian parts words by a joiner that nobody else needs.
            "" if letter == '\u{200c}' && folded.ends_with(|last| last > '\u{600}') => folded.push(' '),
            "" if is_mark(letter) => {}
            "" if folded.ends_with(' ') => {}
            "" => folded.push(' '),
            plain => folded.push_str(plain),
        }
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    if folded.is_ascii() { folded } else { unmixed(&folded) }
}

/// Combining accents, the marks of Arabic and Hebrew that are often left out, and what is not seen at all.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{5b0}'..='\u{5c7}' | '\'' | '’')
        || is_unseen(letter)
}

/// `d’utilisateur` and `dell’utente` are two words, `don’t` is one.
fn is_elision(letter: char, folded: &str) -> bool {
    matches!(letter, '\'' | '’')
        && folded.rsplit(' ').next().is_some_and(|word| word.chars().count() == 1 || word.ends_with('l'))
}

/// Latin letters and digits as wide as the Japanese ones around them.
fn narrow(letter: char) -> char {
    match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        // Of mathematics, from bold to monospace, and in circles.
        '\u{1d400}'..='\u{1d6a3}' => latin(letter, 0x1d400),
        'Ⓐ'..='ⓩ' => latin(letter, 0x24b6),
        _ => letter,
    }
}

/// Of alphabets of 26 letters that follow each other.
fn latin(letter: char, first: u32) -> char {
    let at = (u32::from(letter) - first) % 26;
    char::from_u32(at + u32::from('a')).unwrap_or(letter)
}

fn plain(letter: char) -> &'static str {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ё' => "е",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ı' => "i",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => "o",
        'º' => "o",
        '№' | '#' => "no",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ț' | 'ţ' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_names_into_words() {
        for (name, words) in [
            ("CCNo", " cc no "),
            ("txtCVV", " txt cvv "),
            ("billing[cardNumber]", " billing card number "),
            ("ＩＤ・ｅメール", " id eメール "),
            ("Card #", " card no "),
            ("Contraseña", " contrasena "),
            ("Prüfnummer (3-stellig)", " prufnummer 3 stellig "),
            ("カード番号", " カード番号 "),
            ("كلمة المرور", " كلمة المرور "),
            ("Nom d'utilisateur", " nom d utilisateur "),
            ("Parola d’ordine dell’utente", " parola d ordine dell utente "),
            ("don't", " dont "),
            ("Kredit\u{ad}karte\u{200b} Nr\u{2060}.", " kreditkarte nr "),
            ("Ca\u{200c}rd", " card "),
            ("ثبت\u{200c}نام", " ثبت نام "),
            ("Саrd numbеr, Раsswоrd", " card number password "),
            ("Номер карты и CVV", " номер карты и cvv "),
            ("Αριθμός", " αριθμός "),
            ("", " "),
        ] {
            assert_eq!(fold(name), words, "{name}");
        }
    }
}
