//! Packages of a Debian or Debian-like system.

use std::process::Command;

use crate::{Done, project, step};

/// Installs packages; as root, or through sudo.
pub fn install(packages: &[&str]) -> Done {
    let list = packages.join(" ");
    let remedy = format!("Install by hand what the packages “{list}” hold, then try again.");
    let title = format!("Installing the packages {list}");
    let arguments = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    update()
        .and_then(|()| apt_get(&arguments))
        .and_then(|mut command| step::run(&title, command.env("DEBIAN_FRONTEND", "noninteractive")))
        .map_err(|trouble| format!("{trouble}\n{remedy}"))
}

/// The first of these packages that can be installed in at least the version the workspace needs.
pub fn newest<'a>(packages: &[&'a str], at_least: (u32, u32)) -> Option<&'a str> {
    packages.iter().copied().find(|package| candidate(package).is_some_and(|version| version >= at_least))
}

fn candidate(package: &str) -> Option<(u32, u32)> {
    // In English, whatever the system speaks.
    let policy = project::ask("env", &["LC_ALL=C", "apt-cache", "policy", package])?;
    let line = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate: "))?;
    version(line)
}

/// `1.96.0+dfsg1-1` → `(1, 96)`
pub fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Reads the package lists anew, once a run: a fresh machine may have none, an old one stale ones.
pub fn update() -> Done {
    static ONCE: std::sync::OnceLock<Done> = std::sync::OnceLock::new();
    ONCE.get_or_init(|| step::run("Reading the package lists", &mut apt_get(&["update"])?)).clone()
}

fn apt_get(arguments: &[&str]) -> Done<Command> {
    if project::find("apt-get").is_none() {
        return Err("This system has no apt-get.".to_owned());
    }
    let waiting = ["-o", "DPkg::Lock::Timeout=600"];
    let mut command = as_root("apt-get")?;
    command.args(waiting).args(arguments);
    Ok(command)
}

/// The program with root's rights.
pub fn as_root(program: &str) -> Done<Command> {
    if project::ask("id", &["-u"]).as_deref() == Some("0") {
        return Ok(Command::new(program));
    }
    // Asks for the password here, where a person sees it.
    let allowed = Command::new("sudo").arg("true").status().is_ok_and(|status| status.success());
    if !allowed {
        return Err(format!("Installing packages needs root or sudo ({program})."));
    }
    let mut command = Command::new("sudo");
    command.args(["--preserve-env=DEBIAN_FRONTEND", program]);
    Ok(command)
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_versions() {
        assert_eq!(super::version("1.96.0+dfsg1-1~deb12u2"), Some((1, 96)));
        assert_eq!(super::version("(none)"), None);
    }
}
