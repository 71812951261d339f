//! The browsers that the tests and the demo drive.

use std::env;
use std::path::PathBuf;

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
    Ok(Browsers {
        chromium: again(chromium, "CHROMIUM", &CHROMIUM)?,
        firefox: again(firefox, "FIREFOX", &FIREFOX)?,
        certutil: again(certutil, "CERTUTIL", &["certutil"])?,
        geckodriver: match search("GECKODRIVER", &[])? {
            Some(path) => path,
            None => cargo_tool::ensure_geckodriver()?,
        },
    })
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
