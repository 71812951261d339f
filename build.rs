//! Packs the address tables (`src/address/data/*.txt`) into the compact forms that the core reads.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

#[path = "src/address/fingerprint.rs"]
#[allow(dead_code)]
mod fingerprint;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const DATA: &str = "src/address/data";

fn main() -> Result<()> {
    println!("cargo:rerun-if-changed={DATA}");
    println!("cargo:rerun-if-changed=src/address/fingerprint.rs");
    let icann = section_of("suffixes.txt", "icann")?;
    let mut private = section_of("suffixes.txt", "private")?;
    private.extend(section_of("platforms.txt", "hosting")?);
    write("icann", set(3, icann.iter().map(|rule| mark(rule))))?;
    write("private", set(3, private.iter().map(|rule| mark(rule))))?;

    let brands = section_of("brands.txt", "brands")?;
    let further = section_of("brands.txt", "names")?;
    let mut owned = section_of("owned.txt", "owned")?;
    let mut names = String::new();
    for line in &brands {
        let (rest, domains) = line.rsplit_once('|').ok_or("a brand without domains")?;
        let main = domains.split(' ').next().unwrap_or_default();
        writeln!(names, "{rest}|{main}")?;
        owned.extend(domains.split(' ').map(str::to_owned));
    }
    for line in &further {
        writeln!(names, "{line}")?;
        owned.push(line.trim_start_matches('~').to_owned());
    }
    write("names", names.into_bytes())?;
    // A false match only silences, so two bytes are enough.
    write("owned", set(2, owned.iter().map(|domain| fingerprint::hash(b'=', domain))))?;
    let words = section_of("words.txt", "words")?;
    write("words", set(2, words.iter().map(|word| fingerprint::hash(b'=', word))))
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

/// `*.name` and `!name` rules are marked in the hash, the name is kept bare.
fn mark(rule: &str) -> u64 {
    let (mark, name) = match rule.strip_prefix("*.") {
        Some(name) => (b'*', name),
        None => rule.strip_prefix('!').map_or((b'=', rule), |name| (b'!', name)),
    };
    fingerprint::hash(mark, name)
}

/// The layout of `fingerprint::Set`, about eight names a bucket.
fn set(kept: u8, hashes: impl Iterator<Item = u64>) -> Vec<u8> {
    let mut hashes: Vec<u64> = hashes.collect();
    hashes.sort_unstable();
    hashes.dedup();
    let bits = (hashes.len() / 8).max(2).ilog2();
    let mut bytes = vec![bits as u8, kept];
    for bucket in 0..=(1_u64 << bits) {
        let start = hashes.partition_point(|hash| hash >> (64 - bits) < bucket);
        bytes.extend(start.to_le_bytes().iter().take(3));
    }
    for hash in hashes {
        bytes.extend(hash.to_le_bytes().iter().take(usize::from(kept)));
    }
    bytes
}
