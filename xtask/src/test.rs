//! `cargo xtask test`: everything that must hold, in the order in which failures are cheapest.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::setup::{lint, wasm};
use crate::{Done, budgets, build, project, setup, step, world};

/// What passed and what did not.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    fn add(&mut self, what: &str, done: Done) {
        match done {
            Ok(()) => self.passed += 1,
            Err(trouble) => {
                self.failed += 1;
                eprintln!("✗ {what}\n{trouble}");
            }
        }
    }
}

type Part = fn(&mut Tally) -> Done;

const PARTS: [(&str, Part); 6] = [
    ("lint", lints),
    ("rust", rust),
    ("types", types),
    ("addon", addon),
    ("budgets", weights),
    ("browser", browsers),
];

/// All parts, or those named.
pub fn run(arguments: &[String]) -> Done {
    if let Some(unknown) = arguments.iter().find(|name| !PARTS.iter().any(|(part, _)| part == name)) {
        let parts = PARTS.map(|(part, _)| part).join(", ");
        return Err(format!("There is no part “{unknown}”: {parts}, or nothing for all."));
    }
    build::run()?;
    let mut tally = Tally::default();
    for (name, part) in PARTS {
        if arguments.is_empty() || arguments.iter().any(|argument| argument == name) {
            // A part that could not even run is a failure and stops no other.
            if let Err(trouble) = part(&mut tally) {
                tally.add(name, Err(trouble));
            }
        }
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { Ok(()) } else { Err("The tests failed.".to_owned()) }
}

fn lints(tally: &mut Tally) -> Done {
    let toolchain = wasm::ensure()?;
    let lint = lint::ensure(toolchain)?;
    let format = step::run(
        "Checking the layout of the sources",
        lint.command("cargo").args(["fmt", "--all", "--check"]),
    );
    tally.add("rustfmt", format);
    let mut clippy = lint.command("cargo");
    clippy.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    tally.add("clippy", step::run("Linting", &mut clippy));
    let mut clippy = toolchain.command("cargo");
    clippy.args(["clippy", "--lib", "--target", wasm::TARGET, "--", "-D", "warnings"]);
    tally.add("clippy for WebAssembly", step::run("Linting for WebAssembly", &mut clippy));
    Ok(())
}

fn rust(tally: &mut Tally) -> Done {
    let mut command = Command::new("cargo");
    command
        .args(["test", "--workspace", "--no-fail-fast"])
        .current_dir(project::root())
        .env("RUST_BACKTRACE", "0");
    let (done, log) = step::run_and_read("Testing the Rust", Duration::from_secs(3600), &mut command)?;
    let before = tally.failed;
    count(tally, &log, "; ", |line| line.starts_with("test result: "));
    conclude(tally, before, "cargo test", done, &log);
    Ok(())
}

/// Adds up numbers before “passed” and “failed” in the lines of a summary.
fn count(tally: &mut Tally, log: &str, between: &str, is_summary: fn(&str) -> bool) {
    for part in log.lines().filter(|line| is_summary(line)).flat_map(|line| line.split(between)) {
        let mut words = part.split(' ').rev();
        let (kind, number) = (words.next(), words.next().and_then(|number| number.parse::<usize>().ok()));
        match (kind, number) {
            (Some("passed"), Some(number)) => tally.passed += number,
            (Some("failed"), Some(number)) => tally.failed += number,
            _ => {}
        }
    }
}

/// A run that failed says so, and counts as such even where it did not come to a summary.
fn conclude(tally: &mut Tally, before: usize, what: &str, done: Done, log: &str) {
    let Err(trouble) = done else { return };
    // Its last line says what is new: above that is the end of the log.
    eprintln!("{log}\n✗ {what}\n{}", trouble.lines().last().unwrap_or_default());
    if tally.failed == before {
        tally.failed += 1;
    }
}

fn node(program: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(project::root().join("node_modules").join(program)).current_dir(project::root());
    command
}

fn types(tally: &mut Tally) -> Done {
    // The scripts in pages are counted by the byte: their types are told by what they call, not by notes.
    for (project, what) in [
        ("tsconfig.json", "Checking the types of the scripts"),
        ("tsconfig.pages.json", "Checking the types of the scripts in pages"),
    ] {
        tally.add(project, step::run(what, node("typescript/bin/tsc").args(["--project", project])));
    }
    Ok(())
}

fn addon(tally: &mut Tally) -> Done {
    let mut linter = node("addons-linter/bin/addons-linter");
    linter.args(["--output", "json"]).arg(project::dist("firefox"));
    let (done, log) = step::run_and_read("Linting the add-on", Duration::from_secs(600), &mut linter)?;
    let said: Value = log.lines().find_map(|line| serde_json::from_str(line).ok()).unwrap_or_default();
    let mut list = String::new();
    for kind in ["errors", "warnings"] {
        for entry in said[kind].as_array().into_iter().flatten() {
            let word = |name: &str| entry[name].as_str().unwrap_or("").to_owned();
            list += &format!("  {kind}: {} {} {}\n", word("file"), word("code"), word("message"));
        }
    }
    eprint!("{list}");
    let errors = said["errors"].as_array().map(Vec::len);
    tally.add(
        "addons-linter",
        if errors == Some(0) { Ok(()) } else { done.and(Err("It found errors.".to_owned())) },
    );
    Ok(())
}

fn weights(tally: &mut Tally) -> Done {
    for check in budgets::check()? {
        eprintln!("  {}", check.what);
        tally.add(&check.what, check.wrong.map_or(Ok(()), Err));
    }
    Ok(())
}

/// The border and end-to-end tests, in real browsers.
fn browsers(tally: &mut Tally) -> Done {
    let browsers = setup::for_browsers()?;
    let world = world::build()?;
    let folder = project::root().join("tests").join("browser");
    let tests: Vec<_> = project::files(&folder).into_iter().filter(|file| is_test(file)).collect();
    if tests.is_empty() {
        return Err("There are no tests in tests/browser.".to_owned());
    }
    let mut command = Command::new("node");
    // What hangs fails, after a quarter of an hour for a file.
    command.args(["--test", "--test-reporter=tap", "--test-concurrency=1", "--test-timeout=900000"]);
    command.args(tests);
    world::environment(&mut command, &browsers, &world);
    // What narrows a run by hand must not narrow the judge.
    command.env_remove("BROWSERS").env_remove("EXTENSION");
    let (done, log) =
        step::run_and_read("Testing in real browsers", Duration::from_secs(5400), &mut command)?;
    count_in_browsers(tally, done, &log);
    Ok(())
}

/// Adds up the summary of Node's tests.
fn count_in_browsers(tally: &mut Tally, done: Done, log: &str) {
    const WHAT: &str = "tests in browsers";
    let before = tally.failed;
    let number = |name: &str| {
        let lines = log
            .lines()
            .filter_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.trim().parse::<usize>().ok());
        lines.sum::<usize>()
    };
    tally.passed += number("pass ");
    // What was skipped has not passed.
    tally.failed += ["fail ", "cancelled ", "skipped ", "todo "].map(number).iter().sum::<usize>();
    if done.is_ok() && number("pass ") == 0 {
        tally.add(WHAT, Err("None ran.".to_owned()));
    }
    for line in log.lines().filter(|line| line.contains("# SKIP") || line.contains("# TODO")) {
        eprintln!("✗ {}", line.trim());
    }
    conclude(tally, before, WHAT, done, log);
}

fn is_test(file: &Path) -> bool {
    file.to_string_lossy().ends_with(".test.mjs")
}

#[cfg(test)]
mod tests {
    use super::{Tally, conclude, count, count_in_browsers};

    #[test]
    fn adds_up() {
        let log = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured\n\
                   test result: FAILED. 5 passed; 1 failed; 0 ignored\n";
        let mut tally = Tally::default();
        count(&mut tally, log, "; ", |line| line.starts_with("test result: "));
        assert_eq!((tally.passed, tally.failed), (7, 1));
    }

    #[test]
    fn a_run_without_a_summary_fails_once_whatever_failed_before() {
        let late = || Err("Not done within 1 s: Testing.".to_owned());
        let mut tally = Tally { passed: 0, failed: 3 };
        conclude(&mut tally, 3, "cargo test", late(), "");
        assert_eq!(tally.failed, 4);
        conclude(&mut tally, 3, "cargo test", late(), "");
        assert_eq!(tally.failed, 4, "what the summary names is not counted again");
        count_in_browsers(&mut tally, late(), "ok 1 - a test\n");
        assert_eq!((tally.passed, tally.failed), (0, 5));
    }

    #[test]
    fn what_was_skipped_has_failed() {
        let mut tally = Tally::default();
        let log = "ok 1 - a\nok 2 - b # SKIP\nok 3 - c # TODO\n# pass 1\n# fail 0\n# skipped 1\n# todo 1\n";
        count_in_browsers(&mut tally, Ok(()), log);
        assert_eq!((tally.passed, tally.failed), (1, 2));
    }

    #[test]
    fn no_test_at_all_is_a_failure() {
        let mut tally = Tally::default();
        count_in_browsers(&mut tally, Ok(()), "# tests 0\n# pass 0\n# fail 0\n");
        assert_eq!(tally.failed, 1);
    }
}
