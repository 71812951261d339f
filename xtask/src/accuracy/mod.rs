//! Measures the core against labelled cases from elsewhere, where they are there.
//!
//! One file a room. Each reads its folder of the corpus and returns its metrics; nothing of the corpus is
//! ever part of this repository. The numbers go to the output, single cases to the error channel.

/// Prints a line. Whoever reads may have seen enough (`| head`): that ends the run, and is no failure.
macro_rules! println {
    ($($line:tt)*) => {{
        use std::io::Write;
        if writeln!(std::io::stdout(), $($line)*).is_err() {
            std::process::exit(0);
        }
    }};
}

mod address;
mod address_chromium;
mod certificates;
mod forms;
mod seals;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::{Done, project};

/// One number that a room is measured by.
#[derive(Clone, Debug)]
pub struct Metric {
    /// Snake case, stable: numbers of different days are compared by it.
    pub name: String,
    pub value: f64,
    /// How many cases the value was made of.
    pub n: usize,
    /// What it should reach, where that was decided.
    pub goal: Option<f64>,
    pub lower_is_better: bool,
}

impl Metric {
    pub fn new(name: &str, value: f64, n: usize) -> Metric {
        Metric { name: name.to_owned(), value, n, goal: None, lower_is_better: false }
    }

    /// `part` of `n`, as a share between 0 and 1; 0 where there are no cases.
    pub fn share(name: &str, part: usize, n: usize) -> Metric {
        Metric::new(name, if n == 0 { 0.0 } else { part as f64 / n as f64 }, n)
    }

    pub fn goal(mut self, goal: f64) -> Metric {
        self.goal = Some(goal);
        self
    }

    pub fn lower_is_better(mut self) -> Metric {
        self.lower_is_better = true;
        self
    }

    fn reached(&self) -> Option<bool> {
        let goal = self.goal?;
        Some(if self.lower_is_better { self.value <= goal } else { self.value >= goal })
    }

    fn json(&self) -> Value {
        json!({
            "name": self.name,
            "value": self.value,
            "n": self.n,
            "goal": self.goal,
            "lower_is_better": self.lower_is_better,
        })
    }
}

type Room = fn(&Path) -> Done<Vec<Metric>>;

const ROOMS: [(&str, Room); 4] = [
    ("certificates", certificates::measure),
    ("address", address::measure),
    ("forms", forms::measure),
    ("seals", seals::measure),
];

pub fn run(arguments: &[String]) -> Done {
    let mut corpus = project::corpora();
    let (mut as_json, mut only) = (false, Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--json" => as_json = true,
            "--corpus" => corpus = PathBuf::from(rest.next().ok_or("--corpus needs a folder.")?),
            name if ROOMS.iter().any(|(room, _)| *room == name) => only.push(name),
            unknown => {
                return Err(format!(
                    "“{unknown}”? accuracy takes certificates, address, forms or seals, --corpus DIR and --json."
                ));
            }
        }
    }
    if !ROOMS.iter().any(|(room, _)| corpus.join(room).is_dir()) {
        return Err(project::no_cases(&corpus));
    }
    let rooms = ROOMS.iter().filter(|(name, _)| only.is_empty() || only.contains(name));
    for (name, measure) in rooms {
        let folder = corpus.join(name);
        if !folder.is_dir() {
            eprintln!("{name}: no cases at {}: nothing measured.", folder.display());
            continue;
        }
        let metrics = measure(&folder)?;
        if as_json {
            let metrics: Vec<Value> = metrics.iter().map(Metric::json).collect();
            println!("{}", json!({ "room": name, "metrics": metrics }));
        } else {
            print(name, &metrics);
        }
    }
    Ok(())
}

fn print(room: &str, metrics: &[Metric]) {
    println!("{room}");
    let width = metrics.iter().map(|metric| metric.name.len()).max().unwrap_or(0);
    for metric in metrics {
        let goal = metric.goal.map_or(String::new(), |goal| {
            format!("  goal {} {goal}", if metric.lower_is_better { "≤" } else { "≥" })
        });
        let mark = metric.reached().map_or("", |reached| if reached { "  reached" } else { "  MISSED" });
        println!("  {:width$}  {:>10.4}  n {:>6}{goal}{mark}", metric.name, metric.value, metric.n);
    }
}

#[cfg(test)]
mod tests {
    use super::Metric;

    #[test]
    fn a_goal_has_a_direction() {
        assert_eq!(Metric::share("recall", 9, 10).goal(0.95).reached(), Some(false));
        assert_eq!(Metric::share("flagged", 1, 100).goal(0.02).lower_is_better().reached(), Some(true));
        assert_eq!(Metric::new("time", 3.0, 1).reached(), None);
    }
}
