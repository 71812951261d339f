//! Certificates (DER) and what other linters and parsers say of them.

mod chains;
mod limbo;
mod zlint;

use std::collections::HashMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use serde_json::Value;
use trust_indicator::certificate::{self, Examination};

use super::Metric;
use crate::Done;

/// The cases: DER by the SHA-256 of its bytes.
struct Cases {
    index: Value,
    bytes: HashMap<String, Vec<u8>>,
}

impl Cases {
    fn der(&self, sha256: &str) -> Option<&[u8]> {
        self.bytes.get(sha256).map(Vec::as_slice)
    }

    fn examine(&self, sha256: &str) -> Option<Examination> {
        certificate::examine(self.der(sha256)?)
    }
}

/// Measures on one folder of cases.
pub fn measure(corpus: &Path) -> Done<Vec<Metric>> {
    let index = json(&corpus.join("index.json"))?;
    let mut bytes = HashMap::new();
    for case in list(&index["certs"]) {
        let sha256 = text(&case["sha256"]);
        let name = sha256.get(..20).unwrap_or_default();
        let path = corpus.join("certs").join(format!("{name}.der"));
        let der = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        bytes.insert(sha256.to_owned(), der);
    }
    let cases = Cases { index, bytes };
    let mut metrics = vec![labels(&cases)];
    if let Ok(rows) = json(&corpus.join("zlint.json")) {
        metrics.extend(zlint::measure(&cases, &rows));
    }
    if let Ok(tests) = json(&corpus.join("limbo.json")) {
        metrics.extend(limbo::measure(&tests));
    }
    if let Ok(chains) = json(&corpus.join("chains.json")) {
        metrics.push(chains::measure(&cases, &chains, json(&corpus.join("limbo.json")).ok().as_ref()));
    }
    metrics.push(panics(&cases));
    Ok(metrics)
}

/// DV, OV, IV, EV, QWAC and PSD2, as the independent parser read them.
fn labels(cases: &Cases) -> Metric {
    let (mut right, mut all) = (0, 0);
    for case in list(&cases.index["certs"]) {
        let facts = &case["facts"];
        if facts["qwac"].is_null() {
            continue;
        }
        let mut wanted: Vec<&str> =
            list(&facts["validation_label"]).iter().map(text).filter(|label| *label != "EV-legacy").collect();
        for (fact, label) in [("qwac", "QWAC"), ("psd2", "PSD2")] {
            if facts[fact] == true {
                wanted.push(label);
            }
        }
        wanted.sort_unstable();
        let sha256 = text(&case["sha256"]);
        let mut ours = cases.examine(sha256).map(|found| found.labels).unwrap_or_default();
        ours.sort_unstable();
        all += 1;
        if ours == wanted {
            right += 1;
        } else {
            eprintln!("  label {sha256:.12}: wanted {wanted:?}, ours {ours:?}");
        }
    }
    Metric::share("validation_labels", right, all).goal(1.0)
}

/// Whole files, truncations and single-byte flips: a spread of places in each file, all cores at it.
fn panics(cases: &Cases) -> Metric {
    const PLACES: usize = 24;
    let all: Vec<&Vec<u8>> = cases.bytes.values().collect();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::panic::set_hook(Box::new(|_| {}));
    let counts: Vec<(usize, usize)> = std::thread::scope(|scope| {
        let workers: Vec<_> = all
            .chunks(all.len().div_ceil(cores).max(1))
            .map(|part| scope.spawn(move || part.iter().map(|der| provoke(der, PLACES)).collect::<Vec<_>>()))
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    let _ = std::panic::take_hook();
    let calls = counts.iter().map(|(calls, _)| calls).sum();
    let panicked: usize = counts.iter().map(|(_, panicked)| panicked).sum();
    Metric::new("panics", panicked as f64, calls).goal(0.0).lower_is_better()
}

/// Calls and panics over one file.
fn provoke(der: &[u8], places: usize) -> (usize, usize) {
    let (mut calls, mut panicked) = (0, 0);
    let mut call = |bytes: &[u8]| {
        calls += 1;
        panicked += usize::from(catch_unwind(AssertUnwindSafe(|| certificate::examine(bytes))).is_err());
    };
    call(der);
    for place in (0..der.len()).step_by(der.len() / places + 1) {
        call(der.get(..place).unwrap_or_default());
        for flip in [0xff, 0x01] {
            let mut flipped = der.to_vec();
            if let Some(byte) = flipped.get_mut(place) {
                *byte ^= flip;
            }
            call(&flipped);
        }
    }
    (calls, panicked)
}

fn json(path: &Path) -> Done<Value> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
