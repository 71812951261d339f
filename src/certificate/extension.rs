//! What the extensions of a certificate say. One that does not parse is named in `unreadable`; the rest
//! is read all the same.

use super::der::{self, Oid, Reader};
use super::parse::{Certificate, bits, small_integer};

pub const SUBJECT_KEY_ID: &str = "2.5.29.14";
pub const KEY_USAGE: &str = "2.5.29.15";
pub const ALTERNATIVE_NAMES: &str = "2.5.29.17";
pub const ISSUER_ALTERNATIVE_NAMES: &str = "2.5.29.18";
pub const BASIC_CONSTRAINTS: &str = "2.5.29.19";
pub const NAME_CONSTRAINTS: &str = "2.5.29.30";
pub const CRL_POINTS: &str = "2.5.29.31";
pub const POLICIES: &str = "2.5.29.32";
pub const AUTHORITY_KEY_ID: &str = "2.5.29.35";
pub const EXTENDED_USAGE: &str = "2.5.29.37";
pub const AUTHORITY_ACCESS: &str = "1.3.6.1.5.5.7.1.1";
pub const QC_STATEMENTS: &str = "1.3.6.1.5.5.7.1.3";
pub const TLS_FEATURE: &str = "1.3.6.1.5.5.7.1.24";
pub const TIMESTAMPS: &str = "1.3.6.1.4.1.11129.2.4.2";
pub const PRECERTIFICATE: &str = "1.3.6.1.4.1.11129.2.4.3";

pub const SERVER_AUTH: &str = "1.3.6.1.5.5.7.3.1";
pub const CLIENT_AUTH: &str = "1.3.6.1.5.5.7.3.2";
pub const EMAIL_PROTECTION: &str = "1.3.6.1.5.5.7.3.4";
pub const ANY_USAGE: &str = "2.5.29.37.0";

/// Everything the extensions say, each absent where the extension is.
#[derive(Clone, Debug, Default)]
pub struct Contents<'a> {
    pub basic: Option<BasicConstraints>,
    pub key_usage: Option<KeyUsage<'a>>,
    pub extended_usage: Option<Vec<Oid<'a>>>,
    pub names: Option<Vec<GeneralName<'a>>>,
    pub policies: Option<Vec<Policy<'a>>>,
    pub authority_access: Option<Vec<(Oid<'a>, GeneralName<'a>)>>,
    pub crl_points: Option<Vec<CrlPoint<'a>>>,
    pub timestamps: Option<Vec<Timestamp<'a>>>,
    pub must_staple: bool,
    pub precertificate: bool,
    pub subject_key_id: Option<&'a [u8]>,
    pub authority_key_id: Option<&'a [u8]>,
    pub statements: Option<Vec<Statement<'a>>>,
    pub unreadable: Vec<Oid<'a>>,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct BasicConstraints {
    pub authority: bool,
    /// `cA` was written as something other than 0xff (X.690 11.1), or as false (11.5).
    pub not_der: bool,
    pub path_length: Option<i64>,
}

/// RFC 5280 4.2.1.3: bit 0 (digitalSignature) is the highest bit of the first byte.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyUsage<'a> {
    /// The content of the BIT STRING, its count of unused bits first.
    pub written: &'a [u8],
    /// Bit `n` of RFC 5280 as `1 << n`.
    pub bits: u32,
}

impl KeyUsage<'_> {
    pub const DIGITAL_SIGNATURE: u32 = 1;
    pub const CONTENT_COMMITMENT: u32 = 1 << 1;
    pub const KEY_ENCIPHERMENT: u32 = 1 << 2;
    pub const DATA_ENCIPHERMENT: u32 = 1 << 3;
    pub const KEY_AGREEMENT: u32 = 1 << 4;
    pub const CERT_SIGN: u32 = 1 << 5;
    pub const CRL_SIGN: u32 = 1 << 6;

    pub fn has(&self, bit: u32) -> bool {
        self.bits & bit != 0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneralName<'a> {
    Other(Oid<'a>),
    Email(&'a [u8]),
    Dns(&'a [u8]),
    X400,
    /// The whole Name inside.
    Directory(&'a [u8]),
    Edi,
    Uri(&'a [u8]),
    Ip(&'a [u8]),
    Registered(Oid<'a>),
}

#[derive(Clone, Copy, Debug)]
pub struct Policy<'a> {
    pub oid: Oid<'a>,
    /// Where the CA's practice statement is.
    pub statement: Option<&'a [u8]>,
    /// What is in the notice for those who rely on it.
    pub notice: Option<&'a [u8]>,
}

#[derive(Clone, Debug, Default)]
pub struct CrlPoint<'a> {
    pub names: Vec<GeneralName<'a>>,
    pub has_point: bool,
    pub has_reasons: bool,
    pub has_issuer: bool,
}

/// A signed certificate timestamp (RFC 6962 3.2).
#[derive(Clone, Copy, Debug)]
pub struct Timestamp<'a> {
    /// As written: 0 for the first.
    pub version: u8,
    pub log: &'a [u8],
    /// Milliseconds since 1970-01-01 UTC.
    pub at: i64,
    /// Hash and signature, a number each; empty where the rest is cut.
    pub algorithm: &'a [u8],
}

/// One qcStatement (RFC 3739 3.2.6).
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
    pub oid: Oid<'a>,
    /// What follows the identifier: one DER value, or nothing.
    pub info: &'a [u8],
}

impl<'a> Contents<'a> {
    pub fn of(certificate: &Certificate<'a>) -> Contents<'a> {
        let mut contents = Contents::default();
        // In order, for finding: a hostile certificate has thousands. Of two alike the first counts.
        let mut seen: Vec<&[u8]> = Vec::new();
        for extension in &certificate.extensions {
            let Err(place) = seen.binary_search(&extension.oid.0) else { continue };
            seen.insert(place, extension.oid.0);
            if contents.read(extension.oid, extension.value).is_none() {
                contents.unreadable.push(extension.oid);
            }
        }
        contents
    }

    fn read(&mut self, oid: Oid<'a>, value: &'a [u8]) -> Option<()> {
        let sequence = || Some(Reader(value).only(der::SEQUENCE)?.inside());
        match oid.dotted().as_str() {
            BASIC_CONSTRAINTS => {
                let mut inside = sequence()?;
                let authority = inside.take(der::BOOLEAN);
                let path_length = match inside.take(der::INTEGER) {
                    Some(value) => Some(small_integer(value.content)?),
                    None => None,
                };
                self.basic = Some(BasicConstraints {
                    authority: authority.is_some_and(|value| value.content != [0]),
                    not_der: authority.is_some_and(|value| value.content != [0xff]),
                    path_length,
                });
            }
            KEY_USAGE => {
                let value = Reader(value).only(der::BIT_STRING)?;
                let mut usage = KeyUsage { written: value.content, bits: 0 };
                for (place, byte) in bits(value)?.iter().take(4).enumerate() {
                    usage.bits |= u32::from(byte.reverse_bits()) << (8 * place);
                }
                self.key_usage = Some(usage);
            }
            EXTENDED_USAGE => {
                let values = sequence()?.all()?;
                self.extended_usage = Some(
                    values
                        .iter()
                        .map(|value| (value.tag == der::OBJECT_IDENTIFIER).then_some(Oid(value.content)))
                        .collect::<Option<_>>()?,
                );
            }
            ALTERNATIVE_NAMES => self.names = Some(general_names(sequence()?)?),
            POLICIES => {
                let mut policies = Vec::new();
                for policy in sequence()?.all()? {
                    let mut inside = policy.inside();
                    let oid = Oid(inside.take(der::OBJECT_IDENTIFIER)?.content);
                    let qualifiers = inside.take(der::SEQUENCE);
                    let of = |kind| qualifiers.and_then(|qualifiers| qualifier(qualifiers, kind));
                    let (statement, notice) = (of("1.3.6.1.5.5.7.2.1"), of("1.3.6.1.5.5.7.2.2"));
                    policies.push(Policy { oid, statement, notice });
                }
                self.policies = Some(policies);
            }
            AUTHORITY_ACCESS => {
                let mut accesses = Vec::new();
                for access in sequence()?.all()? {
                    let mut inside = access.inside();
                    let method = Oid(inside.take(der::OBJECT_IDENTIFIER)?.content);
                    accesses.push((method, general_name(inside.next()?)?));
                }
                self.authority_access = Some(accesses);
            }
            CRL_POINTS => {
                let points = sequence()?.all()?;
                self.crl_points =
                    Some(points.into_iter().map(|point| crl_point(point.inside())).collect::<Option<_>>()?);
            }
            TIMESTAMPS => self.timestamps = Some(timestamps(Reader(value).only(der::OCTET_STRING)?.content)?),
            TLS_FEATURE => {
                let features = sequence()?.all()?;
                // status_request, RFC 7633 4.
                self.must_staple = features.iter().any(|feature| feature.content == [5]);
            }
            PRECERTIFICATE => self.precertificate = true,
            SUBJECT_KEY_ID => self.subject_key_id = Some(Reader(value).only(der::OCTET_STRING)?.content),
            AUTHORITY_KEY_ID => {
                self.authority_key_id = sequence()?.take(der::context(0)).map(|value| value.content);
            }
            QC_STATEMENTS => {
                let mut statements = Vec::new();
                for statement in sequence()?.all()? {
                    let mut inside = statement.inside();
                    let oid = Oid(inside.take(der::OBJECT_IDENTIFIER)?.content);
                    statements.push(Statement { oid, info: inside.0 });
                }
                self.statements = Some(statements);
            }
            _ => {}
        }
        Some(())
    }

    pub fn has_usage(&self, oid: &str) -> bool {
        self.extended_usage.as_deref().unwrap_or_default().iter().any(|usage| usage.is(oid))
    }

    pub fn has_policy(&self, oid: &str) -> bool {
        self.policies.as_deref().unwrap_or_default().iter().any(|policy| policy.oid.is(oid))
    }

    pub fn is_authority(&self) -> bool {
        self.basic.is_some_and(|basic| basic.authority)
    }

    pub fn statement(&self, oid: &str) -> Option<&Statement<'a>> {
        self.statements.as_deref().unwrap_or_default().iter().find(|statement| statement.oid.is(oid))
    }

    /// The subjectAltName entries; empty where there is no such extension.
    pub fn names(&self) -> &[GeneralName<'a>] {
        self.names.as_deref().unwrap_or_default()
    }

    /// The DNS names of the subjectAltName, as written.
    pub fn dns_names(&self) -> impl Iterator<Item = &'a [u8]> {
        self.names().iter().filter_map(|name| match name {
            GeneralName::Dns(name) => Some(*name),
            _ => None,
        })
    }
}

/// The first qualifier of a kind (RFC 5280 4.2.1.4).
fn qualifier<'a>(qualifiers: der::Value<'a>, kind: &str) -> Option<&'a [u8]> {
    for qualifier in qualifiers.inside().all()? {
        let mut inside = qualifier.inside();
        let oid = Oid(inside.take(der::OBJECT_IDENTIFIER)?.content);
        if oid.is(kind) {
            return Some(inside.next()?.content);
        }
    }
    None
}

pub fn general_names(names: Reader<'_>) -> Option<Vec<GeneralName<'_>>> {
    names.all()?.into_iter().map(general_name).collect()
}

pub fn general_name(value: der::Value<'_>) -> Option<GeneralName<'_>> {
    Some(match value.tag {
        0x80 | 0xa0 => {
            let oid = value.inside().take(der::OBJECT_IDENTIFIER);
            GeneralName::Other(Oid(oid.map_or(&[], |oid| oid.content)))
        }
        0x81 => GeneralName::Email(value.content),
        0x82 => GeneralName::Dns(value.content),
        0x83 | 0xa3 => GeneralName::X400,
        0xa4 => GeneralName::Directory(value.content),
        0x85 | 0xa5 => GeneralName::Edi,
        0x86 => GeneralName::Uri(value.content),
        0x87 => GeneralName::Ip(value.content),
        0x88 => GeneralName::Registered(Oid(value.content)),
        _ => return None,
    })
}

fn crl_point(mut inside: Reader<'_>) -> Option<CrlPoint<'_>> {
    let mut point = CrlPoint::default();
    if let Some(value) = inside.take(der::context_constructed(0)) {
        point.has_point = true;
        if let Some(full) = value.inside().take(der::context_constructed(0)) {
            point.names = general_names(full.inside())?;
        }
    }
    point.has_reasons = inside.take(der::context(1)).is_some();
    point.has_issuer = inside.take(der::context_constructed(2)).is_some();
    Some(point)
}

/// TLS encoding of RFC 6962 3.3: a list of length-prefixed timestamps.
fn timestamps(list: &[u8]) -> Option<Vec<Timestamp<'_>>> {
    let (length, mut rest) = prefixed(list)?;
    if length != rest.len() {
        return None;
    }
    let mut timestamps = Vec::new();
    while !rest.is_empty() {
        let (length, after) = prefixed(rest)?;
        let (one, after) = after.split_at_checked(length)?;
        let version = *one.first()?;
        let log = one.get(1..33)?;
        let at = one.get(33..41)?.iter().fold(0i64, |sum, &byte| sum.wrapping_shl(8) | i64::from(byte));
        let signed = one.get(41..).and_then(prefixed).and_then(|(length, after)| after.get(length..));
        let algorithm = signed.and_then(|signed| signed.get(..2)).unwrap_or_default();
        timestamps.push(Timestamp { version, log, at, algorithm });
        rest = after;
    }
    Some(timestamps)
}

fn prefixed(bytes: &[u8]) -> Option<(usize, &[u8])> {
    match bytes {
        [high, low, rest @ ..] => Some((usize::from(*high) << 8 | usize::from(*low), rest)),
        _ => None,
    }
}
