//! Known names: what people look for, and on which domains its owner really is.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fingerprint::Set;
use super::resemblance::lure;
use super::skeleton::{one_edit, one_swap, skeleton};

static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/names"));
static OWNED: Set<'_> = Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/owned")));
static WORDS: Set<'_> = Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/words")));

/// How much a name says about who is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// One of the names that are imitated most, and no common word.
    Main,
    /// One of those, but a common word, short, or shared by several owners.
    MainWord,
    Further,
    FurtherWord,
}

/// One token of a known name.
#[derive(Debug)]
pub struct Name {
    /// As people say it.
    pub name: &'static str,
    pub token: &'static str,
    pub skeleton: String,
    pub domain: &'static str,
    pub class: Class,
}

/// The table, with what makes it quick to ask.
pub struct Names {
    list: Vec<Name>,
    exact: HashMap<&'static str, usize>,
    by_skeleton: HashMap<String, usize>,
    /// First four letters of every skeleton that may be found inside a longer one.
    starts: HashMap<[u8; 4], Vec<usize>>,
    /// By length, the letters, as bits, of every skeleton that a misspelling is looked for of.
    spelled: Vec<Vec<(u32, usize)>>,
}

static NAMES: LazyLock<Names> = LazyLock::new(Names::read);

/// The known names.
pub fn names() -> &'static Names {
    &NAMES
}

/// Whether a registrable domain is some known owner's, whoever that is.
pub fn owned(registrable: &str) -> bool {
    OWNED.has(b'=', registrable)
}

/// Domains of one firm under different names: those that hand sign-ins to each other. Kept by hand.
const ONE_OWNER: [&str; 6] = [
    "google.com youtube.com",
    "microsoft.com microsoftonline.com live.com office.com outlook.com xbox.com skype.com",
    "apple.com icloud.com",
    "facebook.com messenger.com instagram.com meta.com",
    "mercadolibre.com mercadolivre.com.br mercadopago.com",
    "alibaba.com aliexpress.com taobao.com tmall.com",
];

/// Whether these registrable domains are known to be one firm's: listed together, or its name, no common
/// word, under two endings, both of them its own.
pub fn one_owner(a: &str, b: &str) -> bool {
    let listed = |line: &&str| [a, b].iter().all(|domain| line.split(' ').any(|known| known == *domain));
    let label = |domain: &str| domain.split('.').next().unwrap_or_default().to_owned();
    let known = |label: &str| names().exact(label).is_some_and(|name| name.class == Class::Main);
    ONE_OWNER.iter().any(listed) || label(a) == label(b) && known(&label(a)) && owned(a) && owned(b)
}

/// Whether it is a common word that is near a known name by chance.
pub fn word(token: &str) -> bool {
    WORDS.has(b'=', token)
}

impl Names {
    fn read() -> Names {
        let mut names = Names {
            list: Vec::new(),
            exact: HashMap::new(),
            by_skeleton: HashMap::new(),
            starts: HashMap::new(),
            spelled: Vec::new(),
        };
        for line in TABLE.lines() {
            let mut parts = line.split('|');
            match (parts.next(), parts.next(), parts.next()) {
                (Some(name), Some(tokens), Some(domain)) => {
                    for token in tokens.split(' ') {
                        let word = token.strip_prefix('~');
                        let class = if word.is_some() { Class::MainWord } else { Class::Main };
                        names.add(name, word.unwrap_or(token).into(), domain, class);
                    }
                }
                _ => {
                    let word = line.strip_prefix('~');
                    let class = if word.is_some() { Class::FurtherWord } else { Class::Further };
                    let domain = word.unwrap_or(line);
                    let label = domain.split('.').next().unwrap_or(domain).replace('-', "");
                    if !lure(&label) {
                        names.add(domain, label.into(), domain, class);
                    }
                }
            }
        }
        names
    }

    fn add(&mut self, name: &'static str, token: Box<str>, domain: &'static str, class: Class) {
        // The table lives as long as the program.
        let token: &'static str = Box::leak(token);
        let skeleton = skeleton(token);
        let at = self.list.len();
        self.exact.entry(token).or_insert(at);
        self.by_skeleton.entry(skeleton.clone()).or_insert(at);
        let length = skeleton.len();
        let within = class == Class::Main && length >= 5 || class == Class::Further && length >= 8;
        if let Some(&first) = skeleton.as_bytes().first_chunk::<4>().filter(|_| within) {
            self.starts.entry(first).or_default().push(at);
        }
        if class == Class::Main && length >= 5 || class == Class::Further && length >= 7 {
            if self.spelled.len() <= length {
                self.spelled.resize(length + 1, Vec::new());
            }
            if let Some(same) = self.spelled.get_mut(length) {
                same.push((letters(&skeleton), at));
            }
        }
        self.list.push(Name { name, token, skeleton, domain, class });
    }

    /// The name spelled just like this.
    pub fn exact(&self, token: &str) -> Option<&Name> {
        self.list.get(*self.exact.get(token)?)
    }

    /// The name that this looks like, letter for letter.
    pub fn looks_like(&self, token_skeleton: &str) -> Option<&Name> {
        self.list.get(*self.by_skeleton.get(token_skeleton)?)
    }

    /// The longest name that stands inside a longer token, and where.
    pub fn inside(&self, token_skeleton: &str) -> Option<(&Name, usize)> {
        let mut found: Option<(&Name, usize)> = None;
        for (at, window) in token_skeleton.as_bytes().windows(4).enumerate() {
            let Some(starts) = <&[u8; 4]>::try_from(window).ok().and_then(|first| self.starts.get(first))
            else {
                continue;
            };
            for name in starts.iter().filter_map(|&index| self.list.get(index)) {
                let here = token_skeleton.get(at..).is_some_and(|rest| rest.starts_with(&name.skeleton));
                let longer = found.is_none_or(|(known, _)| known.skeleton.len() < name.skeleton.len());
                if here && longer && name.skeleton.len() < token_skeleton.len() {
                    found = Some((name, at));
                }
            }
        }
        found
    }

    /// A name that one slip of the finger makes into this.
    pub fn misspelled(&self, token_skeleton: &str) -> Option<&Name> {
        let length = token_skeleton.len();
        let mask = letters(token_skeleton);
        let near = length.saturating_sub(1)..=length + 1;
        near.filter_map(|length| self.spelled.get(length))
            .flatten()
            .filter(|(other, _)| (mask ^ other).count_ones() <= 2)
            .filter_map(|&(_, index)| self.list.get(index))
            .filter(|name| name.skeleton != token_skeleton)
            .find(|name| one_edit(&name.skeleton, token_skeleton) || one_swap(&name.skeleton, token_skeleton))
    }
}

fn letters(text: &str) -> u32 {
    text.bytes().filter(u8::is_ascii_lowercase).fold(0, |mask, byte| mask | 1 << (byte - b'a'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_what_they_look_like() {
        assert_eq!(names().exact("paypal").map(|name| name.domain), Some("paypal.com"));
        assert_eq!(names().looks_like(&skeleton("paypa1")).map(|name| name.name), Some("PayPal"));
        assert_eq!(names().misspelled(&skeleton("paypall")).map(|name| name.name), Some("PayPal"));
        assert_eq!(names().misspelled(&skeleton("papyal")).map(|name| name.name), Some("PayPal"));
        let inside = names().inside(&skeleton("loginpaypalonline"));
        assert_eq!(inside.map(|(name, at)| (name.name, at)), Some(("PayPal", 5)));
    }

    #[test]
    fn owners_keep_their_domains() {
        for domain in ["paypal.com", "amazon.co.jp", "rakuten-card.co.jp", "microsoftonline.com"] {
            assert!(owned(domain), "{domain}");
        }
        for domain in ["paypal.top", "paypa1.com", "amazonaws.com", "sharepoint.com", "myshopify.com"] {
            assert!(!owned(domain), "{domain}");
        }
    }
}
