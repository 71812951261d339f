//! `cargo xtask bench`: sizes and speed.

use std::io::{self, BufRead, Write};
use std::process::Command;
use std::time::Instant;

use trust_indicator::Evidence;

use crate::{Done, archive, budgets, build, pack, project, setup, step, world};

pub fn run(arguments: &[String]) -> Done {
    match arguments {
        [] => {}
        [word] if word == "native" => return native(),
        [word, ..] => return Err(format!("“{word}”? bench takes nothing more.")),
    }
    build::run()?;
    sizes()?;
    setup::for_build()?;
    let world = world::build()?;
    // The same optimisation as the WebAssembly has.
    let mut release = Command::new("cargo");
    release.args(["build", "--quiet", "--release", "--package", "xtask"]).current_dir(project::root());
    step::run("Building the native core, optimised", &mut release)?;
    let mut command = Command::new("node");
    command
        .arg(project::root().join("xtask/bench.mjs"))
        .current_dir(project::root())
        .env("WORLD", world)
        .env("CORE", build::core_folder())
        .env("NATIVE", project::target().join("release").join("xtask"));
    measured(&mut command)?;
    first_paint()?;
    pages()
}

/// How long the popup lets a person wait.
fn first_paint() -> Done {
    let mut command = Command::new("node");
    command
        .arg(project::root().join("xtask/paint.mjs"))
        .current_dir(project::root())
        .env("CHROMIUM", setup::for_browsers()?.chromium)
        .env("EXTENSION", project::dist("chromium"));
    measured(&mut command)
}

/// What the content scripts cost the pages they are put into.
fn pages() -> Done {
    let mut command = Command::new("node");
    let corpus = project::corpora().join("forms");
    command
        .arg(project::root().join("xtask/cost.mjs"))
        .current_dir(project::root())
        .env("CHROMIUM", setup::for_browsers()?.chromium)
        .env("EXTENSION", project::dist("chromium"))
        .env("CORPUS", if corpus.is_dir() { corpus } else { "".into() });
    measured(&mut command)
}

fn measured(command: &mut Command) -> Done {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        other => Err(format!("The measuring failed: {other:?}.")),
    }
}

fn sizes() -> Done {
    let folder = project::dist("chromium");
    let manifest = project::read(&folder.join("manifest.json"))?;
    let manifest = serde_json::from_slice(&manifest).map_err(|error| error.to_string())?;
    let core = project::read(&folder.join(build::CORE))?;
    let scripts = budgets::page_scripts(&manifest);
    let mut rows = vec![
        (scripts.join(" + "), budgets::bytes(&folder, &scripts)?),
        (
            "the guard, where a warning is due".to_owned(),
            budgets::bytes(&folder, &budgets::GUARD.map(str::to_owned))?,
        ),
        ("core, raw".to_owned(), core.len()),
        ("core, gzipped".to_owned(), archive::gzipped(&core)?),
    ];
    let mut packed = archive::Packed::new();
    for browser in build::BROWSERS {
        rows.push((format!("zip for {browser}"), pack::zip(browser, &mut packed)?.1.len()));
    }
    println!("bytes");
    for (what, bytes) in rows {
        println!("  {what:28} {bytes:>9}");
    }
    Ok(())
}

/// The native side of the race: reads evidence on the first line and then, on each further line, how often
/// to judge it; answers each with the nanoseconds that it took.
fn native() -> Done {
    let mut lines = io::stdin().lock().lines().map_while(Result::ok);
    let evidence = lines.next().ok_or("No evidence came.")?;
    let evidence: Evidence =
        serde_json::from_str(&evidence).map_err(|error| format!("No evidence: {error}."))?;
    for line in lines {
        let times: u32 = line.trim().parse().map_err(|error| format!("How often? {error}."))?;
        let start = Instant::now();
        for _ in 0..times {
            std::hint::black_box(trust_indicator::assess(std::hint::black_box(&evidence)));
        }
        println!("{}", start.elapsed().as_nanos());
        io::stdout().flush().map_err(|error| error.to_string())?;
    }
    Ok(())
}
