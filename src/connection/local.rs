//! Which hosts are on this device, and which on the local network.

use std::net::IpAddr;

/// Loopback: what goes there never leaves the device (W3C Secure Contexts 3.1, RFC 6761 6.3).
pub fn is_this_device(host: &str) -> bool {
    match address(host) {
        Some(IpAddr::V4(address)) => address.is_loopback(),
        Some(IpAddr::V6(address)) => {
            address.is_loopback() || address.to_ipv4_mapped().is_some_and(|address| address.is_loopback())
        }
        None => {
            let host = host.strip_suffix('.').unwrap_or(host);
            host.eq_ignore_ascii_case("localhost") || ends_with_label(host, "localhost")
        }
    }
}

/// Private and link-local ranges (RFC 1918, 3927, 4193, 4291), names that only a local network knows
/// (RFC 6762, RFC 8375, ICANN's `.internal`), and names of one label.
pub fn is_local_network(host: &str) -> bool {
    if is_this_device(host) {
        return false;
    }
    match address(host) {
        Some(IpAddr::V4(address)) => address.is_private() || address.is_link_local(),
        Some(IpAddr::V6(address)) => address.is_unique_local() || address.is_unicast_link_local(),
        None => {
            let host = host.strip_suffix('.').unwrap_or(host);
            !host.is_empty()
                && (!host.contains('.')
                    || ["local", "home.arpa", "internal", "lan", "home", "fritz.box"]
                        .iter()
                        .any(|end| ends_with_label(host, end) || host.eq_ignore_ascii_case(end)))
        }
    }
}

fn address(host: &str) -> Option<IpAddr> {
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host).parse().ok()
}

fn ends_with_label(host: &str, end: &str) -> bool {
    let tail = host.len().checked_sub(end.len()).and_then(|start| host.get(start..));
    let before = host.len().checked_sub(end.len() + 1).and_then(|start| host.as_bytes().get(start));
    before == Some(&b'.') && tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_is_this_device_and_nothing_else_is() {
        for host in ["localhost", "shop.localhost", "127.0.0.1", "[::1]", "LOCALHOST."] {
            assert!(is_this_device(host), "{host}");
        }
        for host in ["localhost.example", "notlocalhost", "192.168.0.1", "1.2.3.4", ""] {
            assert!(!is_this_device(host), "{host}");
        }
    }

    #[test]
    fn private_ranges_are_the_local_network() {
        for host in ["192.168.1.1", "10.0.0.1", "printer.local", "router", "[fe80::1]", "nas.home.arpa"] {
            assert!(is_local_network(host), "{host}");
        }
        for host in
            ["192.0.2.1", "shop.example", "local.example", "[2001:db8::1]", "", "localhost", "172.32.0.1"]
        {
            assert!(!is_local_network(host), "{host}");
        }
    }
}
