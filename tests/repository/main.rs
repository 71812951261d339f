//! The repository's own consistency: what a change may leave half done is named here.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_methods)]

mod messages;
mod rooms;
mod sentences;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// What ships of a source: nothing of a file of tests, and no module of tests at the end of another.
fn shipped<'a>(name: &str, text: &'a str) -> &'a str {
    let tests = ["#[cfg(test)]\nmod tests", "#[cfg(test)]\npub mod tests"];
    match tests.iter().find_map(|tests| text.rsplit_once(tests)) {
        _ if name.ends_with("/tests.rs") || name.contains("/tests/") => "",
        Some((code, _)) => code,
        None => text,
    }
}

/// Every file below a folder of the repository, sorted, as its path from the top and its text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = vec![root.join(folder)];
    let mut found = Vec::new();
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
            let path: PathBuf = entry.path();
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            if path.is_dir() {
                open.push(path);
            } else if let (true, Ok(text)) =
                (endings.iter().any(|ending| name.ends_with(ending)), fs::read_to_string(&path))
            {
                found.push((name, text));
            }
        }
    }
    found.sort();
    found
}

/// One failure that names all that is wrong.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}
/// What stands between quotes after this beginning, wherever it occurs: `quoted(r#"say("x")"#, "say(")`.
fn quoted<'a>(text: &'a str, beginning: &str) -> Vec<&'a str> {
    let rests = text.split(beginning).skip(1).map(str::trim_start);
    rests.filter_map(|rest| rest.strip_prefix('"')?.split('"').next()).collect()
}
