//! Is the certificate for this name? RFC 9525 6: subjectAltName only, wildcards as the whole left label.

use std::net::IpAddr;

use super::extension::{Contents, GeneralName};
use crate::address::suffix;

/// The name that the browser went to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Host {
    /// Lower case, punycode, without a dot at the end.
    Name(String),
    Ip(Vec<u8>),
}

impl Host {
    /// Reads a host as the browser serialises it (IPv6 in brackets).
    pub fn read(host: &str) -> Option<Host> {
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        if let Ok(address) = bare.parse::<IpAddr>() {
            return Some(Host::Ip(octets(address)));
        }
        let name = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
        is_name(name.as_bytes()).then_some(Host::Name(name))
    }
}

/// As a certificate has it.
pub fn octets(address: IpAddr) -> Vec<u8> {
    match address {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets().to_vec(),
    }
}

/// Whether one of the names in the certificate is this host. Common names do not count (RFC 9525 2).
pub fn matches(contents: &Contents<'_>, host: &Host) -> bool {
    contents.names().iter().any(|name| match (name, host) {
        (GeneralName::Dns(pattern), Host::Name(host)) => matches_name(pattern, host),
        (GeneralName::Ip(bytes), Host::Ip(address)) => *bytes == address.as_slice(),
        _ => false,
    })
}

fn matches_name(pattern: &[u8], host: &str) -> bool {
    let host = host.as_bytes();
    match pattern {
        [b'*', b'.', rest @ ..] => {
            // The wildcard stands for one label.
            let Some(dot) = host.iter().position(|&byte| byte == b'.') else { return false };
            let after = host.get(dot + 1..).unwrap_or_default();
            dot > 0 && is_name(rest) && rest.eq_ignore_ascii_case(after) && !is_too_wide(after)
        }
        pattern => is_name(pattern) && pattern.eq_ignore_ascii_case(host),
    }
}

/// A single label, or an ending below which a registry sells names: a wildcard there would be for all the
/// world. Endings of platforms are theirs to have certificates for.
fn is_too_wide(name: &[u8]) -> bool {
    std::str::from_utf8(name).is_ok_and(|name| suffix::registry(name) == name)
}

/// Labels of letters, digits, hyphens (not at the ends) and underscores, up to 253 bytes.
fn is_name(name: &[u8]) -> bool {
    name.len() <= 253
        && name.split(|&byte| byte == b'.').all(|label| {
            (1..=63).contains(&label.len())
                && label.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
                && label.first() != Some(&b'-')
                && label.last() != Some(&b'-')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(pattern: &str, host: &str) -> bool {
        let Some(Host::Name(host)) = Host::read(host) else { return false };
        matches_name(pattern.as_bytes(), &host)
    }

    #[test]
    fn names_match_whole_and_without_case() {
        assert!(matched("Shop.Example", "shop.example"));
        assert!(matched("shop.example", "SHOP.example."));
        assert!(!matched("shop.example", "www.shop.example"));
        assert!(!matched("shop.example", "notshop.example"));
        assert!(!matched("shop.example\0.evil.example", "shop.example"));
        assert!(matched("xn--mnchen-3ya.example", "xn--mnchen-3ya.example"));
    }

    #[test]
    fn a_wildcard_is_one_whole_left_label() {
        assert!(matched("*.shop.example", "www.shop.example"));
        assert!(!matched("*.shop.example", "shop.example"));
        assert!(!matched("*.shop.example", "a.b.shop.example"));
        for pattern in
            ["w*.shop.example", "*w.shop.example", "www.*.example", "*", "*.*.example", "*.example"]
        {
            assert!(!matched(pattern, "www.shop.example"), "{pattern}");
        }
        assert!(!matched("*.com", "shop.com"));
        assert!(!matched("*.co.uk", "shop.co.uk"));
        assert!(matched("*.github.io", "shop.github.io"));
        assert!(!matched("*.shop.example", ".shop.example"));
    }

    #[test]
    fn an_address_is_no_name() {
        assert_eq!(Host::read("[::1]"), Some(Host::Ip(std::net::Ipv6Addr::LOCALHOST.octets().to_vec())));
        assert_eq!(Host::read("192.0.2.1"), Some(Host::Ip(vec![192, 0, 2, 1])));
        assert_eq!(Host::read(""), None);
        assert_eq!(Host::read("shop..example"), None);
    }
}
