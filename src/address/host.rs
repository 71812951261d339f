//! What kind of host it is, and where it can be reached from.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A host by its spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Name,
    Number(IpAddr),
}

/// Who can reach it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This device only.
    Device,
    /// The local network only: anyone can have the same name or number in theirs.
    Network,
    Everywhere,
}

/// Endings that never leave a local network: RFC 6761 6.2, RFC 6762 and its appendix G, RFC 8375, ICANN's
/// `.internal`, and three makers' own; there is no ending `.ip` or `.hole`. Not the names that a router answers and
/// that anyone can have outside, when their owner forgets them, as TP-Link did tplinklogin.net (2016).
const LOCAL: &[&str] = &[
    "local",
    "home.arpa",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
    "localdomain",
    "localnet",
    "intra",
    "intern",
    "test",
    "pi.hole",
    "fritz.box",
    "speedport.ip",
];

/// The kind of a host as found in an address, IPv6 in brackets. Total.
pub fn kind(host: &str) -> Kind {
    let bracketed = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    if let Some(Ok(number)) = bracketed.map(str::parse::<Ipv6Addr>) {
        return Kind::Number(IpAddr::V6(number));
    }
    ipv4(host).map_or(Kind::Name, |number| Kind::Number(IpAddr::V4(number)))
}

/// The IPv4 address in any of its spellings: 1 to 4 parts, each decimal, octal or hexadecimal
/// (WHATWG URL, IPv4 parser).
pub fn ipv4(host: &str) -> Option<Ipv4Addr> {
    let parts: Vec<u64> = host.split('.').take(5).map(number).collect::<Option<_>>()?;
    let (&last, first) = parts.split_last()?;
    if parts.len() > 4 || first.iter().any(|&part| part > 255) {
        return None;
    }
    if last >= 256_u64.pow(5_u32.checked_sub(u32::try_from(parts.len()).ok()?)?) {
        return None;
    }
    let address = first.iter().zip([24_u32, 16, 8]).fold(last, |sum, (&part, shift)| sum + (part << shift));
    u32::try_from(address).ok().map(Ipv4Addr::from)
}

fn number(part: &str) -> Option<u64> {
    let (digits, radix) = match part.strip_prefix("0x").or_else(|| part.strip_prefix("0X")) {
        Some("") => return Some(0),
        Some(digits) => (digits, 16),
        None if part.len() > 1 && part.starts_with('0') => (part, 8),
        None => (part, 10),
    };
    if digits.starts_with('+') {
        return None;
    }
    u64::from_str_radix(digits, radix).ok()
}

/// Who can reach a host (without trailing dot).
pub fn reach(host: &str) -> Reach {
    match kind(host) {
        Kind::Number(IpAddr::V4(number)) => reach_v4(number),
        Kind::Number(IpAddr::V6(number)) => match number.to_ipv4_mapped() {
            Some(number) => reach_v4(number),
            None if number.is_loopback() || number.is_unspecified() => Reach::Device,
            None if number.is_unique_local() || number.is_unicast_link_local() => Reach::Network,
            None => Reach::Everywhere,
        },
        Kind::Name if host == "localhost" || host.ends_with(".localhost") => Reach::Device,
        Kind::Name if host.is_empty() => Reach::Everywhere,
        Kind::Name if !host.contains('.') => Reach::Network,
        Kind::Name if LOCAL.iter().any(|ending| under(host, ending)) || numbered(host) => Reach::Network,
        Kind::Name => Reach::Everywhere,
    }
}

/// The name of a number of the own network at services that answer with the number in front. Nothing else may be in
/// front: of two numbers they choose each in their own way.
fn numbered(host: &str) -> bool {
    let number = host.strip_suffix(".nip.io").or(host.strip_suffix(".sslip.io"));
    let number = number.and_then(|number| number.replace('-', ".").parse().ok());
    number.is_some_and(|number| reach_v4(number) != Reach::Everywhere)
}

/// The same of a number.
pub fn reach_v4(number: Ipv4Addr) -> Reach {
    // Shared address space of carriers and overlay networks, RFC 6598.
    let shared = matches!(number.octets(), [100, 64..=127, ..]);
    if number.is_loopback() || number.is_unspecified() {
        Reach::Device
    } else if number.is_private() || number.is_link_local() || shared {
        Reach::Network
    } else {
        Reach::Everywhere
    }
}

/// Whether a host is `name` or below it, at a label boundary.
pub fn under(host: &str, name: &str) -> bool {
    host.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_known_in_every_spelling() {
        for host in ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0x7f000001", "127.0x0.1"] {
            assert_eq!(kind(host), Kind::Number(IpAddr::V4(Ipv4Addr::LOCALHOST)), "{host}");
            assert_eq!(reach(host), Reach::Device, "{host}");
        }
        assert_eq!(kind("[::1]"), Kind::Number(IpAddr::V6(Ipv6Addr::LOCALHOST)));
        for host in
            ["1.2.3.4.5", "256.1.1.1", "1.com", "4294967296", "", "1..2", "08.1.1.1", "+1.2.3.4", "::1"]
        {
            assert_eq!(kind(host), Kind::Name, "{host}");
        }
    }

    #[test]
    fn reach_is_told_by_range_and_ending() {
        for host in ["localhost", "a.localhost", "[::1]", "[::]", "127.9.9.9", "[::ffff:127.0.0.1]"] {
            assert_eq!(reach(host), Reach::Device, "{host}");
        }
        for host in [
            "router",
            "nas.local",
            "x.home.arpa",
            "shop.test",
            "speedport.ip",
            "pi.hole",
            "wiki.intra",
            "wiki.intern",
            "nas.localnet",
            "10.0.0.5.nip.io",
            "192-168-1-2.sslip.io",
            // No more than the network: the answer comes from outside.
            "127.0.0.1.nip.io",
            "10.1.2.3",
            "192.168.1.1",
            "[fd00::1]",
            "[fe80::1]",
        ] {
            assert_eq!(reach(host), Reach::Network, "{host}");
        }
        for host in [
            "8.8.8.8",
            "notlocal.example",
            "routerlogin.net",
            "mylocal",
            "172.32.0.1",
            "[2001:db8::1]",
            "8-8-8-8.nip.io",
            "10.0.0.5.8.8.8.8.nip.io",
            "x.10.0.0.5.sslip.io",
            // Tailscale's Funnel makes such a name anyone's public site.
            "box.tail1234.ts.net",
        ] {
            assert_eq!(reach(host) == Reach::Everywhere, host.contains(['.', ':']), "{host}");
        }
    }
}
