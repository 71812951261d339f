//! `cargo xtask fit`: the weights of the address signals, fitted on labelled hosts.
//!
//! Logistic regression by gradient descent with small weights preferred, cross-validated in five parts by
//! registrable domain. Prints the weights to be written into `src/address/score.rs`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use trust_indicator::address::score::Signal;
use trust_indicator::address::{registrable, suspicion};

use crate::{Done, project};

struct Case {
    signals: Vec<usize>,
    phishing: bool,
    longtail: bool,
    part: u64,
}

const PARTS: u64 = 5;

/// Weights that labelled hosts cannot tell: they hold no honest page on a platform or at a home address, and
/// what pretends in plain sight is to be told whatever else is seen. Tenths, as in the table.
const FIXED: &[(Signal, f64)] = &[
    (Signal::Platform, 12.0),
    (Signal::Dynamic, 18.0),
    (Signal::RandomDynamic, 12.0),
    (Signal::Asking, 12.0),
    (Signal::Hosted, 16.0),
    (Signal::RareElsewhere, 15.0),
    (Signal::RareAsking, 31.0),
    (Signal::Slipped, 36.0),
    (Signal::Government, 36.0),
    (Signal::Number, 49.0),
    (Signal::RareDisguised, 40.0),
    (Signal::RareEmbedded, 40.0),
    (Signal::LongWordEmbedded, 40.0),
];

pub fn run(arguments: &[String]) -> Done {
    let corpus = match arguments {
        [] => project::corpora(),
        [option, folder] if option == "--corpus" => PathBuf::from(folder),
        [word, ..] => return Err(format!("“{word}”? fit takes --corpus DIR.")),
    };
    let folder = corpus.join("address");
    if !folder.is_dir() {
        return Err(project::no_cases(&corpus));
    }
    let read = |name: &str| project::read_text(&folder.join(name));
    let mut cases = Vec::new();
    for line in read("phish.tsv")?.lines().skip(1) {
        if let Some(host) = line.split('\t').nth(1) {
            cases.push(case(host, true, false));
        }
    }
    for line in read("legit.tsv")?.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        if let [host, _, _, group, ""] = columns.as_slice() {
            cases.push(case(host, false, *group == "longtail_unlisted"));
        }
    }
    for part in 0..PARTS {
        let weights = fit(cases.iter().filter(|case| case.part != part));
        let held: Vec<&Case> = cases.iter().filter(|case| case.part == part).collect();
        report(&format!("held out {part}"), &weights, &held);
    }
    let weights = fit(cases.iter());
    report("all", &weights, &cases.iter().collect::<Vec<_>>());
    for (signal, weight) in Signal::ALL.iter().zip(&weights) {
        let count = |phishing| {
            cases.iter().filter(|c| c.phishing == phishing && c.signals.contains(&(*signal as usize))).count()
        };
        println!("{signal:?} {:.0} {} {}", weight * 10.0, count(true), count(false));
    }
    Ok(())
}

fn case(host: &str, phishing: bool, longtail: bool) -> Case {
    let mut hasher = DefaultHasher::new();
    registrable(host).hash(&mut hasher);
    let signals = suspicion(host).signals.iter().map(|&signal| signal as usize).collect();
    Case { signals, phishing, longtail, part: hasher.finish() % PARTS }
}

fn fit<'a>(cases: impl Iterator<Item = &'a Case> + Clone) -> Vec<f64> {
    let mut weights = vec![0.0; Signal::ALL.len()];
    for &(signal, weight) in FIXED {
        weights[signal as usize] = weight / 10.0;
    }
    let free = |at: usize| FIXED.iter().all(|&(signal, _)| signal as usize != at);
    let mut bias = -1.0;
    for round in 0..30 {
        let rate = 0.05 / (1.0 + f64::from(round) * 0.3);
        for case in cases.clone() {
            let sum: f64 = bias + case.signals.iter().map(|&at| weights[at]).sum::<f64>();
            let error = f64::from(u8::from(case.phishing)) - 1.0 / (1.0 + (-sum).exp());
            bias += rate * error;
            for &at in case.signals.iter().filter(|&&at| free(at)) {
                // Only a country's ending speaks for a host.
                let least = if at == Signal::Country as usize { -1.5 } else { 0.0 };
                weights[at] = f64::max(weights[at] + rate * (error - 0.0005 * weights[at]), least);
            }
        }
    }
    weights
}

fn report(name: &str, weights: &[f64], cases: &[&Case]) {
    let score = |case: &Case| case.signals.iter().map(|&at| (weights[at] * 10.0).round()).sum::<f64>();
    let of = |wanted: fn(&Case) -> bool| -> Vec<f64> {
        let mut scores: Vec<f64> = cases.iter().filter(|case| wanted(case)).map(|case| score(case)).collect();
        scores.sort_by(|a, b| b.total_cmp(a));
        scores
    };
    let (phishing, honest, longtail) = (of(|c| c.phishing), of(|c| !c.phishing), of(|c| c.longtail));
    let share = |scores: &[f64], line: f64| {
        scores.iter().take_while(|score| **score >= line).count() as f64 / scores.len().max(1) as f64 * 100.0
    };
    for line in [20.0, 25.0, 30.0, 35.0, 40.0, 45.0, 50.0, 55.0, 60.0] {
        println!(
            "{name}: line {line} caught {:.2}% accused {:.3}% longtail {:.3}%",
            share(&phishing, line),
            share(&honest, line),
            share(&longtail, line)
        );
    }
}
