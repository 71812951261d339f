//! Words and sizes of the sources.

use crate::{files, none};

const LONGEST: usize = 400;

/// Tables may be as long as what they list.
const TABLES: [&str; 2] = ["src/finding.rs", "src/seal/catalogue.rs"];

const PAGE_SCRIPTS: [&str; 7] = [
    "extension/content.js",
    "extension/seals.js",
    "extension/guard_look.js",
    "extension/guard_place.js",
    "extension/guard_cover.js",
    "extension/guard.js",
    "extension/seal_notes.js",
];

fn sources() -> Vec<(String, String)> {
    let all = ["src", "extension", "tests", "xtask/src"].iter();
    all.flat_map(|folder| files(folder, &[".rs", ".js", ".mjs", ".html", ".css"])).collect()
}

fn is_table(name: &str) -> bool {
    TABLES.contains(&name)
        || name.contains("/table")
        || name.contains("/data/")
        || name.starts_with("tests/pages/")
}

#[test]
fn no_file_is_longer_than_a_person_reads() {
    let long = sources().into_iter().filter(|(name, text)| text.lines().count() > LONGEST && !is_table(name));
    none(&long.map(|(name, text)| format!("{name} has {} lines", text.lines().count())).collect::<Vec<_>>());
}

/// Ways to make markup or code of text: what comes from a page or a certificate is painted as text nodes.
#[test]
fn nothing_makes_markup_or_code_of_text() {
    let banned = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "createContextualFragment",
        "setHTMLUnsafe",
        "DOMParser",
        "set_inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "eval(",
        "new Function",
    ];
    let mut wrong = Vec::new();
    for folder in ["src", "extension"] {
        for (name, text) in files(folder, &[".rs", ".js", ".html"]) {
            wrong.extend(
                banned.iter().filter(|word| text.contains(**word)).map(|word| format!("{name}: {word}")),
            );
        }
    }
    none(&wrong);
}

#[test]
fn one_file_names_the_browser() {
    let mut wrong = Vec::new();
    for (name, text) in files("extension", &[".js"]) {
        // What runs in pages is a plain script and imports nothing.
        if name == "extension/browser.js" || PAGE_SCRIPTS.contains(&name.as_str()) {
            continue;
        }
        for line in text.lines().filter(|line| !line.trim_start().starts_with(['*', '/'])) {
            let named = line.split("chrome.").next().is_some_and(|before| {
                before.len() < line.len()
                    && !before.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '/')
            });
            if named || line.contains("globalThis.browser") {
                wrong.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    none(&wrong);
}

/// The page's own frame gets no WebAssembly and no second file.
#[test]
fn what_runs_in_pages_stands_alone() {
    let mut wrong = Vec::new();
    for (name, text) in files("extension", &[".js"]) {
        if !PAGE_SCRIPTS.contains(&name.as_str()) {
            continue;
        }
        let words = ["WebAssembly", ".wasm", "fetch(", "XMLHttpRequest", "import("];
        wrong.extend(words.iter().filter(|word| text.contains(**word)).map(|word| format!("{name}: {word}")));
        let imports = text.lines().any(|line| line.starts_with("import ") || line.starts_with("export "));
        wrong.extend(imports.then(|| format!("{name} is a module: pages take plain scripts")));
    }
    none(&wrong);
}

/// What a person types stays in the field: no script in a page reads or changes it.
#[test]
fn what_is_typed_is_not_read() {
    let ways = ["FormData", "clipboardData", "dataTransfer", "defaultValue", "valueAs", "selectionStart"];
    let more =
        ["getSelection", "execCommand", "setRangeText", "\"value\"", ".value", "{ value", "event.data"];
    let mut wrong = Vec::new();
    for (name, text) in files("extension", &[".js"]) {
        if !PAGE_SCRIPTS.contains(&name.as_str()) {
            continue;
        }
        // A button's words may stand in its attribute; and a list of elements has `.values()`.
        let text = text.replace("|| of(\"value\") ||", "").replace(".values(", "(");
        let found = ways.iter().chain(&more).filter(|word| text.contains(**word));
        wrong.extend(found.map(|word| format!("{name}: {word}")));
    }
    none(&wrong);
}

/// Nothing of ours talks to anybody; a file of the extension itself is no network.
#[test]
fn no_request_of_our_own() {
    let banned = ["XMLHttpRequest", "WebSocket(", "sendBeacon", "EventSource(", "RTCPeerConnection"];
    let mut wrong = Vec::new();
    for (name, text) in files("extension", &[".js"]) {
        let code = text.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
        for line in code {
            let own = line.contains("fetch(browser.runtime.getURL(") || line.contains("fetch(`samples/");
            // The second package makes one request to the page's own address, on a click.
            let inspects = name == "extension/inspect.js" && line.contains("fetch(location.href");
            let fetches = line.contains("fetch(") && !own && !inspects;
            wrong.extend(fetches.then(|| format!("{name}: {}", line.trim())));
            wrong.extend(
                banned.iter().filter(|word| line.contains(**word)).map(|word| format!("{name}: {word}")),
            );
        }
    }
    none(&wrong);
}

/// A permission without a reason is one too many.
#[test]
fn every_permission_has_its_reason() {
    let read =
        |name: &str| std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&read("manifest.json")).unwrap();
    let readme = read("README.md");
    let asked: Vec<&str> = ["permissions", "optional_permissions"]
        .iter()
        .flat_map(|list| manifest[list].as_array().into_iter().flatten())
        .filter_map(|name| name.as_str())
        .collect();
    assert!(!asked.is_empty());
    let bare = asked.iter().filter(|name| !readme.contains(&format!("| `{name}`")));
    none(&bare.map(|name| format!("README.md gives no reason for {name}")).collect::<Vec<_>>());
}
