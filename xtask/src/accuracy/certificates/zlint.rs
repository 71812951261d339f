//! Rows of zlint: one lint over one certificate, and what it must say.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::Metric;
use super::{Cases, list, text};

/// Lints that we do otherwise, and why.
const REASONS: [(&str, &str); 3] = [
    (
        "e_dsa_correct_order_in_subgroup",
        "no browser accepts a DSA key; raising large numbers to powers for it is not worth its bytes",
    ),
    (
        "e_dnsname_not_valid_tld",
        "a list of all top-level names with their days is not worth its bytes; only names of one label and well-known inside names are found",
    ),
    ("n_subject_common_name_included", "a common name is usual: no fault"),
];

pub fn measure(cases: &Cases, rows: &Value) -> Vec<Metric> {
    let (mut agree, mut same_rule, mut all) = (0, 0, 0);
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for row in list(&rows["rows"]) {
        let family = text(&row["finding"]);
        if family.is_empty() {
            continue;
        }
        all += 1;
        let lint = text(&row["lint"]);
        let rule = lint.split_once('_').map_or(lint, |(_, rule)| rule);
        let wanted = matches!(text(&row["expected"]), "error" | "warn" | "notice");
        let found = cases.examine(text(&row["sha256"]));
        let id = format!("certificate_{family}");
        let rules: Vec<String> = found
            .iter()
            .flat_map(|found| &found.faults)
            .filter(|fault| fault.finding.name() == id)
            .map(|fault| fault.rule.clone())
            .collect();
        let exact = rules.iter().any(|ours| ours == rule) == wanted;
        same_rule += usize::from(exact);
        let family_agrees = rules.is_empty() != wanted;
        agree += usize::from(family_agrees);
        if family_agrees && exact {
            continue;
        }
        let known = REASONS.iter().find(|(name, _)| *name == lint).map(|(_, reason)| *reason);
        let reason = if found.is_none() {
            "the bytes do not parse as a certificate"
        } else if exact && !wanted {
            "another rule of the family is broken, and the lint asked about is not"
        } else if row["needs_config"] == true {
            "the corpus set an option of the lint; we have none"
        } else if let Some(reason) = known {
            reason
        } else if !exact && wanted && !rules.is_empty() {
            "the family is found, by another rule"
        } else if wanted {
            "MISSED"
        } else {
            "FOUND WHERE THE LINT PASSES"
        };
        *reasons.entry(reason).or_default() += 1;
        println!(
            "  {lint} {} {}: {reason}; ours: {}",
            text(&row["expected"]),
            text(&row["file"]),
            rules.join(", ")
        );
    }
    for (reason, count) in &reasons {
        println!("  {count:>4}  {reason}");
    }
    let explained = all
        - reasons.get("MISSED").unwrap_or(&0)
        - reasons.get("FOUND WHERE THE LINT PASSES").unwrap_or(&0)
        - reasons.get("the bytes do not parse as a certificate").unwrap_or(&0);
    vec![
        Metric::share("zlint_family_agreement", agree, all),
        Metric::share("zlint_rule_agreement", same_rule, all).goal(0.99),
        Metric::share("zlint_agreement_or_reason", explained, all).goal(0.99),
    ]
}
