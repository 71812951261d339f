//! Who vouches for it: the chain from the root down to the site.

use super::super::Contents;
use super::super::base64::hex;
use super::super::key::{Hash, Key, hash_of};
use super::super::parse::Certificate;
use super::super::roots::{self, Programs};
use super::super::view::{Link, Role};
use super::facts;
use crate::evidence::{Evidence, Known};
use crate::finding::{Argument, Message};

/// The links, the root first.
pub fn links(evidence: &Evidence, certificates: &[Certificate<'_>]) -> Vec<Link> {
    let mut links = Vec::new();
    let last = certificates.len().saturating_sub(1);
    for (place, certificate) in certificates.iter().enumerate() {
        let by = certificate.issuer.called();
        let listed = if place == 0 { None } else { roots::find(certificate) };
        let top = place == last && (certificate.self_issued() || listed.is_some());
        let role = if place == 0 {
            Role::Site
        } else if top {
            root(evidence, place, listed)
        } else {
            Role::Intermediate
        };
        let says = match role {
            Role::Site if certificate.self_issued() => Message::new("chain_site_self_signed"),
            Role::Site => Message::new("chain_site").text(by),
            Role::PublicRoot => listed.map_or_else(|| Message::new("chain_root_public"), on_lists),
            Role::PrivateRoot => Message::new("chain_root_private"),
            Role::UnknownRoot => Message::new("chain_root_unlisted").date(roots::date()),
            Role::Intermediate | Role::Missing => Message::new("chain_signed").text(by),
        };
        let who = if place == 0 {
            Argument::Host(evidence.page.host().to_owned())
        } else {
            Argument::Text(certificate.subject.called())
        };
        links.push(Link {
            who,
            says,
            role,
            sha256: hex(&facts::sha256(certificate.der)),
            facts: if place == 0 {
                Vec::new()
            } else {
                facts::groups(certificate, &Contents::of(certificate))
            },
            weak: is_weak(certificate),
        });
    }
    if let Some(top) = certificates.last().filter(|top| !top.self_issued() && !is_root(&links)) {
        links.push(Link {
            who: Argument::Text(top.issuer.called()),
            says: Message::new("chain_missing"),
            role: Role::Missing,
            sha256: String::new(),
            facts: Vec::new(),
            weak: false,
        });
    }
    links.reverse();
    links
}

fn is_root(links: &[Link]) -> bool {
    links.last().is_some_and(|link| link.role == Role::PublicRoot || link.role == Role::PrivateRoot)
}

/// What the browser says of its own list comes first; else the lists we know.
fn root(evidence: &Evidence, place: usize, listed: Option<Programs>) -> Role {
    let shown = evidence.connection.certificates.seen().and_then(|all| all.get(place));
    match shown.map(|one| &one.built_in_root) {
        Some(Known::Seen(true)) => Role::PublicRoot,
        Some(Known::Seen(false)) => Role::PrivateRoot,
        _ if listed.is_some() => Role::PublicRoot,
        _ => Role::UnknownRoot,
    }
}

fn on_lists(programs: Programs) -> Message {
    let key = match programs {
        Programs::Both => "chain_root_both",
        Programs::Mozilla => "chain_root_mozilla",
        Programs::Chrome => "chain_root_chrome",
    };
    Message::new(key).date(roots::date())
}

/// Its key or its signature can be broken. Nobody relies on the signature of what signs itself.
fn is_weak(certificate: &Certificate<'_>) -> bool {
    let key = Key::of(certificate);
    let bits = key.bits();
    let short = match key {
        Key::Rsa { .. } | Key::Dsa { .. } => bits < 2048,
        Key::Elliptic { .. } => (1..256).contains(&bits),
        Key::Ed25519 | Key::Ed448 | Key::Other(_) | Key::Unreadable => false,
    };
    short || (!certificate.self_issued() && hash_of(certificate.algorithm.oid) != Hash::Sound)
}
