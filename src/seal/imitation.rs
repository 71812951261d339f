//! Hosts that are made to be taken for an issuer's.

use super::catalogue::{Means, Provider};
use crate::address;
use crate::address::skeleton::{one_edit, one_swap, skeleton};

/// Words that an issuer's name goes together with where somebody plays the issuer.
const OF_SEALS: &[&str] = &["seal", "siegel", "sello", "selo", "trustmark", "verify", "verifi"];
/// Honest sellers of certificates have it in their names.
const OF_CERTIFICATES: &str = "ertifi";

/// Whether a host that is not the issuer's is made to be taken for it.
///
/// The issuer's whole domain inside another (`www.trustedshops.com.check.example`), its name with other
/// letters (`trustedsh0ps.com`), or with a word of seals (`seal-digicert.com`). The name alone accuses
/// nobody: issuers have many endings, and communities and resellers bear their names.
pub fn imitates(host: &str, provider: &Provider) -> bool {
    let sells = provider.means == Means::Authority;
    provider.hosts.iter().any(|issuer| embeds(host, issuer) || plays(host, issuer, sells))
}

/// The whole domain is in the host, but not at its end. `google.com.br` only has a country behind it.
fn embeds(host: &str, issuer: &str) -> bool {
    !address::registrable(host).starts_with(issuer)
        && host.match_indices(issuer).any(|(at, _)| {
            let (before, after) = (host.get(..at).unwrap_or_default(), host.get(at + issuer.len()..));
            (before.is_empty() || before.ends_with('.')) && after.is_some_and(|after| after.starts_with('.'))
        })
}

fn plays(host: &str, issuer: &str, sells_certificates: bool) -> bool {
    let name = issuer.split('.').next().unwrap_or_default();
    // Shorter names are parts of words.
    if name.len() < 5 {
        return false;
    }
    let registrable = address::registrable(host);
    let (label, ending) = registrable.split_once('.').unwrap_or((registrable, ""));
    let chosen = host.strip_suffix(ending).unwrap_or(host);
    let bare = skeleton(name);
    let misspelled = |part: &str| {
        let seen = skeleton(part);
        let slipped = || name.len() >= 7 && (one_edit(&seen, &bare) || one_swap(&seen, &bare));
        part != name && (seen == bare || slipped())
    };
    let joined = skeleton(&chosen.replace('-', ""));
    let beside = |word: &str| {
        let word = skeleton(word);
        joined
            .split_once(&bare.replace('-', ""))
            .is_some_and(|(before, after)| before.contains(&word) || after.contains(&word))
    };
    chosen.split(['.', '-']).chain([label]).any(misspelled)
        || OF_SEALS.iter().any(|word| beside(word))
        || !sells_certificates && beside(OF_CERTIFICATES)
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::PROVIDERS;
    use super::*;

    #[track_caller]
    fn check(id: &str, host: &str, expected: bool) {
        let provider = PROVIDERS.iter().find(|provider| provider.id == id).unwrap();
        assert_eq!(imitates(host, provider), expected, "{host}");
    }

    #[test]
    fn imitations_are_told_from_strangers() {
        for host in [
            "trustedsh0ps.com",
            "trustedshop.com",
            "trustedshosp.com",
            "trusted-shops.example",
            "www.trustedshops.com.check.example",
            "trustedshops-certificate.example",
            "trustedshops-siegel.example",
            "trustedshops.shop-verification.example",
        ] {
            check("trustedshops", host, true);
        }
        for host in ["shop.example", "trustpilot.com", "bewertung.example", "trust.example"] {
            check("trustedshops", host, false);
        }
        check("bbb", "www.bbb.org.evil.example", true);
        check("digicert", "5eal-digicert.com", true);
        check("avis-verifies", "avis-verifies-certificat.example", true);
    }

    #[test]
    fn a_name_alone_accuses_nobody() {
        for (id, host) in [
            ("bbb", "bbbq.example"),
            ("bbb", "notbbb.org.example"),
            ("stripe", "stripe.builders"),
            ("paypal-verified", "paypal-friends.example"),
            ("entrust", "entrustbanking.com"),
            ("comodo", "comodosslstore.com"),
            ("geotrust", "geotrust-certificates.example"),
            ("trustedshops", "trustedshops.xyz"),
            ("trustedshops", "trustedshops.lt"),
            ("google-customer-reviews", "www.google.com.br"),
            ("digicert", "digicert.com"),
        ] {
            check(id, host, false);
        }
    }
}
