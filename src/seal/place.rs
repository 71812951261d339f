//! Addresses as the code of seals holds them: where they stand, and whom they name.

use crate::address::{Parts, host};
use crate::certificate::base64;

/// An address with its query, as a seal's code or click names it.
#[derive(Clone, Debug)]
pub struct Place {
    pub url: String,
    pub host: String,
    pub encrypted: bool,
    /// Path and query, lower case.
    path: String,
    query: String,
}

impl Place {
    /// None where the text is no web address.
    pub fn of(url: &str) -> Option<Place> {
        let url = if url.starts_with("//") { format!("https:{url}") } else { url.to_owned() };
        let Parts { scheme, host, path, .. } = Parts::of(&url);
        if host.is_empty() || !matches!(scheme.as_str(), "http" | "https") {
            return None;
        }
        let query = url.split_once('?').map_or("", |(_, query)| query);
        let query = query.split('#').next().unwrap_or_default().to_owned();
        let path = format!("{path}?{query}").to_ascii_lowercase();
        Some(Place { host, encrypted: scheme == "https", path, query, url })
    }

    /// At one of these domains or below.
    pub fn under(&self, hosts: &[&str]) -> bool {
        hosts.iter().any(|name| host::under(&self.host, name))
    }

    /// Matches one of these patterns: a host, with at most one `*`, and a path prefix.
    pub fn matches(&self, patterns: &[&str]) -> bool {
        self.matched(patterns).is_some()
    }

    /// Says more than a pattern does: a pattern alone is the same page for every site.
    pub fn beyond(&self, patterns: &[&str]) -> bool {
        let length = |pattern: &str| pattern.split_once('/').map_or(0, |(_, path)| path.len());
        let whole = self.path.trim_matches(['/', '?']).len();
        patterns
            .iter()
            .any(|pattern| whole > length(pattern.trim_end_matches('/')) && self.matches(&[pattern]))
    }

    /// The length of the longest pattern that it matches.
    pub fn matched(&self, patterns: &[&str]) -> Option<usize> {
        let matching = patterns.iter().filter(|pattern| {
            let (host, path) = pattern.split_once('/').unwrap_or((pattern, ""));
            let fits = match host.split_once('*') {
                Some((before, after)) => {
                    self.host.strip_prefix(before).is_some_and(|rest| rest.ends_with(after))
                }
                None => self.host == host,
            };
            fits && self.path.strip_prefix('/').unwrap_or(&self.path).starts_with(&path.to_ascii_lowercase())
        });
        matching.map(|pattern| pattern.len()).max()
    }

    /// The site that this address speaks of, read where the catalogue says that its name stands.
    pub fn names(&self, wheres: &[&str], issuer: &[&str]) -> Option<String> {
        // A path may name the issuer itself before the site.
        let issuers = |name: &String| issuer.iter().any(|host| host::under(name, host));
        wheres.iter().find_map(|place| match place.strip_prefix('?') {
            None if *place != "/" => None,
            Some(key) => match (key.strip_suffix(','), key.strip_suffix('=')) {
                (Some(key), _) => self.value(key)?.rsplit(',').next().and_then(site),
                (_, Some(key)) => site(&String::from_utf8(base64::decode(&self.value(key)?)?).ok()?),
                _ => site(&self.value(key)?),
            },
            None => {
                let parts = self.path.split('?').next()?.split('/').filter(|part| !is_file(part));
                parts.filter_map(site).find(|name| !issuers(name))
            }
        })
    }

    fn value(&self, key: &str) -> Option<String> {
        self.query
            .split('&')
            .filter_map(|pair| pair.strip_prefix("amp;").unwrap_or(pair).split_once('='))
            .find(|(name, _)| name.eq_ignore_ascii_case(key))
            .map(|(_, value)| decode(value))
    }

    /// The path alone.
    fn page(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }

    /// The path of the picture: one that is handed out in other sizes is named in the query.
    fn picture(&self) -> String {
        let resized = || self.value("url").or_else(|| self.value("href"));
        let path = if self.is_picture() { None } else { resized() };
        path.unwrap_or_else(|| self.page().to_owned()).to_ascii_lowercase()
    }

    /// The name of the picture's file alone, for words in it.
    pub fn file(&self) -> String {
        last(&self.picture())
    }

    /// The name of the page alone.
    pub fn name(&self) -> String {
        last(self.page())
    }

    /// Not at the top of its site.
    pub fn is_in_folder(&self) -> bool {
        self.page().trim_end_matches('/').rfind('/') > Some(0)
    }

    /// The picture stands in a folder of one of these names.
    pub fn in_folder(&self, names: &[&str]) -> bool {
        self.picture().split('/').any(|part| names.contains(&part))
    }

    /// The first page of a site, maybe in a language: `/`, `/de`, `/us/en/`.
    pub fn is_home(&self) -> bool {
        self.page().as_bytes().split(u8::is_ascii_punctuation).all(|part| part.len() <= 2)
    }

    pub fn has_number(&self) -> bool {
        self.path.contains(|c: char| c.is_ascii_digit())
    }

    /// A picture file: a click on it opens the picture, not a page about the site.
    pub fn is_picture(&self) -> bool {
        let path = self.page();
        [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp"]
            .iter()
            .any(|end| path.ends_with(end))
    }
}

/// The web addresses inside a script's or handler's text.
pub fn addresses(text: &str) -> Vec<Place> {
    let text = text.replace("\\/", "/").replace("&amp;", "&").replace("%3A//", "://");
    let mut places = Vec::new();
    for (at, _) in text.match_indices("//") {
        let before = text.get(..at).unwrap_or_default();
        let scheme = ["https:", "http:"].into_iter().find(|scheme| before.ends_with(scheme));
        let rest = text.get(at..).unwrap_or_default();
        let end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '`' | ')' | '\\' | ';');
        let address = rest.split(end).next().unwrap_or_default();
        let quoted = before.ends_with(['"', '\'', '`', '(']);
        // "// a comment" is no address.
        if (scheme.is_some() || quoted) && address.contains('.') {
            places.extend(Place::of(&format!("{}{address}", scheme.unwrap_or("https:"))));
        }
    }
    places
}

/// The site that an option of a script names: `'domain':'www.shop.example'`.
pub fn option(script: &str, wheres: &[&str]) -> Option<String> {
    wheres.iter().filter(|place| place.starts_with('\'')).find_map(|key| {
        let (_, rest) = script.split_once(&format!("{key}':"))?;
        site(rest.trim_start().trim_start_matches('\'').split('\'').next()?)
    })
}

/// A host out of what a seal's code says: may carry a scheme, a path, capitals, a wildcard.
fn site(value: &str) -> Option<String> {
    let value = value.trim().to_ascii_lowercase();
    let value = value.split_once("://").map_or(value.as_str(), |(_, rest)| rest);
    let host = value.split(['/', '?', '#', ':', ' ']).next()?.trim_end_matches('.');
    let bare = host.strip_prefix("*.").unwrap_or(host);
    let (before, last) = bare.rsplit_once('.')?;
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
    let whole =
        value.chars().take_while(|c| !matches!(c, '/' | '?' | '#' | ':')).all(|c| good(c) || c == '*');
    (whole
        && bare.chars().all(good)
        && !before.is_empty()
        && last.len() > 1
        && (last.chars().all(char::is_alphabetic) || last.starts_with("xn--")))
    .then(|| host.to_owned())
}

/// The last part of a path.
fn last(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    decode(path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default())
}

/// Names like `seal.png` look like hosts.
fn is_file(part: &str) -> bool {
    const ENDS: &[&str] = &[
        "png", "jpg", "jpeg", "gif", "svg", "webp", "js", "php", "html", "htm", "aspx", "asp", "jsp", "do",
        "cfm", "exe", "css", "ico", "dll", "adp", "swf", "cgi",
    ];
    part.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&end))
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digits = (byte == b'%').then(|| {
            let mut ahead = rest.clone();
            let high = char::from(ahead.next()?).to_digit(16)?;
            let low = char::from(ahead.next()?).to_digit(16)?;
            rest = ahead;
            u8::try_from(high * 16 + low).ok()
        });
        bytes.push(digits.flatten().unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(url: &str, wheres: &[&str]) -> Option<String> {
        Place::of(url).unwrap().names(wheres, &["a.example"])
    }

    #[test]
    fn the_site_is_read_from_query_and_path() {
        let name = |name: &str| Some(name.to_owned());
        assert_eq!(names("https://a.example/?dn=WWW.Shop.example/&x", &["?dn"]), name("www.shop.example"));
        assert_eq!(
            names("https://a.example/?v=https%3A%2F%2Fshop.example%2Fx", &["?v"]),
            name("shop.example")
        );
        assert_eq!(names("https://a.example/?dn=*.shop.example", &["?dn"]), name("*.shop.example"));
        assert_eq!(names("https://a.example/?s=tag,1,2,shop.example", &["?s,"]), name("shop.example"));
        assert_eq!(names("https://a.example/meter/shop.example/13.gif", &["/"]), name("shop.example"));
        assert_eq!(
            names("https://s3.example/seal.a.example/shop.example/1.gif", &["/"]),
            name("shop.example")
        );
        assert_eq!(
            names("https://a.example/?r=aHR0cHM6Ly9zaG9wLmV4YW1wbGUveA==", &["?r="]),
            name("shop.example")
        );
        assert_eq!(
            names("https://a.example/?dn=xn--e1afmkfd.xn--p1ai", &["?dn"]),
            name("xn--e1afmkfd.xn--p1ai")
        );
        assert_eq!(names("https://a.example/images/seal.png", &["/"]), None);
        assert_eq!(names("https://a.example/?dn=Some Company", &["?dn"]), None);
        assert_eq!(names("https://a.example/?dn={{host}}", &["?dn"]), None);
        assert_eq!(names("https://a.example/?dn=10.0.0.1", &["?dn"]), None);
    }

    #[test]
    fn patterns_match_hosts_whole() {
        let place = Place::of("https://seal-utah.bbb.org/seals/x.png").unwrap();
        assert!(place.matches(&["seal-*.bbb.org/"]) && place.matches(&["seal-*.bbb.org/seals/"]));
        assert!(!place.matches(&["bbb.org/"]) && place.under(&["bbb.org"]));
        assert!(!Place::of("https://xbbb.org/").unwrap().under(&["bbb.org"]));
        assert!(!Place::of("https://bbb.org@evil.example/").unwrap().under(&["bbb.org"]));
    }

    #[test]
    fn addresses_are_found_in_scripts() {
        let found =
            addresses("// no.comment here\nx('https:\\/\\/a.example/b?c=1','w'); y(\"//b.example/\")");
        let hosts: Vec<&str> = found.iter().map(|place| place.host.as_str()).collect();
        assert_eq!(hosts, ["a.example", "b.example"]);
        assert!(addresses("not an address").is_empty());
    }
}
