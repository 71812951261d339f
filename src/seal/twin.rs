use crate::address;

/// Whether a host that is not the issuer's is made to be taken for it.
///
/// The issuer's name inside another registrable domain (`trustedshops-check.example`,
/// `www.trustedshops.com.check.example`), with a letter or two changed (`trustedsh0ps.com`), or under a
/// generic ending that is not the issuer's. A country's ending alone accuses nobody: issuers have many.
pub fn imitates(host: &str, issuers: &[&str]) -> bool {
    issuers.iter().any(|issuer| {
        let name = issuer.split('.').next().unwrap_or_default();
        if name.len() < 5 {
            return host.starts_with(&format!("{issuer}.")) || host.contains(&format!(".{issuer}."));
        }
        let registrable = address::registrable(host);
        let (label, ending) = registrable.split_once('.').unwrap_or((registrable, ""));
        if label == name {
            let country = ending.rsplit('.').next().is_some_and(|last| last.len() == 2);
            return !country;
        }
        // Every label counts but the public suffix.
        let labels = host.strip_suffix(ending).unwrap_or(host);
        name.len() >= 7 && labels.split(['.', '-']).chain([label]).any(|part| close(&fold(part), &fold(name)))
            || fold(labels).contains(&fold(name))
    })
}

/// Letters that are written as others.
fn fold(text: &str) -> String {
    text.to_ascii_lowercase()
        .replace("rn", "m")
        .replace("vv", "w")
        .chars()
        .filter(|c| *c != '-')
        .map(|c| match c {
            '0' => 'o',
            '1' | 'l' | '|' => 'i',
            '3' => 'e',
            '4' => 'a',
            '5' | '$' => 's',
            other => other,
        })
        .collect()
}

/// At most one letter put in, left out, changed or swapped; two in long names.
fn close(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let allowed = if b.len() >= 10 { 2 } else { 1 };
    a.len().abs_diff(b.len()) <= allowed && distance(&a, &b) <= allowed
}

/// Levenshtein's distance, a swap of neighbours counted once where it is all there is.
fn distance(a: &[char], b: &[char]) -> usize {
    let swapped = a.len() == b.len() && {
        let odd: Vec<(char, char)> =
            a.iter().copied().zip(b.iter().copied()).filter(|(x, y)| x != y).collect();
        matches!(odd.as_slice(), [(p, q), (r, s)] if p == s && q == r)
    };
    if swapped {
        return 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for ((y, above), before) in b.iter().zip(row.iter().skip(1)).zip(&row) {
            let left = next.last().copied().unwrap_or_default();
            next.push((before + usize::from(x != y)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imitations_are_told_from_strangers() {
        let issuer = &["trustedshops.com", "trustedshops.de"][..];
        for host in [
            "trustedsh0ps.com",
            "trustedshop.com",
            "trustedshosp.com",
            "www.trustedshops.com.certificate.example",
            "trustedshops-certificate.example",
            "trusted-shops.example",
            "trustedshops.xyz",
        ] {
            assert!(imitates(host, issuer), "{host}");
        }
        for host in
            ["shop.example", "trustedshops.lt", "trustpilot.com", "bewertung.example", "trust.example"]
        {
            assert!(!imitates(host, issuer), "{host}");
        }
        assert!(imitates("www.bbb.org.evil.example", &["bbb.org"]));
        assert!(!imitates("bbbq.example", &["bbb.org"]));
    }
}
