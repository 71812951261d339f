//! Certificates made for a case, with the days that the case names.

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
};
use rcgen::{KeyPair, KeyUsagePurpose, date_time_ymd};
use serde_json::Value;
use trust_indicator::certificate::base64;

/// The site's certificate in base64: `names`, `from` and `until` as [year, month, day], and where they are
/// given `firm`, `issuer`, `selfSigned`, `usages` ("server", "client", "none"), `keyUsages`.
pub fn certificate(wanted: &Value) -> String {
    let names: Vec<String> = texts(&wanted["names"]);
    let mut params = CertificateParams::new(names.clone()).unwrap();
    params.not_before = day(&wanted["from"]);
    params.not_after = day(&wanted["until"]);
    let mut subject = DistinguishedName::new();
    if let Some(firm) = wanted["firm"].as_str() {
        subject.push(DnType::CountryName, "GB");
        subject.push(DnType::OrganizationName, firm);
    }
    subject.push(DnType::CommonName, names.first().map_or("", String::as_str));
    params.distinguished_name = subject;
    params.extended_key_usages = match wanted["usages"].as_str() {
        Some("client") => vec![ExtendedKeyUsagePurpose::ClientAuth],
        Some("none") => Vec::new(),
        _ => vec![ExtendedKeyUsagePurpose::ServerAuth],
    };
    params.key_usages = if wanted["signsOthers"] == true {
        vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyCertSign]
    } else {
        vec![KeyUsagePurpose::DigitalSignature]
    };
    let algorithm = match wanted["key"].as_str() {
        Some("ed25519") => &rcgen::PKCS_ED25519,
        _ => &rcgen::PKCS_ECDSA_P256_SHA256,
    };
    let key = KeyPair::generate_for(algorithm).unwrap();
    if wanted["selfSigned"] == true {
        return base64::encode(params.self_signed(&key).unwrap().der());
    }
    let mut authority = CertificateParams::default();
    let mut name = DistinguishedName::new();
    name.push(DnType::OrganizationName, wanted["issuer"].as_str().unwrap_or("Example Authority"));
    authority.distinguished_name = name;
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let issuer = Issuer::new(authority, KeyPair::generate().unwrap());
    base64::encode(params.signed_by(&key, &issuer).unwrap().der())
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn day(value: &Value) -> time::OffsetDateTime {
    let number = |place: usize| value[place].as_i64().expect("a day is [year, month, day]");
    date_time_ymd(number(0) as i32, number(1) as u8, number(2) as u8)
}
