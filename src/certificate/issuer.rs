//! Who issued it: the name people know, and the family that an issuer belongs to.

use super::parse::{Certificate, ORGANIZATION};

/// The issuer as people call it.
pub fn called(certificate: &Certificate<'_>) -> String {
    let name = certificate.issuer.first(ORGANIZATION).unwrap_or_else(|| certificate.issuer.called());
    let plain = name.trim().trim_end_matches('.');
    let plain = ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending)).unwrap_or(plain);
    plain.trim_end_matches([',', ' ']).replace('\'', "’")
}

/// Legal forms that nobody says aloud.
const ENDINGS: &[&str] = &[
    ", Inc",
    " Inc",
    ", LLC",
    " LLC",
    " Limited",
    " Ltd",
    " nv-sa",
    " GmbH",
    " S.p.A",
    " AS",
    " AG",
    " CA Limited",
];

/// The family of certification authorities that issued it: one word, the same for all its brands.
pub fn family(certificate: &Certificate<'_>) -> Option<String> {
    let name = certificate.issuer.first(ORGANIZATION).unwrap_or_else(|| certificate.issuer.called());
    let name = name.to_ascii_lowercase();
    FAMILIES
        .iter()
        .find(|(_, words)| words.iter().any(|word| name.contains(word)))
        .map(|(family, _)| (*family).to_owned())
}

pub const FAMILIES: &[(&str, &[&str])] = &[
    ("letsencrypt", &["let's encrypt", "internet security research group"]),
    (
        "digicert",
        &[
            "digicert",
            "geotrust",
            "rapidssl",
            "thawte",
            "verisign",
            "symantec",
            "quovadis",
            "encryption everywhere",
        ],
    ),
    ("sectigo", &["sectigo", "comodo", "usertrust", "zerossl", "positivessl", "network solutions"]),
    ("globalsign", &["globalsign", "gmo globalsign"]),
    ("google", &["google trust services"]),
    ("amazon", &["amazon"]),
    ("godaddy", &["godaddy", "starfield"]),
    ("microsoft", &["microsoft"]),
    ("cloudflare", &["cloudflare"]),
    ("entrust", &["entrust", "affirmtrust"]),
    ("identrust", &["identrust"]),
    ("sslcom", &["ssl.com", "ssl corp"]),
    ("certum", &["unizeto", "asseco", "certum"]),
    ("actalis", &["actalis"]),
    ("buypass", &["buypass"]),
    ("harica", &["harica", "hellenic academic"]),
    ("dtrust", &["d-trust"]),
    ("swisssign", &["swisssign"]),
    ("telia", &["telia"]),
    ("trustwave", &["trustwave", "viking cloud", "vikingcloud"]),
    ("secom", &["secom"]),
    ("cybertrust_jp", &["cybertrust japan"]),
    ("firmaprofesional", &["firmaprofesional"]),
    ("certsign", &["certsign"]),
    ("certigna", &["certigna", "dhimyotis"]),
    ("chunghwa", &["chunghwa"]),
    ("twca", &["taiwan-ca"]),
    ("netlock", &["netlock"]),
    ("trustasia", &["trustasia"]),
    ("wosign", &["wosign", "startcom"]),
    ("camerfirma", &["camerfirma"]),
    ("trustcor", &["trustcor"]),
];
