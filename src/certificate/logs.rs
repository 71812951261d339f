//! The names of public logs, for saying where a certificate was noted. Nothing is believed because of them: who
//! checks what a log signed is the browser.

/// A line a log. Each takes certificates that end in one half of a year: a new release wants a new table.
const TABLE: &str = include_str!("data/logs.txt");

/// "Google Argon2027h1"; none for a log that the table does not know, which is no fault of it.
///
/// Six bytes of thirty-two are enough to name it. Four are not: some logs chose keys whose ids begin alike. Who
/// would lie could as well write the whole id of a log that never saw the certificate.
pub fn name(id: &[u8]) -> Option<&'static str> {
    let wanted = super::base64::hex(id.get(..6)?);
    TABLE.lines().find_map(|line| line.strip_prefix(wanted.as_str()).map(str::trim_start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let rows: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() > 80, "{} logs", rows.len());
        let mut ids: Vec<&str> = Vec::new();
        for row in rows {
            let (id, name) = row.split_once(' ').unwrap();
            assert!(id.len() == 12 && id.bytes().all(|digit| b"0123456789abcdef".contains(&digit)), "{row}");
            assert!(name.contains(' '), "{row}: an operator and a name");
            ids.push(id);
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "two logs share their first bytes");
    }

    #[test]
    fn a_log_is_known_by_its_whole_beginning() {
        let argon = [0xd6, 0xd5, 0x8d, 0xa9, 0xd0, 0x17, 0x53, 0xf3];
        assert_eq!(name(&argon), Some("Google Argon2027h1"));
        assert_eq!(name(&argon[1..]), None);
        assert_eq!(name(&argon[..5]), None);
        assert_eq!(name(&[]), None);
    }
}
