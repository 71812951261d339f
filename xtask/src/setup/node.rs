//! Node and the tools that `package-lock.json` pins.

use std::fs;
use std::process::Command;

use crate::{Done, project, step};

pub const OLDEST: u32 = 20;

pub fn ensure() -> Done {
    let version = project::ask("node", &["--version"]).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST) {
        return Err(format!(
            "Node {OLDEST} or later is needed, this is “{version}”: install it from https://nodejs.org or your system's packages."
        ));
    }
    let root = project::root();
    let lock = project::read(&root.join("package-lock.json"))?;
    // A copy of the lock file that was last installed in full.
    let stamp = root.join("node_modules").join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    if project::find("npm").is_none() {
        return Err(
            "npm is needed, which comes with Node from https://nodejs.org; on Debian it is the package npm."
                .to_owned(),
        );
    }
    let mut command = Command::new("npm");
    // Packages' own downloads are browsers and the like: the system's are used instead.
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).env("PUPPETEER_SKIP_DOWNLOAD", "1");
    step::run("Installing the Node tools", command.current_dir(&root))?;
    project::write(&stamp, &lock)
}
