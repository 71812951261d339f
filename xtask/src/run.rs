//! `cargo xtask run`: the extension at work on the demo world, in a throw-away profile.

use std::env;
use std::process::Command;

use crate::setup::browsers;
use crate::{Done, build, project, setup, world};

pub fn run(arguments: &[String]) -> Done {
    let (browser, asked) = options(arguments)?;
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|v| !v.is_empty()));
    let headless = asked || (!display && cfg!(target_os = "linux"));
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
        let why = if asked { "As asked" } else { "No display" };
        println!("{why}: walking the demo without a window; pictures go to {}.", pictures.display());
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

/// Which browser, and whether without a window.
fn options(arguments: &[String]) -> Done<(&str, bool)> {
    let (mut browser, mut headless) = ("chromium", false);
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(argument) = rest.next() {
        match argument {
            "--headless" => headless = true,
            "--browser" => browser = browsers::named(rest.next())?,
            unknown => {
                return Err(format!("“{unknown}”? run takes --browser chromium|firefox and --headless."));
            }
        }
    }
    Ok((browser, headless))
}

#[cfg(test)]
mod tests {
    use super::options;

    #[test]
    fn takes_what_it_knows_and_refuses_the_rest() {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(options(&words("")), Ok(("chromium", false)));
        assert_eq!(options(&words("--headless --browser firefox")), Ok(("firefox", true)));
        for line in ["--browser", "--browser chromium-inspect", "--head", "firefox"] {
            assert!(options(&words(line)).is_err(), "{line}");
        }
    }
}
