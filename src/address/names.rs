//! Known names: what people look for, and on which domains its owner really is.

use std::sync::LazyLock;

use super::fingerprint::Set;
use super::places::Places;
use super::skeleton::{one_edit, one_swap, skeleton};

/// A line for each owner: name, tokens and main domain.
static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/names"));
static OWNED: Set<'_> = Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/owned")));
static WORDS: Set<'_> = Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/words")));

/// How much a name says about who is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// No common word: where it stands, its owner is meant.
    Rare,
    /// A common word, short, or shared by several owners.
    Word,
}

/// Which of the owned domains it tells the owner of.
#[derive(Clone, Copy, Debug)]
enum Leads {
    None,
    /// Those that have it as their label.
    Label,
    /// Those that begin with it.
    Start,
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
    leads: Leads,
    /// The letters of the skeleton, as bits.
    letters: u32,
}

/// The table, with what makes it quick to ask.
#[derive(Default)]
pub struct Names {
    list: Vec<Name>,
    tokens: Places,
    skeletons: Places,
    /// The first letters of every skeleton that may be found inside a longer one.
    starts: Places,
}

/// Rare names this long are found inside longer ones and behind a slip of the finger.
const LONG: usize = 5;
const START: usize = 4;

static NAMES: LazyLock<Names> = LazyLock::new(Names::read);

/// The known names.
pub fn names() -> &'static Names {
    &NAMES
}

/// Whether a registrable domain is some known owner's, whoever that is.
pub fn owned(registrable: &str) -> bool {
    OWNED.has(b'=', registrable)
}

/// Firms that are one, and domains whose names do not tell it: those that hand sign-ins to each other. By hand.
const ONE_OWNER: [&str; 8] = [
    "google.com youtube.com",
    "microsoft.com live.com office.com xbox.com skype.com",
    "facebook.com messenger.com instagram.com meta.com",
    "mercadolibre.com mercadolivre.com.br mercadopago.com",
    "alibaba.com aliexpress.com taobao.com tmall.com",
    "bahn.de bahn.com",
    "check24.de check24.at check24.net",
    "fnac.com fnac.be fnac.es fnac.pt",
];

/// Whether these registrable domains are known to be one firm's.
pub fn one_owner(a: &str, b: &str) -> bool {
    let (a, b) = (names().firm(a), names().firm(b));
    let listed = |line: &&str| [a, b].iter().all(|firm| line.split(' ').any(|known| known == *firm));
    !a.is_empty() && (a == b || ONE_OWNER.iter().any(listed))
}

/// Whether it is a common word that is near a known name by chance.
pub fn word(token: &str) -> bool {
    // One in some five hundred others is taken for one; none has a digit, of which anyone can choose many.
    token.bytes().all(|letter| letter.is_ascii_lowercase()) && WORDS.has(b'=', token)
}

impl Names {
    fn read() -> Names {
        let mut names = Names::default();
        for line in TABLE.lines() {
            let mut parts = line.split('|');
            if let (Some(name), Some(tokens), Some(domain)) = (parts.next(), parts.next(), parts.next()) {
                for token in tokens.split(' ') {
                    names.add(name, token, domain);
                }
            }
        }
        names
    }

    fn add(&mut self, name: &'static str, token: &'static str, domain: &'static str) {
        let marks = [('~', Leads::None), ('=', Leads::Label), ('+', Leads::Start)];
        let word =
            marks.into_iter().find_map(|(mark, leads)| Some((token.strip_prefix(mark)?, Class::Word, leads)));
        let (token, class, leads) = word.unwrap_or((token, Class::Rare, Leads::Start));
        let skeleton = skeleton(token);
        let at = self.list.len();
        self.tokens.put(token, at);
        self.skeletons.put(&skeleton, at);
        let name = Name { name, token, letters: letters(&skeleton), skeleton, domain, class, leads };
        if name.long()
            && let Some(start) = name.skeleton.get(..START)
        {
            self.starts.put(start, at);
        }
        self.list.push(name);
    }

    /// The name spelled just like this.
    pub fn exact(&self, token: &str) -> Option<&Name> {
        self.at(&self.tokens, token).find(|name| name.token == token)
    }

    /// The main domain of whoever has this registrable domain, as its name tells; the domain itself where it does not.
    fn firm<'a>(&'a self, registrable: &'a str) -> &'a str {
        let leads = |name: &&Name| match (registrable.strip_prefix(name.token), name.leads) {
            (Some(rest), Leads::Label) => rest.starts_with('.'),
            (Some(_), Leads::Start) => true,
            _ => false,
        };
        let longest = self.list.iter().filter(leads).max_by_key(|name| name.token.len());
        longest.filter(|_| owned(registrable)).map_or(registrable, |name| name.domain)
    }

    /// The name that this looks like, letter for letter.
    pub fn looks_like(&self, token_skeleton: &str) -> Option<&Name> {
        self.at(&self.skeletons, token_skeleton).find(|name| name.skeleton == token_skeleton)
    }

    /// The longest name that stands inside a longer token.
    pub fn inside(&self, token_skeleton: &str) -> Option<&Name> {
        let rests = token_skeleton.char_indices().filter_map(|(at, _)| token_skeleton.get(at..));
        let starting = rests.flat_map(|rest| {
            let start = rest.get(..START);
            let found = start.into_iter().flat_map(|start| self.at(&self.starts, start));
            found.filter(move |name| rest.starts_with(&name.skeleton))
        });
        // Of names as long as each other, the first.
        starting.filter(|name| name.skeleton.len() < token_skeleton.len()).fold(None, |longest, name| {
            longest.filter(|known: &&Name| known.skeleton.len() >= name.skeleton.len()).or(Some(name))
        })
    }

    /// A name that one slip of the finger makes into this.
    pub fn misspelled(&self, token_skeleton: &str) -> Option<&Name> {
        let mask = letters(token_skeleton);
        self.list
            .iter()
            .filter(|name| name.skeleton.len().abs_diff(token_skeleton.len()) <= 1)
            .filter(|name| (mask ^ name.letters).count_ones() <= 2 && name.long())
            .filter(|name| name.skeleton != token_skeleton)
            .find(|name| one_edit(&name.skeleton, token_skeleton) || one_swap(&name.skeleton, token_skeleton))
    }

    fn at<'a>(&'a self, places: &'a Places, text: &str) -> impl Iterator<Item = &'a Name> {
        places.of(text).filter_map(|at| self.list.get(at))
    }
}

impl Name {
    /// A longer word with which, of all known domains, only this owner's begin.
    pub fn telling(&self) -> bool {
        self.class == Class::Word && self.token.len() > LONG && matches!(self.leads, Leads::Start)
    }

    fn long(&self) -> bool {
        self.class == Class::Rare && self.skeleton.len() >= LONG
    }
}

fn letters(text: &str) -> u32 {
    text.bytes().filter(u8::is_ascii_lowercase).fold(0, |mask, byte| mask | 1 << (byte - b'a'))
}

#[cfg(test)]
mod tests {
    use super::super::suffix::registrable;
    use super::*;

    #[test]
    fn names_are_found_by_what_they_look_like() {
        assert_eq!(names().exact("paypal").map(|name| name.domain), Some("paypal.com"));
        assert_eq!(names().looks_like(&skeleton("paypa1")).map(|name| name.name), Some("PayPal"));
        assert_eq!(names().misspelled(&skeleton("paypall")).map(|name| name.name), Some("PayPal"));
        assert_eq!(names().misspelled(&skeleton("papyal")).map(|name| name.name), Some("PayPal"));
        let inside = names().inside(&skeleton("loginpaypalonline"));
        assert_eq!(inside.map(|name| name.name), Some("PayPal"));
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

    #[test]
    fn what_is_owned_is_found_by_its_registrable_domain() {
        let tables = [include_str!("data/brands.txt"), include_str!("data/owned.txt")];
        let lines = tables.iter().flat_map(|table| table.lines());
        for line in lines.filter(|line| !line.starts_with(['#', '['])) {
            let (_, domains) = line.rsplit_once('|').unwrap_or(("", line));
            for domain in domains
                .split(' ')
                .filter(|domain| !domain.is_empty())
                .map(|domain| domain.trim_start_matches('~'))
            {
                assert!(owned(registrable(domain)), "{domain}");
            }
        }
    }
}
