//! The demo and test world: its server, and what the scripts that drive browsers are told.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::browsers::Browsers;
use crate::{Done, project, step};

/// Returns the server's path.
pub fn build() -> Done<PathBuf> {
    let mut command = Command::new("cargo");
    command.args(["build", "--quiet", "--package", "world"]).current_dir(project::root());
    step::run("Building the servers of the demo world", &mut command)?;
    Ok(project::target().join("debug").join("world"))
}

/// Where everything is, for the scripts in `tests/browser`.
pub fn environment(command: &mut Command, browsers: &Browsers, world: &Path) {
    command
        .current_dir(project::root())
        .env("CHROMIUM", &browsers.chromium)
        .env("FIREFOX", &browsers.firefox)
        .env("GECKODRIVER", &browsers.geckodriver)
        .env("CERTUTIL", &browsers.certutil)
        .env("WORLD", world)
        .env("DIST", project::root().join("dist"))
        .env("PAGES", project::root().join("tests").join("pages"));
}
