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
    command.stdin(Stdio::null()).stdout(output).stderr(errors);
    // A group of its own, so that ending it ends its children too. Only root ends what sudo started, or the
    // terminal's Ctrl-C, which asks our own group.
    if command.get_program() != "sudo" {
        command.process_group(0);
    }
    let mut child =
        command.spawn().map_err(|error| format!("Cannot start {:?}: {error}.", command.get_program()))?;
    let mut guard = guard(&child);
    let done = wait(&mut child, limit, log);
    if done.is_some() {
        // Before its input closes.
        let _ = guard.as_mut().map(Child::kill);
    }
    // Closes its input where it still listens.
    let _ = guard.as_mut().map(Child::wait);
    match done {
        Some(true) => Ok(()),
        Some(false) => Err(format!("{}\nFailed: {title}.", tail(log, 40))),
        None => {
            // Where there was no shell to end it.
            if child.kill().is_ok() {
                let _ = child.wait();
            }
            Err(format!("{}\nNot done within {} s: {title}.", tail(log, 5), limit.as_secs()))
        }
    }
}

/// Ends the group of a child once its own input closes: when we close it, or the system does because we are
/// gone, by whatever signal. A shell, since it kills by itself, where small systems have no program for that.
fn guard(child: &Child) -> Option<Child> {
    const SCRIPT: &str = r#"read -r _; kill -s TERM -- "-$0" && sleep 2; kill -s KILL -- "-$0""#;
    let mut shell = Command::new("sh");
    shell.args(["-c", SCRIPT, &child.id().to_string()]).process_group(0);
    shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
}

/// Whether it went well; `None` where the time was up.
fn wait(child: &mut Child, limit: Duration, log: &PathBuf) -> Option<bool> {
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

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    const LONG: [&str; 2] = ["-c", "sleep 60 & wait"];

    #[test]
    fn a_step_ends_when_its_time_is_up() {
        let start = Instant::now();
        let done = super::run_within("Sleeping", Duration::from_millis(200), Command::new("sh").args(LONG));
        assert!(done.is_err_and(|trouble| trouble.ends_with("Not done within 0 s: Sleeping.")));
        assert!(start.elapsed() < Duration::from_secs(30));
    }

    #[test]
    fn a_step_and_what_it_started_end_when_we_do() {
        let start = Instant::now();
        let mut child =
            Command::new("sh").args(LONG).stdout(Stdio::piped()).process_group(0).spawn().unwrap();
        let mut guard = super::guard(&child).unwrap();
        // As the system does, however we end.
        drop(guard.stdin.take());
        // Its output ends with the last who could write there.
        child.stdout.take().unwrap().read_to_end(&mut Vec::new()).unwrap();
        assert!(start.elapsed() < Duration::from_secs(30));
        child.wait().unwrap();
        guard.wait().unwrap();
    }
}
