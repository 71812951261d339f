//! What the extensions say, each in the words of its standard.

use super::super::base64::hex;
use super::super::der::{self, Oid, Reader};
use super::super::extension::{self, Contents, KeyUsage, Timestamp};
use super::super::logs;
use super::super::view::Fact;
use super::facts::{SHOWN, code, general_name, list, one, time, utf8};
use crate::finding::Argument;

pub fn usage(contents: &Contents<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(usage) = contents.key_usage {
        let names = KEY_USAGES.iter().filter(|(bit, _)| usage.has(*bit));
        let values = names.map(|(_, name)| Argument::Text((*name).to_owned())).collect();
        facts.push(Fact { code: false, ..list("fact_key_usage", values) });
    }
    if let Some(usages) = &contents.extended_usage {
        let values = usages.iter().map(|oid| Argument::Text(usage_name(*oid))).collect();
        facts.push(Fact { code: false, ..list("fact_extended_usage", values) });
    }
    if let Some(basic) = contents.basic {
        let key = if basic.authority { "fact_authority_yes" } else { "fact_authority_no" };
        facts.push(one("fact_authority", Argument::Key(key.to_owned())));
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

pub fn policy(contents: &Contents<'_>) -> Vec<Fact> {
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
        policies.iter().filter_map(|policy| policy.statement).map(|uri| Argument::Text(utf8(uri))).collect();
    let mut facts = vec![list("fact_policies", values)];
    if !statements.is_empty() {
        facts.push(list("fact_practice_statement", statements));
    }
    let mut notices = Vec::new();
    for notice in policies.iter().filter_map(|policy| policy.notice) {
        words(notice, DEPTH, &mut notices);
    }
    if !notices.is_empty() {
        let values = notices.into_iter().map(Argument::Text).collect();
        facts.push(Fact { code: false, ..list("fact_user_notice", values) });
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

pub fn revocation(contents: &Contents<'_>) -> Vec<Fact> {
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

/// When each log noted it, the log's name and id, and how the log signed that.
pub fn logs(contents: &Contents<'_>) -> Vec<Fact> {
    let told = |timestamp: &Timestamp<'_>| {
        let log = match logs::name(timestamp.log) {
            Some(name) => Argument::Text(name.to_owned()),
            None => Argument::Key("fact_log_unknown".to_owned()),
        };
        // Version 1 is written as 0.
        let version = format!("v{}", u16::from(timestamp.version) + 1);
        let mut values = vec![
            Argument::Date(timestamp.at),
            time(timestamp.at),
            log,
            Argument::Text(hex(timestamp.log)),
            Argument::Text(version),
        ];
        values.extend(log_signature(timestamp.algorithm).map(|name| Argument::Text(name.to_owned())));
        Fact { values, ..code("fact_logged", String::new()) }
    };
    contents.timestamps.iter().flatten().map(told).collect()
}

/// The two that RFC 6962 2.1.4 allows, in the numbers of RFC 5246 7.4.1.4.1.
fn log_signature(algorithm: &[u8]) -> Option<&'static str> {
    match algorithm {
        [4, 1] => Some("SHA-256 with RSA"),
        [4, 3] => Some("SHA-256 with ECDSA"),
        _ => None,
    }
}

pub fn qualified(contents: &Contents<'_>) -> Vec<Fact> {
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

/// Every text in a statement or a notice, and what a qualified certificate is for: PSD2's roles and authority,
/// the addresses of disclosure statements, currencies.
fn words(der: &[u8], depth: usize, into: &mut Vec<String>) {
    let mut values = Reader(der);
    while let Some(value) = values.next().filter(|_| into.len() < SHOWN) {
        match value.tag {
            der::SEQUENCE if depth > 0 => words(value.content, depth - 1, into),
            der::UTF8_STRING
            | der::PRINTABLE_STRING
            | der::IA5_STRING
            | der::VISIBLE_STRING
            | der::BMP_STRING => into.push(der::text(value.tag, value.content)),
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

/// Which extension a fact comes from. The other extensions are shown as bytes.
pub const TOLD: &[(&str, &str)] = &[
    ("fact_names", extension::ALTERNATIVE_NAMES),
    ("fact_key_usage", extension::KEY_USAGE),
    ("fact_extended_usage", extension::EXTENDED_USAGE),
    ("fact_authority", extension::BASIC_CONSTRAINTS),
    ("fact_policies", extension::POLICIES),
    ("fact_crl", extension::CRL_POINTS),
    ("fact_ocsp", extension::AUTHORITY_ACCESS),
    ("fact_ca_issuers", extension::AUTHORITY_ACCESS),
    ("fact_must_staple", extension::TLS_FEATURE),
    ("fact_logged", extension::TIMESTAMPS),
    ("fact_statements", extension::QC_STATEMENTS),
    ("fact_subject_key_id", extension::SUBJECT_KEY_ID),
    ("fact_authority_key_id", extension::AUTHORITY_KEY_ID),
];
