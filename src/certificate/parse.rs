//! DER → `Certificate`: the fields of RFC 5280 4.1, borrowed from the bytes. x509-parser reads the key; our
//! own small reader what must be kept as it was written.

use std::borrow::Cow;

use x509_parser::prelude::FromDer;
use x509_parser::x509::SubjectPublicKeyInfo;

use super::der::{self, Oid, Reader, Time, Value};

/// What RFC 5280 4.1 puts into a certificate. Extensions are kept as bytes; `extension.rs` reads them.
#[derive(Clone, Debug)]
pub struct Certificate<'a> {
    pub der: &'a [u8],
    /// 1, 2 or 3; other numbers as written.
    pub version: i64,
    pub serial: &'a [u8],
    /// The algorithm named inside what is signed, and the one beside the signature.
    pub inner_algorithm: Algorithm<'a>,
    pub algorithm: Algorithm<'a>,
    pub signature: &'a [u8],
    pub issuer: Name<'a>,
    pub subject: Name<'a>,
    pub not_before: Time<'a>,
    pub not_after: Time<'a>,
    /// The whole SubjectPublicKeyInfo.
    pub key_info: &'a [u8],
    pub key_algorithm: Algorithm<'a>,
    pub key_bits: &'a [u8],
    pub unique_identifiers: bool,
    pub extensions: Vec<Extension<'a>>,
}

/// AlgorithmIdentifier: the parameters are whatever follows the identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Algorithm<'a> {
    pub oid: Oid<'a>,
    pub parameters: &'a [u8],
    pub whole: &'a [u8],
}

#[derive(Clone, Copy, Debug)]
pub struct Extension<'a> {
    pub oid: Oid<'a>,
    pub critical: bool,
    /// `critical` was written although false, or as another byte than 0xff (X.690 11.1, 11.5).
    pub critical_not_der: bool,
    pub value: &'a [u8],
}

/// A distinguished name: relative names in order, each with one or more attributes.
#[derive(Clone, Debug)]
pub struct Name<'a> {
    pub whole: &'a [u8],
    pub parts: Vec<Vec<Attribute<'a>>>,
}

#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a> {
    pub oid: Oid<'a>,
    pub tag: u8,
    pub value: &'a [u8],
}

impl Attribute<'_> {
    pub fn text(&self) -> String {
        der::text(self.tag, self.value)
    }
}

impl<'a> Name<'a> {
    pub fn attributes(&self) -> impl Iterator<Item = &Attribute<'a>> {
        self.parts.iter().flatten()
    }

    /// Every value of an attribute, in order.
    pub fn all<'n>(&'n self, oid: &'n str) -> impl Iterator<Item = &'n Attribute<'a>> {
        self.attributes().filter(move |attribute| attribute.oid.is(oid))
    }

    pub fn first(&self, oid: &str) -> Option<String> {
        self.all(oid).next().map(Attribute::text).filter(|text| !text.trim().is_empty())
    }

    pub fn has(&self, oid: &str) -> bool {
        self.all(oid).next().is_some()
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The name a person would call it by: common name, else unit, else organisation.
    pub fn called(&self) -> String {
        [COMMON_NAME, UNIT, ORGANIZATION].iter().find_map(|oid| self.first(oid)).unwrap_or_default()
    }

    /// None where a part of it is no attribute: what would be passed over can be anything.
    pub fn read(whole: &'a [u8]) -> Option<Name<'a>> {
        let attribute = |one: Value<'a>| {
            let mut inside = (one.tag == der::SEQUENCE).then(|| one.inside())?;
            let oid = Oid(inside.take(der::OBJECT_IDENTIFIER)?.content);
            let value = inside.next()?;
            Some(Attribute { oid, tag: value.tag, value: value.content })
        };
        let part = |set: Value<'a>| {
            let attributes = (set.tag == der::SET).then(|| set.inside().all())??;
            attributes.into_iter().map(attribute).collect()
        };
        let parts = Reader(whole).only(der::SEQUENCE)?.inside().all()?;
        Some(Name { whole, parts: parts.into_iter().map(part).collect::<Option<_>>()? })
    }
}

pub const COMMON_NAME: &str = "2.5.4.3";
pub const SURNAME: &str = "2.5.4.4";
pub const SERIAL_NUMBER: &str = "2.5.4.5";
pub const COUNTRY: &str = "2.5.4.6";
pub const LOCALITY: &str = "2.5.4.7";
pub const PROVINCE: &str = "2.5.4.8";
pub const STREET: &str = "2.5.4.9";
pub const ORGANIZATION: &str = "2.5.4.10";
pub const UNIT: &str = "2.5.4.11";
pub const BUSINESS_CATEGORY: &str = "2.5.4.15";
pub const POSTAL_CODE: &str = "2.5.4.17";
pub const GIVEN_NAME: &str = "2.5.4.42";
pub const ORGANIZATION_IDENTIFIER: &str = "2.5.4.97";

impl<'a> Certificate<'a> {
    /// Reads one certificate that fills these bytes. x509-parser reads the key alone: the whole it would refuse
    /// for a fault that should be told and hide nothing else.
    pub fn read(der: &'a [u8]) -> Option<Certificate<'a>> {
        let raw = Raw::read(der)?;
        let key = SubjectPublicKeyInfo::from_der(raw.key.whole).ok()?.1;
        let Cow::Borrowed(key_bits) = key.subject_public_key.data else { return None };
        Some(Certificate {
            der,
            version: raw.version,
            serial: raw.serial,
            inner_algorithm: raw.inner_algorithm,
            algorithm: raw.algorithm,
            signature: raw.signature,
            issuer: Name::read(raw.issuer)?,
            subject: Name::read(raw.subject)?,
            not_before: raw.not_before,
            not_after: raw.not_after,
            key_info: key.raw,
            key_algorithm: Algorithm::read(raw.key.inside().take(der::SEQUENCE)?)?,
            key_bits,
            unique_identifiers: raw.unique_identifiers,
            extensions: raw.extensions,
        })
    }

    /// The first extension with this identifier.
    pub fn extension(&self, oid: &str) -> Option<&Extension<'a>> {
        self.extensions.iter().find(|extension| extension.oid.is(oid))
    }

    /// Issuer and subject are the same name.
    pub fn self_issued(&self) -> bool {
        self.issuer.whole == self.subject.whole
    }
}

/// What the rules look at as it was written, and x509-parser does not keep: times as texts, names and
/// algorithms as bytes, how a boolean was spelled, a version that there is not.
struct Raw<'a> {
    version: i64,
    serial: &'a [u8],
    inner_algorithm: Algorithm<'a>,
    algorithm: Algorithm<'a>,
    signature: &'a [u8],
    issuer: &'a [u8],
    subject: &'a [u8],
    not_before: Time<'a>,
    not_after: Time<'a>,
    key: Value<'a>,
    unique_identifiers: bool,
    extensions: Vec<Extension<'a>>,
}

impl<'a> Raw<'a> {
    fn read(der: &'a [u8]) -> Option<Raw<'a>> {
        let mut outer = Reader(der).only(der::SEQUENCE)?.inside();
        let mut inside = outer.take(der::SEQUENCE)?.inside();
        let algorithm = Algorithm::read(outer.take(der::SEQUENCE)?)?;
        let signature = bits(outer.take(der::BIT_STRING)?)?;
        let version = match inside.take(der::context_constructed(0)) {
            Some(value) => small_integer(value.inside().only(der::INTEGER)?.content)?.checked_add(1)?,
            None => 1,
        };
        let serial = inside.take(der::INTEGER)?.content;
        let inner_algorithm = Algorithm::read(inside.take(der::SEQUENCE)?)?;
        let issuer = inside.take(der::SEQUENCE)?.whole;
        let mut validity = inside.take(der::SEQUENCE)?.inside();
        let not_before = Time::read(validity.next()?)?;
        let not_after = Time::read(validity.next()?)?;
        let subject = inside.take(der::SEQUENCE)?.whole;
        let key = inside.take(der::SEQUENCE)?;
        let mut unique_identifiers = false;
        for number in [1, 2] {
            for tag in [der::context(number), der::context_constructed(number)] {
                unique_identifiers |= inside.take(tag).is_some();
            }
        }
        let mut extensions = Vec::new();
        if let Some(value) = inside.take(der::context_constructed(3)) {
            for extension in value.inside().only(der::SEQUENCE)?.inside().all()? {
                extensions.push(Extension::read(extension)?);
            }
        }
        (outer.is_empty() && inside.is_empty()).then_some(Raw {
            version,
            serial,
            inner_algorithm,
            algorithm,
            signature,
            issuer,
            subject,
            not_before,
            not_after,
            key,
            unique_identifiers,
            extensions,
        })
    }
}

impl<'a> Algorithm<'a> {
    fn read(value: Value<'a>) -> Option<Algorithm<'a>> {
        let mut inside = value.inside();
        let oid = Oid(inside.take(der::OBJECT_IDENTIFIER)?.content);
        Some(Algorithm { oid, parameters: inside.0, whole: value.whole })
    }
}

impl<'a> Extension<'a> {
    fn read(value: Value<'a>) -> Option<Extension<'a>> {
        let mut inside = (value.tag == der::SEQUENCE).then(|| value.inside())?;
        let oid = Oid(inside.take(der::OBJECT_IDENTIFIER)?.content);
        let written = inside.take(der::BOOLEAN);
        let value = inside.take(der::OCTET_STRING)?.content;
        let critical = written.is_some_and(|value| value.content != [0]);
        let critical_not_der = written.is_some_and(|value| value.content != [0xff]);
        Some(Extension { oid, critical, critical_not_der, value })
    }
}

/// The bytes of a BIT STRING without its count of unused bits.
pub fn bits(value: Value<'_>) -> Option<&[u8]> {
    match value.content {
        [0..=7, rest @ ..] => Some(rest),
        _ => None,
    }
}

/// An INTEGER that fits.
pub fn small_integer(content: &[u8]) -> Option<i64> {
    let first = *content.first()?;
    if content.len() > 8 {
        return None;
    }
    let start = if first & 0x80 == 0 { 0 } else { -1 };
    Some(content.iter().fold(start, |sum, &byte| sum << 8 | i64::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_whole_or_not_at_all() {
        let name = [0x30, 0x0c, 0x31, 0x0a, 0x30, 0x08, 0x06, 0x03, 0x55, 0x04, 0x03, 0x0c, 0x01, b'a'];
        assert_eq!(Name::read(&name).unwrap().first(COMMON_NAME).as_deref(), Some("a"));
        assert!(Name::read(&[0x30, 0]).unwrap().is_empty());
        // A sequence instead of a set; a set with something that is no attribute.
        assert!(Name::read(&[0x30, 0x02, 0x30, 0]).is_none());
        assert!(Name::read(&[0x30, 0x04, 0x31, 0x02, 0x05, 0]).is_none());
    }
}
