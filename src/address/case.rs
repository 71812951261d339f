//! Small letters for capital ones, in the scripts that people write in. The standard library knows those that nobody
//! writes in as well, and its tables weigh 6 KB.

/// First and last capital, how far one stands from the next, and how far behind it its small letter stands.
const CAPITALS: &[(u16, u16, u8, i16)] = &[
    (0xc0, 0xd6, 1, 32),
    (0xd8, 0xde, 1, 32),
    (0x100, 0x12e, 2, 1),
    (0x132, 0x136, 2, 1),
    (0x139, 0x147, 2, 1),
    (0x14a, 0x176, 2, 1),
    (0x178, 0x178, 1, -121),
    (0x179, 0x17d, 2, 1),
    (0x181, 0x181, 1, 210),
    (0x186, 0x186, 1, 206),
    (0x18a, 0x18a, 1, 205),
    (0x18f, 0x18f, 1, 202),
    (0x190, 0x190, 1, 203),
    (0x198, 0x198, 1, 1),
    (0x1a0, 0x1a0, 1, 1),
    (0x1af, 0x1af, 1, 1),
    (0x1cd, 0x1db, 2, 1),
    (0x1de, 0x1ee, 2, 1),
    (0x1f8, 0x21e, 2, 1),
    (0x222, 0x232, 2, 1),
    (0x386, 0x386, 1, 38),
    (0x388, 0x38a, 1, 37),
    (0x38c, 0x38c, 1, 64),
    (0x38e, 0x38f, 1, 63),
    (0x391, 0x3a1, 1, 32),
    (0x3a3, 0x3ab, 1, 32),
    (0x400, 0x40f, 1, 80),
    (0x410, 0x42f, 1, 32),
    (0x460, 0x480, 2, 1),
    (0x48a, 0x4be, 2, 1),
    (0x4c0, 0x4c0, 1, 15),
    (0x4c1, 0x4cd, 2, 1),
    (0x4d0, 0x52e, 2, 1),
    (0x531, 0x556, 1, 48),
    (0x1c90, 0x1cba, 1, -3008),
    (0x1e00, 0x1e94, 2, 1),
    (0x1e9e, 0x1e9e, 1, -7615),
    (0x1ea0, 0x1efe, 2, 1),
    (0x212a, 0x212a, 1, -8383),
    (0x212b, 0x212b, 1, -8262),
    (0xff21, 0xff3a, 1, 32),
];

/// Lower case by letter, as the Unicode standard's simple mapping has it: `İ` becomes `i`.
pub fn small(letter: char) -> char {
    match letter {
        _ if letter.is_ascii() => letter.to_ascii_lowercase(),
        'İ' => 'i',
        _ => behind(letter).unwrap_or(letter),
    }
}

pub fn is_capital(letter: char) -> bool {
    small(letter) != letter
}

/// Has a capital.
pub fn is_small(letter: char) -> bool {
    letter.is_ascii_lowercase()
        || !letter.is_ascii()
            && CAPITALS.iter().any(|&(.., far)| {
                char::from_u32(u32::from(letter).wrapping_add_signed(-i32::from(far))).and_then(behind)
                    == Some(letter)
            })
}

fn behind(capital: char) -> Option<char> {
    let code = u32::from(capital);
    let at = CAPITALS.partition_point(|&(_, last, ..)| u32::from(last) < code);
    let &(first, _, apart, far) = CAPITALS.get(at)?;
    let is_one = code.checked_sub(first.into())? % u32::from(apart) == 0;
    char::from_u32(code.wrapping_add_signed(far.into())).filter(|_| is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the standard library does with the letters of these blocks.
    #[test]
    fn letters_of_living_scripts_are_made_small_as_the_standard_has_it() {
        let living = ['\0'..='\u{17e}', '\u{1cd}'..='\u{1dc}', '\u{1de}'..='\u{1ef}', '\u{1f8}'..='\u{21f}'];
        let beyond =
            ['\u{380}'..='\u{3ce}', '\u{400}'..='\u{58f}', '\u{1c90}'..='\u{1cba}', '\u{1e00}'..='\u{1eff}'];
        let wide = ['\u{3040}'..='\u{9fff}', '\u{ac00}'..='\u{d7a3}', '\u{ff00}'..='\u{ffef}'];
        for letter in living.into_iter().chain(beyond).chain(wide).flatten().filter(|letter| *letter != 'İ')
        {
            let expected: Vec<char> = letter.to_lowercase().collect();
            assert_eq!([small(letter)], *expected, "{letter}");
            assert_eq!(is_capital(letter), letter.is_uppercase(), "{letter}");
        }
    }

    #[test]
    fn no_letter_is_made_another_than_the_standard_has_it() {
        for letter in ('\0'..=char::MAX).filter(|letter| *letter != 'İ' && small(*letter) != *letter) {
            assert_eq!(Some(small(letter)), letter.to_lowercase().next(), "{letter}");
            assert!(is_small(small(letter)) && !is_small(letter), "{letter}");
        }
    }

    #[test]
    fn letters_without_case_are_neither() {
        for letter in ['あ', '5', 'ا', 'ħ', 'ª', '-'] {
            assert!(!is_capital(letter), "{letter}");
        }
        for letter in ['あ', '5', 'ا', '-'] {
            assert!(!is_small(letter), "{letter}");
        }
    }
}
