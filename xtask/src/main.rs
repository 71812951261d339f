//! `cargo xtask <verb>`: everything a person does with this project, one file a verb.

mod accuracy;
mod archive;
mod bare;
mod bench;
mod budgets;
mod build;
mod fit;
mod gallery;
mod icons;
mod join;
mod pack;
mod project;
mod roots;
mod run;
mod setup;
mod step;
mod tables;
mod test;
mod words;
mod world;

use std::process::ExitCode;

/// An error is one sentence for a person, with the remedy in it.
type Done<T = ()> = Result<T, String>;

const USAGE: &str = "\
cargo xtask <verb>

  run      set up, build, and show the extension at work on a demo shop
           [--browser chromium|firefox] [--headless]
  test     set up, build, and pass every test
  setup    fetch what building and testing need; skips what is there
  build    dist/chromium, dist/chromium-inspect and dist/firefox
  pack     store-ready zips in dist/
  gallery  pictures of every state in both browsers, target/gallery/index.html
           [--browser chromium|firefox] [--language TAG,…]
  accuracy [certificates|address|forms|seals] [--corpus DIR] [--json]
           measure against labelled cases from elsewhere
  tables   refresh the address tables that come from elsewhere
  roots    refresh the table of root certificates
  fit      the weights of the address signals, from labelled hosts
           [--corpus DIR]
  bench    sizes and speed";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = match arguments.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    let done = match (verb, rest) {
        ("test", _) => test::run(rest),
        ("run", _) => run::run(rest),
        ("gallery", _) => gallery::run(rest),
        ("bench", _) => bench::run(rest),
        ("accuracy", _) => accuracy::run(rest),
        ("fit", _) => fit::run(rest),
        ("setup" | "build" | "tables" | "roots" | "pack", [word, ..]) => {
            Err(format!("“{word}”? {verb} takes nothing more."))
        }
        ("setup", _) => setup::run(),
        ("build", _) => build::run(),
        ("tables", _) => {
            tables::refresh().map_err(|trouble| format!("The tables were not refreshed: {trouble}"))
        }
        ("roots", _) => roots::refresh(),
        ("pack", _) => pack::run(),
        ("help" | "--help" | "-h", _) => {
            println!("{USAGE}");
            Ok(())
        }
        (unknown, _) => Err(format!("There is no verb “{unknown}”.\n\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}
