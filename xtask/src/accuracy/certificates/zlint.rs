//! Rows of zlint: one lint over one certificate, and what it must say.
//!
//! A row asks about one rule, and our finding of its family names the rules that are not kept, by zlint's
//! own names. The row agrees where the rule it asks about is named, or is not, as zlint says.
//!
//! A row that passes says nothing of the other rules of its family, which a certificate made for a test often
//! breaks as well. Each such row is printed with what else is broken, and whether another row of zlint about
//! the same certificate says so too. Where none does, zlint's own source of that other rule does: each was read
//! (`v3/lints`, 2026-11).

use std::collections::{BTreeMap, HashSet};

use serde_json::Value;
use trust_indicator::certificate::FaultView;

use super::super::Metric;
use super::{Cases, list, text};

/// Lints that we do otherwise: whether zlint finds the rule broken where we do not, and why.
const REASONS: [(&str, bool, &str); 12] = [
    (
        "e_dsa_correct_order_in_subgroup",
        true,
        "no browser accepts a DSA key; raising large numbers to powers for it is not worth its bytes",
    ),
    (
        "e_dsa_shorter_than_2048_bits",
        true,
        "the lint wants a divisor of 244 bits, where the standard has 224 (FIPS 186-4 4.2)",
    ),
    (
        "e_dnsname_not_valid_tld",
        true,
        "a list of all top-level names with their days is not worth its bytes; only names of one label and well-known inside names are found",
    ),
    (
        "w_sub_cert_aia_contains_internal_names",
        true,
        "a list of all top-level names is not worth its bytes; an address without a host is no inside name",
    ),
    ("n_subject_common_name_included", true, "a common name is usual: no fault"),
    ("w_subject_common_name_included", true, "a common name is usual: no fault"),
    (
        "e_key_usage_incorrect_length",
        true,
        "the lint wants one byte; there is a ninth bit, decipherOnly (RFC 5280 4.2.1.3)",
    ),
    ("e_superfluous_ku_encoding", true, "no bits are written as none, with a count of zero (X.690 11.2.2)"),
    (
        "e_invalid_ca_certificate_policies",
        true,
        "one reserved policy alone is what a restricted authority may have (BR 7.1.2.10.5)",
    ),
    (
        "w_ct_sct_policy_count_unsatisfied",
        false,
        "the lint counts by the table of before 2021-04-21; since then 180 days decide",
    ),
    (
        "e_san_dns_name_onion_invalid",
        false,
        "an address of version 3 ends in its version, which the lint does not look at (Tor rend-spec-v3 6)",
    ),
    ("e_public_key_type_not_allowed", false, "the lint lets Ed25519 pass, which BR 6.1.5 does not name"),
];

/// What zlint says of one rule over one certificate.
struct Row<'a> {
    sha256: &'a str,
    family: &'a str,
    lint: &'a str,
    expected: &'a str,
    file: &'a str,
    needs_config: bool,
}

impl Row<'_> {
    /// None where the lint is about something that no finding of ours covers: S/MIME, revocation lists, …
    fn read(row: &Value) -> Option<Row<'_>> {
        let family = text(&row["finding"]);
        (!family.is_empty()).then(|| Row {
            sha256: text(&row["sha256"]),
            family,
            lint: text(&row["lint"]),
            expected: text(&row["expected"]),
            file: text(&row["file"]),
            needs_config: row["needs_config"] == true,
        })
    }

    /// The lint's name without the letter of its severity: our name of the rule.
    fn rule(&self) -> &str {
        self.lint.split_once('_').map_or(self.lint, |(_, rule)| rule)
    }

    /// Whether zlint finds the rule broken; passed, not applicable and not yet in force are the rest.
    fn broken(&self) -> bool {
        matches!(self.expected, "error" | "warn" | "notice")
    }

    /// Why we differ on the rule that the row asks about.
    fn reason(&self, parsed: bool, ours: &[FaultView]) -> &'static str {
        let known = REASONS.iter().find(|(lint, broken, _)| (*lint, *broken) == (self.lint, self.broken()));
        if !parsed {
            UNREADABLE
        } else if self.needs_config {
            "the corpus set an option of the lint; we have none"
        } else if let Some((_, _, reason)) = known {
            reason
        } else if !self.broken() {
            FALSE_ALARM
        } else if ours.is_empty() {
            MISSED
        } else {
            "the family is found, by another rule"
        }
    }
}

const UNREADABLE: &str = "THE BYTES DO NOT PARSE AS A CERTIFICATE";
const MISSED: &str = "MISSED";
const FALSE_ALARM: &str = "FOUND WHERE THE LINT PASSES";

pub fn measure(cases: &Cases, file: &Value) -> Vec<Metric> {
    let rows: Vec<Row<'_>> = list(&file["rows"]).iter().filter_map(Row::read).collect();
    let beyond = list(&file["rows"]).len() - rows.len();
    eprintln!(
        "  zlint: {} rows compared; {beyond} are about lints that no finding of ours covers.",
        rows.len()
    );

    // What zlint says is broken, by certificate and rule.
    let told: HashSet<(&str, &str)> =
        rows.iter().filter(|row| row.broken()).map(|row| (row.sha256, row.rule())).collect();
    let (mut agree, mut unexplained, mut clear, mut clear_agree) = (0, 0, 0, 0);
    let mut differ: BTreeMap<&str, usize> = BTreeMap::new();
    let mut beside = Vec::new();
    for row in &rows {
        let found = cases.examine(row.sha256);
        let id = format!("certificate_{}", row.family);
        let parsed = found.is_some();
        let mut ours = found.map(|found| found.faults).unwrap_or_default();
        ours.retain(|fault| fault.finding.name() == id);

        let names_it = ours.iter().any(|fault| fault.rule == row.rule());
        let agrees = parsed && names_it == row.broken();
        agree += usize::from(agrees);
        if agrees && !row.broken() && !ours.is_empty() {
            beside.push((row, ours));
            continue;
        }
        // Here the presence of the family alone can be compared as well.
        clear += 1;
        clear_agree += usize::from(parsed && ours.is_empty() != row.broken());
        if !agrees {
            let reason = row.reason(parsed, &ours);
            unexplained += usize::from([UNREADABLE, MISSED, FALSE_ALARM].contains(&reason));
            *differ.entry(reason).or_default() += 1;
            eprintln!("  differs: {} {} {}: {reason}{}", row.lint, row.expected, row.file, also(&ours));
        }
    }

    let confirmed = |row: &Row<'_>, ours: &[FaultView]| {
        ours.iter().any(|fault| told.contains(&(row.sha256, fault.rule.as_str())))
    };
    let confirmed_rows = beside.iter().filter(|(row, ours)| confirmed(row, ours)).count();
    for (row, ours) in &beside {
        let by = if confirmed(row, ours) { "as another row of zlint says" } else { "no row asks about it" };
        eprintln!(
            "  beside: {} {} {}: not broken, as zlint says; the family is, {by}{}",
            row.lint,
            row.expected,
            row.file,
            also(ours)
        );
    }
    for (reason, count) in &differ {
        eprintln!("  {count:>4}  differs: {reason}");
    }
    eprintln!(
        "  {:>4}  rows that pass on a certificate with another broken rule of the family:",
        beside.len()
    );
    eprintln!(
        "        {confirmed_rows} confirmed by another row, {} that no row asks about",
        beside.len() - confirmed_rows
    );
    eprintln!(
        "  zlint_agreement compares the rule that a row asks about. By the presence of the family alone,"
    );
    eprintln!("  those {} rows have no answer; zlint_family_agreement is over the others.", beside.len());
    vec![
        Metric::share("zlint_agreement", agree, rows.len()).goal(0.99),
        Metric::share("zlint_family_agreement", clear_agree, clear),
        Metric::new("zlint_differences_without_reason", unexplained as f64, rows.len())
            .goal(0.0)
            .lower_is_better(),
    ]
}

/// The broken rules of the family, each with its standard.
fn also(faults: &[FaultView]) -> String {
    faults.iter().map(|fault| format!("; {} ({})", fault.rule, fault.source)).collect()
}
