//! The statements of European qualified certificates (EN 319 412-5) and of natural persons (412-2).

use super::super::der::{self, Oid, Reader};
use super::super::extension::{self, KEY_USAGE, KeyUsage, QC_STATEMENTS, Statement};
use super::{Case, distinct};
use crate::finding::Id;

const ID: Id = Id::CertificateQwac;
const COMPLIANCE: &str = "0.4.0.1862.1.1";
const LIMIT: &str = "0.4.0.1862.1.2";
const DISCLOSURE: &str = "0.4.0.1862.1.5";
const TYPE: &str = "0.4.0.1862.1.6";
const TYPES: [&str; 3] = ["0.4.0.1862.1.6.1", "0.4.0.1862.1.6.2", "0.4.0.1862.1.6.3"];
const ETSI: [&str; 7] =
    [COMPLIANCE, LIMIT, "0.4.0.1862.1.3", "0.4.0.1862.1.4", DISCLOSURE, TYPE, "0.4.0.19495.2"];

pub fn check(case: &mut Case<'_, '_>) {
    natural_person(case);
    let statements: Vec<Statement<'_>> = case.contents.statements.clone().unwrap_or_default();
    if !case.has(QC_STATEMENTS) {
        return;
    }
    let is = |statement: &Statement<'_>, oid: &str| statement.oid.is(oid);
    let find = |oid: &str| statements.iter().find(|statement| statement.oid.is(oid)).copied();
    let etsi: Vec<Statement<'_>> =
        statements.iter().filter(|one| ETSI.iter().any(|oid| is(one, oid))).copied().collect();
    let in_force = case.since(2017, 11, 1);

    let family = |statement: &&Statement<'_>| statement.oid.dotted().starts_with("0.4.0.1862.1.");
    let of_etsi: Vec<&[u8]> = statements.iter().filter(family).map(|statement| statement.oid.0).collect();
    let count = of_etsi.len();
    case.rule(
        case.since(2026, 5, 1) && distinct(of_etsi).len() < count,
        ID,
        "duplicate_etsi_qcstatement",
        "EN 319 412-5 4",
    );
    case.rule(
        in_force && !etsi.is_empty() && case.critical(QC_STATEMENTS),
        ID,
        "qcstatem_etsi_present_qcs_critical",
        "EN 319 412-5 4.1",
    );
    let as_statement = statements.iter().any(|statement| TYPES.iter().any(|oid| is(statement, oid)));
    case.rule(in_force && as_statement, ID, "qcstatem_etsi_type_as_statem", "EN 319 412-5 4.2.3");
    let mandatory = find(COMPLIANCE).is_some();
    case.rule(
        in_force && !etsi.is_empty() && !mandatory,
        ID,
        "qcstatem_mandatory_etsi_statems",
        "EN 319 412-5 5",
    );
    let full = find(COMPLIANCE).is_some_and(|statement| !statement.info.is_empty());
    case.rule(in_force && full, ID, "qcstatem_qccompliance_valid", "EN 319 412-5 4.2.1");
    let limit = find(LIMIT).is_some_and(|statement| !is_limit(statement.info));
    case.rule(in_force && limit, ID, "qcstatem_qclimitvalue_valid", "EN 319 412-5 4.3.2");
    if let Some(statement) = find(DISCLOSURE) {
        disclosure(case, statement.info);
    }
    if let Some(statement) = find(TYPE) {
        types(case, statement.info);
    }
}

/// MonetaryValue: a currency by letters or number, an amount, an exponent.
fn is_limit(info: &[u8]) -> bool {
    let Some(value) = Reader(info).only(der::SEQUENCE) else { return false };
    let Some(values) = value.inside().all() else { return false };
    let [currency, amount, exponent] = values.as_slice() else { return false };
    let letters = currency.tag == der::PRINTABLE_STRING
        && currency.content.len() == 3
        && currency.content.iter().all(u8::is_ascii_alphabetic);
    let number = currency.tag == der::INTEGER
        && super::super::parse::small_integer(currency.content)
            .is_some_and(|number| (1..=999).contains(&number));
    let natural = |content: &[u8]| content.first().is_some_and(|byte| byte & 0x80 == 0);
    (letters || number)
        && amount.tag == der::INTEGER
        && exponent.tag == der::INTEGER
        && natural(amount.content)
}

/// PdsLocations: addresses over https, each with a language of two lower-case letters; one in English.
fn disclosure(case: &mut Case<'_, '_>, info: &[u8]) {
    let in_force = case.since(2017, 11, 1);
    let mut locations = Vec::new();
    let list = Reader(info).only(der::SEQUENCE).and_then(|value| value.inside().all()).unwrap_or_default();
    let mut well = !list.is_empty();
    for location in &list {
        match location.inside().all().as_deref() {
            Some([url, language]) if location.tag == der::SEQUENCE => {
                well &= url.tag == der::IA5_STRING && language.tag == der::PRINTABLE_STRING;
                locations.push((der::text(url.tag, url.content), der::text(language.tag, language.content)));
            }
            _ => well = false,
        }
    }
    let two_letters = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let english = locations.iter().any(|(_, language)| language.eq_ignore_ascii_case("en"));
    let valid = well && english && locations.iter().all(|(_, language)| two_letters(language));
    case.rule(in_force && !valid, ID, "qcstatem_qcpds_valid", "EN 319 412-5 4.3.4");
    let upper = locations.iter().any(|(_, language)| language.bytes().any(|byte| byte.is_ascii_uppercase()));
    case.rule(in_force && upper, ID, "qcstatem_qcpds_lang_case", "EN 319 412-5 4.3.4");
    let open = locations.iter().any(|(url, _)| !url.starts_with("https://"));
    case.rule(case.since(2023, 9, 1) && open, ID, "qcstatem_pds_must_have_https_only", "EN 319 412-5 4.3.4");
}

fn types(case: &mut Case<'_, '_>, info: &[u8]) {
    let in_force = case.since(2017, 11, 1);
    let strict = case.since(2023, 7, 1);
    let list = Reader(info).only(der::SEQUENCE).and_then(|value| value.inside().all()).unwrap_or_default();
    let known = |value: &der::Value<'_>| {
        value.tag == der::OBJECT_IDENTIFIER && TYPES.iter().any(|oid| Oid(value.content).is(oid))
    };
    let valid = !list.is_empty() && list.iter().all(known);
    case.rule(in_force && !valid, ID, "qcstatem_qctype_valid", "EN 319 412-5 4.2.3");
    case.rule(strict && !(valid && list.len() == 1), ID, "qcstatem_qctype_oneonly", "EN 319 412-5 4.2.3");
    let of = |oid: &str| list.iter().any(|value| Oid(value.content).is(oid));
    let [sign, seal, web] = TYPES;
    let site = case.contents.has_usage(extension::SERVER_AUTH);
    case.rule(in_force && site && !of(web), ID, "qcstatem_qctype_web", "EN 319 412-4 4");
    let mail = case.contents.has_usage(extension::EMAIL_PROTECTION);
    case.rule(in_force && mail && !of(sign) && !of(seal), ID, "qcstatem_qctype_smime", "EN 319 412-5 4.2.3");
}

/// Key usage of certificates of natural persons (EN 319 412-2 4.3.2).
fn natural_person(case: &mut Case<'_, '_>) {
    // QCP-n and QCP-n-qscd (EN 319 411-2 5.3).
    let person = ["0.4.0.194112.1.0", "0.4.0.194112.1.2"].iter().any(|oid| case.contents.has_policy(oid));
    let in_force = person && case.since(2020, 7, 1) && !case.authority;
    if !in_force {
        return;
    }
    let Some(usage) = case.key_usage() else {
        let missing = !case.has(KEY_USAGE);
        case.rule(missing, ID, "etsi_natural_person_key_usage_mandatory", "EN 319 412-2 4.3.2");
        return;
    };
    let (sign, commit) = (KeyUsage::DIGITAL_SIGNATURE, KeyUsage::CONTENT_COMMITMENT);
    let (key, agree) = (KeyUsage::KEY_ENCIPHERMENT, KeyUsage::KEY_AGREEMENT);
    // Types A to F.
    let types = [
        commit,
        commit | sign,
        sign,
        sign | key,
        sign | agree,
        key,
        agree,
        commit | sign | key,
        commit | sign | agree,
    ];
    let known = types.contains(&usage.bits);
    case.rule(!known, ID, "etsi_natural_person_key_usage_correct_values", "EN 319 412-2 4.3.2");
    // Types A, C and E do not mix.
    case.rule(
        ![commit, sign, key, agree].contains(&usage.bits),
        ID,
        "etsi_natural_person_key_usage_preferred_values",
        "EN 319 412-2 4.3.2",
    );
}
