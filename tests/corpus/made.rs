//! Certificates made for a case, with the days that the case names.

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CustomExtension, DistinguishedName, DnType,
    ExtendedKeyUsagePurpose, IsCa, Issuer, SerialNumber,
};
use rcgen::{KeyPair, KeyUsagePurpose, date_time_ymd};
use serde_json::Value;
use trust_indicator::certificate::base64;

/// The site's certificate in base64 and, where `root` names it, its issuer's, or a longer `path`: `names`,
/// `from` and `until` as [year, month, day], and where they are given `firm`, `issuer`, `selfSigned`, `usages`
/// ("server", "client", "none"), `signsOthers`, `authority` (the flag alone), `key`, `policy` (the last arc of
/// a policy of the CA/Browser Forum: 1 DV, 2 OV, 3 IV), `serial` in hexadecimal, `extensions` (`oid`, so too
/// `der`, `critical`).
///
/// `path` puts the issuer below another authority: `authority` says whether it may sign, `usages` ("lists")
/// what its key may sign alone, `length` how many authorities may stand below the other.
///
/// `der` instead of all these is a whole certificate, or all of them, `madeBy` something that still signs so
/// weakly.
pub fn chain(wanted: &Value) -> Vec<String> {
    match &wanted["der"] {
        Value::String(der) => return vec![der.to_owned()],
        Value::Array(_) => return texts(&wanted["der"]),
        _ => {}
    }
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
    params.serial_number = wanted["serial"].as_str().map(|hex| SerialNumber::from(bytes(hex)));
    if wanted["authority"] == true {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    }
    params.custom_extensions.extend(wanted["extensions"].as_array().into_iter().flatten().map(extension));
    params.custom_extensions.extend(wanted["policy"].as_u64().map(|last| policy(last as u8)));
    let algorithm = match wanted["key"].as_str() {
        Some("ed25519") => &rcgen::PKCS_ED25519,
        _ => &rcgen::PKCS_ECDSA_P256_SHA256,
    };
    let key = KeyPair::generate_for(algorithm).unwrap();
    if wanted["selfSigned"] == true {
        return vec![base64::encode(params.self_signed(&key).unwrap().der())];
    }
    let mut authority = CertificateParams::default();
    let mut name = DistinguishedName::new();
    name.push(DnType::OrganizationName, wanted["issuer"].as_str().unwrap_or("Example Authority"));
    if let Some(root) = wanted["root"].as_str() {
        name.push(DnType::CommonName, root);
    }
    authority.distinguished_name = name;
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let its_key = KeyPair::generate().unwrap();
    let above = if wanted["path"].is_object() {
        above(&wanted["path"], &mut authority, &its_key)
    } else {
        let root = wanted["root"].is_string().then(|| authority.self_signed(&its_key).unwrap());
        root.into_iter().collect()
    };
    let issuer = Issuer::new(authority, its_key);
    let leaf = params.signed_by(&key, &issuer).unwrap();
    std::iter::once(leaf).chain(above).map(|one| base64::encode(one.der())).collect()
}

/// The issuer's certificate and that of who signed it, below a root that nobody shows.
fn above(wanted: &Value, issuer: &mut CertificateParams, its_key: &KeyPair) -> Vec<Certificate> {
    if wanted["authority"] == false {
        issuer.is_ca = IsCa::ExplicitNoCa;
    }
    if wanted["usages"] == "lists" {
        issuer.key_usages = vec![KeyUsagePurpose::CrlSign];
    }
    let named = |name: &str, length| {
        let mut params = CertificateParams::default();
        params.distinguished_name = DistinguishedName::new();
        params.distinguished_name.push(DnType::OrganizationName, name);
        params.is_ca = IsCa::Ca(length);
        params
    };
    let length = match wanted["length"].as_u64() {
        Some(length) => BasicConstraints::Constrained(length as u8),
        None => BasicConstraints::Unconstrained,
    };
    let upper = named("Example Upper Authority", length);
    let root =
        Issuer::new(named("Example Root", BasicConstraints::Unconstrained), KeyPair::generate().unwrap());
    let upper_key = KeyPair::generate().unwrap();
    let upper_signed = upper.signed_by(&upper_key, &root).unwrap();
    vec![issuer.signed_by(its_key, &Issuer::new(upper, upper_key)).unwrap(), upper_signed]
}

/// certificatePolicies with one policy of the CA/Browser Forum: 2.23.140.1.2.x.
fn policy(last: u8) -> CustomExtension {
    let oid = [0x06, 0x06, 0x67, 0x81, 0x0c, 0x01, 0x02, last];
    let der = [&[0x30, 0x0a, 0x30, 0x08][..], &oid].concat();
    CustomExtension::from_oid_content(&[2, 5, 29, 32], der)
}

fn extension(wanted: &Value) -> CustomExtension {
    let oid: Vec<u64> =
        wanted["oid"].as_array().expect("an OID").iter().map(|arc| arc.as_u64().unwrap()).collect();
    let der = bytes(wanted["der"].as_str().expect("DER in hexadecimal"));
    let mut extension = CustomExtension::from_oid_content(&oid, der);
    extension.set_criticality(wanted["critical"] == true);
    extension
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u32> = hex.chars().map(|digit| digit.to_digit(16).expect("a digit")).collect();
    digits.chunks(2).map(|pair| (pair[0] << 4 | pair[1]) as u8).collect()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn day(value: &Value) -> time::OffsetDateTime {
    let number = |place: usize| value[place].as_i64().expect("a day is [year, month, day]");
    date_time_ymd(number(0) as i32, number(1) as u8, number(2) as u8)
}
