//! Which known name does a host resemble, and how?
//!
//! The parts that somebody chose (everything but the public suffix) are cut at dots and hyphens into tokens;
//! a token is compared whole, and only long and rare names are looked for inside one.

use std::borrow::Cow;
use std::net::Ipv4Addr;

use super::host::{self, Reach};
use super::letters::as_seen;
use super::lures::{Rank, Stand, lure, rank};
use super::names::{Class, Name, names, owned, word};
use super::punycode;
use super::skeleton::{one_edit, one_swap, skeleton};
use super::suffix::registrable;

/// How a token resembles a known name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Manner {
    /// Inside a longer token, with something else around it.
    Inside,
    /// A token of its own.
    Part,
    /// The whole label, under another ending.
    Whole,
    /// Together with words that ask to sign in or pay, or with digits.
    Lured,
    /// One letter off.
    Misspelled,
    /// One letter off as fingers go: doubled, left out, put in between, or two that changed places.
    Slipped,
    /// Other letters that look the same.
    Disguised,
    /// The real domain with its ending, but not at the end of the host.
    Embedded,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the label that was registered.
    Registered,
    /// In the label that a user of a platform chose.
    Hosted,
    /// In a subdomain.
    Below,
}

/// A resemblance to one known name.
#[derive(Clone, Copy, Debug)]
pub struct Resemblance {
    pub name: &'static Name,
    pub manner: Manner,
    pub place: Place,
}

/// A token and what is around it.
struct Token<'a> {
    text: Cow<'a, str>,
    /// Spelled with letters outside ASCII.
    foreign: bool,
    place: Place,
    /// It is the only token of its label.
    alone: bool,
}

/// What the tokens of a host tell.
#[derive(Debug, Default)]
pub struct Reading {
    /// The gravest resemblance of every token that has one.
    pub resemblances: Vec<Resemblance>,
    /// Words that ask to sign in, pay or hurry.
    pub lures: usize,
    /// Words that ask for a password, a card or a wallet, in the label that somebody chose.
    pub asking: usize,
    /// Endings in the middle: `eki-co-jp.…`, `gov.uk-….…`.
    pub endings: usize,
    /// A government's ending at the start of somebody's name or in it: `gov.uk-fuel.…`, `utah-gov-ac.…`.
    pub government: bool,
    /// A known domain, whatever its name, behind a word that asks: `login.live.com.…`.
    pub known: bool,
    /// A public IP address written out: `192-0-2-17.…`.
    pub number: bool,
}

/// Labels are no longer (RFC 1035 2.3.4).
const LONGEST: usize = 63;

/// Reads a host: `before` and the registered label, without the public suffix.
pub fn read(before: &str, label: &str, hosted: bool) -> Reading {
    let tokens = tokens(before, label, hosted);
    let mut reading = Reading::default();
    for (at, token) in tokens.iter().enumerate() {
        reading.lures += usize::from(lure(&token.text));
        // In a name of one's own also what tells of it: that counts only beside a known name.
        let least = if hosted { Rank::Asks } else { Rank::Tells };
        let asks = |text: &str| {
            let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
            token.place != Place::Below && rank(word).is_some_and(|rank| rank <= least)
        };
        reading.asking += usize::from(asks(&token.text));
        if is_ending(&token.text) && at > 0 {
            reading.endings += 1;
        }
        // To the right, over dots and hyphens.
        let next = tokens.get(at + 1).map(|next| &*next.text);
        let www = tokens.get(at.wrapping_sub(1)).is_some_and(|last| last.text == "www" && !last.alone);
        if let Some(found) = resemblance(token, www, next) {
            // Grown together, `loginpaypal`, it asks no less.
            let around =
                [token.text.strip_prefix(found.name.token), token.text.strip_suffix(found.name.token)];
            reading.asking += usize::from(around.into_iter().flatten().any(asks));
            reading.resemblances.push(found);
        }
    }
    reading.government = tokens.windows(2).any(|pair| match pair {
        [a, b] => {
            matches!(&*a.text, "gov" | "gouv" | "gob") && b.place == Place::Registered && b.text.len() == 2
        }
        _ => false,
    });
    reading.known = tokens.first().is_some_and(|first| rank(&first.text) == Some(Rank::Asks))
        && before
            .match_indices('.')
            .any(|(at, _)| before.get(..at).is_some_and(|host| owned(registrable(host))));
    reading.number = tokens.windows(4).any(|four| {
        let mut parts = four.iter().map(|token| token.text.parse::<u8>().ok());
        let mut part = || parts.next().flatten();
        // One of the own network leads to a device at home, whoever made the name.
        let number = (|| Some(Ipv4Addr::new(part()?, part()?, part()?, part()?)))();
        number.is_some_and(|number| host::reach_v4(number) == Reach::Everywhere)
    });
    // Names that are written with a hyphen, or torn apart by one: `t-mobile`, `net-flix`.
    for pair in tokens.windows(2) {
        let [a, b] = pair else { continue };
        if a.alone || b.alone || a.place != b.place {
            continue;
        }
        let joined = format!("{}{}", a.text, b.text);
        if let Some(name) = names().exact(&joined).filter(|name| name.class == Class::Rare) {
            reading.resemblances.push(Resemblance { name, manner: Manner::Part, place: a.place });
        }
    }
    reading
}

fn tokens<'a>(before: &'a str, label: &'a str, hosted: bool) -> Vec<Token<'a>> {
    let below = before.split('.').filter(|label| !label.is_empty());
    let chosen = if hosted { Place::Hosted } else { Place::Registered };
    let labels = below.map(|label| (label, Place::Below)).chain([(label, chosen)]);
    let mut tokens: Vec<Token> = Vec::new();
    for (label, place) in labels {
        let first = tokens.len();
        let mut put = |text: Cow<'a, str>, foreign| tokens.push(Token { text, foreign, place, alone: false });
        match punycode::unicode(label) {
            // A word in letters of its own disguises no name beside it: `paypal-gebühren`.
            Some(shown) => cut(&shown).for_each(|part| {
                let seen = as_seen(part);
                cut(&seen).for_each(|seen| put(seen.to_owned().into(), !part.is_ascii()));
            }),
            None => cut(label).for_each(|part| put(part.into(), false)),
        }
        if let Some([only]) = tokens.get_mut(first..) {
            only.alone = true;
        }
    }
    tokens
}

fn cut(label: &str) -> impl Iterator<Item = &str> {
    let parts = label.split(['-', '_', '.']).filter(|part| !part.is_empty());
    parts.map(|part| part.char_indices().nth(LONGEST).and_then(|(end, _)| part.get(..end)).unwrap_or(part))
}

fn resemblance(token: &Token<'_>, www: bool, next: Option<&str>) -> Option<Resemblance> {
    let text = &*token.text;
    // A lone `www`, a number or two letters resemble nothing.
    if text.len() < 3 || text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let found = |name, manner| Some(Resemblance { name, manner, place: token.place });
    if let Some(name) = names().exact(text).filter(|_| !token.foreign) {
        // `www-paypal` poses as the whole address, as `paypal-com` does.
        let embedded =
            next.is_some_and(|next| follows(name, next)) || www && !token.alone && name.class == Class::Rare;
        return found(
            name,
            match () {
                () if embedded => Manner::Embedded,
                () if token.alone && token.place == Place::Registered => Manner::Whole,
                () => Manner::Part,
            },
        );
    }
    if word(text) || lure(text) {
        return None;
    }
    if let Some(name) = grown_together(token) {
        return found(name, Manner::Embedded);
    }
    let (name, manner) = near(text, token.foreign)?;
    found(name, manner)
}

/// The name that a token of its own is near, be it a common word or not.
pub fn near(text: &str, foreign: bool) -> Option<(&'static Name, Manner)> {
    let bare = skeleton(text);
    if let Some(name) = names().looks_like(&bare) {
        // Words and short names are left alone: `lng`, `0rder`.
        let rare = name.class == Class::Rare && bare.len() >= 5;
        if rare || foreign {
            return Some((name, Manner::Disguised));
        }
        // `g00gle`: no word has digits for letters, but many have one behind them: `link7`.
        let digit = |c: char| c.is_ascii_digit();
        if bare.len() >= 5 && text.contains(digit) && !text.ends_with(digit) {
            return Some((name, Manner::Slipped));
        }
    }
    if let Some(found) = with_lure(text) {
        return Some(found);
    }
    // Shorter names have too many honest neighbours: `amii`, `link1`, `web3`.
    let long = |name: &&Name| name.token.len().max(text.len()) >= 6;
    if let Some(name) = names().misspelled(&bare).filter(long).filter(|name| fair(name.token, text)) {
        return Some((name, if slip(name.token, text) { Manner::Slipped } else { Manner::Misspelled }));
    }
    Some((names().inside(&bare)?, Manner::Inside))
}

/// Hardly another name comes of a slip, as it does of another letter (`mizuno`) or one more at an end
/// (`oricon`). Shorter ones are words: `karna`, `turist`.
fn slip(name: &str, token: &str) -> bool {
    let ends = |text: &str| (text.chars().next(), text.chars().next_back());
    let edited = if name.len() == token.len() { one_swap(name, token) } else { one_edit(name, token) };
    edited && name.len() + token.len() >= 13 && ends(name) == ends(token)
}

/// Chromium's guards against accusing neighbours: only the first letter differs, or only a digit at the end.
pub fn fair(name: &str, token: &str) -> bool {
    let (mut a, mut b) = (name.chars(), token.chars());
    let (whole_a, whole_b) = (a.as_str(), b.as_str());
    let (first_a, first_b) = (a.next(), b.next());
    let first_differs =
        first_a != first_b && (a.as_str() == b.as_str() || a.as_str() == whole_b || whole_a == b.as_str());
    let bare = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let digits_differ = token.len() == name.len()
        && token.get(..bare(token)) == name.get(..bare(name))
        && bare(token) < token.len();
    let plural = token.strip_suffix('s') == Some(name);
    !(first_differs || digits_differ || plural)
}

/// A name with lures or digits before or after it in one token: `paypallogin`, `amazon24`, `securechase`.
fn with_lure(text: &str) -> Option<(&'static Name, Manner)> {
    let stand = Stand::of(text)?;
    let end = text.len();
    let mut found: Option<(&'static Name, Manner)> = None;
    for at in 3..end {
        for (name, (from, to)) in [(text.get(..at)?, (at, end)), (text.get(at..)?, (0, at))] {
            if name.len() < 3 || !stand.fill(from, to) {
                continue;
            }
            let lured = stand.lure(from, to);
            let hit = match names().exact(name) {
                Some(known) => Some((known, Manner::Lured)),
                None if name.len() < 5 || word(name) => None,
                None => {
                    let bare = skeleton(name);
                    names()
                        .looks_like(&bare)
                        .filter(|known| known.class == Class::Rare)
                        .or_else(|| {
                            let long = name.len() >= 6 && lured;
                            long.then(|| names().misspelled(&bare))
                                .flatten()
                                .filter(|known| known.class == Class::Rare && fair(known.token, name))
                        })
                        .map(|known| (known, Manner::Misspelled))
                }
            };
            let longer = |known: &Name| found.is_none_or(|(other, _)| other.token.len() < known.token.len());
            if let Some((known, manner)) = hit.filter(|(known, _)| longer(known)) {
                // A word with anything behind it is a word: `pricewise`, `timeups`.
                let sure = match known.class {
                    Class::Rare => known.token.len() >= 4,
                    Class::Word => known.token.len() >= 5 && lured,
                };
                if sure {
                    found = Some((known, manner));
                }
            }
        }
    }
    found
}

/// `com` after `usps`, `co` after `rakuten`: the way its own domain goes on. A word says so only with its own.
fn follows(name: &Name, next: &str) -> bool {
    let mut labels = name.domain.split('.');
    let whole = labels.next() == Some(name.token);
    let own = labels.next() == Some(next);
    match name.class {
        Class::Rare => own || matches!(next, "com" | "co" | "gov"),
        Class::Word => own && whole,
    }
}

/// A name grown together with its ending, where more follows, or a rare one registered so: `googlecom-signin`,
/// `paypalcom`, `wwwpaypal`.
fn grown_together(token: &Token<'_>) -> Option<&'static Name> {
    let bare =
        token.text.strip_suffix("com").or(token.text.strip_prefix("www")).filter(|bare| bare.len() >= 5)?;
    let rare = |name: &Name| token.place == Place::Registered && name.class == Class::Rare;
    names().exact(bare).filter(|name| if token.alone { rare(name) } else { follows(name, "com") })
}

/// Tokens that are the start of an ending.
fn is_ending(token: &str) -> bool {
    matches!(token, "com" | "co" | "net" | "org" | "gov" | "jp" | "gouv" | "ne")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, label: &str, expected: Option<(&str, Manner)>) {
        let reading = read(before, label, false);
        let gravest = reading.resemblances.iter().max_by_key(|found| found.manner);
        assert_eq!(gravest.map(|found| (found.name.name, found.manner)), expected, "{before}{label}");
    }

    #[test]
    fn names_are_found_however_they_are_dressed() {
        check("", "paypa1", Some(("PayPal", Manner::Disguised)));
        check("", "paypal-login", Some(("PayPal", Manner::Part)));
        check("", "paypallogin", Some(("PayPal", Manner::Lured)));
        check("paypal.com.", "login-check", Some(("PayPal", Manner::Embedded)));
        check("", "paypal-com", Some(("PayPal", Manner::Embedded)));
        check("", "faceboook", Some(("Facebook", Manner::Slipped)));
        check("", "facbook", Some(("Facebook", Manner::Slipped)));
        check("", "g00gle", Some(("Google", Manner::Slipped)));
        check("", "mizuno", Some(("Mizuho", Manner::Misspelled)));
        check("", "xn--pypal-4ve", Some(("PayPal", Manner::Disguised)));
        check("", "net-flix", Some(("Netflix", Manner::Part)));
        check("", "googlecom-foo", Some(("Google", Manner::Embedded)));
        check("google.com.", "foo", Some(("Google", Manner::Embedded)));
        check("usps.", "com-trackabc", Some(("USPS", Manner::Embedded)));
        check("", "trezzrsuite", Some(("Trezor", Manner::Misspelled)));
    }

    #[test]
    fn words_and_neighbours_are_left_alone() {
        for label in
            ["pricewise", "wikipedia", "severin", "stream", "cheese", "shopping", "amazonian", "a", ""]
        {
            check("", label, None);
        }
    }
}
