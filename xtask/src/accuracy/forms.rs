//! Real pages with labelled fields, opened in Chromium with the content scripts as they are in `extension/`.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;
use trust_indicator::address::{self, Parts};
use trust_indicator::assess;
use trust_indicator::evidence::{
    Connection, Evidence, Facts, Frame, Known, Load, Page, PageMessage, SecurityState,
};
use trust_indicator::form::{Kind, PageKind, kinds, page_kinds};

use super::Metric;
use crate::{Done, project, setup, step};

const LIMIT: Duration = Duration::from_secs(1800);

/// Goals: kind, precision, recall.
const GOALS: [(&str, f64, f64); 10] = [
    ("password", 0.99, 0.99),
    ("card_number", 0.98, 0.95),
    ("security_code", 0.97, 0.95),
    ("card_expiry", 0.97, 0.90),
    ("new_password", 0.93, 0.95),
    ("email_user_name", 0.98, 0.95),
    ("birth_date", 0.95, 0.85),
    ("page_sign_in", 0.93, 0.97),
    ("page_card", 0.98, 0.95),
    ("page_sign_up", 0.85, 0.93),
];

/// Measures on one folder of cases.
pub fn measure(corpus: &Path) -> Done<Vec<Metric>> {
    let index = std::fs::read_to_string(corpus.join("index.json"))
        .map_err(|error| format!("Cannot read the index of {}: {error}.", corpus.display()))?;
    let index: Vec<Value> =
        serde_json::from_str(&index).map_err(|error| format!("The index is not JSON: {error}."))?;
    let answers = answers(corpus)?;
    let mut score = Score::default();
    for entry in &index {
        let answer = entry["file"].as_str().and_then(|file| answers.get(file));
        match answer.filter(|answer| answer["facts"].is_object()) {
            Some(answer) => score.page(entry, answer)?,
            None => score.unseen += 1,
        }
    }
    Ok(score.metrics())
}

/// What the content scripts told of each page, by its file.
fn answers(corpus: &Path) -> Done<HashMap<String, Value>> {
    let mut command = Command::new("node");
    command
        .arg(project::root().join("xtask/src/accuracy/forms.mjs"))
        .arg(corpus)
        .arg(setup::for_browsers()?.chromium)
        .args(["content.js", "seals.js"].map(|script| project::root().join("extension").join(script)))
        .current_dir(project::root());
    let (done, text) = step::run_and_read("Opening the pages of the corpus", LIMIT, &mut command)?;
    done?;
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    Ok(lines.filter_map(|line| Some((line["file"].as_str()?.to_owned(), line))).collect())
}

/// Right, wrong and missed, of ours and of the naive way.
#[derive(Default)]
struct Count {
    ours: [usize; 3],
    naive: [usize; 3],
}

fn count(row: &mut [usize; 3], is: bool, said: bool) {
    match (is, said) {
        (true, true) => row[0] += 1,
        (false, true) => row[1] += 1,
        (true, false) => row[2] += 1,
        (false, false) => {}
    }
}

#[derive(Default)]
struct Score {
    counts: BTreeMap<&'static str, Count>,
    /// Pages that did not open.
    unseen: usize,
    facts: [usize; 2],
    /// Honest https pages, and those that would be interrupted.
    honest: [usize; 2],
}

impl Score {
    fn say(&mut self, what: &'static str, is: bool, ours: bool, naive: bool) {
        let row = self.counts.entry(what).or_default();
        count(&mut row.ours, is, ours);
        count(&mut row.naive, is, naive);
    }

    fn page(&mut self, entry: &Value, answer: &Value) -> Done {
        let frame = frame(entry, &answer["facts"])?;
        let kinds = kinds(&frame);
        let numbers: Vec<i64> = list(&answer["fields"]).iter().filter_map(Value::as_i64).collect();
        for label in list(&entry["labels"]) {
            let at = numbers.iter().position(|number| Some(*number) == label["fid"].as_i64());
            let kind = at.and_then(|at| kinds.get(at)).copied().unwrap_or(Kind::Other);
            let field = at.and_then(|at| frame.fields.get(at));
            let token =
                |name: &str| field.is_some_and(|f| f.autocomplete.split_whitespace().any(|t| t == name));
            let typed = |name: &str| field.is_some_and(|field| field.r#type == name);
            let truth = label["kind"].as_str().unwrap_or_default();
            if truth == "unlabelled" {
                continue;
            }
            let password = matches!(truth, "password" | "current-password" | "new-password");
            let ours = kind.is_password();
            self.say("password", password, ours, typed("password"));
            if truth == "password" {
                continue;
            }
            self.say(
                "new_password",
                truth == "new-password",
                kind == Kind::NewPassword,
                token("new-password"),
            );
            let person = matches!(kind, Kind::Email | Kind::UserName);
            let naive = token("email") || token("username") || typed("email");
            self.say("email_user_name", matches!(truth, "email" | "username"), person, naive);
            self.say("card_number", truth == "cc-number", kind == Kind::CardNumber, token("cc-number"));
            self.say("security_code", truth == "cc-csc", kind == Kind::SecurityCode, token("cc-csc"));
            let expiry = ["cc-exp", "cc-exp-month", "cc-exp-year"].iter().any(|name| token(name));
            self.say("card_expiry", truth == "cc-exp", kind == Kind::CardExpiry, expiry);
            let birth = ["bday", "bday-day", "bday-month", "bday-year"].iter().any(|name| token(name));
            self.say("birth_date", truth == "birthdate", kind == Kind::BirthDate, birth);
        }
        let pages = page_kinds(&frame, &kinds);
        let passwords = frame.fields.iter().filter(|field| field.r#type == "password").count();
        let card = frame.fields.iter().any(|field| field.autocomplete.contains("cc-number"));
        for (what, label, kind, naive) in [
            ("page_sign_in", "has_login", PageKind::SignIn, passwords > 0),
            ("page_sign_up", "has_signup", PageKind::SignUp, passwords > 1),
            ("page_card", "has_payment", PageKind::Payment, card),
        ] {
            if let Some(is) = entry[label].as_bool() {
                self.say(what, is, pages.contains(&kind), naive);
            }
        }
        self.submit_facts(entry, answer, &frame);
        self.warnings(&frame);
        Ok(())
    }

    /// Scheme, method and origin of every labelled form.
    fn submit_facts(&mut self, entry: &Value, answer: &Value, frame: &Frame) {
        let numbers: Vec<i64> = list(&answer["forms"]).iter().filter_map(Value::as_i64).collect();
        for label in list(&entry["forms"]) {
            let Some(scheme) = label["scheme"].as_str() else { continue };
            let at = numbers.iter().position(|number| Some(*number) == label["index"].as_i64());
            let right = at.and_then(|at| frame.forms.get(at)).is_some_and(|form| {
                let method = if form.method.is_empty() { "get" } else { &form.method };
                let (mine, here) = (Parts::of(&form.resolved), Parts::of(&frame.url));
                let crosses = (&mine.scheme, &mine.host, mine.port) != (&here.scheme, &here.host, here.port);
                mine.scheme == scheme
                    && Some(method) == label["method"].as_str()
                    && label["cross_origin"].as_bool().is_none_or(|crossed| crossed == crosses)
            });
            self.facts[0] += usize::from(right);
            self.facts[1] += 1;
        }
    }

    /// An https page whose forms go by https to its own site, or to another of its owner's, must not be
    /// interrupted.
    fn warnings(&mut self, frame: &Frame) {
        let host = Parts::of(&frame.url).host;
        let own = frame.forms.iter().all(|form| {
            let to = Parts::of(&form.resolved);
            to.scheme == "https" && address::same_owner(&to.host, &host)
        });
        if !frame.url.starts_with("https:") || !own {
            return;
        }
        let evidence = Evidence {
            page: Page { url: frame.url.clone(), load: Load::Watched, ..Page::default() },
            connection: Connection {
                state: Known::Seen(SecurityState::Secure),
                error: Known::Absent,
                ..Connection::default()
            },
            frames: vec![frame.clone()],
            ..Evidence::default()
        };
        let report = assess(&evidence);
        self.honest[0] += usize::from(!report.guards.is_empty());
        self.honest[1] += 1;
        if !report.guards.is_empty() {
            eprintln!("  would interrupt {}: {:?}", frame.url, report.headline.decided_by);
        }
    }

    fn metrics(&self) -> Vec<Metric> {
        let mut metrics = Vec::new();
        let share = |name: String, part: usize, n: usize| Metric::share(&name, part, n);
        for (what, goal_precision, goal_recall) in GOALS {
            let Some(count) = self.counts.get(what) else { continue };
            let [right, wrong, missed] = count.ours;
            metrics.push(share(format!("{what}_precision"), right, right + wrong).goal(goal_precision));
            metrics.push(share(format!("{what}_recall"), right, right + missed).goal(goal_recall));
            let [right, wrong, missed] = count.naive;
            metrics.push(share(format!("{what}_precision_naive"), right, right + wrong));
            metrics.push(share(format!("{what}_recall_naive"), right, right + missed));
        }
        metrics.push(Metric::share("submit_facts", self.facts[0], self.facts[1]).goal(1.0));
        metrics.push(
            Metric::share("honest_pages_interrupted", self.honest[0], self.honest[1])
                .goal(0.0)
                .lower_is_better(),
        );
        metrics.push(
            Metric::new("pages_not_opened", self.unseen as f64, self.unseen).goal(0.0).lower_is_better(),
        );
        metrics
    }
}

/// As the background takes it from a page.
fn frame(entry: &Value, facts: &Value) -> Done<Frame> {
    let read = PageMessage::read(&facts.to_string(), |json| serde_json::from_str(json));
    let facts = match read.map_err(|error| format!("{}: {error}.", entry["file"]))? {
        PageMessage::Facts(facts) => facts,
        PageMessage::GuardEvent(_) => return Err(format!("{}: no facts.", entry["file"])),
    };
    let Facts { origin, document, fields, forms, seals, too_much } = facts;
    let url = entry["url"].as_str().unwrap_or("https://form.example/").to_owned();
    Ok(Frame {
        url,
        origin,
        parent: -1,
        looked: true,
        document,
        fields,
        forms,
        seals,
        too_much,
        ..Frame::default()
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
