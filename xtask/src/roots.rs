//! `cargo xtask roots`: refreshes the table of root certificates from the packages that carry the lists of
//! Mozilla and Chrome. Only their text is read; nothing of them is built.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use trust_indicator::certificate;

use crate::{Done, project};

const TABLE: &str = "src/certificate/data/roots.txt";
/// Package, file, the letter of its list.
const LISTS: [(&str, &str, &str); 2] =
    [("webpki-root-certs", "src/lib.rs", "M"), ("chromium-roots", "src/generated.rs", "C")];

/// Writes the table: a line a root, sorted by digest.
pub fn refresh() -> Done {
    let folder = project::target().join("roots");
    fetch(&folder)?;
    let mut roots: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut sources = String::new();
    for (package, file, letter) in LISTS {
        let home = folder.join("vendor").join(package);
        let manifest = project::read_text(&home.join("Cargo.toml"))?;
        let said = |key: &str| {
            let line = manifest.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_default().trim_matches([' ', '=', '"']).to_owned()
        };
        let source = project::read_text(&home.join(file))?;
        let list = byte_strings(&source)?;
        sources += &format!(
            "# {letter}: {package} {} on crates.io, {} certificates, {}\n",
            said("version "),
            list.len(),
            said("license ")
        );
        for der in list {
            let (digest, name) = certificate::root(&der)
                .ok_or_else(|| format!("{package} has bytes that are no certificate."))?;
            roots.entry(digest).or_insert_with(|| (String::new(), name)).0 += letter;
        }
    }
    let today = run(Command::new("date").args(["--utc", "+%Y-%m-%d"]))?;
    let mut table = format!(
        "# Root certificates on the lists of Mozilla (M) and Chrome (C). Written by `cargo xtask roots`.\n\
         # Taken on {}\n{sources}\
         # First twelve bytes of the SHA-256 of subject and key (DER), the lists, the name.\n",
        today.trim()
    );
    for (digest, (lists, name)) in &roots {
        // Cross-signed twins share name and key, on the same list.
        let letters = ["M", "C"].into_iter().filter(|letter| lists.contains(letter)).collect::<String>();
        table += &format!("{digest} {letters} {name}\n");
    }
    project::write(&project::root().join(TABLE), table.as_bytes())?;
    println!("{} roots in {TABLE}.", roots.len());
    Ok(())
}

/// Lets cargo fetch the newest packages, unpacked and unbuilt.
fn fetch(folder: &Path) -> Done {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(folder.join("src")).map_err(|error| error.to_string())?;
    let wanted: String = LISTS.iter().map(|(package, ..)| format!("{package} = \"*\"\n")).collect();
    let manifest = format!(
        "[package]\nname = \"roots\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{wanted}"
    );
    fs::write(folder.join("Cargo.toml"), manifest).map_err(|error| error.to_string())?;
    fs::write(folder.join("src/lib.rs"), "").map_err(|error| error.to_string())?;
    run(Command::new("cargo").args(["vendor", "--quiet"]).current_dir(folder)).map(drop)
}

/// Every `b"…"` of a source text that holds a certificate: it begins like a SEQUENCE.
fn byte_strings(source: &str) -> Done<Vec<Vec<u8>>> {
    let mut found = Vec::new();
    for part in source.split("b\"").skip(1) {
        let mut bytes = Vec::new();
        let mut letters = part.chars();
        while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
            if letter != '\\' {
                bytes.push(u8::try_from(letter).map_err(|error| error.to_string())?);
                continue;
            }
            bytes.push(match letters.next() {
                Some('x') => {
                    let digits: String = letters.by_ref().take(2).collect();
                    u8::from_str_radix(&digits, 16).map_err(|error| error.to_string())?
                }
                Some('n') => b'\n',
                Some('r') => b'\r',
                Some('t') => b'\t',
                Some('0') => 0,
                Some(other @ ('\\' | '"' | '\'')) => {
                    u8::try_from(other).map_err(|error| error.to_string())?
                }
                other => return Err(format!("An escape that nobody knows: {other:?}.")),
            });
        }
        if bytes.starts_with(&[0x30, 0x82]) {
            found.push(bytes);
        }
    }
    Ok(found)
}

fn run(command: &mut Command) -> Done<String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
