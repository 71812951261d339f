//! `cargo xtask gallery`: pictures of every state, to be looked at one by one.

use std::process::Command;

use crate::setup::browsers;
use crate::{Done, build, project, setup, world};

/// `--browser chromium|firefox` and `--language en,de,ar,…` narrow and widen it.
pub fn run(arguments: &[String]) -> Done {
    check(arguments)?;
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

fn check(arguments: &[String]) -> Done {
    let locales = project::root().join("extension/_locales");
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(argument) = rest.next() {
        match argument {
            "--browser" => {
                browsers::named(rest.next())?;
            }
            "--language" => {
                let mut tags = rest.next().unwrap_or_default().split(',');
                if let Some(unknown) = tags.find(|tag| tag.is_empty() || !locales.join(tag).is_dir()) {
                    return Err(format!(
                        "“{unknown}”? --language takes names of folders in extension/_locales."
                    ));
                }
            }
            unknown => {
                return Err(format!(
                    "“{unknown}”? gallery takes --browser chromium|firefox and --language TAG,…."
                ));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn takes_what_it_knows_and_refuses_the_rest() {
        let check =
            |line: &str| super::check(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(check("--browser firefox --language en,pt_BR"), Ok(()));
        for line in
            ["--browser typo", "--browser", "--language xx", "--language", "--language en,", "--lang en"]
        {
            assert!(check(line).is_err(), "{line}");
        }
    }
}
