//! Internal names and reserved addresses: nobody outside can own them.

use super::super::der::{self, Reader};
use super::super::extension::{self, GeneralName};
use super::super::names::octets;
use super::Case;
use crate::address::suffix;
use crate::evidence::host_of;
use crate::finding::Id;

const ID: Id = Id::CertificateInternalOrReservedName;

pub fn check(case: &mut Case<'_, '_>) {
    let baseline = case.baseline();
    let names = case.all_names();
    let dns = case.dns();
    let any =
        |test: &dyn Fn(&str) -> bool| names.iter().chain(&dns).any(|name| test(&name.to_ascii_lowercase()));
    let reverse = |name: &str| name.ends_with(".in-addr.arpa") || name.ends_with(".ip6.arpa");
    let zoned = case.server && case.subscriber && case.since(2026, 3, 15);
    case.rule(zoned && any(&reverse), ID, "arpa_domain_not_allowed", "BR 4.2.2, SC-086");
    let bare = any(&|name| is_registry(name) && !name.contains('.'));
    case.rule(baseline && bare, ID, "dnsname_contains_bare_iana_suffix", "BR 1.6.1");
    let ending = |name: &String| !name.contains('.') && !name.is_empty() || is_registry(name);
    case.rule(dns.iter().any(ending), ID, "san_iana_pub_suffix_empty", "BR 3.2.2.6");
    case.rule(baseline && any(&|name| is_internal(name)), ID, "dnsname_not_valid_tld", "BR 4.2.2");

    let late = case.certificate.not_after.seconds > der::days(2015, 11, 1) * 86_400
        && case.since(2012, 7, 1)
        && case.server;
    let address = case.addresses().any(is_reserved);
    case.rule(late && address, ID, "ext_san_contains_reserved_ip", "BR 4.2.2");
    let common = case.common_names();
    let mut addresses = common.iter().filter_map(|name| name.parse().ok());
    let common = addresses.any(|address| is_reserved(&octets(address)));
    case.rule(late && common, ID, "subject_contains_reserved_ip", "BR 4.2.2");
    case.rule(late && constraints_reach_reserved(case), ID, "ext_nc_intersects_reserved_ip", "BR 7.1.5");

    let onions: Vec<&String> = names.iter().filter(|name| name.ends_with(".onion")).collect();
    let in_force = case.server && case.since(2015, 5, 1);
    let invalid = onions.iter().any(|name| match onion_version(name) {
        Some(2) => !case.extended,
        version => version.is_none(),
    });
    case.rule(in_force && invalid, ID, "san_dns_name_onion_invalid", "RFC 7686; BR appendix B");
    // Until SC-27 only with EV, of whatever version.
    let early = in_force && case.subscriber && case.before(2020, 3, 27) && !onions.is_empty();
    case.rule(early && !case.extended, ID, "san_dns_name_onion_not_ev_cert", "CA/B ballot 144");

    let arpa = baseline && any(&|name| arpa_address(name).is_some_and(|address| is_reserved(&address)));
    case.rule(arpa, ID, "subject_contains_reserved_arpa_ip", "BR 4.2.2");
    let malformed = baseline && any(&|name| reverse(name) && arpa_address(name).is_none());
    case.rule(malformed, ID, "subject_contains_malformed_arpa_ip", "BR 3.2.2.6");

    let internal = case.contents.authority_access.iter().flatten().any(|(_, name)| match name {
        GeneralName::Uri(uri) => {
            let uri = String::from_utf8_lossy(uri);
            let host = host_of(&uri).to_ascii_lowercase();
            let none = !uri.starts_with("ldap:") && uri.contains("://");
            none && host.parse::<std::net::IpAddr>().is_err() && is_internal(&host)
        }
        _ => false,
    });
    case.rule(baseline && internal, ID, "sub_cert_aia_contains_internal_names", "BR 7.1.2.10.3");
}

/// Top-level names that no registry sells: reserved (RFC 2606, 6761, 6762, 8375), or in use inside only.
const INTERNAL: &[&str] = &[
    "corp",
    "domain",
    "example",
    "home",
    "internal",
    "intern",
    "intra",
    "intranet",
    "invalid",
    "lan",
    "loc",
    "local",
    "localdomain",
    "localhost",
    "private",
    "server",
    "test",
    "workgroup",
];

/// A name of one label, or under a top-level name that no registry sells.
fn is_internal(name: &str) -> bool {
    let bare = name.trim_start_matches("*.").trim_end_matches('.');
    let Some((_, top)) = bare.rsplit_once('.') else { return !bare.is_empty() };
    INTERNAL.contains(&top) || top.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a name is one under which people register.
pub fn is_public_suffix(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    !name.is_empty()
        && !name.contains('*')
        && !INTERNAL.contains(&name.as_str())
        && suffix::suffix(&name).name == name
}

/// Whether a name is an ending of a registry's, not of a platform's: what BR 3.2.2.6 looks at.
pub fn is_registry(name: &str) -> bool {
    is_public_suffix(name) && !suffix::suffix(&name.to_ascii_lowercase()).private
}

/// IANA's special-purpose registries (RFC 6890), documentation and multicast ranges among them.
fn is_reserved(address: &[u8]) -> bool {
    match *address {
        [a, b, c, _] => match a {
            0 | 10 | 127 | 224..=255 => true,
            100 => (64..128).contains(&b),
            169 => b == 254,
            172 => (16..32).contains(&b),
            192 => b == 168 || matches!((b, c), (0, 0 | 2) | (31, 196) | (52, 193) | (88, 99) | (175, 48)),
            198 => (18..20).contains(&b) || (b == 51 && c == 100),
            203 => b == 0 && c == 113,
            _ => false,
        },
        [a, b, c, d, ref rest @ ..] if rest.len() == 12 => {
            // All that is in use lies in 2000::/3; inside it, 2001::/23, documentation and 6to4.
            !(0x20..0x40).contains(&a)
                || (a == 0x20 && b == 0x01 && (c < 2 || (c == 0x0d && d == 0xb8)))
                || (a == 0x20 && b == 0x02)
                || [a, b, c, d] == [0x26, 0x20, 0, 0x4f] && rest.starts_with(&[0x80, 0])
        }
        _ => false,
    }
}

/// A permitted or excluded range of addresses that touches a reserved one.
fn constraints_reach_reserved(case: &Case<'_, '_>) -> bool {
    let Some(value) = case.certificate.extension(extension::NAME_CONSTRAINTS) else { return false };
    let Some(sequence) = Reader(value.value).only(der::SEQUENCE) else { return false };
    let mut inside = sequence.inside();
    let permitted =
        inside.take(der::context_constructed(0)).map(|list| list.inside().all().unwrap_or_default());
    permitted.unwrap_or_default().iter().any(|subtree| {
        let base = subtree.inside().next();
        base.is_some_and(|base| {
            base.tag == der::context(7)
                && matches!(base.content.len(), 8 | 32)
                && is_reserved(base.content.split_at(base.content.len() / 2).0)
        })
    })
}

/// 2 for sixteen, 3 for fifty-six characters of base32 (Tor address specification).
fn onion_version(name: &str) -> Option<u8> {
    let label = name.strip_suffix(".onion")?.rsplit('.').next()?.to_ascii_lowercase();
    let base32 = label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'2'..=b'7'));
    match label.len() {
        16 if base32 => Some(2),
        // The last of 35 bytes is the version, 3: "…d" in base32.
        56 if base32 && label.ends_with('d') => Some(3),
        _ => None,
    }
}

/// The address that a reverse-zone name spells.
fn arpa_address(name: &str) -> Option<Vec<u8>> {
    if let Some(rest) = name.strip_suffix(".in-addr.arpa") {
        let bytes: Option<Vec<u8>> = rest.rsplit('.').map(|part| part.parse().ok()).collect();
        return bytes.filter(|bytes| bytes.len() == 4);
    }
    let nibbles: Vec<u8> = name
        .strip_suffix(".ip6.arpa")?
        .rsplit('.')
        .map(|part| u8::from_str_radix(part, 16).ok().filter(|_| part.len() == 1))
        .collect::<Option<_>>()?;
    let bytes: Vec<u8> =
        nibbles.chunks(2).filter_map(|pair| Some(pair.first()? << 4 | pair.get(1)?)).collect();
    (bytes.len() == 16).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn onion_names_are_of_two_versions() {
        assert_eq!(onion_version(&format!("{}d.onion", "Aa2".repeat(18) + "b")), Some(3));
        assert_eq!(onion_version("www.v2cbb2l4lsnpio4q.onion"), Some(2));
        assert_eq!(onion_version("v2cbb2l4lsnpio41.onion"), None);
        assert_eq!(onion_version("shop.example"), None);
    }
}
