//! Snippets of seal code as found in the wild, opened in a real browser.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;
use trust_indicator::evidence::{self, Evidence, Frame, Page, SealCandidate};
use trust_indicator::seal::{Embed, Leads, Names, Outcome, Seal, seals};

use super::Metric;
use crate::{Done, project, setup, step};

/// One labelled snippet and what was found in it.
struct Case {
    label: Value,
    found: Vec<Seal>,
}

/// Measures on one folder of cases.
pub fn measure(corpus: &Path) -> Done<Vec<Metric>> {
    let cases = cases(corpus)?;
    let (negative, positive): (Vec<&Case>, Vec<&Case>) =
        cases.iter().partition(|case| case.text("kind").starts_with("negative"));
    let right = positive.iter().filter(|case| case.told(Case::is_right)).count();
    let provider =
        positive.iter().filter(|case| case.found.iter().any(|seal| case.is_provider(seal))).count();
    let with_domain: Vec<&&Case> =
        positive.iter().filter(|case| !case.text("domain_named").is_empty()).collect();
    let named = with_domain.iter().filter(|case| case.told(Case::is_named)).count();
    let false_seals = negative.iter().filter(|case| case.told_wrong(!case.found.is_empty())).count();
    let own: Vec<&&Case> =
        positive.iter().filter(|case| case.label["named_matches_page"].as_bool() == Some(true)).collect();
    let accused = own
        .iter()
        .filter(|case| case.told_wrong(case.found.iter().any(|seal| seal.outcome == Outcome::NamesAnother)))
        .count();
    Ok(vec![
        Metric::share("provider_and_kind_right", right, positive.len()).goal(0.96),
        Metric::share("provider_right", provider, positive.len()),
        Metric::share("domain_named_right", named, with_domain.len()).goal(0.97),
        Metric::new("negatives_taken_for_seals", false_seals as f64, negative.len())
            .goal(0.0)
            .lower_is_better(),
        Metric::new("own_domain_accused", accused as f64, own.len()).goal(0.0).lower_is_better(),
    ])
}

fn cases(corpus: &Path) -> Done<Vec<Case>> {
    setup::node::ensure()?;
    let chromium = setup::browsers::ensure()?.chromium;
    let root = project::root();
    let mut command = Command::new("node");
    command.arg(root.join("xtask/src/accuracy/seals.mjs")).arg(corpus).arg(chromium);
    command.args(["content.js", "seals.js"].map(|script| root.join("extension").join(script)));
    let title = "Opening every snippet in Chromium";
    let (done, said) = step::run_and_read(title, Duration::from_secs(1200), command.current_dir(&root))?;
    done?;
    let index = project::read_text(&corpus.join("index.json"))?;
    let labels: Vec<Value> = serde_json::from_str(&index).map_err(|error| error.to_string())?;
    let lines: Vec<Value> = said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    Ok(labels
        .into_iter()
        .map(|label| {
            let answer = lines.iter().find(|line| line["file"] == label["file"]);
            let found = answer.map(judged).unwrap_or_default();
            Case { label, found }
        })
        .collect())
}

fn judged(answer: &Value) -> Vec<Seal> {
    if let Some(error) = answer["error"].as_str() {
        eprintln!("{}: {error}", answer["file"]);
    }
    let url = answer["url"].as_str().unwrap_or_default().to_owned();
    let candidates: Vec<SealCandidate> =
        evidence::value::deserialize(answer["seals"].clone()).unwrap_or_default();
    seals(&Evidence {
        page: Page { url: url.clone(), ..Page::default() },
        frames: vec![Frame { url, looked: true, seals: candidates, ..Frame::default() }],
        ..Evidence::default()
    })
}

impl Case {
    fn text(&self, name: &str) -> &str {
        self.label[name].as_str().unwrap_or_default()
    }

    fn is_provider(&self, seal: &Seal) -> bool {
        let label: String = self.text("provider").chars().filter(|c| *c != '-').collect();
        let id: String = seal.provider.id.chars().filter(|c| *c != '-').collect();
        label.starts_with(&id)
            || id.starts_with(&label)
            || match self.text("provider") {
                "norton-verisign" => id.starts_with("norton"),
                "sectigo-comodo" => {
                    ["sectigo", "comodo", "positivessl", "hackerproof"].contains(&id.as_str())
                }
                "wosign" | "startssl" => id == "startsslwosign",
                other => other
                    .split('-')
                    .any(|part| part.len() > 5 && seal.provider.id.split('-').any(|p| p == part)),
            }
    }

    fn is_right(&self) -> bool {
        self.found.iter().any(|seal| self.is_provider(seal) && kind(seal) == self.text("kind"))
    }

    fn is_named(&self) -> bool {
        let expected = self.text("domain_named").to_lowercase();
        self.found.iter().any(|seal| seal.names.host() == Some(expected.as_str()))
    }

    fn told(&self, right: impl Fn(&Case) -> bool) -> bool {
        let right = right(self);
        self.told_wrong(!right);
        right
    }

    /// Says on the error channel what went wrong, for whoever mends it.
    fn told_wrong(&self, wrong: bool) -> bool {
        if wrong {
            let found: Vec<String> = self
                .found
                .iter()
                .map(|seal| {
                    format!("{} {} {:?} {:?}", seal.provider.id, kind(seal), seal.outcome, seal.names)
                })
                .collect();
            eprintln!("  {} {}: {}", self.text("file"), self.text("domain_named"), found.join(", "));
        }
        wrong
    }
}

/// The labels' word for what is embedded and where it leads.
fn kind(seal: &Seal) -> &'static str {
    match (seal.embed, &seal.leads) {
        (Embed::Script | Embed::Frame | Embed::Form, _) => "official-embed",
        (_, Leads::Elsewhere(_) | Leads::Imitation(_)) => "linked-elsewhere",
        (Embed::IssuerPicture, Leads::Issuer { .. }) => "official-embed",
        // The issuer's home page.
        (_, Leads::Issuer { .. }) if seal.names == Names::Nobody => "linked-elsewhere",
        (Embed::OwnPicture | Embed::Text, Leads::Issuer { .. }) => "static-linked-official",
        (_, Leads::Nowhere) => "static-unlinked",
    }
}
