//! `cargo xtask gallery`: pictures of every state, to be looked at one by one.

use std::process::Command;

use crate::{Done, build, project, setup, world};

/// `--browser chromium|firefox` and `--language en,de,ar,…` narrow and widen it.
pub fn run(arguments: &[String]) -> Done {
    build::run()?;
    let browsers = setup::for_browsers()?;
    let world = world::build()?;
    let mut gallery = Command::new("node");
    gallery.arg(project::root().join("tests/browser/gallery.mjs")).args(arguments);
    world::environment(&mut gallery, &browsers, &world);
    match gallery.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("The gallery ended with {status}.")),
        Err(error) => Err(format!("Cannot start node: {error}.")),
    }
}
