//! Fetches what building and testing need. What is there already is found in well under a second.

pub mod browsers;
pub mod cargo_tool;
mod debian;
pub mod lint;
pub mod node;
pub mod wasm;

use crate::Done;
use browsers::Browsers;
use wasm::Toolchain;

/// What a build needs.
pub fn for_build() -> Done<Toolchain> {
    node::ensure()?;
    let toolchain = wasm::ensure()?;
    cargo_tool::ensure_wasm_pack()?;
    cargo_tool::ensure_wasm_bindgen()?;
    Ok(toolchain)
}

/// What driving real browsers needs.
pub fn for_browsers() -> Done<Browsers> {
    node::ensure()?;
    browsers::ensure()
}

pub fn run() -> Done {
    lint::ensure(for_build()?)?;
    for_browsers()?;
    println!("Everything is there.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{browsers, node, wasm};
    use crate::project;

    #[test]
    fn the_readme_names_the_oldest_versions() {
        let readme = project::read_text(&project::root().join("README.md")).unwrap();
        let ((major, minor), (chromium, firefox)) =
            (wasm::oldest_rust().unwrap(), browsers::oldest().unwrap());
        for named in [
            format!("Rust {major}.{minor}"),
            format!("Node {}", node::OLDEST),
            format!("Chromium {chromium}"),
            format!("Firefox {firefox}"),
        ] {
            assert!(readme.contains(&named), "{named}");
        }
    }
}
