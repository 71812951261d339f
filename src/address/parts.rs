//! An address taken apart. Browsers hand over addresses that WHATWG URL has serialised; anything else is
//! read as leniently, and never fails.

use super::host::{self, Kind, Reach};
use super::suffix::Cut;

/// The parts of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Without its colon, lower case.
    pub scheme: String,
    /// There is a name or password before the host.
    pub user_info: bool,
    /// In lower case and punycode, without trailing dot; empty where the scheme has none.
    pub host: String,
    /// Only where it is not the scheme's own.
    pub port: Option<u16>,
    /// Without query and fragment.
    pub path: String,
}

impl Parts {
    /// Takes an address apart. Without a scheme it is read as a host with what follows.
    pub fn of(url: &str) -> Parts {
        let url = url.trim();
        let (scheme, rest) = match url.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) && !rest.starts_with(|c: char| c.is_ascii_digit()) => {
                (scheme.to_ascii_lowercase(), rest)
            }
            _ => (String::new(), url),
        };
        let Some(rest) = rest.strip_prefix("//").or(scheme.is_empty().then_some(rest)) else {
            let path = until(rest, &['?', '#']).to_owned();
            return Parts { scheme, user_info: false, host: String::new(), port: None, path };
        };
        let authority = until(rest, &['/', '\\', '?', '#']);
        let path = until(rest.strip_prefix(authority).unwrap_or_default(), &['?', '#']).to_owned();
        let (user_info, authority) =
            authority.rsplit_once('@').map_or((false, authority), |(_, host)| (true, host));
        let (host, port) = split_port(authority);
        let host = host.strip_suffix('.').filter(|bare| !bare.is_empty()).unwrap_or(host);
        let port = port.filter(|&port| !matches!((scheme.as_str(), port), ("https", 443) | ("http", 80)));
        Parts { user_info, host: super::punycode::to_ascii(host), port, path, scheme }
    }

    pub fn kind(&self) -> Kind {
        host::kind(&self.host)
    }

    pub fn reach(&self) -> Reach {
        host::reach(&self.host)
    }

    /// Where the owner changes; a number is its own owner.
    pub fn cut(&self) -> Cut<'_> {
        match self.kind() {
            Kind::Name => Cut::of(&self.host),
            Kind::Number(_) => Cut { registrable: &self.host, ..Cut::of("") },
        }
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-'))
}

fn until<'a>(text: &'a str, ends: &[char]) -> &'a str {
    text.split(ends).next().unwrap_or(text)
}

fn split_port(authority: &str) -> (&str, Option<u16>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') && port.bytes().all(|b| b.is_ascii_digit()) => {
            (host, port.parse().ok())
        }
        _ => (authority, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, scheme: &str, host: &str, registrable: &str, port: Option<u16>, path: &str) {
        let parts = Parts::of(url);
        assert_eq!(
            (
                parts.scheme.as_str(),
                parts.host.as_str(),
                parts.cut().registrable,
                parts.port,
                parts.path.as_str()
            ),
            (scheme, host, registrable, port, path),
            "{url}"
        );
    }

    #[test]
    fn addresses_come_apart() {
        check("https://www.Shop.example/a?b#c", "https", "www.shop.example", "shop.example", None, "/a");
        check("https://shop.example:443/", "https", "shop.example", "shop.example", None, "/");
        check("http://shop.example:8080/", "http", "shop.example", "shop.example", Some(8080), "/");
        check("https://[::1]:8443/x", "https", "[::1]", "[::1]", Some(8443), "/x");
        check("https://10.0.0.1/", "https", "10.0.0.1", "10.0.0.1", None, "/");
        check("https://shop.example./", "https", "shop.example", "shop.example", None, "/");
        check("about:blank", "about", "", "", None, "blank");
        check("data:text/html,x?y", "data", "", "", None, "text/html,x");
        check("file:///etc/hosts", "file", "", "", None, "/etc/hosts");
        check("paypal.com/x", "", "paypal.com", "paypal.com", None, "/x");
        check("shop.example:8080", "", "shop.example", "shop.example", Some(8080), "");
        check("", "", "", "", None, "");
    }

    #[test]
    fn the_host_is_what_follows_the_last_at_sign() {
        let parts = Parts::of("https://paypal.com@evil.example/");
        assert!(parts.user_info);
        assert_eq!(parts.host, "evil.example");
    }
}
