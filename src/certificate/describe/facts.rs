//! "All the details": every field of the certificate, in the words of its standards.

use sha2::{Digest, Sha256};

use super::super::Leaf;
use super::super::base64::{hex, pairs};
use super::super::der::{self, Oid, Reader};
use super::super::extension::{self, Contents, GeneralName, KeyUsage};
use super::super::key::{Key, algorithm_name};
use super::super::parse::{Attribute, Name};
use super::super::view::{Fact, FactGroup};
use crate::finding::{Argument, Message};

/// How many values of a list are shown; a certificate may have ten thousand names.
const SHOWN: usize = 100;

/// The modulus of an RSA key of 16,384 bits has 4,096 digits.
const LONGEST: usize = 5000;

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

pub fn groups(leaf: &Leaf<'_, '_>) -> Vec<FactGroup> {
    let certificate = leaf.certificate;
    let contents = &leaf.contents;
    let names = list("fact_names", contents.names().iter().map(general_name).collect());
    let mut groups = vec![
        group("facts_names", vec![marked(leaf, extension::ALTERNATIVE_NAMES, names)]),
        group("facts_subject", attributes(&certificate.subject)),
        group("facts_issuer", attributes(&certificate.issuer)),
        group(
            "facts_validity",
            vec![
                moment("fact_not_before", certificate.not_before.milliseconds()),
                moment("fact_not_after", certificate.not_after.milliseconds()),
            ],
        ),
        group("facts_key", key(Key::of(certificate), certificate.key_info)),
        group("facts_usage", usage(leaf)),
        group("facts_policy", policy(leaf)),
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
    let unknown = certificate.extensions.iter().filter(|extension| extension_name(extension.oid).is_none());
    other.extend(unknown.map(|extension| Fact {
        label: Message::new("fact_extension").text(extension.oid.dotted()),
        ..code("", hex(extension.value))
    }));
    groups.push(group("facts_other", other));
    groups.push(group(
        "facts_fingerprints",
        vec![
            code("fact_sha256", pairs(&sha256(certificate.der))),
            code("fact_key_sha256", pairs(&sha256(certificate.key_info))),
        ],
    ));
    groups.retain(|group| group.facts.iter().any(|fact| !fact.values.is_empty()));
    groups
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

fn one(label: &str, value: Argument) -> Fact {
    Fact { label: Message::new(label), values: vec![value], more: 0, code: false }
}

fn text(label: &str, value: String) -> Fact {
    one(label, Argument::Text(value))
}

fn code(label: &str, value: String) -> Fact {
    Fact { code: true, ..text(label, value) }
}

fn list(label: &str, mut values: Vec<Argument>) -> Fact {
    let more = values.len().saturating_sub(SHOWN);
    values.truncate(SHOWN);
    Fact { label: Message::new(label), values, more: u32::try_from(more).unwrap_or(u32::MAX), code: true }
}

/// A day and the time of that day.
fn moment(label: &str, at: i64) -> Fact {
    Fact { values: vec![Argument::Date(at), time(at)], ..one(label, Argument::Date(at)) }
}

fn time(at: i64) -> Argument {
    let seconds = at.div_euclid(1000).rem_euclid(86_400);
    Argument::Text(format!("{:02}:{:02}:{:02} UTC", seconds / 3600, seconds / 60 % 60, seconds % 60))
}

/// With the standard's own word where the extension must be understood (RFC 5280 4.2).
fn marked(leaf: &Leaf<'_, '_>, oid: &str, mut fact: Fact) -> Fact {
    if leaf.certificate.extension(oid).is_some_and(|extension| extension.critical) {
        fact.values.push(Argument::Text("critical".to_owned()));
    }
    fact
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

fn latin(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn general_name(name: &GeneralName<'_>) -> Argument {
    match name {
        GeneralName::Dns(name) => Argument::Host(latin(name)),
        GeneralName::Ip(bytes) => Argument::Host(address(bytes)),
        GeneralName::Email(name) | GeneralName::Uri(name) => Argument::Text(latin(name)),
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

fn key(key: Key<'_>, info: &[u8]) -> Vec<Fact> {
    let mut facts = vec![text("fact_key", key.name())];
    if let Key::Rsa { modulus, exponent } = key {
        let value = exponent.iter().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte));
        facts.push(text("fact_exponent", if exponent.len() > 8 { hex(exponent) } else { value.to_string() }));
        facts.push(code("fact_modulus", hex(modulus)));
    } else {
        facts.push(code("fact_key_bytes", hex(info)));
    }
    facts
}

fn usage(leaf: &Leaf<'_, '_>) -> Vec<Fact> {
    let contents = &leaf.contents;
    let mut facts = Vec::new();
    if let Some(usage) = contents.key_usage {
        let names = KEY_USAGES.iter().filter(|(bit, _)| usage.has(*bit));
        let values = names.map(|(_, name)| Argument::Text((*name).to_owned())).collect();
        let fact = Fact { code: false, ..list("fact_key_usage", values) };
        facts.push(marked(leaf, extension::KEY_USAGE, fact));
    }
    if let Some(usages) = &contents.extended_usage {
        let values = usages.iter().map(|oid| Argument::Text(usage_name(*oid))).collect();
        let fact = Fact { code: false, ..list("fact_extended_usage", values) };
        facts.push(marked(leaf, extension::EXTENDED_USAGE, fact));
    }
    if let Some(basic) = contents.basic {
        let key = if basic.authority { "fact_authority_yes" } else { "fact_authority_no" };
        let fact = one("fact_authority", Argument::Key(key.to_owned()));
        facts.push(marked(leaf, extension::BASIC_CONSTRAINTS, fact));
        facts.extend(basic.path_length.map(|length| one("fact_path_length", Argument::Number(length))));
    }
    facts
}

/// RFC 5280 4.2.1.3, in the standard's own spelling.
const KEY_USAGES: &[(u32, &str)] = &[
    (KeyUsage::DIGITAL_SIGNATURE, "digitalSignature"),
    (KeyUsage::CONTENT_COMMITMENT, "contentCommitment"),
    (KeyUsage::KEY_ENCIPHERMENT, "keyEncipherment"),
    (KeyUsage::DATA_ENCIPHERMENT, "dataEncipherment"),
    (KeyUsage::KEY_AGREEMENT, "keyAgreement"),
    (KeyUsage::CERT_SIGN, "keyCertSign"),
    (KeyUsage::CRL_SIGN, "cRLSign"),
    (1 << 7, "encipherOnly"),
    (1 << 8, "decipherOnly"),
];

fn usage_name(oid: Oid<'_>) -> String {
    let dotted = oid.dotted();
    match dotted.as_str() {
        extension::SERVER_AUTH => "serverAuth".to_owned(),
        extension::CLIENT_AUTH => "clientAuth".to_owned(),
        extension::EMAIL_PROTECTION => "emailProtection".to_owned(),
        extension::ANY_USAGE => "anyExtendedKeyUsage".to_owned(),
        "1.3.6.1.5.5.7.3.3" => "codeSigning".to_owned(),
        "1.3.6.1.5.5.7.3.8" => "timeStamping".to_owned(),
        "1.3.6.1.5.5.7.3.9" => "OCSPSigning".to_owned(),
        _ => dotted,
    }
}

fn policy(leaf: &Leaf<'_, '_>) -> Vec<Fact> {
    let contents = &leaf.contents;
    let policies = contents.policies.as_deref().unwrap_or_default();
    let values = policies
        .iter()
        .map(|policy| {
            let dotted = policy.oid.dotted();
            let name = policy_name(&dotted).map_or_else(String::new, |name| format!(" ({name})"));
            Argument::Text(format!("{dotted}{name}"))
        })
        .collect();
    let statements: Vec<Argument> =
        policies.iter().filter_map(|policy| policy.statement).map(|uri| Argument::Text(latin(uri))).collect();
    let mut facts = vec![marked(leaf, extension::POLICIES, list("fact_policies", values))];
    if !statements.is_empty() {
        facts.push(list("fact_practice_statement", statements));
    }
    facts
}

pub fn policy_name(dotted: &str) -> Option<&'static str> {
    Some(match dotted {
        "2.23.140.1.1" => "EV, CA/Browser Forum",
        "2.23.140.1.2.1" => "DV, CA/Browser Forum",
        "2.23.140.1.2.2" => "OV, CA/Browser Forum",
        "2.23.140.1.2.3" => "IV, CA/Browser Forum",
        "2.5.29.32.0" => "anyPolicy",
        "0.4.0.194112.1.4" => "QEVCP-w, ETSI",
        "0.4.0.194112.1.5" => "QNCP-w, ETSI",
        "0.4.0.194112.1.6" => "QNCP-w-gen, ETSI",
        "0.4.0.19495.3.1" => "QCP-w-psd2, ETSI",
        "0.4.0.2042.1.4" => "EVCP, ETSI",
        "0.4.0.2042.1.6" => "DVCP, ETSI",
        "0.4.0.2042.1.7" => "OVCP, ETSI",
        "1.3.6.1.4.1.44947.1.1.1" => "ISRG",
        "2.16.840.1.114412.2.1" => "EV, DigiCert",
        _ => return None,
    })
}

fn revocation(contents: &Contents<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    let crl: Vec<Argument> =
        contents.crl_points.iter().flatten().flat_map(|point| &point.names).map(general_name).collect();
    if !crl.is_empty() {
        facts.push(list("fact_crl", crl));
    }
    for (oid, label) in [("1.3.6.1.5.5.7.48.1", "fact_ocsp"), ("1.3.6.1.5.5.7.48.2", "fact_ca_issuers")] {
        let accesses = contents.authority_access.iter().flatten().filter(|(method, _)| method.is(oid));
        let values: Vec<Argument> = accesses.map(|(_, name)| general_name(name)).collect();
        if !values.is_empty() {
            facts.push(list(label, values));
        }
    }
    if contents.must_staple {
        facts.push(one("fact_must_staple", Argument::Key("fact_must_staple_yes".to_owned())));
    }
    facts
}

fn logs(contents: &Contents<'_>) -> Vec<Fact> {
    contents
        .timestamps
        .iter()
        .flatten()
        .map(|timestamp| Fact {
            label: Message::new("fact_logged"),
            values: vec![
                Argument::Date(timestamp.at),
                time(timestamp.at),
                Argument::Text(hex(timestamp.log)),
            ],
            more: 0,
            code: true,
        })
        .collect()
}

fn qualified(contents: &Contents<'_>) -> Vec<Fact> {
    let statements = contents.statements.as_deref().unwrap_or_default();
    let values = statements
        .iter()
        .map(|statement| {
            let dotted = statement.oid.dotted();
            let name = match dotted.as_str() {
                "0.4.0.1862.1.1" => " (QcCompliance)",
                "0.4.0.1862.1.2" => " (QcLimitValue)",
                "0.4.0.1862.1.3" => " (QcRetentionPeriod)",
                "0.4.0.1862.1.4" => " (QcSSCD)",
                "0.4.0.1862.1.5" => " (QcPDS)",
                "0.4.0.1862.1.6" => " (QcType)",
                "0.4.0.1862.1.7" => " (QcCClegislation)",
                "0.4.0.19495.2" => " (PSD2)",
                _ => "",
            };
            let mut said = Vec::new();
            words(statement.info, DEPTH, &mut said);
            let said = if said.is_empty() { String::new() } else { format!(": {}", said.join(", ")) };
            Argument::Text(format!("{dotted}{name}{said}"))
        })
        .collect();
    vec![list("fact_statements", values)]
}

/// How deep a statement goes: a list of roles, each with an identifier and a name.
const DEPTH: usize = 3;

/// Every text in a statement, and what a qualified certificate is for: PSD2's roles and authority, the
/// addresses of disclosure statements, currencies.
fn words(der: &[u8], depth: usize, into: &mut Vec<String>) {
    let mut values = Reader(der);
    while let Some(value) = values.next().filter(|_| into.len() < SHOWN) {
        match value.tag {
            der::SEQUENCE if depth > 0 => words(value.content, depth - 1, into),
            der::UTF8_STRING | der::PRINTABLE_STRING | der::IA5_STRING => {
                into.push(der::text(value.tag, value.content));
            }
            der::OBJECT_IDENTIFIER => into.extend(purpose(Oid(value.content))),
            _ => {}
        }
    }
}

/// EN 319 412-5 4.2.3.
fn purpose(oid: Oid<'_>) -> Option<String> {
    let purposes =
        [("0.4.0.1862.1.6.1", "eSign"), ("0.4.0.1862.1.6.2", "eSeal"), ("0.4.0.1862.1.6.3", "web")];
    purposes.iter().find(|(known, _)| oid.is(known)).map(|(_, purpose)| (*purpose).to_owned())
}

/// The extensions that are told in words; the others are shown as bytes.
fn extension_name(oid: Oid<'_>) -> Option<()> {
    [
        extension::SUBJECT_KEY_ID,
        extension::KEY_USAGE,
        extension::ALTERNATIVE_NAMES,
        extension::BASIC_CONSTRAINTS,
        extension::CRL_POINTS,
        extension::POLICIES,
        extension::AUTHORITY_KEY_ID,
        extension::EXTENDED_USAGE,
        extension::AUTHORITY_ACCESS,
        extension::QC_STATEMENTS,
        extension::TLS_FEATURE,
        extension::TIMESTAMPS,
    ]
    .iter()
    .any(|known| oid.is(known))
    .then_some(())
}
