//! One step of work by another program: its title, a sign of life, and the end of its output if it fails.

use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::{Done, project};

const SIGN_OF_LIFE: Duration = Duration::from_secs(10);

/// Runs a command quietly and to its end.
pub fn run(title: &str, command: &mut Command) -> Done {
    run_within(title, Duration::from_secs(3600), command)
}

/// Runs a command quietly; ends it, and all that it started, when the time is up.
pub fn run_within(title: &str, limit: Duration, command: &mut Command) -> Done {
    let log = log_file(title)?;
    run_into(&log, title, limit, command)
}

/// Runs a command, and returns how it went and all that it said.
pub fn run_and_read(title: &str, limit: Duration, command: &mut Command) -> Done<(Done, String)> {
    let log = log_file(title)?;
    let done = run_into(&log, title, limit, command);
    let text = fs::read(&log).map_err(|error| format!("Cannot read {}: {error}.", log.display()))?;
    Ok((done, String::from_utf8_lossy(&text).into_owned()))
}

fn run_into(log: &PathBuf, title: &str, limit: Duration, command: &mut Command) -> Done {
    eprintln!("· {title}");
    let output = File::create(log).map_err(|error| format!("Cannot write {}: {error}.", log.display()))?;
    let errors = output.try_clone().map_err(|error| error.to_string())?;
    // A group of its own, so that ending it ends its children too.
    let child = command.stdin(Stdio::null()).stdout(output).stderr(errors).process_group(0).spawn();
    let child = child.map_err(|error| format!("Cannot start {:?}: {error}.", command.get_program()))?;
    match wait(child, limit, log) {
        Some(true) => Ok(()),
        Some(false) => Err(format!("{}\nFailed: {title}.", tail(log, 40))),
        None => Err(format!("{}\nNot done within {} s: {title}.", tail(log, 5), limit.as_secs())),
    }
}

/// Whether it went well; `None` where the time was up.
fn wait(mut child: Child, limit: Duration, log: &PathBuf) -> Option<bool> {
    let start = Instant::now();
    let mut said = start;
    let mut pause = Duration::from_millis(5);
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Err(_) => return Some(false),
            Ok(None) => {}
        }
        if start.elapsed() > limit {
            end(&mut child);
            return None;
        }
        if said.elapsed() > SIGN_OF_LIFE {
            said = Instant::now();
            eprintln!("  {:>3} s  {}", start.elapsed().as_secs(), tail(log, 1));
        }
        sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(200));
    }
}

/// Ends a child and all that it started.
pub fn end(child: &mut Child) {
    let _ = Command::new("kill").args(["-TERM", "--", &format!("-{}", child.id())]).status();
    for _ in 0..20 {
        if let Ok(Some(_)) = child.try_wait() {
            break;
        }
        sleep(Duration::from_millis(100));
    }
    let _ = Command::new("kill")
        .args(["-KILL", "--", &format!("-{}", child.id())])
        .stderr(Stdio::null())
        .status();
    let _ = child.wait();
}

fn log_file(title: &str) -> Done<PathBuf> {
    let name: String = title.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let folder = project::target().join("xtask").join("log");
    fs::create_dir_all(&folder).map_err(|error| format!("Cannot make {}: {error}.", folder.display()))?;
    Ok(folder.join(format!("{name}.log")))
}

/// The last lines that say something.
fn tail(log: &PathBuf, count: usize) -> String {
    let text = fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).collect();
    let skipped = lines.len().saturating_sub(count);
    lines.into_iter().skip(skipped).collect::<Vec<_>>().join("\n")
}
