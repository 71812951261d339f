//! Platforms: names under which, or under whose paths, somebody other than their owner opens pages.

use super::fingerprint::Set;
use super::suffix::Suffix;

static PLATFORMS: Set<'_> = Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/platforms")));
/// Hosts under whose paths anyone puts pages of their own: what the owner is known for says nothing of those.
static PATHS: &str = include_str!(concat!(env!("OUT_DIR"), "/paths"));

/// What a public suffix is, beyond being one: the sections of `data/platforms.txt`, and their marks in the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Sort {
    /// Free pages without a check of who asks for them.
    Pages = b'p',
    /// Shops that anybody opens, with the platform's own checkout.
    Shops = b's',
    /// Programs that anybody puts there, as free as pages.
    Programs = b'r',
    /// Stores of files, and tunnels that last for hours.
    Passing = b't',
    /// Names for a changing address, free and without a check.
    Dynamic = b'd',
    /// Sells or gives away names like a registry.
    Cheap = b'c',
    /// Shows copies of other people's pages, and makes the names of theirs: `www-paypal-com.translate.goog`.
    Copies = b'k',
}

impl Sort {
    /// Whether a public suffix is one of these; a rule that begins with a star is told without it.
    pub fn has(self, suffix: Suffix<'_>) -> bool {
        let above = suffix.name.split_once('.').map_or("", |(_, above)| above);
        suffix.private && [suffix.name, above].iter().any(|name| PLATFORMS.has(self as u8, name))
    }
}

/// Whether a public suffix gives an address to anybody, for nothing and within a minute.
pub fn free(suffix: Suffix<'_>) -> bool {
    [Sort::Pages, Sort::Programs, Sort::Dynamic].iter().any(|sort| sort.has(suffix))
}

/// Whether anyone puts pages under a path of this host.
pub fn shared_by_path(host: &str) -> bool {
    PATHS.lines().any(|known| match known.split_once('*') {
        Some((begin, end)) => host.starts_with(begin) && host.ends_with(end),
        None => known == host,
    })
}

/// Folders where a widespread program keeps its own files and what is uploaded: whoever breaks into a site puts pages
/// there, and nobody else does.
const FILES: &[&str] = &[
    "/.well-known/",
    "/sites/default/files/",
    "/wp-admin/css/",
    "/wp-admin/images/",
    "/wp-admin/includes/",
    "/wp-admin/js/",
    "/wp-admin/maint/",
    "/wp-content/",
    "/wp-includes/",
];

/// Whether a page at this path lies in one of them.
pub fn among_files(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    FILES.iter().any(|folder| path.contains(folder))
}

#[cfg(test)]
mod tests {
    use super::super::suffix::suffix;
    use super::*;

    const TABLE: &str = include_str!("data/platforms.txt");

    fn section(name: &str) -> impl Iterator<Item = &'static str> {
        let lines = TABLE.split_once(&format!("[{name}]\n")).map_or("", |(_, lines)| lines);
        lines.lines().take_while(|line| !line.starts_with('[')).filter(|line| !line.starts_with('#'))
    }

    #[test]
    fn every_line_is_a_suffix_and_of_its_sort() {
        for (name, sort) in [
            ("pages", Sort::Pages),
            ("shops", Sort::Shops),
            ("programs", Sort::Programs),
            ("passing", Sort::Passing),
            ("dynamic", Sort::Dynamic),
            ("cheap", Sort::Cheap),
            ("copies", Sort::Copies),
        ] {
            assert!(section(name).count() > 1, "{name}");
            for line in section(name) {
                let line = line.replace('*', "x");
                let host = format!("shop.{line}");
                let suffix = suffix(&host);
                assert!(suffix.name == line && sort.has(suffix), "{name}: {line}");
            }
        }
    }

    #[test]
    fn a_page_lies_in_a_folder_of_files_by_its_whole_name() {
        for path in
            ["/wp-content/uploads/id/", "/blog/WP-Includes/x.php", "/.well-known/a", "/wp-admin/js/in.html"]
        {
            assert!(among_files(path), "{path}");
        }
        // Sites have pages about pictures and styles.
        for path in [
            "",
            "/",
            "/wp-content",
            "/my-wp-content/in",
            "/images/flowers/",
            "/css/",
            "/wp-admin/profile.php",
        ] {
            assert!(!among_files(path), "{path}");
        }
    }

    #[test]
    fn what_is_no_such_platform_is_none() {
        for host in
            ["shop.example", "www.shop.co.uk", "shop.myshopify.com", "d1.cloudfront.net", "a.b.kawasaki.jp"]
        {
            let suffix = suffix(host);
            assert!(!free(suffix) && !Sort::Passing.has(suffix) && !Sort::Copies.has(suffix), "{host}");
        }
    }
}
