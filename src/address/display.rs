//! How a host is shown: Unicode where a person can read it safely, else punycode.
//!
//! The rules are those of Chromium's IDN policy (docs/idn.md) over UTS #39: letters that are allowed in
//! identifiers, one script or a customary mix of them, no label made of look-alikes only, none of the letters
//! that pass for others, and no name that looks like a known one.

use super::{host, letters, names, punycode, suffix};

/// A host as the person should read it: a label that is not safe stays in punycode.
pub fn shown(host: &str) -> String {
    shown_beside(host, &names::owned)
}

/// The same beside other well-known domains than ours.
pub fn shown_beside(host: &str, known: &dyn Fn(&str) -> bool) -> String {
    if !host.contains("xn--") || imitated(host, known).is_some() {
        return host.to_owned();
    }
    let ending = host.rsplit('.').next().unwrap_or_default();
    let labels: Vec<String> = host
        .split('.')
        .map(|label| match punycode::unicode(label) {
            Some(shown) if valid(&shown, label) && safe(&shown, ending) => shown,
            _ => label.to_owned(),
        })
        .collect();
    labels.join(".")
}

/// The well-known domain that the host as it looks is, or is below, without being so by its letters.
pub fn imitated(host: &str, known: &dyn Fn(&str) -> bool) -> Option<String> {
    let unicode = punycode::to_unicode(host);
    // A stroked l is taken for an l or a t.
    [letters::as_seen(&unicode), letters::as_seen(&unicode.replace('ł', "t"))].iter().find_map(|seen| {
        let registrable = suffix::registrable(seen);
        let is = seen.is_ascii() && known(registrable) && !host::under(host, registrable);
        is.then(|| registrable.to_owned())
    })
}

/// A label that encodes back to itself, without what UTS #46 maps away or refuses.
fn valid(label: &str, encoded: &str) -> bool {
    let mark = |c: char| matches!(u32::from(c), 0x300..=0x36f | 0x93e..=0x94d | 0x9be..=0x9cd);
    punycode::to_ascii(label) == encoded
        && !label.starts_with(mark)
        && !label.chars().skip(2).take(2).eq(['-', '-'])
}

/// Letters that look like Latin ones, by script, and the endings under which that script is at home.
const WHOLE_SCRIPTS: &[(&str, &str, &[&str])] = &[
    ("Armn", "ագզէլհյոսւօՙ", &["am"]),
    ("Cyrl", "аысԁеԍһіюјӏорԗԛѕԝхуъьҽпгѵѡӕԥ", &["bg", "by", "kz", "ru", "su", "ua", "uz"]),
    ("Ethi", "ሀሠሰስበነተከዐዕዘጠፐꬅ", &["er", "et"]),
    ("Geor", "იოყძხჽჿ", &["ge"]),
    ("Grek", "αικνρυωηοτ", &["gr"]),
    ("Hebr", "דוחיןסװײ׳ﬦ", &["il"]),
    ("Laoo", "ພຟຣຮບ໐", &["la"]),
    ("Beng", "০৭", &[]),
    ("Deva", "ऽ०ॱ", &[]),
    ("Gujr", "ડટ૦૧", &[]),
    ("Guru", "੦੧", &[]),
    ("Knda", "ಽ೦೧", &[]),
    ("Mlym", "ടഠധനറ൦", &[]),
    ("Orya", "ଠ୦୮", &[]),
    ("Taml", "டப௦", &[]),
    ("Telu", "౦౧", &[]),
    ("Mymr", "ခဂငထပဝ၀၂ၔၜ႐႑႕႖႗", &["mm"]),
    ("Thai", "ทนบพรหเแ๐ดลปฟม", &["th"]),
];

/// Digits of other scripts and letters that pass for digits.
const LIKE_DIGITS: &str = "θ२২੨੨૨೩೭շзҙӡउওਤ੩૩౩ဒვპੜკ੫丩ㄐճ৪੪୫૭୨౨";

/// Han, Kana and Bopomofo strokes that pass for Latin letters or punctuation beside them.
const STROKES: &str = "一ㄧ丨乛七丅十〇ㄒㄚㄟㄨㄩㄈㆺㆳ工ㆲ讠丁";
const SLASHES: &str = "ノンソゾ丶乀乁丿";

/// Whether a label can be read for what it is.
fn safe(label: &str, ending: &str) -> bool {
    let found: Option<Vec<&str>> = label.chars().map(script).collect();
    let Some(of) = found else { return false };
    let mut scripts: Vec<&str> = Vec::new();
    for script in of.iter().copied().filter(|script| !matches!(*script, "Zyyy" | "Zinh")) {
        if !scripts.contains(&script) {
            scripts.push(script);
        }
    }
    let more = label.chars().count() > 1;
    if label.contains(['ß', 'ς', '\u{200c}', '\u{200d}'])
        || more && ending != "is" && label.contains(['þ', 'ð'])
        || more && ending != "az" && label.contains('ə')
        || !middle_dots(label, ending)
        || !mix(&scripts)
        || digits_mixed(label)
        || like_digits(label)
        || doubled_marks(label)
    {
        return false;
    }
    let single = scripts.iter().all(|script| *script != "Latn") || scripts.len() <= 1;
    let kana = label.chars().any(|c| matches!(c, 'へ'..='ぺ' | 'ヘ'..='ペ' | '・'..='ヾ'));
    let marks = label.chars().any(|c| matches!(u32::from(c), 0x300..=0x339));
    if single && !kana && !marks {
        return !like_latin(label, &of, ending);
    }
    let foreign_latin = label.chars().zip(&of).any(|(c, script)| *script == "Latn" && !c.is_ascii());
    !(dangerous(label) || foreign_latin && scripts.len() > 1)
}

/// The script of a letter that may be shown; ASCII digits and the hyphen belong to all.
fn script(c: char) -> Option<&'static str> {
    match u32::from(c) {
        _ if c.is_ascii_lowercase() => Some("Latn"),
        _ if c.is_ascii_digit() || c == '-' => Some("Zyyy"),
        // Rare or misread letters that Chromium takes out of the allowed ones.
        0x138 | 0x338 | 0x58a | 0x2010 | 0x2019 | 0x2027 | 0x30a0 | 0x2bb | 0x2bc | 0x2ec => None,
        0x1cd..=0x1dc
        | 0x1c80..=0x1c8f
        | 0x1e00..=0x1e9b
        | 0x1f00..=0x1fff
        | 0xa640..=0xa69f
        | 0xa720..=0xa7ff => None,
        0x30fc => Some("Zyyy"),
        // In use, though UTS #39 leaves them to choice.
        0x3105..=0x312f | 0x31a0..=0x31bf => Some("Bopo"),
        0x10f1..=0x10ff => Some("Geor"),
        0x1090..=0x1099 => Some("Mymr"),
        _ => letters::script(c),
    }
}

/// One script, or Latin with Chinese, Japanese or Korean (UTS #39, highly restrictive).
fn mix(scripts: &[&str]) -> bool {
    let within = |of: &[&str]| scripts.iter().all(|script| of.contains(script));
    scripts.len() <= 1
        || within(&["Latn", "Hani", "Hira", "Kana"])
        || within(&["Latn", "Hani", "Bopo"])
        || within(&["Latn", "Hani", "Hang"])
}

fn middle_dots(label: &str, ending: &str) -> bool {
    label.matches('·').count() == label.matches("l·l").count() && (ending == "cat" || !label.contains('·'))
}

/// Digits of two number systems.
fn digits_mixed(label: &str) -> bool {
    let system = |c: char| {
        let code = u32::from(c);
        let zeros = [
            0x30_u32, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
            0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0,
        ];
        zeros.into_iter().find(|&zero| (zero..zero + 10).contains(&code))
    };
    let mut systems = label.chars().filter_map(system);
    let first = systems.next();
    systems.any(|other| Some(other) != first)
}

fn like_digits(label: &str) -> bool {
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || LIKE_DIGITS.contains(c));
    !label.is_ascii() && (digits(label) || digits(&letters::as_seen(label)))
}

/// The same mark twice in a row, a mark on a letter that has one, or a mark of another script (UTS #39 5.4).
fn doubled_marks(label: &str) -> bool {
    let letters: Vec<char> = label.chars().collect();
    let mark = |c: char| matches!(u32::from(c), 0x300..=0x36f | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e);
    let combining = |c: char| matches!(u32::from(c), 0x300..=0x36f);
    let accented = |c: char| !c.is_ascii() && letters::script(c) == Some("Latn");
    let arabic = |c: char| matches!(u32::from(c), 0x591..=0x5c7 | 0x64b..=0x65f | 0x670);
    letters.windows(2).any(|pair| {
        matches!(pair, [a, b] if a == b && mark(*a) || accented(*a) && combining(*b)
            || a.is_ascii() && arabic(*b))
    })
}

/// Every letter of a script in this label looks like a Latin one.
fn like_latin(label: &str, of: &[&str], ending: &str) -> bool {
    let ending = punycode::unicode(ending).unwrap_or_else(|| ending.to_owned());
    WHOLE_SCRIPTS.iter().any(|(name, alike, home)| {
        let mut letters =
            label.chars().zip(of).filter(|(_, script)| *script == name).map(|(c, _)| c).peekable();
        letters.peek().is_some()
            && letters.all(|c| alike.contains(c))
            && !home.contains(&ending.as_str())
            && !ending.chars().any(|c| letters::script(c) == Some(name))
    })
}

/// Neighbours that make one letter pass for another.
fn dangerous(label: &str) -> bool {
    let letters: Vec<char> = label.chars().collect();
    let of = |c: Option<char>| c.and_then(script).unwrap_or("");
    let japanese =
        |c: Option<char>| c.is_none() || matches!(of(c), "Kana" | "Hira" | "Hani") || c == Some('ー');
    let eastern = |c: Option<char>| japanese(c) || of(c) == "Bopo";
    let all = |script: &str| letters.iter().all(|&c| of(Some(c)) == script || c == 'ー');
    letters.iter().enumerate().any(|(at, &c)| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let after = letters.get(at + 1).copied();
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
        match c {
            _ if SLASHES.contains(c) => !japanese(before) && !japanese(after),
            'ヽ' | 'ヾ' => of(before) != "Kana",
            'ー' => !matches!(of(before), "Kana" | "Hira") && before != Some('ー'),
            '・' => latin(before) || latin(after),
            _ if STROKES.contains(c) => !eastern(before) || !eastern(after),
            '\u{300}'..='\u{339}' => {
                !matches!(of(before), "Latn" | "Grek" | "Cyrl")
                    || before == Some('ı')
                    || c == '\u{307}' && matches!(before, Some('i' | 'j' | 'l'))
            }
            '\u{3099}' | '\u{309a}' => true,
            _ => false,
        }
    }) || (letters.iter().any(|c| ('へ'..='ぺ').contains(c))
        && letters.iter().all(|&c| of(Some(c)) == "Kana" || matches!(c, 'へ'..='ぺ' | 'ー')))
        || (letters.iter().any(|c| ('ヘ'..='ペ').contains(c))
            && letters.iter().all(|&c| of(Some(c)) == "Hira" || matches!(c, 'ヘ'..='ペ' | 'ー'))
            && !all("Kana"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(label: &str, ending: &str, unicode: bool) {
        let host = punycode::to_ascii(&format!("{label}.{ending}"));
        let expected = if unicode { punycode::to_unicode(&host) } else { host.clone() };
        assert_eq!(shown(&host), expected, "{label}.{ending}");
    }

    #[test]
    fn what_can_be_read_is_shown() {
        for (label, ending) in [
            ("bücher", "example"),
            ("café", "fr"),
            ("торты", "ru"),
            ("президент", "рф"),
            ("视频", "com"),
            ("コマース", "jp"),
            ("hello中国", "com"),
            ("עברית-123", "il"),
            ("l·l", "cat"),
        ] {
            check(label, ending, true);
        }
    }

    #[test]
    fn what_passes_for_something_else_stays_punycode() {
        for (label, ending) in [
            ("аррӏе", "com"),
            ("gооglе", "ru"),
            ("pаypal", "com"),
            ("fuß", "de"),
            ("bс-١٢", "com"),
            ("12ҙ4", "com"),
            ("ip一address", "com"),
            ("a·l", "cat"),
            ("aþc", "com"),
            ("ab♥", "com"),
            ("googlé", "com"),
        ] {
            check(label, ending, false);
        }
    }
}
