//! A root, two intermediates and one leaf for each host, new at every start.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, DistinguishedName, DnType,
    ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::ServerConfig;
use rustls::sign::CertifiedKey;
use rustls::version::{TLS12, TLS13};
use time::{Duration, OffsetDateTime};

use crate::Failure;
use crate::hosts::{Host, Hosts, Kind};
use crate::openssl;

/// Names in the certificate of `Kind::ManyNames`: Firefox reads no certificate of more than 64 kB.
const MANY: usize = 4_500;
/// Names in the certificate of `Kind::TenThousandNames`: Chromium takes 100 kB of certificates and no more.
const TEN_THOUSAND: usize = 10_000;

const CERTIFICATE_POLICIES: &[u64] = &[2, 5, 29, 32];

pub struct Made {
    /// The root that browsers are told to trust, PEM.
    pub root: String,
    /// Host → how it speaks TLS.
    pub tls: BTreeMap<String, Arc<ServerConfig>>,
}

pub fn make(hosts: &Hosts, out: &Path) -> Result<Made, Failure> {
    let trusted = Authority::new("Trust Indicator Demo")?;
    let unknown = Authority::new("Nobody Knows")?;
    let mut tls = BTreeMap::new();
    for (name, host) in hosts {
        let Some(kind) = host.certificate else { continue };
        let authority = if kind == Kind::UnknownIssuer { &unknown } else { &trusted };
        let certified = match kind {
            Kind::WeakKey => openssl::leaf(name, authority, out, "1024", "-sha256")?,
            Kind::Sha1 => openssl::leaf(name, authority, out, "2048", "-sha1")?,
            _ => leaf(name, kind, authority)?,
        };
        tls.insert(name.clone(), Arc::new(config(host, certified)?));
    }
    Ok(Made { root: trusted.root.pem(), tls })
}

fn config(host: &Host, certified: CertifiedKey) -> Result<ServerConfig, Failure> {
    let versions = if host.old_tls { vec![&TLS12] } else { vec![&TLS12, &TLS13] };
    let builder = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_protocol_versions(&versions)?
        .with_no_client_auth();
    Ok(builder.with_cert_resolver(Arc::new(rustls::sign::SingleCertAndKey::from(certified))))
}

/// A root and the intermediate below it that signs leaves.
pub struct Authority {
    pub root: CertifiedIssuer<'static, KeyPair>,
    pub intermediate: CertifiedIssuer<'static, KeyPair>,
}

impl Authority {
    fn new(name: &str) -> Result<Authority, Failure> {
        let root = CertifiedIssuer::self_signed(issuer(name, "Root", 3650)?, KeyPair::generate()?)?;
        let params = issuer(name, "Intermediate", 1000)?;
        let intermediate = CertifiedIssuer::signed_by(params, KeyPair::generate()?, &root)?;
        Ok(Authority { root, intermediate })
    }
}

fn issuer(organisation: &str, what: &str, days: i64) -> Result<CertificateParams, Failure> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::OrganizationName, organisation);
    params.distinguished_name.push(DnType::CommonName, format!("{organisation} {what}"));
    let path =
        if what == "Root" { BasicConstraints::Unconstrained } else { BasicConstraints::Constrained(0) };
    params.is_ca = IsCa::Ca(path);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.use_authority_key_identifier_extension = what != "Root";
    (params.not_before, params.not_after) = span(-100, days);
    Ok(params)
}

fn leaf(name: &str, kind: Kind, authority: &Authority) -> Result<CertifiedKey, Failure> {
    let names = match kind {
        Kind::WrongName => vec!["another-shop.example".to_string()],
        Kind::ManyNames => many(name, MANY),
        Kind::TenThousandNames => many(name, TEN_THOUSAND),
        _ => vec![name.to_string(), format!("www.{name}")],
    };
    let common = names.first().cloned().unwrap_or_default();
    let mut params = CertificateParams::new(names)?;
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    (params.not_before, params.not_after) = match kind {
        Kind::Expired => span(-100, -20),
        Kind::NotYetValid => span(20, 100),
        _ => span(-10, 80),
    };
    params.distinguished_name = DistinguishedName::new();
    let subject = &mut params.distinguished_name;
    if matches!(kind, Kind::Organisation | Kind::Extended) {
        subject.push(DnType::CountryName, "DE");
        subject.push(DnType::LocalityName, "Hamburg");
        subject.push(DnType::OrganizationName, "Fennel and Rye Kitchen Goods GmbH");
    }
    if kind == Kind::Extended {
        // Business category, serial number, country of incorporation: EV Guidelines 9.2.
        subject.push(DnType::CustomDnType(vec![2, 5, 4, 15]), "Private Organization");
        subject.push(DnType::CustomDnType(vec![2, 5, 4, 5]), "HRB 104711");
        subject.push(DnType::CustomDnType(vec![1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 3]), "DE");
    }
    subject.push(DnType::CommonName, common);
    params.custom_extensions = vec![CustomExtension::from_oid_content(CERTIFICATE_POLICIES, policy(kind))];

    let key = KeyPair::generate()?;
    let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let chain: Vec<CertificateDer<'static>> = if kind == Kind::SelfSigned {
        vec![params.self_signed(&key)?.der().clone()]
    } else {
        vec![
            params.signed_by(&key, &authority.intermediate)?.der().clone(),
            authority.intermediate.der().clone(),
        ]
    };
    Ok(CertifiedKey::new(chain, rustls::crypto::ring::sign::any_supported_type(&private)?))
}

/// The host and so many short made-up names beside it.
fn many(host: &str, count: usize) -> Vec<String> {
    let others = (1..count).map(|number| format!("{number:x}.zz"));
    std::iter::once(host.to_string()).chain(others).collect()
}

/// The policy that says how much was checked: 2.23.140.1.2.1 domain, .2.2 organisation, 2.23.140.1.1 extended
/// (CA/B Baseline Requirements 7.1.6.1), as the DER of one PolicyInformation.
fn policy(kind: Kind) -> Vec<u8> {
    let id: &[u8] = match kind {
        Kind::Extended => &[0x67, 0x81, 0x0c, 0x01, 0x01],
        Kind::Organisation => &[0x67, 0x81, 0x0c, 0x01, 0x02, 0x02],
        _ => &[0x67, 0x81, 0x0c, 0x01, 0x02, 0x01],
    };
    let wrap = |tag: u8, content: &[u8]| [&[tag, content.len() as u8], content].concat();
    wrap(0x30, &wrap(0x30, &wrap(0x06, id)))
}

/// From so many days after today to so many days after today.
pub fn span(from: i64, to: i64) -> (OffsetDateTime, OffsetDateTime) {
    #[allow(clippy::disallowed_methods, reason = "the servers of this world do have a clock")]
    let now = OffsetDateTime::now_utc();
    (now + Duration::days(from), now + Duration::days(to))
}
