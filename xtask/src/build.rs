//! `cargo xtask build`: the unpacked extension for each browser.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::setup::{cargo_tool, wasm};
use crate::{Done, bare, budgets, icons, join, project, setup, step, words};

pub const BROWSERS: [&str; 3] = ["chromium", "firefox", INSPECT];

/// Chromium's second package: the same, and the debugger's permission to read a certificate on a click.
const INSPECT: &str = "chromium-inspect";
/// Its background, which the other packages go without.
const INSPECTOR: &str = "inspect.js";
/// A person waits for it.
const POPUP: &str = "popup.js";

pub fn run() -> Done {
    let toolchain = setup::for_build()?;
    core(toolchain)?;
    for browser in BROWSERS {
        assemble(browser)?;
    }
    println!("Built dist/chromium, dist/chromium-inspect and dist/firefox.");
    Ok(())
}

/// The core as WebAssembly with its glue and its TypeScript declarations. The folder that holds `core/`
/// is a root beside `extension/` for the type checker, so its place is written down in `tsconfig.json` too.
pub fn core_folder() -> PathBuf {
    project::root().join("target").join("wasm-package").join("core")
}

fn core(toolchain: wasm::Toolchain) -> Done {
    let folder = core_folder();
    let stamp = folder.with_file_name("made-from");
    let made_from = fingerprint(toolchain)?;
    if fs::read_to_string(&stamp).is_ok_and(|old| old == made_from) && folder.join(WASM).is_file() {
        return Ok(());
    }
    let _ = fs::remove_file(&stamp);
    let mut pack = toolchain.command("wasm-pack");
    pack.args([
        "build",
        ".",
        "--target",
        "web",
        "--release",
        "--mode",
        "no-install",
        "--no-pack",
        "--no-opt",
        "--out-dir",
    ])
    .arg(&folder)
    .env("PATH", cargo_tool::path())
    .env("RUSTFLAGS", private_paths());
    step::run("Building the core for WebAssembly", &mut pack)?;
    let mut snip = std::process::Command::new("node");
    snip.arg(project::root().join(SNIP)).arg(folder.join(WASM));
    step::run("Taking the words of panics out of the core", &mut snip)?;
    shrink(toolchain)?;
    project::write(&stamp, made_from.as_bytes())
}

const WASM: &str = "trust_indicator_bg.wasm";
/// The core, below a browser's folder.
pub const CORE: &str = "core/trust_indicator_bg.wasm";
/// Needs the names of functions, which shrinking takes away.
const SNIP: &str = "xtask/snip.mjs";
const GLUE: &str = "trust_indicator.js";

/// Keeps this machine's paths out of what ships: the same sources make the same bytes anywhere.
fn private_paths() -> String {
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo = std::env::var("CARGO_HOME").unwrap_or(format!("{home}/.cargo"));
    let root = project::root();
    format!("--remap-path-prefix={cargo}=/cargo --remap-path-prefix={}=/project", root.display())
}

/// Squeezes the module, with the features that the compiler's target already uses and no other: browsers
/// and Node refuse newer ones.
fn shrink(toolchain: wasm::Toolchain) -> Done {
    let features = toolchain
        .ask(&["--print", "cfg", "--target", wasm::TARGET])
        .ok_or("The compiler does not say which WebAssembly features it uses.")?;
    let mut command = std::process::Command::new("node");
    command.arg(project::root().join("node_modules/binaryen/bin/wasm-opt")).arg("-Os");
    // Functions put into their one caller save a few bytes there and cost many gzipped: a large function's
    // locals have numbers that nothing else has.
    command.arg("--one-caller-inline-max-function-size=10");
    // As does a value that is kept in a local of its own instead of being made twice.
    command.args(["--skip-pass=local-cse", "--strip-target-features", "--strip-producers"]);
    // Hints that engines do not heed, and zeros, which gzip counts for nothing.
    command.args(["--dealign", "--skip-pass=memory-packing"]);
    for line in features.lines() {
        let name = line.strip_prefix("target_feature=\"").and_then(|rest| rest.strip_suffix('"'));
        match name {
            Some("nontrapping-fptoint") => command.arg("--enable-nontrapping-float-to-int"),
            Some(name) => command.arg(format!("--enable-{name}")),
            None => &mut command,
        };
    }
    let file = core_folder().join(WASM);
    command.arg(&file).arg("-o").arg(&file);
    step::run("Shrinking the core", &mut command)
}

/// Everything the core is made of, in one number.
fn fingerprint(toolchain: wasm::Toolchain) -> Done<String> {
    let root = project::root();
    let mut files = project::files(&root.join("src"));
    // The last names the program that shrinks it.
    let others = ["Cargo.toml", "Cargo.lock", "build.rs", "xtask/src/build.rs", SNIP, "package-lock.json"];
    files.extend(others.map(|file| root.join(file)));
    let mut hasher = DefaultHasher::new();
    toolchain.ask(&["-vV"]).hash(&mut hasher);
    for file in files.iter().filter(|file| file.is_file()) {
        file.hash(&mut hasher);
        project::read(file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Copies what ships into the browser's folder, and takes away what is left of an older build.
fn assemble(browser: &str) -> Done {
    let (root, dist) = (project::root(), project::dist(browser));
    let mut kept = BTreeSet::new();
    let mut put = |name: PathBuf, content: &[u8]| {
        let file = dist.join(name);
        project::write(&file, content)?;
        kept.insert(file);
        Done::Ok(())
    };
    let manifest: Value = serde_json::from_slice(&project::read(&root.join("manifest.json"))?)
        .map_err(|error| format!("manifest.json is not JSON: {error}."))?;
    let in_pages = budgets::page_scripts(&manifest);
    let extension = root.join("extension");
    for file in project::files(&extension) {
        let name = file.strip_prefix(&extension).map_err(|error| error.to_string())?;
        let elsewhere = name == Path::new(INSPECTOR) && browser != INSPECT;
        // Declarations are for the type checker.
        if elsewhere || name.to_string_lossy().ends_with(".d.ts") {
            continue;
        }
        let content = if name == Path::new(POPUP) {
            join::join(&extension, POPUP)?.into_bytes()
        } else if in_pages.iter().any(|script| name == Path::new(script)) {
            bare::bare(&project::read_text(&file)?)?.into_bytes()
        } else if name.starts_with("_locales") {
            words::compact(&project::read(&file)?)?
        } else {
            project::read(&file)?
        };
        put(name.to_path_buf(), &content)?;
    }
    for (name, picture) in icons::pictures()? {
        put(name, &picture)?;
    }
    for name in [WASM, GLUE] {
        put(PathBuf::from("core").join(name), &project::read(&core_folder().join(name))?)?;
    }
    let manifest =
        serde_json::to_string_pretty(&trim(manifest, browser)).map_err(|error| error.to_string())?;
    put(PathBuf::from("manifest.json"), manifest.as_bytes())?;
    for file in project::files(&dist) {
        if !kept.contains(&file) {
            fs::remove_file(&file).map_err(|error| format!("Cannot remove {}: {error}.", file.display()))?;
        }
    }
    Ok(())
}

/// One manifest serves both browsers; each is spared what only the other understands.
pub fn trim(mut manifest: Value, browser: &str) -> Value {
    let (keys, permissions): (&[(&str, &str)], &[&str]) = if browser != "firefox" {
        (
            &[("", "browser_specific_settings"), ("background", "scripts"), ("action", "default_area")],
            &["webRequestBlocking"],
        )
    } else {
        (&[("", "minimum_chrome_version"), ("background", "service_worker")], &[])
    };
    for &(part, key) in keys {
        let part = if part.is_empty() { Some(&mut manifest) } else { manifest.get_mut(part) };
        if let Some(part) = part.and_then(Value::as_object_mut) {
            part.remove(key);
        }
    }
    if let Some(manifest) = manifest.as_object_mut() {
        for list in ["permissions", "optional_permissions"] {
            if let Some(part) = manifest.get_mut(list).and_then(Value::as_array_mut) {
                part.retain(|name| !permissions.iter().any(|unknown| name == unknown));
            }
        }
    }
    if browser == INSPECT {
        manifest["background"]["service_worker"] = INSPECTOR.into();
        if let Some(permissions) = manifest["permissions"].as_array_mut() {
            permissions.push("debugger".into());
        }
    }
    manifest
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn each_browser_gets_its_own_keys() {
        let manifest = json!({
            "name": "x",
            "permissions": ["webRequest", "webRequestBlocking"],
            "background": {"service_worker": "b.js", "scripts": ["b.js"]}, "action": {"default_area": "navbar"},
            "browser_specific_settings": {}, "minimum_chrome_version": "120",
        });
        let chromium = super::trim(manifest.clone(), "chromium");
        let expected = json!({
            "name": "x", "permissions": ["webRequest"], "background": {"service_worker": "b.js"}, "action": {},
            "minimum_chrome_version": "120",
        });
        assert_eq!(chromium, expected);
        let inspect = super::trim(manifest.clone(), super::INSPECT);
        let expected = json!({
            "name": "x", "permissions": ["webRequest", "debugger"],
            "background": {"service_worker": "inspect.js"}, "action": {}, "minimum_chrome_version": "120",
        });
        assert_eq!(inspect, expected);
        let firefox = super::trim(manifest, "firefox");
        let expected = json!({
            "name": "x", "permissions": ["webRequest", "webRequestBlocking"], "background": {"scripts": ["b.js"]},
            "action": {"default_area": "navbar"},
            "browser_specific_settings": {},
        });
        assert_eq!(firefox, expected);
    }
}
