//! Letters outside ASCII: which ASCII they look like, and of which script they are.
//!
//! The table is read when the first such letter comes along.

use std::sync::LazyLock;

/// In the order of their code.
static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/letters"));

static LOOKS: LazyLock<Vec<(char, &str)>> = LazyLock::new(|| {
    section("[looks]").filter_map(|line| Some((line.chars().next()?, line.split_once(' ')?.1))).collect()
});

static SCRIPTS: LazyLock<Vec<(u32, u32, &str)>> = LazyLock::new(|| {
    let hex = |text| u32::from_str_radix(text, 16).ok();
    section("[scripts]")
        .filter_map(|line| {
            let (range, script) = line.split_once(' ')?;
            let (first, last) = range.split_once('-')?;
            Some((hex(first)?, hex(last)?, script))
        })
        .collect()
});

fn section(name: &str) -> impl Iterator<Item = &'static str> {
    TABLE.lines().skip_while(move |line| *line != name).skip(1).take_while(|line| !line.starts_with('['))
}

/// The ASCII that a letter looks like, accents aside.
pub fn look(c: char) -> Option<&'static str> {
    let at = LOOKS.binary_search_by_key(&c, |&(letter, _)| letter).ok()?;
    LOOKS.get(at).map(|&(_, look)| look)
}

/// The script (ISO 15924) of a letter that UTS #39 allows in names; none for one that it does not.
pub fn script(c: char) -> Option<&'static str> {
    let code = u32::from(c);
    let at = SCRIPTS.partition_point(|&(_, last, _)| last < code);
    SCRIPTS.get(at).filter(|&&(first, _, _)| first <= code).map(|&(_, _, script)| script)
}

/// Shows nothing and parts nothing: soft hyphens, joiners, marks of direction.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Words of two alphabets as they look, all others as they are: `раssword` is no Russian, `пароль` is.
pub fn unmixed(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    for word in text.split_inclusive(' ') {
        // What Greek and Cyrillic letters begin with in UTF-8.
        let foreign = word.bytes().any(|byte| matches!(byte, 0xcd..=0xd4));
        if foreign && word.bytes().any(|byte| byte.is_ascii_lowercase()) {
            read += &as_seen(word);
        } else {
            read += word;
        }
    }
    read
}

/// A label as it looks: ASCII for every letter that has a look, marks dropped, the rest as it is.
pub fn as_seen(label: &str) -> String {
    let mut seen = String::with_capacity(label.len());
    for c in label.chars() {
        match look(c) {
            _ if c.is_ascii() => seen.push(c),
            Some(look) => seen.push_str(look),
            None if matches!(c, '\u{300}'..='\u{36f}') || is_unseen(c) => {}
            None => seen.push(c),
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_looks() {
        for (name, seen) in [("раураӏ", "paypal"), ("tést", "test"), ("łesł", "lesl"), ("æpple", "aepple")]
        {
            assert_eq!(as_seen(name), seen);
        }
        assert_eq!(script('я'), Some("Cyrl"));
        assert_eq!(script('漢'), Some("Hani"));
        assert_eq!(script('♥'), None);
    }
}
