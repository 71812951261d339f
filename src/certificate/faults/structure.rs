//! The parts as RFC 5280 and X.690 want them written.

use super::super::der::{self, Oid, Reader};
use super::super::extension::{self, ALTERNATIVE_NAMES};
use super::super::parse::{self, SERIAL_NUMBER};
use super::keys::is_allowed;
use super::{Case, distinct};
use crate::finding::Id;

pub fn check(case: &mut Case<'_, '_>) {
    let id = Id::CertificateMalformed;
    let certificate = case.certificate;
    let version = certificate.version;
    let modern = case.since(2008, 5, 1);
    let some = !certificate.extensions.is_empty();

    case.rule(!case.contents.unreadable.is_empty(), id, "extension_does_not_parse", "RFC 5280 4.2");
    case.rule(key_not_exact(case), id, "algorithm_identifier_improper_encoding", "BR 7.1.3.1");
    case.rule(
        modern && certificate.unique_identifiers,
        id,
        "cert_contains_unique_identifier",
        "RFC 5280 4.1.2.8",
    );
    let identifiers = modern && certificate.unique_identifiers && !matches!(version, 2 | 3);
    case.rule(identifiers, id, "cert_unique_identifier_version_not_2_or_3", "RFC 5280 4.1.2.8");
    let critical = certificate.extensions.iter().any(|extension| extension.critical_not_der);
    case.rule(critical, id, "cert_ext_invalid_der", "X.690 11.1, 11.5");
    case.rule(some && version != 3, id, "cert_extensions_version_not_3", "RFC 5280 4.1.2.9");
    let empty = certificate
        .extensions
        .iter()
        .any(|extension| extension.value == [0x30, 0] && needs_one(extension.oid));
    case.rule(empty, id, "ext_cannot_be_empty_sequence", "RFC 5280 4.2");
    let oids: Vec<&[u8]> = certificate.extensions.iter().map(|extension| extension.oid.0).collect();
    let count = oids.len();
    case.rule(distinct(oids).len() < count, id, "ext_duplicate_extension", "RFC 5280 4.2");
    let since_2015 = case.server && case.since(2015, 4, 16);
    case.rule(since_2015 && version != 3, id, "invalid_certificate_version", "BR 7.1.1");
    case.rule(certificate.issuer.is_empty(), id, "issuer_field_empty", "RFC 5280 4.1.2.4");
    let negative = certificate.serial.first().is_some_and(|byte| byte & 0x80 != 0);
    let zero = certificate.serial.iter().all(|&byte| byte == 0);
    case.rule(
        case.since(2002, 4, 1) && (negative || zero),
        id,
        "serial_number_not_positive",
        "RFC 5280 4.1.2.2",
    );
    let whole = certificate.serial.strip_prefix(&[0]).unwrap_or(certificate.serial);
    case.rule(whole.len() > 20, id, "serial_number_longer_than_20_octets", "RFC 5280 4.1.2.2");
    subject(case);
}

fn subject(case: &mut Case<'_, '_>) {
    let id = Id::CertificateMalformed;
    let certificate = case.certificate;
    let subject = &certificate.subject;
    case.rule(ordered(case), id, "invalid_subject_rdn_order", "BR 7.1.4.2");
    let entities = subject.attributes().any(|attribute| has_entity(&attribute.text()));
    case.rule(entities, id, "subj_contains_html_entities", "W3C HTML 4 24");
    let long = subject.all(SERIAL_NUMBER).any(|attribute| attribute.text().chars().count() > 64);
    case.rule(long, id, "subject_dn_serial_number_max_length", "RFC 5280 A.1");
    let nameless = subject.is_empty() && !case.has(ALTERNATIVE_NAMES);
    case.rule(nameless, id, "subject_empty_without_san", "RFC 5280 4.1.2.6");
    let wrong = case.server
        && case.since(2023, 9, 15)
        && subject.attributes().any(|attribute| !encoded_well(attribute.oid, attribute.tag));
    case.rule(wrong, id, "subject_rdns_correct_encoding", "BR 7.1.4.2");
    let multiple = |name: &parse::Name<'_>| name.parts.iter().any(|part| part.len() > 1);
    case.rule(multiple(subject), id, "multiple_subject_rdn", "RFC 5280 4.1.2.4");
    case.rule(multiple(&certificate.issuer), id, "multiple_issuer_rdn", "RFC 5280 4.1.2.4");
}

/// The AlgorithmIdentifier of the key must be one of four byte strings (BR 7.1.3.1).
fn key_not_exact(case: &Case<'_, '_>) -> bool {
    let algorithm = case.certificate.key_algorithm;
    let rsa = algorithm.oid.is("1.2.840.113549.1.1.1") && algorithm.parameters == [der::NULL, 0];
    let curve = Reader(algorithm.parameters).only(der::OBJECT_IDENTIFIER).map(|value| Oid(value.content));
    let elliptic = algorithm.oid.is("1.2.840.10045.2.1") && curve.is_some_and(is_allowed);
    case.server && case.since(2020, 8, 20) && !rsa && !elliptic
}

/// Extensions that are `SEQUENCE SIZE (1..MAX) OF`.
fn needs_one(oid: Oid<'_>) -> bool {
    [
        "2.5.29.9",
        ALTERNATIVE_NAMES,
        extension::ISSUER_ALTERNATIVE_NAMES,
        extension::NAME_CONSTRAINTS,
        extension::CRL_POINTS,
        extension::POLICIES,
        "2.5.29.33",
        extension::EXTENDED_USAGE,
        "2.5.29.46",
        extension::AUTHORITY_ACCESS,
        "1.3.6.1.5.5.7.1.11",
    ]
    .iter()
    .any(|known| oid.is(known))
}

/// BR 7.1.4.2: these attributes, in this order.
const ORDER: &[&str] = &[
    "0.9.2342.19200300.100.1.25",
    parse::COUNTRY,
    parse::PROVINCE,
    parse::LOCALITY,
    parse::POSTAL_CODE,
    parse::STREET,
    parse::ORGANIZATION,
    parse::SURNAME,
    parse::GIVEN_NAME,
    parse::UNIT,
    parse::COMMON_NAME,
];

fn ordered(case: &Case<'_, '_>) -> bool {
    let places: Vec<usize> = case
        .certificate
        .subject
        .attributes()
        .filter_map(|attribute| ORDER.iter().position(|oid| attribute.oid.is(oid)))
        .collect();
    case.profiled() && !places.is_sorted()
}

/// A named or numbered character reference, as left over from a web form.
fn has_entity(text: &str) -> bool {
    text.split('&').skip(1).any(|after| {
        after.split_once(';').is_some_and(|(name, _)| {
            let name = name.strip_prefix('#').unwrap_or(name);
            (1..=31).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    })
}

/// BR 7.1.4.2, the two tables of encodings.
fn encoded_well(oid: Oid<'_>, tag: u8) -> bool {
    match oid.dotted().as_str() {
        parse::COUNTRY | parse::SERIAL_NUMBER | "1.3.6.1.4.1.311.60.2.1.3" => tag == der::PRINTABLE_STRING,
        "0.9.2342.19200300.100.1.25" => tag == der::IA5_STRING,
        parse::PROVINCE
        | parse::LOCALITY
        | parse::POSTAL_CODE
        | parse::STREET
        | parse::ORGANIZATION
        | parse::SURNAME
        | parse::GIVEN_NAME
        | parse::UNIT
        | parse::COMMON_NAME
        | parse::BUSINESS_CATEGORY
        | parse::ORGANIZATION_IDENTIFIER
        | "1.3.6.1.4.1.311.60.2.1.1"
        | "1.3.6.1.4.1.311.60.2.1.2" => matches!(tag, der::UTF8_STRING | der::PRINTABLE_STRING),
        _ => true,
    }
}
