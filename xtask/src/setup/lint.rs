//! rustfmt and clippy: of the usual Rust where it has them, else Debian's.

use std::process::Command;
use std::time::Duration;

use super::debian;
use super::wasm::Toolchain;
use crate::{Done, project, step};

/// The compiler whose lints are used.
pub enum Lint {
    Usual,
    Other(Toolchain),
}

impl Lint {
    pub fn command(&self, program: &str) -> Command {
        match self {
            Lint::Usual => {
                let mut command = Command::new(program);
                command.current_dir(project::root());
                command
            }
            Lint::Other(toolchain) => toolchain.command(program),
        }
    }
}

/// Makes sure of rustfmt and clippy for the sources, and of clippy for the compiler of the WebAssembly.
pub fn ensure(wasm: Toolchain) -> Done<Lint> {
    if wasm != Toolchain::Usual && !has(&mut wasm.command("cargo"), "clippy") {
        let clippy = if project::ask("dpkg", &["-s", "rustc-web"]).is_some() {
            "rust-web-clippy"
        } else {
            "rust-clippy"
        };
        debian::install(&[clippy])?;
    }
    let usual = || ["fmt", "clippy"].iter().all(|tool| has(&mut Command::new("cargo"), tool));
    if usual() {
        return Ok(Lint::Usual);
    }
    if project::find("rustup").is_some() {
        let mut command = Command::new("rustup");
        command.args(["component", "add", "rustfmt", "clippy"]);
        let added =
            step::run_within("Adding rustfmt and clippy by rustup", Duration::from_secs(120), &mut command);
        if added.is_ok() && usual() {
            return Ok(Lint::Usual);
        }
    }
    let other = if wasm == Toolchain::Usual { Toolchain::Debian } else { wasm };
    if !has(&mut other.command("cargo"), "fmt") {
        let web = project::ask("dpkg", &["-s", "rustc-web"]).is_some();
        debian::install(&[if web { "rustfmt-web" } else { "rustfmt" }])?;
    }
    Ok(Lint::Other(other))
}

fn has(cargo: &mut Command, tool: &str) -> bool {
    let output = cargo.args([tool, "--version"]).output();
    output.is_ok_and(|output| output.status.success())
}
