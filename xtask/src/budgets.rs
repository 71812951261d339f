//! What the extension may weigh, and what must never be in a page.

use std::path::Path;

use serde_json::Value;

use crate::archive::{self, Packed};
use crate::{Done, build, pack, project};

const KB: usize = 1024;
const PAGE_SCRIPTS: usize = 15 * KB;
const CORE_GZIPPED: usize = 300 * KB;
const ZIP: usize = 700 * KB;
/// Put into a page only where a warning is due.
pub const GUARD: [&str; 4] = ["guard_look.js", "guard_place.js", "guard_cover.js", "guard.js"];

/// One thing that was checked, and what is wrong with it.
pub struct Check {
    pub what: String,
    pub wrong: Option<String>,
}

fn at_most(what: &str, bytes: usize, limit: usize) -> Check {
    let wrong = (bytes > limit).then(|| format!("{bytes} bytes, {} too many", bytes - limit));
    Check { what: format!("{what}: {bytes} of {limit} bytes"), wrong }
}

pub fn check() -> Done<Vec<Check>> {
    let mut checks = Vec::new();
    // Apart, so that the second time everything is packed anew.
    let (mut packed, mut packed_again) = (Packed::new(), Packed::new());
    for browser in build::BROWSERS {
        let folder = project::dist(browser);
        let manifest: Value = serde_json::from_slice(&project::read(&folder.join("manifest.json"))?)
            .map_err(|error| format!("{browser}'s manifest is not JSON: {error}."))?;
        let scripts = page_scripts(&manifest);
        checks.push(at_most(
            &format!("{browser}: scripts in every page"),
            bytes(&folder, &scripts)?,
            PAGE_SCRIPTS,
        ));
        checks.push(no_core_in_pages(browser, &manifest, &folder, &scripts)?);
        let (file, zip) = pack::zip(browser, &mut packed)?;
        checks.push(at_most(&format!("{browser}: zip"), zip.len(), ZIP));
        let again = pack::zip(browser, &mut packed_again)?.1;
        let wrong = (again != zip).then(|| "a second packing gave other bytes".to_owned());
        checks.push(Check { what: format!("{browser}: {} is the same twice", name(&file)), wrong });
        checks.push(version(browser, &manifest));
    }
    let core = project::read(&project::dist("chromium").join(build::CORE))?;
    let gzipped = archive::gzipped(&core)?;
    checks.push(at_most("core, gzipped", gzipped, CORE_GZIPPED));
    Ok(checks)
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The files that the manifest puts into every page.
pub fn page_scripts(manifest: &Value) -> Vec<String> {
    let groups = manifest["content_scripts"].as_array().into_iter().flatten();
    let files = groups.flat_map(|group| group["js"].as_array().into_iter().flatten());
    files.filter_map(|file| file.as_str().map(str::to_owned)).collect()
}

pub fn bytes(folder: &Path, names: &[String]) -> Done<usize> {
    names.iter().map(|name| Ok(project::read(&folder.join(name))?.len())).sum()
}

/// Pages get plain scripts; the guard comes later and only where a warning is due; nothing of the
/// extension can be loaded by a page.
fn no_core_in_pages(browser: &str, manifest: &Value, folder: &Path, scripts: &[String]) -> Done<Check> {
    let mut wrong = Vec::new();
    if scripts.is_empty() {
        wrong.push("no script in pages at all".to_owned());
    }
    if scripts.iter().any(|name| name.contains("guard")) {
        wrong.push("the guard is in every page".to_owned());
    }
    if manifest.get("web_accessible_resources").is_some() {
        wrong.push("pages can load files of the extension".to_owned());
    }
    for name in scripts.iter().map(String::as_str).chain(GUARD) {
        let text = project::read_text(&folder.join(name))?;
        if text.contains("WebAssembly") || text.contains(".wasm") || text.contains("core/") {
            wrong.push(format!("{name} names the core"));
        }
    }
    let wrong = (!wrong.is_empty()).then(|| wrong.join("; "));
    Ok(Check { what: format!("{browser}: no core and no standing guard in pages"), wrong })
}

fn version(browser: &str, manifest: &Value) -> Check {
    let (said, expected) = (manifest["version"].as_str().unwrap_or(""), env!("CARGO_PKG_VERSION"));
    let wrong = (said != expected).then(|| format!("manifest.json says {said}, Cargo.toml {expected}"));
    Check { what: format!("{browser}: version {expected}"), wrong }
}
