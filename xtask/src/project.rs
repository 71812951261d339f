//! Where things are.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Done;

/// The repository's top folder.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), Path::to_path_buf)
}

/// Labelled cases from elsewhere: a folder beside the clone that need not be there.
pub fn corpora() -> PathBuf {
    root().with_file_name("shared").join("corpora")
}

/// Where there are none. The sentence names the folder.
pub fn no_cases(folder: &Path) -> String {
    format!("There are no labelled cases in {}: name a folder of them by --corpus DIR.", folder.display())
}

/// Cargo's folder for what it builds; xtask keeps its own products there too.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The unpacked extension for each browser.
pub fn dist(browser: &str) -> PathBuf {
    root().join("dist").join(browser)
}

/// A person's own folder for tools, shared by all clones: a fresh clone finds them there.
pub fn tools() -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|dir| dir.is_absolute())
        .unwrap_or_else(|| env::var_os("HOME").map_or_else(env::temp_dir, PathBuf::from).join(".cache"));
    cache.join("trust-indicator").join("tools")
}

/// Every file below a folder, sorted; nothing where there is no folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

pub fn read(path: &Path) -> Done<Vec<u8>> {
    fs::read(path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))
}

pub fn read_text(path: &Path) -> Done<String> {
    fs::read_to_string(path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))
}

/// Writes only what differs, so that nothing downstream sees a change where there is none.
pub fn write(path: &Path, content: &[u8]) -> Done {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, content));
    made.map_err(|error| format!("Cannot write {}: {error}.", path.display()))
}

/// Runs a program for the one line that it prints.
pub fn ask(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Option<String> {
    let output = std::process::Command::new(program).args(arguments).current_dir(root()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A program on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}
