//! Who vouches for it: the chain from the root down to the site.

use super::super::base64::hex;
use super::super::parse::Certificate;
use super::super::view::{Link, Role};
use crate::evidence::{Evidence, Known};
use crate::finding::{Argument, Message};

/// The links, the root first.
pub fn links(evidence: &Evidence, certificates: &[Certificate<'_>]) -> Vec<Link> {
    let mut links = Vec::new();
    let last = certificates.len().saturating_sub(1);
    for (place, certificate) in certificates.iter().enumerate() {
        let by = certificate.issuer.called();
        let role = if place == 0 {
            Role::Site
        } else if certificate.self_issued() && place == last {
            root(evidence, place)
        } else {
            Role::Intermediate
        };
        let says = match role {
            Role::Site if certificate.self_issued() => Message::new("chain_site_self_signed"),
            Role::Site => Message::new("chain_site").text(by),
            Role::PublicRoot => Message::new("chain_root_public"),
            Role::PrivateRoot => Message::new("chain_root_private"),
            Role::UnknownRoot => Message::new("chain_root_unknown"),
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
            sha256: hex(&super::facts::sha256(certificate.der)),
            weak: false,
        });
    }
    if let Some(top) = certificates.last().filter(|top| !top.self_issued()) {
        links.push(Link {
            who: Argument::Text(top.issuer.called()),
            says: Message::new("chain_missing"),
            role: Role::Missing,
            sha256: String::new(),
            weak: false,
        });
    }
    links.reverse();
    links
}

fn root(evidence: &Evidence, place: usize) -> Role {
    let shown = evidence.connection.certificates.seen().and_then(|all| all.get(place));
    match shown.map(|one| &one.built_in_root) {
        Some(Known::Seen(true)) => Role::PublicRoot,
        Some(Known::Seen(false)) => Role::PrivateRoot,
        _ => Role::UnknownRoot,
    }
}
