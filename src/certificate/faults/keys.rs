//! The key and the signature.

use super::super::der::{self, Oid, Reader};
use super::super::extension::KeyUsage;
use super::super::key::{Hash, Key, algorithm_name, bit_length, hash_of};
use super::{Case, large};
use crate::finding::{Id, Level};

pub fn check(case: &mut Case<'_, '_>) {
    match case.key {
        Key::Rsa { modulus, exponent } => rsa(case, modulus, exponent),
        Key::Elliptic { curve } => elliptic(case, curve),
        Key::Dsa { p, q, y, .. } => dsa(case, p, q, y),
        Key::Ed25519 | Key::Ed448 | Key::Other(_) | Key::Unreadable => {}
    }
    let known = matches!(case.key, Key::Rsa { .. } | Key::Elliptic { .. } | Key::Dsa { .. });
    let forum = case.forum();
    case.rule(forum && !known, Id::CertificateWeakKey, "public_key_type_not_allowed", "BR 6.1.5");
    signature(case);
}

fn rsa(case: &mut Case<'_, '_>, modulus: &[u8], exponent: &[u8]) {
    let id = Id::CertificateWeakKey;
    let bits = bit_length(modulus);
    let ends_2013 = case.certificate.not_after.seconds < der::days(2014, 1, 1) * 86_400;
    let mozilla = case.since(2017, 2, 28);
    let negative = exponent.first().is_some_and(|byte| byte & 0x80 != 0);
    let small = |limit: u64| {
        exponent.len() <= 8 && exponent.iter().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte)) < limit
    };
    let odd = |number: &[u8]| number.last().is_some_and(|byte| byte & 1 == 1);

    case.rule(mozilla && small(2) && !negative, id, "mp_exponent_cannot_be_one", "Mozilla policy 5.2");
    case.rule(mozilla && bits < 2048, id, "mp_modulus_must_be_2048_bits_or_more", "Mozilla policy 5.1");
    case.rule(
        mozilla && !bits.is_multiple_of(8),
        id,
        "mp_modulus_must_be_divisible_by_8",
        "Mozilla policy 5.1",
    );
    case.rule(
        case.server && !case.authority && ends_2013 && bits < 1024,
        id,
        "old_sub_cert_rsa_mod_less_than_1024_bits",
        "BR 6.1.5",
    );
    case.rule(case.server && !ends_2013 && bits < 2048, id, "rsa_mod_less_than_2048_bits", "BR 6.1.5");
    case.rule(negative, id, "rsa_exp_negative", "RFC 8017 3.1");
    let since_2013 = case.server && case.since(2013, 2, 21);
    case.rule(since_2013 && !odd(exponent), id, "rsa_public_exponent_not_odd", "BR 6.1.6");
    case.rule(since_2013 && !negative && small(3), id, "rsa_public_exponent_too_small", "BR 6.1.6");
    let in_range = !small(65_537) && bit_length(exponent) <= 256;
    case.rule(since_2013 && !negative && !in_range, id, "rsa_public_exponent_not_in_range", "BR 6.1.6");
    case.rule(since_2013 && !odd(modulus), id, "rsa_mod_not_odd", "BR 6.1.6");
    let factor = large::has_small_factor(modulus);
    case.rule(since_2013 && factor, id, "rsa_mod_factors_smaller_than_752", "BR 6.1.6");
    let close = odd(modulus) && !factor && large::factors_are_close(modulus);
    case.rule(close, id, "rsa_fermat_factorization", "BR 6.1.1.3; fermatattack.secvuln.info");
}

/// P-256, P-384 and P-521.
pub fn is_allowed(curve: Oid<'_>) -> bool {
    ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"].iter().any(|known| curve.is(known))
}

fn elliptic(case: &mut Case<'_, '_>, curve: Option<Oid<'_>>) {
    let id = Id::CertificateWeakKey;
    let fine = curve.is_some_and(is_allowed);
    case.rule(case.server && !fine, id, "ec_improper_curves", "BR 6.1.5");
    let enciphers = case.usage(KeyUsage::KEY_ENCIPHERMENT | KeyUsage::DATA_ENCIPHERMENT);
    case.rule(case.since(2020, 8, 1) && enciphers, id, "ecdsa_allowed_ku", "RFC 8813 3");
    let allowed = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::CONTENT_COMMITMENT | KeyUsage::KEY_AGREEMENT;
    let other = case.key_usage().is_some_and(|usage| usage.bits & !allowed != 0);
    let subscriber = case.subscriber && case.since(2012, 7, 1);
    case.rule(subscriber && other, id, "ecdsa_ee_invalid_ku", "RFC 5480 3");
    let parameters = Reader(case.certificate.key_algorithm.parameters).only(der::OBJECT_IDENTIFIER).is_some();
    case.rule(
        case.since(2025, 3, 15) && !(fine && parameters),
        id,
        "mp_ecdsa_pub_key_encoding_correct",
        "Mozilla policy 5.1.2",
    );
}

fn dsa(case: &mut Case<'_, '_>, p: &[u8], q: &[u8], y: &[u8]) {
    let id = Id::CertificateWeakKey;
    case.rule(case.server && case.since(2020, 8, 20), id, "br_prohibit_dsa_usage", "BR 6.1.5");
    case.rule(case.since(2017, 3, 31), id, "prohibit_dsa_usage", "Mozilla policy 5.1");
    let sizes = (bit_length(p), bit_length(q));
    let fine = matches!(sizes, (2048, 224 | 256) | (3072, 256));
    case.rule(case.server && !fine, id, "dsa_improper_modulus_or_divisor_size", "BR 1.7.0 6.1.5");
    let older = case.server && case.before(2020, 8, 20);
    case.rule(older && sizes.0 < 2048, id, "dsa_shorter_than_2048_bits", "BR 1.7.0 6.1.5");
    // 2 <= y <= p - 2, FIPS 186-4 C.3.1.
    let range = bit_length(y) > 1 && is_below_last(y, p);
    case.rule(
        older && case.since(2012, 7, 1) && !range,
        id,
        "dsa_unique_correct_representation",
        "BR 1.7.0 6.1.6",
    );
}

/// Whether y is less than p - 1, for an odd p: big-endian numbers.
fn is_below_last(y: &[u8], p: &[u8]) -> bool {
    let whole = |number: &[u8]| number.iter().copied().skip_while(|&byte| byte == 0).collect::<Vec<u8>>();
    let (y, mut p) = (whole(y), whole(p));
    if let Some(last) = p.last_mut() {
        *last &= 0xfe;
    }
    (y.len(), y) < (p.len(), p)
}

fn signature(case: &mut Case<'_, '_>) {
    let id = Id::CertificateWeakSignature;
    let certificate = case.certificate;
    let algorithm = certificate.algorithm;
    case.rule(
        case.since(2008, 5, 1) && algorithm.whole != certificate.inner_algorithm.whole,
        id,
        "cert_sig_alg_not_match_tbs_sig_alg",
        "RFC 5280 4.1.1.2",
    );
    let supported = algorithm_name(algorithm.oid).is_some_and(|name| {
        !matches!(hash_of(algorithm.oid), Hash::Md) && !name.contains("Ed") && !name.starts_with("ML")
    }) && !algorithm.oid.is("1.2.840.10045.4.3.1");
    let pss = algorithm.oid.is("1.2.840.113549.1.1.10");
    case.rule(case.server && (!supported || pss), id, "signature_algorithm_not_supported", "BR 7.1.3.2");
    let sha1 = hash_of(algorithm.oid) == Hash::Sha1;
    case.rule(
        case.server && sha1 && case.since(2016, 1, 1),
        id,
        "sub_cert_or_sub_ca_using_sha1",
        "BR 7.1.3.2.1",
    );
    let outlives = certificate.not_after.seconds > der::days(2017, 1, 1) * 86_400;
    case.rule(
        case.server && !case.authority && sha1 && outlives && case.since(2015, 1, 16),
        id,
        "sub_cert_sha1_expiration_too_long",
        "BR 1.2.1 7.1.3",
    );
    let elliptic = algorithm.oid.dotted().starts_with("1.2.840.10045.4.");
    // The signature's length tells the issuer's curve; SHA-256 goes with P-256, and so on.
    let fitting = match certificate.signature.len() {
        ..=72 => "1.2.840.10045.4.3.2",
        73..=104 => "1.2.840.10045.4.3.3",
        _ => "1.2.840.10045.4.3.4",
    };
    let exact = algorithm.parameters.is_empty() && algorithm.oid.is(fitting);
    case.rule(
        elliptic && !exact && case.since(2025, 3, 15),
        Id::CertificateMalformed,
        "mp_ecdsa_signature_encoding_correct",
        "Mozilla policy 5.1.2",
    );
}

/// What a fault of the key or the signature means for who types here, whatever the browser accepted:
/// `Danger` where anyone can work out the key or forge the signature, `Caution` where the mighty can.
pub fn harm(rule: &str, bits: u32, hash: Hash, self_signed: bool) -> Level {
    match rule {
        // Nobody relies on the signature of what signs itself.
        "signature_algorithm_not_supported" | "sub_cert_or_sub_ca_using_sha1" if self_signed => Level::Info,
        "rsa_fermat_factorization" | "mp_exponent_cannot_be_one" | "rsa_mod_factors_smaller_than_752" => {
            Level::Danger
        }
        "rsa_mod_less_than_2048_bits" | "mp_modulus_must_be_2048_bits_or_more" if bits < 1024 => {
            Level::Danger
        }
        "rsa_mod_less_than_2048_bits" | "mp_modulus_must_be_2048_bits_or_more" => Level::Caution,
        "signature_algorithm_not_supported" if hash == Hash::Md => Level::Danger,
        "sub_cert_or_sub_ca_using_sha1" => Level::Caution,
        _ => Level::Info,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dsa_key_is_below_the_last_number_of_its_field() {
        assert!(is_below_last(&[0, 9], &[11]));
        assert!(!is_below_last(&[10], &[11]));
        assert!(!is_below_last(&[1, 0], &[251]));
        assert!(is_below_last(&[0xff], &[1, 1]));
    }
}
