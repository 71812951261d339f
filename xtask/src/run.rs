//! `cargo xtask run`: the extension at work on the demo world, in a throw-away profile.

use std::env;
use std::process::Command;

use crate::{Done, build, project, setup, world};

pub fn run(arguments: &[String]) -> Done {
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|v| !v.is_empty()));
    let (mut browser, mut headless) = ("chromium", !display && cfg!(target_os = "linux"));
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(argument) = rest.next() {
        match argument {
            "--headless" => headless = true,
            "--browser" => browser = rest.next().ok_or("--browser needs chromium or firefox.")?,
            unknown => {
                return Err(format!("“{unknown}”? run takes --browser chromium|firefox and --headless."));
            }
        }
    }
    if !build::BROWSERS.contains(&browser) {
        return Err(format!("There is no browser “{browser}”: chromium or firefox."));
    }
    build::run()?;
    let browsers = setup::for_browsers()?;
    let world = world::build()?;
    let pictures = project::target().join("demo");
    let mut demo = Command::new("node");
    demo.arg(project::root().join("tests/browser/demo.mjs"))
        .args(["--browser", browser, "--out"])
        .arg(&pictures);
    if headless {
        demo.arg("--headless");
        println!("No display: walking the demo without a window; pictures go to {}.", pictures.display());
    } else {
        println!("Opening {browser} on the demo; close its window to end.");
    }
    world::environment(&mut demo, &browsers, &world);
    match demo.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("The demo ended with {status}.")),
        Err(error) => Err(format!("Cannot start node: {error}.")),
    }
}
