//! The root certificates on the lists of Mozilla and Chrome, for saying what a chain rests on. Whether to
//! rely on it is the browser's own decision.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::base64::hex;
use super::der;
use super::parse::Certificate;

/// On whose list a root stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Programs {
    Both,
    Mozilla,
    Chrome,
}

/// `cargo xtask roots` writes it: a line a root, sorted; twelve bytes of the digest in hexadecimal, M and C
/// for the lists, the name.
const TABLE: &str = include_str!("data/roots.txt");

/// Finds a certificate's name and key, so that a cross-signed twin of a root is found as well.
pub fn find(certificate: &Certificate<'_>) -> Option<Programs> {
    let wanted = digest(certificate.subject.whole, certificate.key_info);
    TABLE.lines().find_map(|line| {
        let (digest, rest) = line.split_once(' ')?;
        let (lists, _) = rest.split_once(' ')?;
        match lists {
            _ if digest != wanted => None,
            "MC" => Some(Programs::Both),
            "M" => Some(Programs::Mozilla),
            "C" => Some(Programs::Chrome),
            _ => None,
        }
    })
}

/// The first twelve bytes of the SHA-256 of subject and key, both as whole DER, in hexadecimal.
pub fn digest(subject: &[u8], key_info: &[u8]) -> String {
    let whole = Sha256::new().chain_update(subject).chain_update(key_info).finalize();
    hex(whole.get(..12).unwrap_or_default())
}

/// The day the lists were taken, in milliseconds since 1970-01-01 UTC.
pub fn date() -> i64 {
    static DATE: OnceLock<i64> = OnceLock::new();
    *DATE.get_or_init(|| {
        let day = TABLE.lines().find_map(|line| line.strip_prefix("# Taken on "));
        let numbers: Vec<i64> =
            day.unwrap_or_default().split('-').filter_map(|part| part.parse().ok()).collect();
        match *numbers.as_slice() {
            [year, month, day] => der::days(year, month, day) * 86_400_000,
            _ => 0,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let rows: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() > 100, "{} roots", rows.len());
        for row in rows {
            let parts: Vec<&str> = row.splitn(3, ' ').collect();
            assert_eq!(parts[0].len(), 24, "{row}");
            assert!(matches!(parts[1], "MC" | "M" | "C"), "{row}");
        }
        assert!(date() > der::days(2026, 1, 1) * 86_400_000);
    }
}
