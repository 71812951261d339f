//! Hosts: phishing feeds, honest ones, and another browser's look-alike cases.

use std::path::Path;
use std::time::Instant;

use trust_indicator::address::resemblance::{Manner, read};
use trust_indicator::address::{Parts, of, registrable, suspicion, unguarded};
use trust_indicator::finding::Level;

use super::{Metric, address_chromium};
use crate::{Done, project};

/// Measures on one folder of cases.
pub fn measure(corpus: &Path) -> Done<Vec<Metric>> {
    let phishing = project::read_text(&corpus.join("phish.tsv"))?;
    let honest = project::read_text(&corpus.join("legit.tsv"))?;
    let phishing: Vec<&str> = column(&phishing, 1).collect();
    let honest: Vec<(&str, &str)> = honest
        .lines()
        .skip(1)
        .filter_map(|line| match line.split('\t').collect::<Vec<_>>().as_slice() {
            [host, _, _, group, ""] => Some((*host, *group)),
            _ => None,
        })
        .collect();

    let accused = |group: Option<&str>, guard: bool, name: &str| {
        let hosts: Vec<&str> = honest
            .iter()
            .filter(|(_, of)| group.is_none_or(|group| group == *of))
            .map(|(host, _)| *host)
            .collect();
        let due =
            hosts.iter().filter(|host| if guard { accuses(host) } else { unguarded(host).due() }).count();
        Metric::share(name, due, hosts.len()).lower_is_better()
    };
    let caught = |hosts: &[&str], name: &str| {
        Metric::share(name, hosts.iter().filter(|host| accuses(host)).count(), hosts.len())
    };
    let withheld_honest = honest.iter().filter(|(host, _)| withholds(host)).count();
    let visible: Vec<&str> = phishing.iter().copied().filter(|host| carries_a_name(host)).collect();
    let mut metrics = vec![
        accused(Some("longtail_unlisted"), true, "accused_longtail").goal(0.001),
        accused(Some("top"), true, "accused_top").goal(0.0005),
        accused(None, true, "accused_all").goal(0.001),
        accused(Some("longtail_unlisted"), false, "accused_longtail_without_guard"),
        accused(Some("top"), false, "accused_top_without_guard"),
        accused(None, false, "accused_all_without_guard"),
        caught(&phishing, "caught_all").goal(0.2),
        caught(&visible, "caught_name_visible").goal(0.55),
        Metric::share(
            "password_no_go",
            phishing.iter().filter(|host| withholds(host)).count(),
            phishing.len(),
        ),
        Metric::share("password_no_go_honest", withheld_honest, honest.len()).lower_is_better(),
    ];
    let start = Instant::now();
    let read = phishing.iter().filter(|host| suspicion(host).due()).count();
    let seconds = start.elapsed().as_secs_f64();
    std::hint::black_box(read);
    metrics.push(Metric::new("hosts_per_second", phishing.len() as f64 / seconds, phishing.len()));
    let agreed = address_chromium::agreement(&project::read_text(&corpus.join("chromium_cases.json"))?)?;
    for (test, (agreed, all)) in agreed {
        let share = Metric::share(&format!("chromium_{test}"), agreed, all);
        metrics.push(if matches!(test.as_str(), "all" | "idn_display") { share.goal(0.97) } else { share });
    }
    Ok(metrics)
}

fn column(text: &str, at: usize) -> impl Iterator<Item = &str> {
    text.lines().skip(1).filter_map(move |line| line.split('\t').nth(at))
}

/// Something is said that warns: of the name, or that there is none.
fn accuses(host: &str) -> bool {
    says(host, Level::Caution)
}

/// A page that asks for a password gets no good answer by its address alone.
fn withholds(host: &str) -> bool {
    says(host, Level::Unknown)
}

fn says(host: &str, least: Level) -> bool {
    let findings = of(&Parts::of(&format!("https://{host}/"))).findings;
    findings.iter().any(|finding| finding.level >= least)
}

/// A known name can be seen in the host by a person, whatever is made of it: as a token, or inside one.
fn carries_a_name(host: &str) -> bool {
    let label = registrable(host);
    let before = host.strip_suffix(label).unwrap_or_default();
    let label = label.split('.').next().unwrap_or(label);
    let names = read(before, label, false).resemblances;
    names.iter().any(|found| found.manner != Manner::Inside || found.name.token.len() >= 6)
}
