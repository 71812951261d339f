//! The registrable domain: the public suffix and the one label before it that somebody chose.
//!
//! Algorithm: <https://github.com/publicsuffix/list/wiki/Format>. The private section names platforms under
//! which anyone can open a page (`github.io`); the ICANN section names registries.

use super::fingerprint::Set;

static ICANN: Set<'_> = Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/icann")));
static PRIVATE: Set<'_> = Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/private")));

/// No rule has more labels than this.
const LABELS: usize = 8;

/// A host's public suffix and who runs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suffix<'a> {
    pub name: &'a str,
    /// A platform that lets its users choose names, not a registry.
    pub private: bool,
}

/// A host that is a name, cut where its owner changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut<'a> {
    /// As whole as the rules make it: the host itself where it is one.
    pub suffix: Suffix<'a>,
    /// The public suffix by the registries' rules alone.
    pub registry: &'a str,
    /// A platform's own name (`github.io`) belongs to the platform; a bare registry ending is given back whole.
    pub registrable: &'a str,
    /// What stands before the registrable domain, with its dot.
    pub before: &'a str,
}

impl<'a> Cut<'a> {
    pub fn of(host: &'a str) -> Cut<'a> {
        let registry = registry(host);
        let suffix = match longest(PRIVATE, host) {
            Some(name) if name.len() > registry.len() => Suffix { name, private: true },
            _ => Suffix { name: registry, private: false },
        };
        let registrable = one_more(host, suffix.name).or_else(|| one_more(host, registry)).unwrap_or(host);
        let before = host.strip_suffix(registrable).unwrap_or_default();
        Cut { suffix, registry, registrable, before }
    }

    /// The label that somebody chose; none for a platform or a registry itself.
    pub fn label(&self) -> Option<&'a str> {
        self.registrable.strip_suffix(self.suffix.name)?.strip_suffix('.')
    }
}

/// The public suffix by the registries' rules alone.
pub fn registry(host: &str) -> &str {
    longest(ICANN, host).unwrap_or_else(|| last_label(host))
}

/// The public suffix of a host.
pub fn suffix(host: &str) -> Suffix<'_> {
    Cut::of(host).suffix
}

/// The registrable domain of a host that is a name.
pub fn registrable(host: &str) -> &str {
    Cut::of(host).registrable
}

/// `suffix` and one label before it.
fn one_more<'a>(host: &'a str, suffix: &str) -> Option<&'a str> {
    let before = host.strip_suffix(suffix)?.strip_suffix('.')?;
    let start = before.rfind('.').map_or(0, |dot| dot + 1);
    host.get(start..)
}

/// The longest rule that matches, as a piece of the host.
fn longest<'a>(rules: Set<'_>, host: &'a str) -> Option<&'a str> {
    let mut found = None;
    let mut name = last_label(host);
    // Under a wildcard, and only there, a name can be an exception: its suffix is what follows its first label.
    let mut wild = false;
    for _ in 0..LABELS {
        if wild && rules.has(b'!', name) {
            return name.split_once('.').map(|(_, rest)| rest);
        }
        if wild || name.contains('.') && rules.has(b'=', name) {
            found = Some(name);
        }
        wild = rules.has(b'*', name);
        let Some(longer) = one_more(host, name).filter(|longer| longer.len() > name.len()) else { break };
        name = longer;
    }
    found
}

fn last_label(host: &str) -> &str {
    host.rsplit('.').next().unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(host: &str, suffix_name: &str, private: bool, owned: &str) {
        assert_eq!(
            (suffix(host), registrable(host)),
            (Suffix { name: suffix_name, private }, owned),
            "{host}"
        );
    }

    #[test]
    fn a_registry_ending_has_one_label_before_it() {
        check("www.paypal.com", "com", false, "paypal.com");
        check("www.amazon.co.uk", "co.uk", false, "amazon.co.uk");
        check("a.b.unheard-of", "unheard-of", false, "b.unheard-of");
        check("com", "com", false, "com");
        check("co.uk", "co.uk", false, "co.uk");
    }

    #[test]
    fn wildcards_and_exceptions() {
        check("a.b.c.kawasaki.jp", "c.kawasaki.jp", false, "b.c.kawasaki.jp");
        check("www.city.kawasaki.jp", "kawasaki.jp", false, "city.kawasaki.jp");
        check("city.kawasaki.jp", "kawasaki.jp", false, "city.kawasaki.jp");
        check("a.b.ck", "b.ck", false, "a.b.ck");
        check("www.ck", "ck", false, "www.ck");
    }

    #[test]
    fn a_platform_is_judged_by_the_label_its_user_chose() {
        check("shop.github.io", "github.io", true, "shop.github.io");
        check("a.login.pages.dev", "pages.dev", true, "login.pages.dev");
        check("github.io", "github.io", true, "github.io");
        check(
            "x.s3.eu-west-1.amazonaws.com",
            "s3.eu-west-1.amazonaws.com",
            true,
            "x.s3.eu-west-1.amazonaws.com",
        );
        check("s3.eu-west-1.amazonaws.com", "s3.eu-west-1.amazonaws.com", true, "amazonaws.com");
    }

    #[test]
    fn what_one_owner_gives_to_itself_is_no_platform() {
        check("signin.account.service.gov.uk", "gov.uk", false, "service.gov.uk");
        check("www.al.leg.br", "leg.br", false, "al.leg.br");
        check("moodle.ruhr-uni-bochum.de", "de", false, "ruhr-uni-bochum.de");
        for host in
            ["a.gov.scot", "a.service.gov.scot", "a.gov.nl", "a.gov.ru", "a.edu.ru", "a.withgoogle.com"]
        {
            assert!(!suffix(host).private, "{host}");
        }
    }
}
