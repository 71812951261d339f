//! The public key: what kind, how large.

use super::der::{self, Oid, Reader};
use super::parse::{Algorithm, Certificate};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key<'a> {
    /// Modulus and exponent, big-endian, as the INTEGERs were written.
    Rsa {
        modulus: &'a [u8],
        exponent: &'a [u8],
    },
    /// The named curve; none where the parameters name no curve.
    Elliptic {
        curve: Option<Oid<'a>>,
    },
    Dsa {
        p: &'a [u8],
        q: &'a [u8],
        g: &'a [u8],
        y: &'a [u8],
    },
    Ed25519,
    Ed448,
    /// ML-DSA, ML-KEM and whatever comes.
    Other(Oid<'a>),
    Unreadable,
}

impl<'a> Key<'a> {
    pub fn of(certificate: &Certificate<'a>) -> Key<'a> {
        read(certificate.key_algorithm, certificate.key_bits).unwrap_or(Key::Unreadable)
    }

    /// Size in bits: of the modulus, of the curve's field; 0 where not known.
    pub fn bits(&self) -> u32 {
        match self {
            Key::Rsa { modulus, .. } => bit_length(modulus),
            Key::Elliptic { curve: Some(curve) } => curve_of(*curve).map_or(0, |(_, bits)| bits),
            Key::Dsa { p, .. } => bit_length(p),
            Key::Ed25519 => 256,
            Key::Ed448 => 456,
            Key::Elliptic { curve: None } | Key::Other(_) | Key::Unreadable => 0,
        }
    }

    /// "RSA", "P-256", …: technical names, the same in every language.
    pub fn name(&self) -> String {
        match self {
            Key::Rsa { modulus, .. } => format!("RSA {}", bit_length(modulus)),
            Key::Elliptic { curve: Some(curve) } => match curve_of(*curve) {
                Some((name, _)) => format!("ECDSA {name}"),
                None => format!("EC {}", curve.dotted()),
            },
            Key::Elliptic { curve: None } => "EC".to_owned(),
            Key::Dsa { p, .. } => format!("DSA {}", bit_length(p)),
            Key::Ed25519 => "Ed25519".to_owned(),
            Key::Ed448 => "Ed448".to_owned(),
            Key::Other(oid) => algorithm_name(*oid).map_or_else(|| oid.dotted(), str::to_owned),
            Key::Unreadable => "?".to_owned(),
        }
    }
}

fn read<'a>(algorithm: Algorithm<'a>, bits: &'a [u8]) -> Option<Key<'a>> {
    let oid = algorithm.oid;
    if oid.is("1.2.840.113549.1.1.1") {
        let mut inside = Reader(bits).only(der::SEQUENCE)?.inside();
        let modulus = inside.take(der::INTEGER)?.content;
        let exponent = inside.take(der::INTEGER)?.content;
        return Some(Key::Rsa { modulus, exponent });
    }
    if oid.is("1.2.840.10045.2.1") {
        let curve = Reader(algorithm.parameters).only(der::OBJECT_IDENTIFIER).map(|value| Oid(value.content));
        return Some(Key::Elliptic { curve });
    }
    if oid.is("1.2.840.10040.4.1") {
        let mut inside = Reader(algorithm.parameters).only(der::SEQUENCE)?.inside();
        let mut integer = || Some(inside.take(der::INTEGER)?.content);
        let (p, q, g) = (integer()?, integer()?, integer()?);
        let y = Reader(bits).only(der::INTEGER)?.content;
        return Some(Key::Dsa { p, q, g, y });
    }
    Some(match oid.dotted().as_str() {
        "1.3.101.112" => Key::Ed25519,
        "1.3.101.113" => Key::Ed448,
        _ => Key::Other(oid),
    })
}

/// The length in bits of a big-endian number.
pub fn bit_length(number: &[u8]) -> u32 {
    let zeros = number.iter().take_while(|&&byte| byte == 0).count();
    let rest = number.get(zeros..).unwrap_or_default();
    let first = rest.first().map_or(0, |byte| 8 - byte.leading_zeros());
    u32::try_from(rest.len().saturating_sub(1)).unwrap_or(u32::MAX / 8) * 8 + first
}

/// Name and field size of a named curve.
fn curve_of(oid: Oid<'_>) -> Option<(&'static str, u32)> {
    Some(match oid.dotted().as_str() {
        "1.2.840.10045.3.1.1" => ("P-192", 192),
        "1.3.132.0.33" => ("P-224", 224),
        "1.2.840.10045.3.1.7" => ("P-256", 256),
        "1.3.132.0.34" => ("P-384", 384),
        "1.3.132.0.35" => ("P-521", 521),
        "1.3.132.0.10" => ("secp256k1", 256),
        "1.3.36.3.3.2.8.1.1.7" => ("brainpoolP256r1", 256),
        "1.3.36.3.3.2.8.1.1.11" => ("brainpoolP384r1", 384),
        "1.3.36.3.3.2.8.1.1.13" => ("brainpoolP512r1", 512),
        _ => return None,
    })
}

/// The name by which a signature or key algorithm is known.
pub fn algorithm_name(oid: Oid<'_>) -> Option<&'static str> {
    Some(match oid.dotted().as_str() {
        "1.2.840.113549.1.1.1" => "RSA",
        "1.2.840.113549.1.1.2" => "MD2 with RSA",
        "1.2.840.113549.1.1.3" => "MD4 with RSA",
        "1.2.840.113549.1.1.4" => "MD5 with RSA",
        "1.2.840.113549.1.1.5" | "1.3.14.3.2.29" => "SHA-1 with RSA",
        "1.2.840.113549.1.1.10" => "RSA-PSS",
        "1.2.840.113549.1.1.11" => "SHA-256 with RSA",
        "1.2.840.113549.1.1.12" => "SHA-384 with RSA",
        "1.2.840.113549.1.1.13" => "SHA-512 with RSA",
        "1.2.840.10040.4.1" => "DSA",
        "1.2.840.10040.4.3" => "SHA-1 with DSA",
        "2.16.840.1.101.3.4.3.1" => "SHA-224 with DSA",
        "2.16.840.1.101.3.4.3.2" => "SHA-256 with DSA",
        "1.2.840.10045.2.1" => "EC",
        "1.2.840.10045.4.1" => "SHA-1 with ECDSA",
        "1.2.840.10045.4.3.1" => "SHA-224 with ECDSA",
        "1.2.840.10045.4.3.2" => "SHA-256 with ECDSA",
        "1.2.840.10045.4.3.3" => "SHA-384 with ECDSA",
        "1.2.840.10045.4.3.4" => "SHA-512 with ECDSA",
        "1.3.101.112" => "Ed25519",
        "1.3.101.113" => "Ed448",
        "2.16.840.1.101.3.4.3.17" => "ML-DSA-44",
        "2.16.840.1.101.3.4.3.18" => "ML-DSA-65",
        "2.16.840.1.101.3.4.3.19" => "ML-DSA-87",
        _ => return None,
    })
}

/// Whether a signature algorithm rests on a broken hash: MD2, MD4, MD5 (anyone can forge it) or SHA-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hash {
    Sound,
    Sha1,
    Md,
}

pub fn hash_of(algorithm: Oid<'_>) -> Hash {
    match algorithm_name(algorithm) {
        Some("MD2 with RSA" | "MD4 with RSA" | "MD5 with RSA") => Hash::Md,
        Some(name) if name.starts_with("SHA-1 ") => Hash::Sha1,
        _ => Hash::Sound,
    }
}
