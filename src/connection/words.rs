//! Protocols, cipher suites and groups in one line each.

use crate::finding::Message;

/// How good a technical value is for a private line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    Sound,
    /// Works, and newer sites have better.
    Old,
    /// Known ways to break it, with effort.
    Weak,
    /// No protection worth its name.
    Broken,
}

/// "TLSv1.3", "TLS 1.3", "TLSv1" → the standard's spelling and its worth (RFC 8996, RFC 7568).
pub fn protocol(written: &str) -> (String, Grade) {
    let number = written.trim_start_matches(|c: char| !c.is_ascii_digit());
    if written.to_ascii_uppercase().starts_with("SSL") {
        return (format!("SSL {number}"), Grade::Broken);
    }
    match number {
        "1.3" => ("TLS 1.3".to_owned(), Grade::Sound),
        // It knows no other (RFC 9001 4.2).
        _ if written == "QUIC" => ("TLS 1.3".to_owned(), Grade::Sound),
        "1.2" => ("TLS 1.2".to_owned(), Grade::Sound),
        "1.1" => ("TLS 1.1".to_owned(), Grade::Weak),
        "1" | "1.0" => ("TLS 1.0".to_owned(), Grade::Weak),
        _ => (written.to_owned(), Grade::Sound),
    }
}

/// The worth of a cipher suite by the parts of its name (RFC 7465, RFC 8429, RFC 9325 4.1).
pub fn cipher(suite: &str) -> Grade {
    let suite = suite.to_ascii_uppercase();
    let has = |part: &str| suite.contains(part);
    if has("NULL") || has("EXPORT") || has("_ANON_") || has("DES_CBC_") || has("DES40") {
        Grade::Broken
    } else if has("RC4") || has("3DES") || has("_MD5") {
        Grade::Weak
    } else if has("_CBC") || keeps_no_secret_forward(&suite) {
        Grade::Old
    } else {
        Grade::Sound
    }
}

/// The key travels under the site's long-lived one: who gets that later can read what was recorded.
pub fn keeps_no_secret_forward(suite: &str) -> bool {
    suite.to_ascii_uppercase().starts_with("TLS_RSA_WITH_")
}

/// "AES-128-GCM" of "TLS_AES_128_GCM_SHA256": what a person can compare.
pub fn cipher_name(suite: &str) -> String {
    let name = suite.rsplit_once("_WITH_").map_or(suite, |(_, name)| name);
    let name = name.strip_prefix("TLS_").unwrap_or(name);
    let name = name.rsplit_once("_SHA").map_or(name, |(name, _)| name);
    name.replace('_', "-")
}

pub fn cipher_explained(suite: &str) -> Message {
    let upper = suite.to_ascii_uppercase();
    Message::new(match cipher(suite) {
        Grade::Broken => "cipher_broken",
        Grade::Weak => "cipher_weak",
        Grade::Old => "cipher_old",
        Grade::Sound if upper.contains("CHACHA20") => "cipher_chacha",
        Grade::Sound if upper.contains("AES_256") || upper.contains("AES-256") => "cipher_aes_256",
        Grade::Sound if upper.contains("AES") => "cipher_aes_128",
        Grade::Sound => "cipher_other",
    })
}

/// Whether a group also resists computers that do not exist yet (draft-ietf-tls-ecdhe-mlkem).
pub fn is_post_quantum(group: &str) -> bool {
    let group = group.to_ascii_lowercase();
    group.contains("mlkem") || group.contains("kyber")
}

pub fn group_name(group: &str) -> String {
    match group.to_ascii_lowercase().as_str() {
        "x25519" => "X25519".to_owned(),
        "secp256r1" | "p256" | "p-256" => "P-256".to_owned(),
        "secp384r1" | "p384" | "p-384" => "P-384".to_owned(),
        "secp521r1" | "p521" | "p-521" => "P-521".to_owned(),
        "mlkem768x25519" | "x25519mlkem768" => "X25519MLKEM768".to_owned(),
        "xyber768d00" => "X25519Kyber768Draft00".to_owned(),
        _ => group.to_owned(),
    }
}

pub fn group_explained(group: &str) -> Message {
    let lower = group.to_ascii_lowercase();
    Message::new(if is_post_quantum(group) {
        "group_post_quantum"
    } else if lower.starts_with("ff") {
        "group_finite_field"
    } else {
        "group_elliptic"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_broken_suites_are_told_apart() {
        assert_eq!(cipher("TLS_AES_128_GCM_SHA256"), Grade::Sound);
        assert_eq!(cipher("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"), Grade::Old);
        assert_eq!(cipher("TLS_RSA_WITH_AES_128_GCM_SHA256"), Grade::Old);
        assert_eq!(cipher("TLS_RSA_WITH_3DES_EDE_CBC_SHA"), Grade::Weak);
        assert_eq!(cipher("TLS_RSA_WITH_NULL_SHA"), Grade::Broken);
        assert_eq!(cipher("AES_256_GCM"), Grade::Sound);
        // As the debugger's parts are put together, without the hash.
        assert_eq!(cipher("TLS_ECDHE_RSA_WITH_AES_128_CBC"), Grade::Old);
        assert!(keeps_no_secret_forward("TLS_RSA_WITH_AES_128_GCM"));
        assert_eq!(cipher_name("TLS_ECDHE_RSA_WITH_AES_128_GCM"), "AES-128-GCM");
        assert_eq!(cipher_name("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"), "AES-128-GCM");
        assert_eq!(cipher_name("TLS_AES_256_GCM_SHA384"), "AES-256-GCM");
    }

    #[test]
    fn protocols_have_one_spelling() {
        assert_eq!(protocol("TLSv1.3"), ("TLS 1.3".to_owned(), Grade::Sound));
        assert_eq!(protocol("QUIC").0, "TLS 1.3");
        assert_eq!(protocol("TLSv1").1, Grade::Weak);
        assert_eq!(protocol("SSLv3").1, Grade::Broken);
    }
}
