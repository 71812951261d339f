//! ß and the ς at the end of a word: older rules made `ss` and `σ` of them, so that two names were one (UTS #46,
//! deviations). They stay punycode as browsers show it, but where German and Greek write them they pass for
//! nothing else (IDNA 2008, RFC 5892 2.6).

use super::{display, names, punycode, suffix, suspicion};

/// Whether all that keeps a host from being shown is one of them in its place, and the name, in its other spelling
/// and as it looks, is nobody's that is known.
pub fn honest(host: &str) -> bool {
    let unicode = punycode::to_unicode(host);
    let mut before = '.';
    let in_place = |c: char| match (std::mem::replace(&mut before, c), c) {
        (before, 'ß') => matches!(before, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü'),
        ('ς', after) => matches!(after, '-' | '.'),
        _ => true,
    };
    unicode.contains(['ß', 'ς'])
        && unicode.chars().all(in_place)
        && ["ss", "s", "b"].into_iter().all(|sharp| {
            // A ς says nothing of whether the rest is Greek: it passes for whatever the other letters do.
            let other = punycode::to_ascii(&unicode.replace('ß', sharp).replace('ς', "ο"));
            display::shown(&other) == punycode::to_unicode(&other)
                && !names::owned(suffix::registrable(&other))
                && suspicion(&other).resembles.is_none()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: bool) {
        let host = punycode::to_ascii(name);
        assert_eq!(honest(&host), expected, "{name}");
        assert_ne!(display::shown(&host), name, "{name}");
    }

    #[test]
    fn letters_in_their_place_are_honest() {
        for name in ["weiß.de", "www.groß-gerau.de", "maßschuhe.example", "fußbälle.de", "δημος.ελ", "αβς.gr"]
        {
            check(name, true);
        }
    }

    #[test]
    fn what_passes_for_something_known_is_not() {
        for name in [
            "faceßook.com",
            "wellßfargo.com",
            "poßtbank.de",
            "swißpost.com",
            "bußineß-paypal.de",
            "pаypal.weiß.de",
            "ßuche.de",
            "weiß♥.de",
            "νας.com",
            "δηςμος.ελ",
        ] {
            check(name, false);
        }
    }
}
