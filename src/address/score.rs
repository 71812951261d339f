//! Signals that mean something only together, and what each of them weighs.
//!
//! A signal is seen or not; the weights of what was seen are added, and from `LINE` on something is said.
//! Weights are log-odds times 10, fitted on labelled hosts by `cargo xtask fit` (logistic
//! regression, weights kept small). Below the line nothing is said, and silence is never good.

use super::host::under;
use super::lures::{Rank, lure, rank};
use super::names::{Class, owned};
use super::platform::Sort;
use super::punycode::to_unicode;
use super::resemblance::{Manner, Place, Reading, Resemblance};
use super::suffix::Suffix;

/// Groups of endings by how often they carry deceit, from registries' prices and abuse reports.
const FREE: &[&str] = &["tk", "ml", "ga", "cf", "gq", "my.id", "biz.id", "web.id", "us.kg", "nom.za"];
const WORST: &[&str] = &[
    "xin",
    "icu",
    "cfd",
    "top",
    "bond",
    "cyou",
    "sbs",
    "qpon",
    "bar",
    "buzz",
    "monster",
    "help",
    "vip",
    "click",
    "rest",
    "hair",
    "lat",
    "boats",
    "quest",
    "makeup",
    "beauty",
    "autos",
    "motorcycles",
    "yachts",
    "homes",
    "mom",
];
const BAD: &[&str] = &[
    "shop", "cc", "cn", "com.cn", "work", "life", "xyz", "love", "guru", "asia", "club", "digital", "lol",
    "live", "world", "ink", "site", "online", "website", "space", "store", "fun", "tokyo", "info", "pw",
    "ws", "one", "today", "zone", "center", "support", "services", "link", "pro", "su", "win", "bid", "loan",
    "date", "network", "finance", "cloud", "run", "host", "press", "gdn", "cam", "pics", "wiki", "uno",
    "ltd", "group", "email",
];

/// Platforms that make up the names under them: how those are built is nobody's choice.
static MADE: &str = include_str!(concat!(env!("OUT_DIR"), "/made"));

macro_rules! signals {
    ($($signal:ident $weight:literal $meaning:literal;)*) => {
        /// One thing seen in a host.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Signal { $(#[doc = $meaning] $signal,)* }

        impl Signal {
            pub const ALL: &[Signal] = &[$(Signal::$signal,)*];

            /// From here on a signal is in how a name is built, whatever it says.
            const SHAPE: Signal = Signal::RandomDynamic;

            /// Tenths of log-odds.
            pub fn weight(self) -> i32 {
                match self { $(Signal::$signal => $weight,)* }
            }
        }
    };
}

signals! {
    RareInside 9 "A known name that is no common word, inside a longer token.";
    RarePart 12 "Such a name as a token.";
    RareWhole 1 "Such a name as the whole label.";
    RareElsewhere 15 "Such a name as the whole label, under an ending of the two worst groups.";
    RareLured 8 "Such a name with a lure or digits.";
    RareAsking 31 "Such a name, registered with a word that asks for a password, a card or a wallet.";
    RareMisspelled 15 "Such a name, one letter off.";
    Slipped 36 "Such a name, one letter off as fingers go, or a word of such with digits for letters.";
    RareDisguised 40 "Such a name in other letters.";
    RareEmbedded 40 "Such a name with its ending, not at the end.";
    WordAsking 37 "A longer word with such a word, where all known domains that begin with it are one owner's.";
    WordPart 6 "A known name that is also a word, as a token.";
    WordElse 1 "Such a name in any other way.";
    LongWordEmbedded 40 "A known name that is also a word, of five letters or more, with its own ending.";
    Hosted 16 "The resemblance is in a label that a platform's user chose.";
    Below 12 "The resemblance is in a subdomain.";
    NameAndLure 5 "A resemblance and a word that asks to sign in or pay, elsewhere in the host.";
    NameAndBadEnding 6 "A resemblance under an ending of the two worse groups.";
    OneLure 0 "One word that asks to sign in, pay or hurry.";
    MoreLures 7 "Two such words or more.";
    EndingInside 7 "`com`, `co`, `gov` and the like in the middle of the host.";
    EndingsInside 6 "Two of them or more.";
    Government 36 "The ending of a government's names in front of another one.";
    KnownAsking 30 "A known domain in front of another one, behind a word that asks for a password, a card or a wallet.";
    Number 49 "An IP address as a name, whatever the ending.";
    LuresAndBadEnding 3 "Two lures or more under an ending of the worse groups.";
    EndingAndBadEnding 4 "An ending in the middle, and one of the worse groups at the end.";
    Free 20 "An ending that costs nothing.";
    Worst 19 "An ending from the worst group.";
    Bad 5 "An ending from the group that is abused often.";
    Country -13 "A country's ending.";
    Platform 12 "A platform where anyone can open a page.";
    Asking 12 "On a platform, a word that asks for a password, a card or a wallet.";
    Dynamic 18 "A name for a changing address.";
    RandomDynamic 12 "Such a name that nobody could remember, or one so on any platform: no vowels, or letters and digits in turns.";
    Hyphens 7 "Two or three hyphens.";
    ManyHyphens 16 "Four hyphens or more.";
    ManyDigits 3 "Four digits or more there.";
    Mixed 4 "Letters and digits in turns.";
    Unpronounceable 8 "Hardly a vowel, or five consonants in a row.";
    Deep 17 "Three labels or more before the registered one.";
    Long 14 "Thirty characters or more.";
    VeryLong 32 "Forty-five characters or more.";
}

impl Signal {
    /// Honest names are built so, too: `the-little-book-shop-york.myshopify.com`. Such signs only add to others.
    pub fn is_common(self) -> bool {
        use Signal::*;
        matches!(
            self,
            OneLure
                | Bad
                | Country
                | Platform
                | Hyphens
                | ManyHyphens
                | Unpronounceable
                | Deep
                | Long
                | VeryLong
        )
    }
}

/// From here on something is said.
pub const LINE: i32 = 35;
/// From here on nothing good is said where a password or a card is asked for.
pub const DOUBT: i32 = 27;

/// What a public suffix adds to the length at most.
const SUFFIX: usize = 16;

/// Everything seen in a host.
pub fn signals(host: &str, before: &str, label: &str, suffix: Suffix<'_>, reading: &Reading) -> Vec<Signal> {
    let mut seen = Vec::new();
    let mut see = |signal: Signal, really: bool| {
        if really {
            seen.push(signal);
        }
    };
    let (free, worst, bad) = (is_in(FREE, suffix), is_in(WORST, suffix), is_in(BAD, suffix));
    let bad_ending = free || worst || bad;
    let mut owner_near = false;
    if let Some(found) = gravest(reading) {
        // A slip of a name that its owner has there is no local word: `sparkase.de`.
        owner_near =
            found.manner == Manner::Slipped && owned(&format!("{}.{}", found.name.token, suffix.name));
        see(resemblance(found), true);
        let whole = found.manner == Manner::Whole && found.name.class == Class::Rare;
        see(Signal::RareElsewhere, (free || worst) && whole && found.name.token.len() >= 4);
        // The ending, too, can be the word: `.support`. Not `.bank`, which banks alone get.
        let asking = reading.asking > 0 || bad_ending && rank(suffix.name) == Some(Rank::Asks);
        let registered = found.place == Place::Registered && found.manner != Manner::Inside && asking;
        see(Signal::RareAsking, registered && found.name.class == Class::Rare);
        // Beside a third word it is a word again: `secure-hotel-booking`.
        let two = found.name.telling() && label.matches('-').count() == 1;
        see(Signal::WordAsking, registered && two);
        see(Signal::Hosted, found.place == Place::Hosted);
        see(Signal::Below, found.place == Place::Below);
        see(Signal::NameAndLure, reading.lures > 0);
        see(Signal::NameAndBadEnding, bad_ending);
    }
    let (dynamic, cheap) = (Sort::Dynamic.has(suffix), Sort::Cheap.has(suffix));
    see(Signal::OneLure, reading.lures == 1);
    see(Signal::MoreLures, reading.lures > 1);
    see(Signal::EndingInside, reading.endings == 1);
    see(Signal::EndingsInside, reading.endings > 1);
    see(Signal::Government, reading.government);
    see(Signal::KnownAsking, reading.known);
    see(Signal::Number, reading.number);
    see(Signal::LuresAndBadEnding, reading.lures > 1 && bad_ending);
    see(Signal::EndingAndBadEnding, reading.endings > 0 && bad_ending);
    see(Signal::Free, free);
    see(Signal::Worst, worst);
    see(Signal::Bad, bad || cheap);
    let national = !suffix.private && country(suffix.name) && !free && !bad;
    see(Signal::Country, national && !owner_near);
    see(Signal::Platform, suffix.private && !dynamic && !cheap);
    see(Signal::Asking, suffix.private && reading.asking > 0);
    see(Signal::Dynamic, dynamic);
    let hyphens = |text: &str| text.matches('-').count() - 2 * text.matches("xn--").count();
    let hyphens = hyphens(before) + hyphens(label);
    see(Signal::Hyphens, matches!(hyphens, 2 | 3));
    see(Signal::ManyHyphens, hyphens >= 4);
    // What punycode makes of other scripts is nobody's choice: neither its digits nor its length.
    let label = if label.starts_with("xn--") { "" } else { label };
    let digits = label.bytes().filter(u8::is_ascii_digit).count();
    see(Signal::ManyDigits, digits >= 4);
    let (mixed, unpronounceable) = (turns(label) >= 3, unpronounceable(label));
    see(Signal::Mixed, mixed);
    see(Signal::Unpronounceable, unpronounceable);
    see(
        Signal::RandomDynamic,
        dynamic && (mixed || unpronounceable)
            || suffix.private && label.split('-').any(|token| token.len() >= 16 && turns(token) >= 6),
    );
    see(Signal::Deep, before.matches('.').count() >= 3);
    let length = if host.contains("xn--") { to_unicode(host).chars().count() } else { host.len() };
    // Nor does a platform's user choose how long the rest is: `adb.eu-zurich-1.oraclecloudapps.com`.
    let length = length - suffix.name.len().saturating_sub(SUFFIX).min(length);
    see(Signal::Long, (30..45).contains(&length));
    see(Signal::VeryLong, length >= 45);
    // Some take in what a user chose, the name of a project: a known name in it is no accident.
    let named = reading.resemblances.iter().any(|found| found.name.class == Class::Rare);
    if !named && MADE.lines().any(|ending| under(host, ending)) {
        seen.retain(|&signal| signal < Signal::SHAPE && signal != Signal::Number);
    }
    seen
}

/// The sum of what was seen.
pub fn score(signals: &[Signal]) -> i32 {
    signals.iter().map(|signal| signal.weight()).sum()
}

/// The resemblance that weighs most.
pub fn gravest(reading: &Reading) -> Option<&Resemblance> {
    // Of equals the one that is read first.
    reading.resemblances.iter().rev().max_by_key(|found| {
        let place = match found.place {
            Place::Registered => 0,
            Place::Hosted => Signal::Hosted.weight(),
            Place::Below => Signal::Below.weight(),
        };
        resemblance(found).weight() + place
    })
}

fn resemblance(found: &Resemblance) -> Signal {
    match (found.name.class, found.manner) {
        (Class::Rare, Manner::Inside) => Signal::RareInside,
        (Class::Rare, Manner::Part) => Signal::RarePart,
        (Class::Rare, Manner::Whole) => Signal::RareWhole,
        (Class::Rare, Manner::Lured) => Signal::RareLured,
        (Class::Rare, Manner::Misspelled) => Signal::RareMisspelled,
        (_, Manner::Slipped) => Signal::Slipped,
        (Class::Rare, Manner::Disguised) => Signal::RareDisguised,
        (Class::Rare, Manner::Embedded) => Signal::RareEmbedded,
        (Class::Word, Manner::Embedded) if found.name.token.len() >= 5 => Signal::LongWordEmbedded,
        (Class::Word, Manner::Inside | Manner::Part) => Signal::WordPart,
        (Class::Word, _) => Signal::WordElse,
    }
}

/// Not copied into each place that asks: the core is small.
#[inline(never)]
fn is_in(group: &[&str], suffix: Suffix<'_>) -> bool {
    group.contains(&suffix.name)
}

fn country(suffix: &str) -> bool {
    suffix.rsplit('.').next().is_some_and(|last| last.len() == 2)
}

/// How often letters and digits take turns.
fn turns(label: &str) -> usize {
    let kinds: Vec<bool> =
        label.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.is_ascii_digit()).collect();
    kinds.windows(2).filter(|pair| pair.first() != pair.last()).count()
}

/// Made by a machine, by the look of it. Lures and single short tokens do not count.
fn unpronounceable(label: &str) -> bool {
    label.split('-').filter(|token| token.len() >= 5 && !lure(token)).any(|token| {
        let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        let letters = token.chars().filter(char::is_ascii_alphabetic).count();
        let vowels = token.chars().filter(|&c| vowel(c)).count();
        let run = token.split(|c: char| vowel(c) || c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
        run >= 5 || letters >= 5 && vowels * 7 < letters
    })
}
