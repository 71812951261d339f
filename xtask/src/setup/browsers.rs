//! The browsers that the tests and the demo drive.

use std::env;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{cargo_tool, debian};
use crate::{Done, project};

/// Paths of the programs.
pub struct Browsers {
    pub chromium: PathBuf,
    pub firefox: PathBuf,
    pub geckodriver: PathBuf,
    pub certutil: PathBuf,
}

const CHROMIUM: [&str; 11] = [
    "chromium",
    "chromium-browser",
    "google-chrome-for-testing",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    // Google's own builds take no unpacked extension from the command line: after those that do.
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "/snap/bin/chromium",
];
const FIREFOX: [&str; 4] = [
    "firefox-esr",
    "firefox",
    "/usr/lib/firefox/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/// The one that stands behind `--browser`.
pub fn named(word: Option<&str>) -> Done<&str> {
    word.filter(|word| ["chromium", "firefox"].contains(word))
        .ok_or_else(|| format!("“{}”? --browser takes chromium or firefox.", word.unwrap_or_default()))
}

pub fn ensure() -> Done<Browsers> {
    let (chromium, firefox) = (search("CHROMIUM", &CHROMIUM)?, search("FIREFOX", &FIREFOX)?);
    let certutil = search("CERTUTIL", &["certutil"])?;
    // The demo world makes with it what Rust's libraries refuse to make: weak keys and signatures.
    let openssl = project::find("openssl");
    let wanted = [
        (&chromium, "chromium"),
        (&firefox, "firefox-esr"),
        (&certutil, "libnss3-tools"),
        (&openssl, "openssl"),
    ];
    let missing: Vec<&str> =
        wanted.into_iter().filter(|(found, _)| found.is_none()).map(|(_, package)| package).collect();
    if !missing.is_empty() {
        // Pages need letters to be painted with.
        debian::install(&[missing.as_slice(), &["fonts-liberation"]].concat()).map_err(|trouble| {
            format!("{trouble}\nOr name the programs in CHROMIUM, FIREFOX and CERTUTIL.")
        })?;
    }
    let again = |found: Option<PathBuf>, variable: &str, names: &[&str]| match found {
        Some(path) => Ok(path),
        None => search(variable, names)?.ok_or(format!("No {} found: set {variable} to its path.", names[0])),
    };
    let browsers = Browsers {
        chromium: again(chromium, "CHROMIUM", &CHROMIUM)?,
        firefox: again(firefox, "FIREFOX", &FIREFOX)?,
        certutil: again(certutil, "CERTUTIL", &["certutil"])?,
        geckodriver: match search("GECKODRIVER", &[])? {
            Some(path) => path,
            None => cargo_tool::ensure_geckodriver()?,
        },
    };
    let (chromium, firefox) = oldest()?;
    new_enough("CHROMIUM", &browsers.chromium, chromium)?;
    new_enough("FIREFOX", &browsers.firefox, firefox)?;
    Ok(browsers)
}

/// The oldest Chromium and Firefox that the manifest lets load the extension.
pub fn oldest() -> Done<(u32, u32)> {
    let manifest = project::read_text(&project::root().join("manifest.json"))?;
    let manifest: Value =
        serde_json::from_str(&manifest).map_err(|error| format!("manifest.json is not JSON: {error}."))?;
    let said = |version: &Value| version.as_str().and_then(major);
    let chromium = said(&manifest["minimum_chrome_version"]);
    let firefox = said(&manifest["browser_specific_settings"]["gecko"]["strict_min_version"]);
    chromium.zip(firefox).ok_or("manifest.json names no oldest browsers.".to_owned())
}

/// One that does not say its version is tried.
fn new_enough(variable: &str, browser: &Path, oldest: u32) -> Done {
    match project::ask(browser, &["--version"]).as_deref().and_then(major) {
        Some(major) if major < oldest => Err(format!(
            "{} is of version {major}, and {oldest} is needed: install a newer one, or name it in {variable}.",
            browser.display()
        )),
        _ => Ok(()),
    }
}

/// `Mozilla Firefox 153.8.0esr` → `153`
fn major(said: &str) -> Option<u32> {
    said.split_whitespace().find_map(|word| word.split('.').next()?.parse().ok())
}

/// What the variable names; else the first of these on PATH or at that place.
fn search(variable: &str, names: &[&str]) -> Done<Option<PathBuf>> {
    if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()).map(PathBuf::from) {
        let found = if path.is_absolute() { path.is_file() } else { false };
        return match found {
            true => Ok(Some(path)),
            false => project::find(&path.to_string_lossy())
                .map(Some)
                .ok_or(format!("{variable} names {}, and there is no such program.", path.display())),
        };
    }
    Ok(names.iter().find_map(|name| {
        let path = PathBuf::from(name);
        if path.is_absolute() { Some(path).filter(|path| path.is_file()) } else { project::find(name) }
    }))
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_versions() {
        assert_eq!(super::major("Mozilla Firefox 153.8.0esr"), Some(153));
        assert_eq!(
            super::major("Chromium 156.0.8078.108 built on Debian GNU/Linux 12 (bookworm)"),
            Some(156)
        );
        assert_eq!(super::major("120"), Some(120));
        assert_eq!(super::major("Chromium"), None);
    }
}
