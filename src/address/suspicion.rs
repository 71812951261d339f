//! One host, judged by its name alone.

use super::display;
use super::host::{self, Kind, Reach};
use super::names;
use super::names::Class;
use super::platform::Sort;
use super::resemblance::{self, Manner, Place, Resemblance};
use super::score::{self, DOUBT, LINE, Signal};
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
        self.reaches(LINE) || self.resembles.is_some_and(|found| plain(&found))
    }

    /// Whether too much is seen to vouch for it, and too little to accuse.
    pub fn doubtful(&self) -> bool {
        self.reaches(DOUBT)
    }

    fn reaches(&self, least: i32) -> bool {
        self.score >= least && self.signals.iter().any(|signal| !signal.is_common())
    }

    /// The name to be told, where the resemblance is more than a word that many use.
    pub fn mistaken_for(&self) -> Option<Resemblance> {
        let telling = |found: &Resemblance| match found.name.class {
            Class::Rare => true,
            // `apple-pie.blogspot.com` is about apples.
            Class::Word => match found.manner {
                Manner::Inside => false,
                Manner::Part => self.signals.contains(&Signal::NameAndLure),
                _ => true,
            },
        };
        self.resembles.filter(|found| self.due() && telling(found))
    }
}

/// Letters changed for look-alikes, or the whole domain with its ending in front of another one.
fn plain(found: &Resemblance) -> bool {
    found.name.class == Class::Rare && matches!(found.manner, Manner::Disguised | Manner::Embedded)
}

/// The known name whose own domain the host is in other letters: there a common word, too, is nobody else's.
pub fn disguised(host: &str) -> Option<Resemblance> {
    let domain = display::imitated(host, &names::owned)?;
    let name = names::names().exact(domain.split('.').next()?)?;
    Some(Resemblance { name, manner: Manner::Disguised, place: Place::Registered })
}

/// Longer hosts do not exist (RFC 1035 2.3.4); what is typed may be longer. Shorter ones are read whole, for what
/// is not read is where a name would hide.
const LONGEST: usize = 253;

/// Libraries put their own name behind it for their readers.
const PROXIED: &str = "scholar.google.com.";

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
    let made = host::under(host, "onion") || Sort::Copies.has(cut.suffix);
    if !named || host.len() > LONGEST || made || restricted(cut.registry) {
        return Suspicion::default();
    }
    // Every site has a `www`: it tells nothing.
    let before = &cut.before.strip_prefix("www.").unwrap_or(cut.before).replacen(PROXIED, "", 1);
    let Some(label) = cut.label() else { return Suspicion::default() };
    let reading = resemblance::read(before, label, cut.suffix.private);
    let signals = score::signals(host, before, label, cut.suffix, &reading);
    let score = score::score(&signals);
    Suspicion { score, resembles: score::gravest(&reading).copied(), signals }
}

/// Registries that give names to governments, schools and armed forces only. In Poland everybody gets one, and so on the
/// island of Ascension.
fn restricted(registry: &str) -> bool {
    registry.split('.').any(|label| matches!(label, "gov" | "edu" | "mil" | "ac" | "gouv" | "gob" | "gub"))
        && !(host::under(registry, "ac") || registry == "edu.pl")
        || registry == "int"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(host: &str) -> Option<&'static str> {
        suspicion(host).mistaken_for().map(|found| found.name.domain)
    }

    #[test]
    fn the_copied_name_is_told() {
        for (host, domain) in [
            ("office.com-foo.example", "office.com"),
            ("www.google.com.shop.example", "google.com"),
            ("paypal-verify.webflow.io", "paypal.com"),
            ("www.paypal.shop.webflow.io", "paypal.com"),
            ("paypal.com.scholar.google.com.shop.example", "paypal.com"),
            ("paypal.com.scholar.google.com.harbourgarden.shop.example", "paypal.com"),
            // What is under it makes no owner of anybody.
            ("paypal.com.amazon.de.shop.example", "paypal.com"),
        ] {
            assert_eq!(named(host), Some(domain), "{host}");
        }
    }

    #[test]
    fn a_known_name_that_asks_is_told() {
        for (host, domain) in [
            // As its whole address.
            ("www-paypal.com", "paypal.com"),
            ("wwwpaypal.com", "paypal.com"),
            ("paypalcom.net", "paypal.com"),
            // Grown together with the word, beside it and a number, and beside an ending that is one.
            ("loginpaypal.com", "paypal.com"),
            ("paypal-support24.shop", "paypal.com"),
            ("apple-id.support", "apple.com"),
            ("icloud-find.support", "apple.com"),
            // Longer words with one that asks, and nothing else.
            ("accounts-google.com", "google.com"),
            ("google-login.ru", "google.com"),
            ("sparkasse-pushtan.com", "sparkasse.de"),
            ("rabobank-inloggen.nl", "rabobank.nl"),
        ] {
            assert_eq!(named(host), Some(domain), "{host}");
        }
        for host in [
            "secure-hotel-booking.com",
            "visa-support.com",
            "blockchainsecurity.services",
            "login.microsoftonline.com.mcas.ms",
        ] {
            assert!(!suspicion(host).due(), "{host}");
        }
    }

    #[test]
    fn a_name_does_not_hide_behind_many_others() {
        for host in [
            format!("paypal.com.{}evil.example", "a.".repeat(13)),
            format!("paypal.com.{}evil.example", "a.".repeat(110)),
            format!("{}.paypal-login.com", vec!["a"; 26].join("-")),
            format!("{}paypal-login.com", "a.b-c.".repeat(26)),
        ] {
            assert_eq!(named(&host), Some("paypal.com"), "{host}");
        }
    }

    #[test]
    fn what_is_honest_by_rule_is_left_alone() {
        for host in [
            // A library's proxy, a known owner's name that is no public suffix, names of five letters.
            "scholar.google.com.library.example",
            "amazon.com.be",
            "www.google.ga",
            "amii.base.shop",
            "link1.shop.example",
            // What a platform or punycode adds to the length, a developer's preview, a home's own name.
            "k43simlw5fjuamu-prod.adb.sa-saopaulo-1.oraclecloudapps.com",
            "xn-----8kcacqgbcucexjy1bx3bil.xn--p1ai",
            "my-shop-preview.vercel.app",
            "millershome.duckdns.org",
            "main.d1m0ow86j91yrd.amplifyapp.com",
            "link7-garden.pro",
            "karna.example",
            "turist.example",
            "allplay.example",
            "mcas-gov.example",
            // Two words that are a bank of that name.
            "mybank.cn",
            "mybank.com",
            "mybank.bank",
            // A device at home behind a number of its own network, and names that a platform makes up.
            "10-0-0-5.sslip.io",
            "10.0.0.5.nip.io",
            "192-168-178-20.my-disk-station.direct.quickconnect.to",
            "kx7f3m9q2w8z4v6t1b5n0r8y3h7j2p4d.ui.nabu.casa",
            "85-214-11-22.0123456789abcdef0123456789abcdef.plex.direct",
            "username-fluffy-broccoli-x5v6q7w8r9t2-3000.app.github.dev",
            "3000-myorg-myrepo-abc123def45.ws-eu107.gitpod.io",
            "osap.gov.on.ca",
            // A word in letters of its own beside a name, and a shop that is only long.
            "xn--paypal-gebhren-psb.de",
            "xn--vodafone-strung-jtb.de",
            "the-little-book-shop-york.myshopify.com",
            "freiwillige-feuerwehr-bad-neustadt-an-der-saale.de",
        ] {
            assert!(!suspicion(host).due(), "{host}");
        }
    }

    #[test]
    fn signs_that_mean_something_together_are_added() {
        for host in [
            "verify-my-account.vercel.app",
            "paypal-support.com",
            "paypal.com-login.int.pl",
            "paypal.com-login.edu.pl",
            "paypal-login.com.ac",
            // Near a common word by the word list's own chance, were it asked.
            "facebooklogin87.com",
            "paypalverify39.com",
            "faceboook.com",
            "gov.uk-fuel-support.com",
            "tax.utah-gov-ac.life",
            "185-244-25-17.sslip.io",
            "172-32-0-1.sslip.io",
            "paypal-verify.ui.nabu.casa",
            "3000-paypal-login-abc123def45.ws-eu107.gitpod.io",
            "pub-01473a91ab104bf0a0dc34369aee0957.r2.dev",
            "k3x9w7q2.duckdns.org",
            "secure-login.com-update.top",
            "toll.com-pay.top",
            "login.live.com.evil.io",
            "accounts.nintendo.com.evil.example",
            // A slip of a name that its owner has under the same country.
            "sparkase.de",
            "amazonn.de",
        ] {
            assert!(suspicion(host).due(), "{host}: {:?}", suspicion(host).signals);
        }
    }

    #[test]
    fn what_is_too_little_to_accuse_can_be_too_much_to_vouch_for() {
        for host in ["brtzxvk.cfd", "google.f65.website", "tracklwr.top"] {
            let judged = suspicion(host);
            assert!(judged.doubtful() && !judged.due(), "{host}: {} {:?}", judged.score, judged.signals);
        }
        for host in ["shop.example", "blue-bakery.top", "freiwillige-feuerwehr-bad-neustadt-an-der-saale.de"]
        {
            assert!(!suspicion(host).doubtful(), "{host}");
        }
    }

    #[test]
    fn a_www_changes_nothing() {
        for host in ["whats-shop.vip", "amazon-login.shop", "brtzxv.cfd", "example.com"] {
            assert_eq!(suspicion(host).signals, suspicion(&format!("www.{host}")).signals, "{host}");
        }
    }
}
