//! `address`: whose site an address is, from its name alone.

use serde::Serialize;
use trust_indicator::address::{self, AddressView};
use trust_indicator::evidence::{Evidence, Page};
use trust_indicator::finding::Finding;
use trust_indicator::report::Twin;

use super::english::English;
use super::{Done, read_text, say, say_json};

#[derive(Serialize)]
struct Told<'a> {
    asked: &'a str,
    address: &'a AddressView,
    findings: &'a [Finding],
    /// The known name that it resembles.
    twin: &'a Option<Twin>,
}

pub fn run(hosts: &[&str], json: bool) -> Done {
    if let Some(option) = hosts.iter().find(|host| host.starts_with("--")) {
        return Err(format!("{option} is not known here"));
    }
    let english = English::new()?;
    if hosts.is_empty() || hosts == ["-"] {
        let text = read_text("-")?;
        return text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .try_for_each(|line| tell(line, &english, json));
    }
    hosts.iter().try_for_each(|host| tell(host, &english, json))
}

/// A bare host is taken as that of an https page.
fn tell(asked: &str, english: &English, json: bool) -> Done {
    let asked = asked.trim().trim_matches('"');
    let url = if asked.contains("://") { asked.to_owned() } else { format!("https://{asked}/") };
    let evidence = Evidence { page: Page { url, ..Default::default() }, ..Default::default() };
    let judged = address::judge(&evidence);
    let view = &judged.view;
    if json {
        let twin = &judged.twin;
        return say_json(&Told { asked, address: view, findings: &judged.findings, twin });
    }
    if view.host.is_empty() {
        return Err(format!("“{asked}” is no address"));
    }
    let owned = if view.registrable.is_empty() { &view.host } else { &view.registrable };
    say(&format!("{asked}\n  {owned}"))?;
    judged.findings.iter().try_for_each(|finding| say(&format!("  {}", english.finding(finding))))
}
