//! One host, judged by its name alone.

use super::host::{self, Kind, Reach};
use super::names;
use super::names::Class;
use super::resemblance::{self, Kind as Manner, Resemblance};
use super::score::{self, LINE, Signal};
use super::suffix::Cut;

/// What a host's name tells.
#[derive(Clone, Debug, Default)]
pub struct Suspicion {
    pub signals: Vec<Signal>,
    /// The known name that it resembles most.
    pub resembles: Option<Resemblance>,
    pub score: i32,
}

impl Suspicion {
    /// Whether something is to be said: by the sum, or because a name is copied letter for letter.
    pub fn due(&self) -> bool {
        self.score >= LINE || self.resembles.is_some_and(|found| plain(&found))
    }

    /// The name to be told, where the resemblance is more than a word that many use.
    pub fn mistaken_for(&self) -> Option<Resemblance> {
        let telling = |found: &Resemblance| match found.name.class {
            Class::Rare => true,
            Class::Word => !matches!(found.kind, Manner::Inside),
        };
        self.resembles.filter(|found| self.due() && telling(found))
    }
}

/// Letters changed for look-alikes, or the whole domain with its ending in front of another one.
fn plain(found: &Resemblance) -> bool {
    found.name.class == Class::Rare && matches!(found.kind, Manner::Disguised | Manner::Embedded)
}

/// Longer hosts do not exist (RFC 1035 2.3.4); what is typed may be longer.
const LONGEST: usize = 1024;

/// Judges a host (ASCII, without trailing dot), leaving known owners' domains alone.
pub fn suspicion(host: &str) -> Suspicion {
    of(host, Cut::of(host))
}

/// The same of a host that is cut already.
pub fn of(host: &str, cut: Cut<'_>) -> Suspicion {
    if names::owned(cut.registrable) { Suspicion::default() } else { by_letters(host, cut) }
}

/// The same without asking whether a known owner has it: for measuring.
pub fn unguarded(host: &str) -> Suspicion {
    by_letters(host, Cut::of(host))
}

fn by_letters(host: &str, cut: Cut<'_>) -> Suspicion {
    let named = host::kind(host) == Kind::Name && host::reach(host) == Reach::Everywhere;
    if !named || host.len() > LONGEST || host::under(host, "onion") || restricted(cut.registry) {
        return Suspicion::default();
    }
    let Some(label) = cut.label() else { return Suspicion::default() };
    let reading = resemblance::read(cut.before, label, cut.suffix.private);
    let signals = score::signals(host, cut.before, label, cut.suffix, &reading);
    let score = score::score(&signals);
    Suspicion { score, resembles: score::gravest(&reading).copied(), signals }
}

/// Registries that give names to governments, schools and armed forces only.
fn restricted(registry: &str) -> bool {
    registry
        .split('.')
        .any(|label| matches!(label, "gov" | "edu" | "mil" | "ac" | "gouv" | "gob" | "gub" | "int"))
        && registry != "ac"
}
