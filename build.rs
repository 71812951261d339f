//! Packs the address tables (`src/address/data/*.txt`) into the compact form that the core reads.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "src/address/fingerprint.rs"]
#[allow(dead_code)]
mod fingerprint;

const DATA: &str = "src/address/data";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={DATA}");
    println!("cargo:rerun-if-changed=src/address/fingerprint.rs");
    let out = env::var("OUT_DIR")?;
    for section in ["icann", "private"] {
        let rules = section_of("suffixes.txt", section)?;
        fs::write(Path::new(&out).join(section), set(3, rules.iter().map(|rule| mark(rule))))?;
    }
    Ok(())
}

/// The lines of a table under `[section]`, without comments.
fn section_of(table: &str, section: &str) -> Result<Vec<String>, Box<dyn Error>> {
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
