//! Words that ask a person to sign in, pay or hurry.

use std::sync::LazyLock;

use super::places::Places;

/// One a line: those that ask for a password, a card or a wallet and stand on few pages that ask for none; after
/// an empty line those that beside a known name speak of an account or a parcel; after another one the others.
static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/lures"));

struct Lures {
    list: Vec<(&'static str, Rank)>,
    /// By their first letters.
    starts: Places,
}

/// What a lure is, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Asks,
    Tells,
    Other,
}

/// No lure is shorter.
const START: usize = 2;
/// The first of two is longer: `my`, `id` and `io` begin too much.
const FIRST: u32 = 3;

static LURES: LazyLock<Lures> = LazyLock::new(|| {
    let mut lures = Lures { list: Vec::new(), starts: Places::default() };
    let ranks = [Rank::Asks, Rank::Tells, Rank::Other];
    let words =
        TABLE.split("\n\n").zip(ranks).flat_map(|(words, rank)| words.lines().map(move |word| (word, rank)));
    for (at, lure) in words.enumerate() {
        lures.starts.put(lure.0.get(..START).unwrap_or_default(), at);
        lures.list.push(lure);
    }
    lures
});

/// The lures that a text begins with.
fn begun(text: &str) -> impl Iterator<Item = (&'static str, Rank)> {
    let places = text.get(..START).into_iter().flat_map(|start| LURES.starts.of(start));
    places.filter_map(|at| LURES.list.get(at).copied()).filter(move |(lure, _)| text.starts_with(lure))
}

/// Which of them a token is.
pub fn rank(token: &str) -> Option<Rank> {
    begun(token).find(|(lure, _)| lure.len() == token.len()).map(|(_, rank)| rank)
}

/// Whether a token is one.
pub fn lure(token: &str) -> bool {
    rank(token).is_some()
}

/// Where the lures stand in a token.
pub struct Stand<'a> {
    token: &'a str,
    /// For every place in the token, the ends of the lures that begin there, as bits.
    ends: Vec<u64>,
}

impl<'a> Stand<'a> {
    /// None for a token that has no room for two words or is longer than any label (RFC 1035 2.3.4).
    pub fn of(token: &'a str) -> Option<Stand<'a>> {
        let fits = token.is_ascii() && token.len() < 64;
        let ends = |at| {
            begun(token.get(at..).unwrap_or_default())
                .fold(0, |ends, (lure, _)| ends | 1 << (at + lure.len()))
        };
        fits.then(|| Stand { token, ends: (0..token.len()).map(ends).collect() })
    }

    /// Digits, or one or two lures, or lures and digits make up the token from one place to another.
    pub fn fill(&self, from: usize, to: usize) -> bool {
        let text = self.token.get(from..to).unwrap_or_default();
        let digit = |c: char| c.is_ascii_digit();
        let from = from + (text.len() - text.trim_start_matches(digit).len());
        let to = from + text.trim_matches(digit).len();
        self.lure(from, to) || from == to || self.two(from, to)
    }

    /// One lure from one place to another.
    pub fn lure(&self, from: usize, to: usize) -> bool {
        self.ends(from) >> to & 1 == 1
    }

    fn two(&self, from: usize, to: usize) -> bool {
        let mut middles = self.ends(from) >> from >> FIRST << FIRST << from;
        while middles != 0 {
            if self.lure(middles.trailing_zeros() as usize, to) {
                return true;
            }
            middles &= middles - 1;
        }
        false
    }

    fn ends(&self, from: usize) -> u64 {
        self.ends.get(from).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lure_is_found() {
        assert_eq!(TABLE.lines().find(|word| !word.is_empty() && (!lure(word) || word.len() < START)), None);
        for word in ["", "a", "garden", "logins"] {
            assert!(!lure(word), "{word}");
        }
    }

    #[test]
    fn lures_and_digits_fill_a_token() {
        for (token, filled) in [
            ("login", true),
            ("login24", true),
            ("24secureloginn", false),
            ("24securelogin7", true),
            ("2024", true),
            ("mylogin", false),
            ("securemy", true),
            ("loginverifysecure", false),
            ("garden", false),
        ] {
            let stand = Stand::of(token).expect("ASCII");
            assert_eq!(stand.fill(0, token.len()), filled, "{token}");
        }
        assert!(Stand::of("é").is_none() && Stand::of(&"a".repeat(64)).is_none());
    }
}
