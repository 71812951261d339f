//! The names in the certificate: present, of the right kinds, well formed.

use std::net::IpAddr;

use super::super::extension::{ALTERNATIVE_NAMES, GeneralName};
use super::super::names::octets;
use super::{Case, distinct};
use crate::address::punycode::unicode;
use crate::address::suffix::registry;
use crate::evidence::host_of;
use crate::finding::Id;

const ID: Id = Id::CertificateNames;
const KINDS: &str = "BR 7.1.2.7.12";
const LABELS: &str = "BR 7.1.4.2; RFC 1034 3.5";

pub fn check(case: &mut Case<'_, '_>) {
    kinds(case);
    labels(case);
    underscores(case);
    wildcards(case);
    common_name(case);
    addresses_of_resources(case);
}

fn kinds(case: &mut Case<'_, '_>) {
    let forum = case.forum();
    let names = case.contents.names();
    let present = case.has(ALTERNATIVE_NAMES);
    let critical = case.critical(ALTERNATIVE_NAMES);
    let has = |test: fn(&GeneralName<'_>) -> bool| names.iter().any(test);
    let modern = case.since(2008, 5, 1);

    case.rule(case.leaf() && !present, ID, "ext_san_missing", KINDS);
    let empty = present && case.contents.names.is_some() && names.is_empty();
    case.rule(empty, ID, "ext_san_no_entries", "RFC 5280 4.2.1.6");
    let subject = !case.certificate.subject.is_empty();
    case.rule(
        present && !subject && !critical,
        ID,
        "ext_san_not_critical_without_subject",
        "RFC 5280 4.2.1.6",
    );
    let both = case.server && modern && present && subject && critical;
    case.rule(both, ID, "ext_san_critical_with_subject_dn", "RFC 5280 4.2.1.6");
    let blank = has(|name| {
        matches!(
            name,
            GeneralName::Dns([])
                | GeneralName::Email([])
                | GeneralName::Uri([])
                | GeneralName::Ip([])
                | GeneralName::Directory([])
        )
    });
    case.rule(blank, ID, "ext_san_empty_name", "RFC 5280 4.2.1.6");
    for (rule, test) in [
        (
            "ext_san_directory_name_present",
            (|name| matches!(name, GeneralName::Directory(_))) as fn(&GeneralName<'_>) -> bool,
        ),
        ("ext_san_edi_party_name_present", |name| matches!(name, GeneralName::Edi)),
        ("ext_san_other_name_present", |name| matches!(name, GeneralName::Other(_))),
        ("ext_san_registered_id_present", |name| matches!(name, GeneralName::Registered(_))),
        ("ext_san_rfc822_name_present", |name| matches!(name, GeneralName::Email(_))),
        ("ext_san_uniform_resource_identifier_present", |name| matches!(name, GeneralName::Uri(_))),
    ] {
        case.rule(forum && has(test), ID, rule, KINDS);
    }
    let extended = case.extended && case.subscriber;
    case.rule(
        extended && has(|name| matches!(name, GeneralName::Ip(_))),
        ID,
        "ev_san_ip_address_present",
        "EVG 9.8.1",
    );
    let ascii = |bytes: &&[u8]| bytes.is_ascii();
    case.rule(
        !case.contents.dns_names().all(|name| ascii(&name)),
        ID,
        "ext_san_dns_not_ia5_string",
        "RFC 5280 4.2.1.6",
    );
    let email = names.iter().any(|name| match name {
        GeneralName::Email(mail) => !mail.is_empty() && !is_mail(mail),
        _ => false,
    });
    case.rule(email, ID, "ext_san_rfc822_format_invalid", "RFC 5280 4.2.1.6");
}

/// An address alone: no name before it in angle brackets, no comment after it.
fn is_mail(mail: &[u8]) -> bool {
    mail.contains(&b'@') && !mail.contains(&b' ') && !mail.starts_with(b"<") && !mail.ends_with(b")")
}

/// Labels: letters, digits, hyphens inside, up to 63; whole names up to 253 bytes.
fn labels(case: &mut Case<'_, '_>) {
    let (baseline, modern) = (case.baseline(), case.since(2008, 5, 1));
    let names = case.dns();
    let all = case.all_names();
    let any = |test: &dyn Fn(&str) -> bool| all.iter().any(|name| test(name));
    let san = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));

    let label = |name: &str, test: &dyn Fn(&str) -> bool| name.split('.').any(test);
    let strange = |text: &str| {
        !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'*'))
    };
    let bad = any(&|name| name != "?" && label(name.trim_start_matches("?."), &strange));
    case.rule(baseline && bad, ID, "dnsname_bad_character_in_label", LABELS);
    let hollow = |name: &str| !name.is_empty() && label(name, &str::is_empty);
    case.rule(baseline && any(&hollow), ID, "dnsname_empty_label", LABELS);
    case.rule(modern && san(&hollow), ID, "rfc_dnsname_empty_label", "RFC 5280 4.2.1.6; RFC 1034 3.5");
    let long = |name: &str| label(name, &|text| text.len() > 63);
    case.rule(baseline && any(&long), ID, "dnsname_label_too_long", LABELS);
    case.rule(modern && san(&long), ID, "rfc_dnsname_label_too_long", "RFC 5280 4.2.1.6; RFC 1034 3.5");
    let hyphen = |name: &str| label(name, &|text| text.starts_with('-') || text.ends_with('-'));
    case.rule(baseline && any(&hyphen), ID, "dnsname_hyphen_in_sld", LABELS);
    case.rule(modern && san(&hyphen), ID, "rfc_dnsname_hyphen_in_sld", "RFC 5280 4.2.1.6; RFC 1034 3.5");
    case.rule(modern && san(&|name| name.len() > 253), ID, "ext_san_dns_name_too_long", "RFC 5280 4.2.1.6");
    case.rule(san(&|name| name == " "), ID, "ext_san_space_dns_name", "RFC 5280 4.2.1.6");
    case.rule(san(&|name| name.contains('\0')), ID, "san_dns_name_includes_null_char", "CVE-2009-2408");
    case.rule(san(&|name| name.starts_with('.')), ID, "san_dns_name_starts_with_period", "RFC 5280 4.2.1.6");
    case.rule(san(&|name| name.starts_with("?.")), ID, "contains_redacted_dnsname", "RFC 6962-bis 4.2");

    let reserved = |text: &str| {
        text.get(2..4) == Some("--") && !text.get(..2).is_some_and(|x| x.eq_ignore_ascii_case("xn"))
    };
    let prohibited = case.server && case.subscriber && case.since(2021, 10, 1);
    case.rule(
        prohibited && any(&|name| label(name, &reserved)),
        ID,
        "dnsname_contains_prohibited_reserved_label",
        "BR 7.1.4.2; RFC 5890 2.3.1",
    );
    // Every `xn--` label: what it says, none where it says nothing.
    let punycode = |text: &str| {
        let text = text.to_ascii_lowercase();
        text.starts_with("xn--").then(|| unicode(&text).filter(|name| !name.is_ascii()))
    };
    let unreadable = |text: &str| punycode(text) == Some(None);
    case.rule(
        case.since(2003, 3, 1) && san(&|name| label(name, &unreadable)),
        ID,
        "international_dns_name_not_unicode",
        "RFC 3492",
    );
    let decomposed = |text: &str| {
        punycode(text).flatten().is_some_and(|name| is_not_composed(&name.chars().collect::<Vec<_>>()))
    };
    case.rule(
        case.since(2018, 5, 1) && san(&|name| label(name, &decomposed)),
        ID,
        "international_dns_name_not_nfc",
        "RFC 5891 4.1; RFC 8399 2.2",
    );
    let folded: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    let different = distinct(folded.iter().map(String::as_bytes).collect());
    case.rule(different.len() < names.len(), ID, "san_dns_name_duplicate", "RFC 5280 4.2.1.6");
}

/// Underscores: the same label can be faulty by several rules of several times.
fn underscores(case: &mut Case<'_, '_>) {
    let mut all = case.all_names();
    all.retain(|name| name.contains('_'));
    if all.is_empty() {
        return;
    }
    let mut names = case.dns();
    names.retain(|name| name.contains('_'));
    let subscriber = case.server && case.subscriber;
    let modern = case.subscriber && case.since(2008, 5, 1);
    // The one label before the registry's ending, and those before it.
    let parts = |name: &str| {
        let name = name.to_ascii_lowercase();
        let before = name.strip_suffix(registry(&name)).unwrap_or_default().trim_end_matches('.').to_owned();
        let (third, second) = before.rsplit_once('.').unwrap_or(("", &before));
        (second.contains('_'), third.contains('_'))
    };
    let both = |names: &[String]| {
        let parts = names.iter().map(|name| parts(name));
        parts.fold((false, false), |sum, part| (sum.0 | part.0, sum.1 | part.1))
    };
    // The Forum's rules look at common names, too.
    let ((second, third), (rfc_second, rfc_third)) = (both(&all), both(&names));
    case.rule(case.server && modern && second, ID, "dnsname_underscore_in_sld", LABELS);
    case.rule(modern && rfc_second, ID, "rfc_dnsname_underscore_in_sld", "RFC 5280 4.2.1.6");
    case.rule(case.server && modern && third, ID, "dnsname_underscore_in_trd", LABELS);
    case.rule(modern && rfc_third, ID, "rfc_dnsname_underscore_in_trd", "RFC 5280 4.2.1.6");
    let subscriber = subscriber && !names.is_empty();
    let (early, late) = (case.before(2018, 12, 10), case.since(2019, 4, 1));
    case.rule(subscriber && early, ID, "no_underscores_before_1_6_2", "RFC 5280 4.2.1.6");
    case.rule(subscriber && late, ID, "underscore_not_permissible_in_dnsname", "BR 1.6.2 7.1.4.2.1");
    let bad = names.iter().any(|name| {
        name.split('.')
            .any(|label| label.starts_with(['-', '_']) || label.ends_with(['-', '_']) || label.is_empty())
    });
    case.rule(
        subscriber && bad && !early && !late,
        ID,
        "underscore_permissible_in_dnsname_if_valid_when_replaced",
        "BR 1.6.2 7.1.4.2.1",
    );
}

fn wildcards(case: &mut Case<'_, '_>) {
    let (baseline, forum) = (case.baseline(), case.forum());
    let names = case.dns();
    let all = case.all_names();
    let any = |test: &dyn Fn(&str) -> bool| all.iter().any(|name| test(name));
    let first = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let source = "BR 1.6.1; RFC 9525 6.3";
    let partial = |name: &str| first(name).contains('*') && first(name) != "*";
    case.rule(forum && any(&partial), ID, "dnsname_left_label_wildcard_correct", source);
    let deep = |name: &str| name.split('.').skip(1).any(|label| label.contains('*'));
    case.rule(forum && any(&deep), ID, "dnsname_wildcard_only_in_left_label", source);
    let later = names.iter().any(|name| name.chars().skip(1).any(|letter| letter == '*'));
    case.rule(later, ID, "san_wildcard_not_first", source);
    case.rule(names.iter().any(|name| name == "*"), ID, "san_bare_wildcard", source);
    let extended = case.extended && case.since(2015, 5, 1);
    let wide = any(&|name| name.contains('*') && !name.ends_with(".onion"));
    case.rule(extended && wide, ID, "ev_not_wildcard", "EVG 9.8.1");
    let ending = |name: &str| !name.contains('.') || super::reserved::is_registry(name);
    let suffix = |name: &str| name.strip_prefix("*.").is_some_and(ending);
    case.rule(baseline && any(&suffix), ID, "dnsname_wildcard_left_of_public_suffix", "BR 3.2.2.6");
}

fn common_name(case: &mut Case<'_, '_>) {
    let common = case.common_names();
    let mut names = case.dns();
    let exact = case.since(2021, 8, 25);
    if !exact {
        names.iter_mut().for_each(|name| name.make_ascii_lowercase());
    }
    let names = distinct(names.iter().map(String::as_bytes).collect());
    let addresses: Vec<&[u8]> = case.addresses().collect();
    let long = common.iter().any(|name| name.chars().count() > 64);
    case.rule(long, ID, "subject_common_name_max_length", "RFC 5280 A.1");
    case.rule(case.baseline() && common.len() > 1, ID, "extra_subject_common_names", "BR 7.1.4.3");
    let listed = |name: &String| {
        // An address is written as RFC 3986 3.2.2 and RFC 5952 4 have it, in one way only.
        let address = name.parse::<IpAddr>().ok().filter(|address| address.to_string() == *name);
        address.is_some_and(|address| addresses.contains(&octets(address).as_slice()))
            || names
                .binary_search(&(if exact { name.clone() } else { name.to_ascii_lowercase() }).as_bytes())
                .is_ok()
    };
    let stray = case.leaf() && !common.iter().all(listed);
    case.rule(stray && exact, ID, "subject_common_name_not_exactly_from_san", "BR 7.1.4.3");
    case.rule(stray && !exact, ID, "subject_common_name_not_from_san", "BR 7.1.4.3");
}

/// URIs in the subjectAltName (RFC 5280 4.2.1.6).
fn addresses_of_resources(case: &mut Case<'_, '_>) {
    if !case.since(2008, 5, 1) {
        return;
    }
    let uris: Vec<String> = case
        .contents
        .names()
        .iter()
        .filter_map(|name| match name {
            GeneralName::Uri(uri) => Some(String::from_utf8_lossy(uri).into_owned()),
            _ => None,
        })
        .collect();
    let any = |test: &dyn Fn(&str) -> bool| uris.iter().any(|uri| test(uri));
    let scheme = |uri: &str| {
        uri.split_once(':').is_some_and(|(scheme, _)| {
            scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        })
    };
    let source = "RFC 5280 4.2.1.6";
    let bare = |uri: &str| {
        scheme(uri) && uri.split_once(':').is_some_and(|(_, rest)| rest.is_empty() || rest == "//")
    };
    case.rule(any(&|uri| !scheme(uri) || bare(uri)), ID, "ext_san_uri_format_invalid", source);
    case.rule(any(&|uri| !scheme(uri)), ID, "ext_san_uri_relative", source);
    case.rule(any(&|uri| !uri.is_ascii()), ID, "ext_san_uri_not_ia5", source);
    let host = |uri: &str| {
        let host = host_of(uri).trim_start_matches('[').trim_end_matches(']');
        !scheme(uri) || uri.contains(":/") && host.parse::<IpAddr>().is_err() && !host.contains('.')
    };
    case.rule(any(&host), ID, "ext_san_uri_host_not_fqdn_or_ip", source);
}

/// Whether a letter is followed by a mark that normalisation form C would join to it. Only the common
/// marks over Latin letters and the singletons are looked at: enough to tell a label made by hand.
fn is_not_composed(name: &[char]) -> bool {
    let joins = |letter: char, mark: char| {
        letter.is_alphabetic()
            && matches!(mark, '\u{300}'..='\u{304}' | '\u{306}'..='\u{30c}' | '\u{327}' | '\u{328}')
    };
    let disordered = |one: char, next: char| class(next) != 0 && class(one) > class(next);
    name.windows(2).any(|pair| matches!(*pair, [one, next] if joins(one, next) || disordered(one, next)))
        || name
            .iter()
            .any(|&letter| matches!(letter, '\u{2126}' | '\u{212a}' | '\u{212b}' | '\u{340}' | '\u{341}'))
}

/// Combining classes of the common marks (Unicode 3.11): in form C marks stand in the order of these.
fn class(mark: char) -> u32 {
    match mark {
        '\u{300}'..='\u{314}' | '\u{610}'..='\u{617}' => 230,
        '\u{323}'..='\u{326}' => 220,
        '\u{327}' | '\u{328}' => 202,
        '\u{5b0}'..='\u{5b9}' => 10 + (u32::from(mark) - 0x5b0),
        '\u{618}'..='\u{61a}' => 30 + (u32::from(mark) - 0x618),
        '\u{64b}'..='\u{652}' => 27 + (u32::from(mark) - 0x64b),
        _ => 0,
    }
}
