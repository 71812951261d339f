//! CA flag, key usage, extended key usage, public logs.

use super::super::extension::{
    self, ANY_USAGE, BASIC_CONSTRAINTS, CLIENT_AUTH, EMAIL_PROTECTION, EXTENDED_USAGE, KEY_USAGE, KeyUsage,
    SERVER_AUTH,
};
use super::super::key::Key;
use super::{Case, distinct};
use crate::finding::Id;

const SIGNATURE: u32 = KeyUsage::DIGITAL_SIGNATURE;
const COMMITMENT: u32 = KeyUsage::CONTENT_COMMITMENT;
const KEY: u32 = KeyUsage::KEY_ENCIPHERMENT;
const DATA: u32 = KeyUsage::DATA_ENCIPHERMENT;
const AGREEMENT: u32 = KeyUsage::KEY_AGREEMENT;
const CERTIFICATES: u32 = KeyUsage::CERT_SIGN;
const LISTS: u32 = KeyUsage::CRL_SIGN;

pub fn check(case: &mut Case<'_, '_>) {
    flag(case);
    key_usage(case);
    extended_usage(case);
    logs(case);
}

fn flag(case: &mut Case<'_, '_>) {
    let id = Id::CertificateCaFlag;
    let Some(basic) = case.contents.basic else { return };
    let not_critical = !case.critical(BASIC_CONSTRAINTS);
    let signs = case.usage(CERTIFICATES);
    case.rule(basic.not_der, id, "basic_constr_invalid_der", "X.690 11.1, 11.5");
    case.rule(case.authority && not_critical, id, "basic_constraints_not_critical", "RFC 5280 4.2.1.9");
    let forum = case.forum();
    case.rule(forum && signs && !basic.authority, id, "ca_is_ca", "BR 7.1.2.10.4");
    let length = basic.path_length;
    let improper = length.is_some() && (!basic.authority || !signs) && case.since(2002, 4, 1);
    case.rule(improper, id, "path_len_constraint_improperly_included", "RFC 5280 4.2.1.9");
    case.rule(
        length.is_some_and(|length| length < 0),
        id,
        "path_len_constraint_zero_or_less",
        "RFC 5280 4.2.1.9",
    );
    let profiled = case.profiled();
    case.rule(profiled && not_critical, id, "sub_cert_basic_constraints_not_critical", "BR 7.1.2.7.8");
    let signs_nobody = case.has(KEY_USAGE) && !signs;
    case.rule(forum && signs_nobody && basic.authority, id, "sub_cert_not_is_ca", "BR 7.1.2.7.8");
}

fn key_usage(case: &mut Case<'_, '_>) {
    let id = Id::CertificateKeyUsage;
    let forum = case.forum();
    let critical = case.critical(KEY_USAGE);
    let present = case.has(KEY_USAGE);
    let missing = case.server && case.authority && case.since(2002, 4, 1) && !present;
    case.rule(missing, id, "ca_key_usage_missing", "BR 7.1.2.10.7; RFC 5280 4.2.1.3");
    if !present {
        return;
    }
    let inexact = case.key_usage().is_none_or(|usage| !is_exact(usage.written));
    case.rule(inexact, id, "incorrect_ku_encoding", "RFC 5280 4.2.1.3; X.690 11.2.2");
    let Some(usage) = case.key_usage() else { return };
    let bits = usage.bits;
    let rsa = matches!(case.key, Key::Rsa { .. });
    let elliptic = matches!(case.key, Key::Elliptic { .. });

    case.rule(forum && case.authority && !critical, id, "ca_key_usage_not_critical", "BR 7.1.2.10.7");
    let ecc = case.profiled() && elliptic;
    let only = bits & !(SIGNATURE | AGREEMENT) == 0 && usage.has(SIGNATURE);
    case.rule(ecc && !only, id, "cabf_ecc_allowed_key_usages", "BR 7.1.2.7.11");
    case.rule(ecc && usage.has(AGREEMENT), id, "cabf_ecc_ku_keyagreement_present", "BR 7.1.2.7.11");
    case.rule(
        usage.has(CERTIFICATES) && !case.authority && case.since(2002, 4, 1),
        id,
        "ext_key_usage_cert_sign_without_ca",
        "RFC 5280 4.2.1.9",
    );
    let modern = case.since(2008, 5, 1);
    case.rule(modern && bits == 0, id, "ext_key_usage_without_bits", "RFC 5280 4.2.1.3");
    let (unused, bytes) = usage.written.split_first().map_or((0, 0), |(&unused, rest)| (unused, rest.len()));
    let length = (bytes * 8).saturating_sub(usize::from(unused));
    case.rule(modern && length > 9, id, "key_usage_incorrect_length", "RFC 5280 4.2.1.3");
    let trailing = usage.written.len() > 1 && usage.written.last() == Some(&0);
    case.rule(trailing, id, "superfluous_ku_encoding", "X.690 11.2.2");
    case.rule(!critical && case.since(1999, 1, 1), id, "ext_key_usage_not_critical", "RFC 5280 4.2.1.3");

    let rsa_rules = rsa && case.since(2002, 4, 1);
    let signing = SIGNATURE | COMMITMENT | KEY | DATA;
    if case.authority {
        let allowed = signing | CERTIFICATES | LISTS;
        case.rule(rsa_rules && bits & !allowed != 0, id, "rsa_allowed_ku_ca", "RFC 3279 2.3.1");
        let enciphers = usage.has(CERTIFICATES | LISTS) && usage.has(KEY | DATA);
        case.rule(rsa_rules && enciphers, id, "rsa_allowed_ku_no_encipherment_ca", "RFC 3279 2.3.1");
    } else {
        let source = "BR 7.1.2.7.11";
        case.rule(forum && usage.has(CERTIFICATES), id, "sub_cert_key_usage_cert_sign_bit_set", source);
        case.rule(forum && usage.has(LISTS), id, "sub_cert_key_usage_crl_sign_bit_set", source);
    }
    if case.subscriber {
        case.rule(rsa_rules && bits & !signing != 0, id, "rsa_allowed_ku_ee", "RFC 3279 2.3.1");
        consistent(case, bits);
    }
}

/// A BIT STRING of named bits: the number of unused bits is that of the zeros at the end.
fn is_exact(written: &[u8]) -> bool {
    let Some((&unused, bytes)) = written.split_first() else { return false };
    let zeros = bytes.iter().rev().take_while(|&&byte| byte == 0).count();
    let last = bytes.iter().rev().nth(zeros).map_or(0, |byte| byte.trailing_zeros());
    let bits = if zeros == bytes.len() { Some(0) } else { u32::try_from(zeros * 8).ok() };
    bits.is_some_and(|bits| bits + last == u32::from(unused))
}

/// Whether key usage fits the extended usages (RFC 5280 4.2.1.12 names the bits for each).
fn consistent(case: &mut Case<'_, '_>, bits: u32) {
    let usages = case.contents.extended_usage.as_deref().unwrap_or_default();
    let mut allowed = 0;
    for usage in usages {
        allowed |= match usage.dotted().as_str() {
            SERVER_AUTH => SIGNATURE | KEY | AGREEMENT,
            CLIENT_AUTH => SIGNATURE | AGREEMENT,
            "1.3.6.1.5.5.7.3.3" => SIGNATURE,
            EMAIL_PROTECTION => SIGNATURE | COMMITMENT | KEY | AGREEMENT,
            "1.3.6.1.5.5.7.3.8" | "1.3.6.1.5.5.7.3.9" => SIGNATURE | COMMITMENT,
            _ => 0,
        };
    }
    // For one purpose a key is enciphered or agreed, not both.
    let both = usages.len() == 1 && bits & KEY != 0 && bits & AGREEMENT != 0;
    let broken = allowed != 0 && (bits & !allowed != 0 || bits & allowed == 0 || both);
    case.rule(
        broken && case.since(2008, 5, 1),
        Id::CertificateKeyUsage,
        "key_usage_and_extended_key_usage_inconsistent",
        "RFC 5280 4.2.1.12",
    );
}

fn extended_usage(case: &mut Case<'_, '_>) {
    let id = Id::CertificateEku;
    let (baseline, profiled) = (case.baseline(), case.profiled());
    let present = case.has(EXTENDED_USAGE);
    let critical = case.critical(EXTENDED_USAGE);
    let (server, client) = (case.contents.has_usage(SERVER_AUTH), case.contents.has_usage(CLIENT_AUTH));
    let (email, any) = (case.contents.has_usage(EMAIL_PROTECTION), case.contents.has_usage(ANY_USAGE));

    let late_client = case.subscriber && case.server && client && case.since(2027, 3, 15);
    case.rule(late_client, id, "client_auth_not_allowed", "Chrome Root Program Policy 1.3.2");
    case.rule(case.leaf() && !present, id, "sub_cert_eku_missing", "BR 7.1.2.7.10");
    let intermediate = case.authority && !case.self_signed && case.since(2019, 1, 1);
    let usages: Vec<String> =
        case.contents.extended_usage.iter().flatten().map(|usage| usage.dotted()).collect();
    case.rule(
        intermediate && (usages.is_empty() || any || (email && server)),
        id,
        "mp_allowed_eku",
        "Mozilla Root Store Policy 5.3",
    );
    if !present {
        return;
    }
    case.rule(profiled && critical, id, "eku_critical", "BR 7.1.2.7.6");
    case.rule(critical && any && case.since(2002, 4, 1), id, "eku_critical_improperly", "RFC 5280 4.2.1.12");
    // Any but the first two is not recommended, some are forbidden.
    let beside = |allowed: &[&str]| usages.iter().any(|usage| !allowed.contains(&usage.as_str()));
    let other = beside(&[SERVER_AUTH, CLIENT_AUTH]);
    case.rule(profiled && (!server || other), id, "sub_cert_eku_check", "BR 7.1.2.7.10");
    case.rule(
        case.forum() && case.before(2023, 9, 15) && !server && !client,
        id,
        "sub_cert_eku_server_auth_client_auth_missing",
        "BR 7.1.2.7.10",
    );
    let extra = beside(&[SERVER_AUTH, CLIENT_AUTH, EMAIL_PROTECTION]);
    case.rule(baseline && extra, id, "sub_cert_eku_extra_values", "BR 7.1.2.7.10");
}

/// Public logs: as many timestamps as Chrome and Apple ask for by the life of the certificate.
fn logs(case: &mut Case<'_, '_>) {
    let id = Id::CertificateCt;
    let list = case.has(extension::TIMESTAMPS);
    let poisoned = case.has(extension::PRECERTIFICATE);
    let seen: Vec<&[u8]> = case.contents.timestamps.iter().flatten().map(|stamp| stamp.log).collect();
    let written = case.contents.timestamps.is_some();
    case.rule(
        list && written && seen.is_empty() && case.since(2013, 6, 1),
        id,
        "empty_sct_list",
        "RFC 6962 3.3",
    );
    case.rule(list && poisoned && case.since(2013, 6, 1), id, "precert_with_sct_list", "RFC 6962 3.3");

    let seconds = case.certificate.not_after.seconds - case.certificate.not_before.seconds;
    let wanted = if case.since(2021, 4, 21) {
        if seconds > 180 * 86_400 { 3 } else { 2 }
    } else {
        match super::validity::months(case.certificate) {
            ..15 => 2,
            15..=27 => 3,
            28..=39 => 4,
            _ => 5,
        }
    };
    let counts = case.server && case.subscriber && !poisoned && case.since(2018, 10, 15);
    case.rule(
        counts && distinct(seen).len() < wanted,
        id,
        "ct_sct_policy_count_unsatisfied",
        "Chrome CT Policy; Apple CT policy HT205280",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_bits_leave_no_zero_at_the_end() {
        // digitalSignature and keyEncipherment: 1010 0000, so five bits are unused.
        assert!(is_exact(&[5, 0xa0]));
        assert!(!is_exact(&[0, 0xa0]));
        // decipherOnly is the ninth.
        assert!(is_exact(&[7, 0x00, 0x80]));
        assert!(!is_exact(&[5, 0xa0, 0x00]));
        assert!(!is_exact(&[]));
    }
}
