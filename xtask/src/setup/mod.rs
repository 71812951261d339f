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
