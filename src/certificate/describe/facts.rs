//! "All the details": every field of a certificate, in the words of its standards.

use sha2::{Digest, Sha256};

use super::super::base64::{hex, pairs};
use super::super::der::Oid;
use super::super::extension::{Contents, GeneralName};
use super::super::key::{Key, algorithm_name};
use super::super::parse::{Attribute, Certificate, Extension, Name};
use super::super::sha1;
use super::super::view::{Fact, FactGroup};
use super::extensions::{TOLD, logs, policy, qualified, revocation, usage};
use crate::finding::{Argument, Message};

/// How many values of a list are shown; a certificate may have ten thousand names.
pub const SHOWN: usize = 100;

/// The modulus of an RSA key of 16,384 bits has 4,096 digits.
const LONGEST: usize = 5000;

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

pub fn groups(certificate: &Certificate<'_>, contents: &Contents<'_>) -> Vec<FactGroup> {
    let names = list("fact_names", contents.names().iter().map(general_name).collect());
    let mut groups = vec![
        group("facts_names", vec![names]),
        group("facts_subject", attributes(&certificate.subject)),
        group("facts_issuer", attributes(&certificate.issuer)),
        group(
            "facts_validity",
            vec![
                moment("fact_not_before", certificate.not_before.milliseconds()),
                moment("fact_not_after", certificate.not_after.milliseconds()),
            ],
        ),
        group("facts_key", key(certificate)),
        group("facts_usage", usage(contents)),
        group("facts_policy", policy(contents)),
        group("facts_revocation", revocation(contents)),
        group("facts_logs", logs(contents)),
        group("facts_qualified", qualified(contents)),
    ];
    let algorithm = certificate.algorithm.oid;
    let mut other = vec![
        text("fact_version", certificate.version.to_string()),
        code("fact_serial", pairs(certificate.serial)),
        text("fact_signature", algorithm_name(algorithm).map_or_else(|| algorithm.dotted(), str::to_owned)),
    ];
    other.extend(contents.subject_key_id.map(|id| code("fact_subject_key_id", pairs(id))));
    other.extend(contents.authority_key_id.map(|id| code("fact_authority_key_id", pairs(id))));
    let untold = |extension: &&Extension<'_>| !TOLD.iter().any(|(_, oid)| extension.oid.is(oid));
    other.extend(certificate.extensions.iter().filter(untold).map(|extension| Fact {
        label: Message::new("fact_extension").text(extension.oid.dotted()),
        ..code("", hex(extension.value))
    }));
    groups.push(group("facts_other", other));
    groups.push(group(
        "facts_fingerprints",
        vec![
            code("fact_sha256", pairs(&sha256(certificate.der))),
            code("fact_sha1", pairs(&sha1::digest(certificate.der))),
            code("fact_key_sha256", pairs(&sha256(certificate.key_info))),
        ],
    ));
    groups.retain(|group| group.facts.iter().any(|fact| !fact.values.is_empty()));
    for fact in groups.iter_mut().flat_map(|group| &mut group.facts) {
        if is_critical(certificate, &fact.label) {
            fact.values.push(Argument::Key("fact_critical".to_owned()));
        }
    }
    groups
}

/// Whether it comes from an extension that must be understood (RFC 5280 4.2).
fn is_critical(certificate: &Certificate<'_>, label: &Message) -> bool {
    let told_by = |oid: Oid<'_>| match label.arguments.first() {
        Some(Argument::Text(dotted)) => label.key == "fact_extension" && oid.is(dotted),
        _ => TOLD.iter().any(|(fact, told)| label.key == *fact && oid.is(told)),
    };
    certificate.extensions.iter().any(|extension| extension.critical && told_by(extension.oid))
}

/// No more than can be painted at once, whatever somebody put into the certificate.
fn group(title: &str, mut facts: Vec<Fact>) -> FactGroup {
    let more = facts.len().saturating_sub(SHOWN);
    facts.truncate(SHOWN);
    if let Some(last) = facts.last_mut() {
        last.more = last.more.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
    }
    for value in facts.iter_mut().flat_map(|fact| &mut fact.values) {
        if let Argument::Text(text) | Argument::Host(text) = value
            && text.len() > LONGEST
        {
            *text = text.chars().take(LONGEST).chain(['…']).collect();
        }
    }
    FactGroup { title: Message::new(title), facts }
}

pub fn one(label: &str, value: Argument) -> Fact {
    Fact { label: Message::new(label), values: vec![value], more: 0, code: false }
}

fn text(label: &str, value: String) -> Fact {
    one(label, Argument::Text(value))
}

pub fn code(label: &str, value: String) -> Fact {
    Fact { code: true, ..text(label, value) }
}

pub fn list(label: &str, mut values: Vec<Argument>) -> Fact {
    let more = values.len().saturating_sub(SHOWN);
    values.truncate(SHOWN);
    Fact { label: Message::new(label), values, more: u32::try_from(more).unwrap_or(u32::MAX), code: true }
}

/// A day and the time of that day.
fn moment(label: &str, at: i64) -> Fact {
    Fact { values: vec![Argument::Date(at), time(at)], ..one(label, Argument::Date(at)) }
}

pub fn time(at: i64) -> Argument {
    let seconds = at.div_euclid(1000).rem_euclid(86_400);
    Argument::Text(format!("{:02}:{:02}:{:02} UTC", seconds / 3600, seconds / 60 % 60, seconds % 60))
}

fn attributes(name: &Name<'_>) -> Vec<Fact> {
    name.attributes()
        .map(|attribute| {
            let label = attribute_label(attribute.oid)
                .map_or_else(|| Message::new("fact_attribute").text(attribute.oid.dotted()), Message::new);
            Fact { label, ..text("", attribute.text()) }
        })
        .collect()
}

fn attribute_label(oid: Oid<'_>) -> Option<&'static str> {
    Some(match oid.dotted().as_str() {
        "2.5.4.3" => "fact_common_name",
        "2.5.4.4" => "fact_surname",
        "2.5.4.5" => "fact_serial_number",
        "2.5.4.6" => "fact_country",
        "2.5.4.7" => "fact_locality",
        "2.5.4.8" => "fact_province",
        "2.5.4.9" => "fact_street",
        "2.5.4.10" => "fact_organization",
        "2.5.4.11" => "fact_unit",
        "2.5.4.12" => "fact_title",
        "2.5.4.15" => "fact_business_category",
        "2.5.4.17" => "fact_postal_code",
        "2.5.4.42" => "fact_given_name",
        "2.5.4.97" => "fact_organization_identifier",
        "1.2.840.113549.1.9.1" => "fact_email",
        "0.9.2342.19200300.100.1.25" => "fact_domain_component",
        "1.3.6.1.4.1.311.60.2.1.1" => "fact_jurisdiction_locality",
        "1.3.6.1.4.1.311.60.2.1.2" => "fact_jurisdiction_province",
        "1.3.6.1.4.1.311.60.2.1.3" => "fact_jurisdiction_country",
        _ => return None,
    })
}

pub fn utf8(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub fn general_name(name: &GeneralName<'_>) -> Argument {
    match name {
        GeneralName::Dns(name) => Argument::Host(utf8(name)),
        GeneralName::Ip(bytes) => Argument::Host(address(bytes)),
        GeneralName::Email(name) | GeneralName::Uri(name) => Argument::Text(utf8(name)),
        GeneralName::Directory(bytes) => {
            let name = Name::read(bytes);
            let parts = name.iter().flat_map(Name::attributes).map(Attribute::text);
            Argument::Text(parts.collect::<Vec<_>>().join(", "))
        }
        GeneralName::Other(oid) | GeneralName::Registered(oid) => Argument::Text(oid.dotted()),
        GeneralName::X400 => Argument::Text("x400Address".to_owned()),
        GeneralName::Edi => Argument::Text("ediPartyName".to_owned()),
    }
}

fn address(bytes: &[u8]) -> String {
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return std::net::Ipv4Addr::from(four).to_string();
    }
    <[u8; 16]>::try_from(bytes).map_or_else(|_| hex(bytes), |all| std::net::Ipv6Addr::from(all).to_string())
}

fn key(certificate: &Certificate<'_>) -> Vec<Fact> {
    let key = Key::of(certificate);
    let mut facts = vec![text("fact_key", key.name())];
    if let Key::Rsa { modulus, exponent } = key {
        let value = exponent.iter().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte));
        facts.push(text("fact_exponent", if exponent.len() > 8 { hex(exponent) } else { value.to_string() }));
        facts.push(code("fact_modulus", hex(modulus)));
    } else {
        facts.push(code("fact_key_bytes", hex(certificate.key_bits)));
    }
    facts
}
