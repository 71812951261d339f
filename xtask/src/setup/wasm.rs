//! A Rust that can build for WebAssembly.
//!
//! The ordinary way is `rustup target add`. Where only package registries answer, Debian's own compiler
//! is taken, and its standard library is built for WebAssembly from the source package beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::debian;
use crate::{Done, project, step};

pub const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
/// The name under which rustup knows Debian's compiler.
const LINKED: &str = "debian";
/// Where the servers answer this is plenty; where they do not, it would hang for ever.
const PATIENCE: Duration = Duration::from_secs(120);
/// For so long it is not tried again where it failed.
const DAY: Duration = Duration::from_secs(24 * 3600);

/// Which compiler builds for WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Toolchain {
    /// The one that `cargo` starts anyway.
    Usual,
    /// Debian's, by way of rustup.
    LinkedDebian,
    /// Debian's, called directly: there is no rustup.
    Debian,
}

impl Toolchain {
    /// A command that works with this compiler, and leaves its objects apart from the usual ones.
    pub fn command(self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(project::root()).env("CARGO_TARGET_DIR", project::target().join("wasm"));
        match self {
            Toolchain::Usual => {}
            Toolchain::LinkedDebian => {
                // Cargo passes its own compiler on to what it starts: here it must not.
                command.env("RUSTUP_TOOLCHAIN", LINKED).env_remove("RUSTC").env_remove("CARGO");
            }
            Toolchain::Debian => {
                command.env("RUSTC", DEBIAN_RUSTC).env("CARGO", DEBIAN_CARGO);
            }
        }
        command
    }

    /// What the compiler says to a question.
    pub fn ask(self, arguments: &[&str]) -> Option<String> {
        let program = if self == Toolchain::Usual { "rustc" } else { DEBIAN_RUSTC };
        project::ask(program, arguments)
    }
}

pub fn ensure() -> Done<Toolchain> {
    if let Some(ready) = ready() {
        return Ok(ready);
    }
    if let Err(trouble) = add_by_rustup() {
        eprintln!("  {trouble}");
    }
    if let Some(ready) = ready() {
        return Ok(ready);
    }
    debian_way()?;
    ready()
        .ok_or(format!("No standard library for {TARGET}: run `rustup target add {TARGET}`, then try again."))
}

fn ready() -> Option<Toolchain> {
    if works("rustc") {
        return Some(Toolchain::Usual);
    }
    if !works(DEBIAN_RUSTC) || !Path::new(DEBIAN_CARGO).is_file() {
        return None;
    }
    if project::find("rustup").is_none() {
        return Some(Toolchain::Debian);
    }
    let linked = project::ask("rustup", &["toolchain", "list"])?.lines().any(|line| line.starts_with(LINKED));
    if !linked {
        project::ask("rustup", &["toolchain", "link", LINKED, "/usr"])?;
    }
    Some(Toolchain::LinkedDebian)
}

/// Builds the smallest program: finds a missing or stale library and a missing linker alike.
fn works(rustc: &str) -> bool {
    let folder = project::target().join("xtask").join("probe");
    let source = folder.join("probe.rs");
    if project::write(&source, b"#[unsafe(no_mangle)] pub extern fn probe() -> usize { String::new().len() }")
        .is_err()
    {
        return false;
    }
    let arguments = ["--target", TARGET, "--crate-type", "cdylib", "--out-dir"];
    let output = Command::new(rustc).args(arguments).args([&folder, &source]).output();
    output.is_ok_and(|output| output.status.success())
}

fn add_by_rustup() -> Done {
    if project::find("rustup").is_none() {
        return Err("There is no rustup here: taking Debian's compiler.".to_owned());
    }
    let failed_before = project::tools().join("rustup-target-failed");
    if is_younger(&failed_before, DAY) {
        return Err(format!(
            "`rustup target add` failed here today: taking Debian's compiler. To try it again, delete {}.",
            failed_before.display()
        ));
    }
    let _ = fs::remove_file(&failed_before);
    let mut command = Command::new("rustup");
    command.args(["target", "add", TARGET]);
    step::run_within("Adding the WebAssembly target by rustup", PATIENCE, &mut command).map_err(|trouble| {
        let _ = project::write(&failed_before, trouble.as_bytes());
        format!("{trouble}\n  Taking Debian's compiler instead.")
    })
}

fn is_younger(file: &Path, age: Duration) -> bool {
    let written = fs::metadata(file).and_then(|about| about.modified()).ok();
    written.and_then(|time| time.elapsed().ok()).is_some_and(|ago| ago < age)
}

/// Debian's compiler, and its library built for WebAssembly.
fn debian_way() -> Done {
    install_compiler()?;
    if !works(DEBIAN_RUSTC) {
        let built = build_library()?;
        install_library(&built)?;
    }
    Ok(())
}

/// The workspace's `rust-version`.
pub fn oldest_rust() -> Done<(u32, u32)> {
    let manifest = project::read_text(&project::root().join("Cargo.toml"))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \""));
    line.and_then(debian::version).ok_or("Cargo.toml names no rust-version.".to_owned())
}

fn llvm_major() -> Option<String> {
    let said = project::ask(DEBIAN_RUSTC, &["-vV"])?;
    let line = said.lines().find_map(|line| line.strip_prefix("LLVM version: "))?;
    line.split('.').next().map(str::to_owned)
}

fn install_compiler() -> Done {
    let oldest = oldest_rust()?;
    let source = Path::new("/usr/lib/rustlib/src/rust/library/sysroot/Cargo.toml");
    let present = Path::new(DEBIAN_CARGO).is_file() && source.is_file();
    let new_enough = project::ask(DEBIAN_RUSTC, &["--version"])
        .and_then(|said| said.split(' ').nth(1).and_then(debian::version))
        .is_some_and(|version| version >= oldest);
    if !(present && new_enough) {
        let remedy = format!("Run `rustup target add {TARGET}`, with rustup from https://rustup.rs.");
        debian::update().map_err(|trouble| format!("{trouble}\n{remedy}"))?;
        // Debian stable carries a newer compiler for browsers under a name of its own.
        let compiler = debian::newest(&["rustc-web", "rustc"], oldest)
            .ok_or(format!("No package has Rust {}.{} or later.\n{remedy}", oldest.0, oldest.1))?;
        let packages = if compiler == "rustc-web" {
            ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"]
        } else {
            ["rustc", "cargo", "rust-src", "rust-clippy"]
        };
        debian::install(&packages)?;
    }
    let llvm = llvm_major().ok_or("Debian's rustc does not say its LLVM version.")?;
    if !PathBuf::from(format!("/usr/lib/llvm-{llvm}/bin/lld")).is_file() {
        debian::install(&[&format!("lld-{llvm}")])?;
    }
    Ok(())
}

/// Returns the folder with the `.rlib` files.
fn build_library() -> Done<PathBuf> {
    let target = project::tools().join("wasm-library");
    let mut command = Command::new(DEBIAN_CARGO);
    command
        .args(["build", "--release", "--locked", "--no-default-features", "--target", TARGET])
        .args(["--manifest-path", "/usr/lib/rustlib/src/rust/library/sysroot/Cargo.toml", "--target-dir"])
        .arg(&target)
        .current_dir("/")
        .env("RUSTC", DEBIAN_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("__CARGO_DEFAULT_LIB_METADATA", "stablestd")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked -Cdebuginfo=0 -Copt-level=s")
        .env_remove("RUSTUP_TOOLCHAIN");
    step::run("Building the standard library for WebAssembly (about two minutes, once)", &mut command)?;
    Ok(target.join(TARGET).join("release").join("deps"))
}

fn install_library(built: &Path) -> Done {
    let folder = project::ask(DEBIAN_RUSTC, &["--print", "target-libdir", "--target", TARGET])
        .ok_or("Debian's rustc does not say where its libraries are.")?;
    let host = project::ask(DEBIAN_RUSTC, &["--print", "target-libdir"])
        .ok_or("Debian's rustc does not say where its libraries are.")?;
    let llvm = llvm_major().ok_or("Debian's rustc does not say its LLVM version.")?;
    let tools = Path::new(&host).with_file_name("bin");
    let script = r#"set -e; mkdir -p "$1" "$2"; rm -f "$1"/*.rlib; cp "$3"/*.rlib "$1"/
[ -x "$2/rust-lld" ] || ln -sf "/usr/lib/llvm-$4/bin/lld" "$2/rust-lld""#;
    let mut command = debian::as_root("sh")?;
    command.args(["-c", script, "sh", &folder]).arg(&tools).arg(built).arg(&llvm);
    step::run("Putting the library beside Debian's compiler", &mut command)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{DAY, is_younger};
    use crate::project;

    #[test]
    fn a_failure_is_remembered_for_a_day() {
        let file = project::target().join("xtask").join("failed");
        project::write(&file, b"").unwrap();
        assert!(is_younger(&file, DAY));
        assert!(!is_younger(&file, Duration::ZERO));
        assert!(!is_younger(&file.with_file_name("never-written"), DAY));
    }
}
