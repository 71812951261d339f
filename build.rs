//! Packs the address tables (`src/address/data/*.txt`) into the compact forms that the core reads.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

#[path = "src/address/fingerprint.rs"]
#[allow(dead_code)]
mod fingerprint;
use fingerprint::Set;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const DATA: &str = "src/address/data";
/// Sections of platforms, with their marks: `Sort` in `src/address/platform.rs`.
const SORTS: [(&str, u8); 7] = [
    ("pages", b'p'),
    ("shops", b's'),
    ("programs", b'r'),
    ("passing", b't'),
    ("dynamic", b'd'),
    ("cheap", b'c'),
    ("copies", b'k'),
];

fn main() -> Result<()> {
    println!("cargo:rerun-if-changed={DATA}");
    println!("cargo:rerun-if-changed=src/address/fingerprint.rs");
    let brands = section_of("brands.txt", "brands")?;
    let further = section_of("brands.txt", "names")?;
    let mut owned = section_of("owned.txt", "owned")?;
    let mut names = String::new();
    for line in &brands {
        let (_, domains) = line.rsplit_once('|').ok_or("a brand without domains")?;
        owned.extend(domains.split(' ').map(str::to_owned));
    }
    // Further names guard their own domains only: as names to resemble they cost 21 KB and caught 0.3% more.
    for line in &further {
        owned.push(line.trim_start_matches('~').to_owned());
    }
    for line in &brands {
        let mut parts = line.split('|');
        if let (Some(name), Some(tokens), Some(domains)) = (parts.next(), parts.next(), parts.next()) {
            let domains: Vec<&str> = domains.split(' ').collect();
            let tokens: Vec<String> =
                tokens.split(' ').map(|token| marked(token, &domains, &owned)).collect();
            writeln!(names, "{name}|{}|{}", tokens.join(" "), domains.first().copied().unwrap_or_default())?;
        }
    }
    write("names", names.into_bytes())?;

    let icann = section_of("suffixes.txt", "icann")?;
    let mut private = section_of("suffixes.txt", "private")?;
    let closed = section_of("platforms.txt", "closed")?;
    let within = |rule: &str, name: &str| rule == name || rule.ends_with(&format!(".{name}"));
    private.retain(|rule| !closed.iter().any(|name| within(rule, name)));
    private.extend(section_of("platforms.txt", "hosting")?);
    let mut platforms: BTreeSet<(u8, String)> = BTreeSet::new();
    for (section, sort) in SORTS {
        let rules = section_of("platforms.txt", section)?;
        platforms.extend(rules.iter().map(|rule| (sort, rule.trim_start_matches("*.").to_owned())));
        private.extend(rules);
    }
    // A false match would cut a name in the wrong place: rare, and never one of the domains known here.
    let rules = icann.iter().chain(&private).map(|rule| mark(rule).1);
    let near = neighbours(owned.iter().map(String::as_str).chain(rules), b"=*!");
    let platforms = platforms.iter().map(|(sort, name)| (*sort, name.as_str())).collect();
    let others = neighbours(private.iter().map(|rule| mark(rule).1), &SORTS.map(|(_, sort)| sort));
    write("platforms", set(13, platforms, &others)?)?;
    write("icann", set(16, icann.iter().map(|rule| mark(rule)).collect(), &near)?)?;
    write("private", set(16, private.iter().map(|rule| mark(rule)).collect(), &near)?)?;
    // Here it would only silence: one name in two thousand, which somebody who has read this could look for.
    let plain = |name| (b'=', name);
    write("owned", set(11, owned.iter().map(String::as_str).map(plain).collect(), &BTreeSet::new())?)?;
    let lures: Result<Vec<String>> = ["asking", "telling", "lures"]
        .map(|part| Ok(section_of("lures.txt", part)?.join("\n")))
        .into_iter()
        .collect();
    write("lures", lures?.join("\n\n").into_bytes())?;
    let words = section_of("words.txt", "words")?;
    write("words", set(9, words.iter().map(String::as_str).map(plain).collect(), &BTreeSet::new())?)?;
    for section in ["paths", "made"] {
        write(section, section_of("platforms.txt", section)?.join("\n").into_bytes())?;
    }
    // Of two lines for a letter the later one holds.
    let looks: BTreeMap<char, String> = section_of("letters.txt", "looks")?
        .into_iter()
        .filter_map(|line| Some((line.chars().next()?, line)))
        .collect();
    let looks: Vec<String> = looks.into_values().collect();
    let scripts = section_of("letters.txt", "scripts")?;
    write(
        "letters",
        format!("[scripts]\n{}\n[looks]\n{}\n", scripts.join("\n"), looks.join("\n")).into_bytes(),
    )
}

/// How much a common word says of whose a domain is, by all that are known: `+` where every one that begins with
/// it is this owner's, `=` where every one is that has it as its label, else `~`.
fn marked(token: &str, own: &[&str], known: &[String]) -> String {
    let Some(word) = token.strip_prefix('~') else { return token.to_owned() };
    let all = |begin: &str| known.iter().all(|d| !d.starts_with(begin) || own.contains(&d.as_str()));
    let mark = if all(word) {
        '+'
    } else if all(&format!("{word}.")) {
        '='
    } else {
        '~'
    };
    format!("{mark}{word}")
}

fn write(name: &str, bytes: Vec<u8>) -> Result<()> {
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join(name), bytes)?)
}

/// The lines of a table under `[section]`, without comments.
fn section_of(table: &str, section: &str) -> Result<Vec<String>> {
    let text = fs::read_to_string(Path::new(DATA).join(table))?;
    let wanted = format!("[{section}]");
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if line.starts_with('[') {
            inside = line == wanted;
        } else if inside {
            lines.push(line.to_owned());
        }
    }
    if lines.is_empty() {
        return Err(format!("{table}: nothing under [{section}]").into());
    }
    Ok(lines)
}

type Entry<'a> = (u8, &'a str);

/// `*.name` and `!name` rules are marked, the name is kept bare.
fn mark(rule: &str) -> Entry<'_> {
    match rule.strip_prefix("*.") {
        Some(name) => (b'*', name),
        None => rule.strip_prefix('!').map_or((b'=', rule), |name| (b'!', name)),
    }
}

/// Everything that is asked, with these marks, when the suffix of one of these is looked for.
fn neighbours<'a>(names: impl Iterator<Item = &'a str>, marks: &[u8]) -> BTreeSet<Entry<'a>> {
    let ends = |name: &'a str| std::iter::successors(Some(name), |name| Some(name.split_once('.')?.1));
    names.flat_map(ends).flat_map(|name| marks.iter().map(move |&mark| (mark, name))).collect()
}

/// The layout of `fingerprint::Set`, with a salt that makes no neighbour a false match.
fn set(kept: u8, entries: BTreeSet<Entry<'_>>, near: &BTreeSet<Entry<'_>>) -> Result<Vec<u8>> {
    for salt in 0..=u8::MAX {
        let bytes = coded(salt, kept, &entries)?;
        let set = Set::new(&bytes);
        if let Some((_, lost)) = entries.iter().find(|(mark, name)| !set.has(*mark, name)) {
            return Err(format!("{lost} is not found").into());
        }
        if near.difference(&entries).all(|(mark, name)| !set.has(*mark, name)) {
            return Ok(bytes);
        }
    }
    Err("every salt makes a false match".into())
}

fn coded(salt: u8, kept: u8, entries: &BTreeSet<Entry<'_>>) -> Result<Vec<u8>> {
    let buckets = u16::try_from(entries.len().div_ceil(1 << fingerprint::BUCKET))?;
    let places: BTreeSet<(usize, u64)> = entries
        .iter()
        .map(|(mark, name)| fingerprint::place(fingerprint::hash(salt, *mark, name), buckets, kept))
        .collect();
    let mut bytes = vec![salt, kept];
    bytes.extend(buckets.to_le_bytes());
    let mut codes: Vec<bool> = Vec::new();
    for bucket in 0..=usize::from(buckets) {
        bytes.extend(u32::try_from(codes.len())?.to_le_bytes().iter().take(3));
        let mut last = 0;
        for &(_, value) in places.range((bucket, 0)..(bucket + 1, 0)) {
            codes.extend((0..(value - last) >> kept).map(|_| true));
            codes.push(false);
            codes.extend((0..kept).map(|bit| ((value - last) >> bit) & 1 == 1));
            last = value;
        }
    }
    let packed = codes
        .chunks(8)
        .map(|bits| bits.iter().enumerate().fold(0, |byte, (at, &bit)| byte | u8::from(bit) << at));
    bytes.extend(packed.chain([0; 8]));
    Ok(bytes)
}
