//! Programs from crates.io, in a folder of their own for each, shared by all clones.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::{Done, project, step};

pub fn ensure_wasm_pack() -> Done<PathBuf> {
    ensure("wasm-pack", "wasm-pack", None)
}

pub fn ensure_geckodriver() -> Done<PathBuf> {
    ensure("geckodriver", "geckodriver", None)
}

/// The bindings' generator must be of the very version that the lock file names for the library.
pub fn ensure_wasm_bindgen() -> Done<PathBuf> {
    let lock = project::read_text(&project::root().join("Cargo.lock"))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen.")?;
    ensure("wasm-bindgen-cli", "wasm-bindgen", Some(version))
}

/// PATH with our own tools in front.
pub fn path() -> OsString {
    let own = [ensure_wasm_pack(), ensure_wasm_bindgen()];
    let mut folders: Vec<PathBuf> =
        own.into_iter().flatten().filter_map(|file| file.parent().map(PathBuf::from)).collect();
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).unwrap_or_default()
}

fn ensure(package: &str, program: &str, version: Option<&str>) -> Done<PathBuf> {
    if let Some(found) = project::find(program).filter(|file| fits(file, version)) {
        return Ok(found);
    }
    let folder = project::tools().join(version.map_or(package.to_owned(), |v| format!("{package}-{v}")));
    let file = folder.join("bin").join(program);
    if file.is_file() {
        return Ok(file);
    }
    // With the package's own lock file where the registry has all that it names; else without.
    install(package, version, &folder, &["--locked"])
        .or_else(|trouble| {
            eprintln!("{trouble}\n  Trying without the package's own lock file.");
            install(package, version, &folder, &[])
        })
        .map_err(|trouble| format!("{trouble}\nTry by hand: cargo install {package}"))?;
    Ok(file)
}

fn install(package: &str, version: Option<&str>, folder: &PathBuf, more: &[&str]) -> Done {
    let mut command = Command::new("cargo");
    // Unoptimised: these programs work for seconds, and optimising them takes many minutes.
    command.args(["install", package, "--debug", "--root"]).arg(folder).args(more);
    if let Some(version) = version {
        command.args(["--version", version]);
    }
    // One folder for the objects of all of them: they share many crates.
    command
        .current_dir(env::temp_dir())
        .env("CARGO_TARGET_DIR", project::tools().join("objects"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    step::run(&format!("Building {package} (a few minutes, once)"), &mut command)
}

fn fits(file: &PathBuf, version: Option<&str>) -> bool {
    let Some(version) = version else { return true };
    project::ask(file, &["--version"]).is_some_and(|said| said.split(' ').any(|word| word == version))
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.7\"\n";
        assert_eq!(super::locked_version(lock, "wasm-bindgen"), Some("0.2.7"));
        assert_eq!(super::locked_version(lock, "absent"), None);
    }
}
