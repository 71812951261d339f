//! Hosts that are made to be taken for an issuer's.

use crate::address;
use crate::address::skeleton::{one_edit, one_swap, skeleton};

/// Words that an issuer's name goes together with where somebody plays the issuer.
const SEAL_WORDS: &[&str] = &["seal", "siegel", "sello", "selo", "trustmark", "verify", "verifi"];

/// Whether a host that is not the issuer's is made to be taken for it.
///
/// The issuer's whole domain inside another (`www.trustedshops.com.check.example`), its name with other
/// letters (`trustedsh0ps.com`), or with a word of seals (`seal-digicert.com`). The name alone accuses
/// nobody: issuers have many endings, and communities and resellers bear their names.
pub fn imitates(host: &str, issuers: &[&str]) -> bool {
    issuers.iter().any(|issuer| embeds(host, issuer) || plays(host, issuer))
}

/// The whole domain is in the host, but not at its end.
fn embeds(host: &str, issuer: &str) -> bool {
    host.match_indices(issuer).any(|(at, _)| {
        let (before, after) = (host.get(..at).unwrap_or_default(), host.get(at + issuer.len()..));
        (before.is_empty() || before.ends_with('.')) && after.is_some_and(|after| after.starts_with('.'))
    })
}

fn plays(host: &str, issuer: &str) -> bool {
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
    chosen.split(['.', '-']).chain([label]).any(misspelled)
        || skeleton(&chosen.replace('-', "")).split_once(&bare).is_some_and(|(before, after)| {
            SEAL_WORDS
                .iter()
                .map(|word| skeleton(word))
                .any(|word| before.contains(&word) || after.contains(&word))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imitations_are_told_from_strangers() {
        let issuer = &["trustedshops.com", "trustedshops.de"][..];
        for host in [
            "trustedsh0ps.com",
            "trustedshop.com",
            "trustedshosp.com",
            "trusted-shops.example",
            "www.trustedshops.com.certificate.example",
            "trustedshops-siegel.example",
            "trustedshops.shop-verification.example",
        ] {
            assert!(imitates(host, issuer), "{host}");
        }
        for host in
            ["shop.example", "trustedshops.lt", "trustpilot.com", "bewertung.example", "trust.example"]
        {
            assert!(!imitates(host, issuer), "{host}");
        }
        assert!(imitates("www.bbb.org.evil.example", &["bbb.org"]));
        assert!(imitates("5eal-digicert.com", &["digicert.com"]));
    }

    #[test]
    fn a_name_alone_accuses_nobody() {
        for (host, issuer) in [
            ("bbbq.example", "bbb.org"),
            ("notbbb.org.example", "bbb.org"),
            ("stripe.builders", "stripe.com"),
            ("paypal-community.com", "paypal.com"),
            ("entrustbanking.com", "entrust.com"),
            ("comodosslstore.com", "comodo.com"),
            ("trustedshops.xyz", "trustedshops.com"),
            ("digicert.com", "digicert.com"),
        ] {
            assert!(!imitates(host, &[issuer]), "{host}");
        }
    }
}
