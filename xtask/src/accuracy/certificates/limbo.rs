//! Name cases of x509-limbo: is this leaf acceptable for this name?

use serde_json::Value;
use trust_indicator::certificate::{base64, examine, is_for};

use super::super::Metric;
use super::{list, text};

/// The suites that are about names; the others are about chains, which the browser builds.
const SUITES: [&str; 4] = ["rfc5280::san::", "webpki::san::", "webpki::cn::", "online::"];

pub fn measure(tests: &Value) -> Metric {
    let (mut right, mut all) = (0, 0);
    for test in list(&tests["testcases"]) {
        let id = text(&test["id"]);
        let host = text(&test["expected_peer_name"]["value"]);
        if host.is_empty() || !SUITES.iter().any(|suite| id.starts_with(suite)) {
            continue;
        }
        all += 1;
        let wanted = text(&test["expected_result"]) == "SUCCESS";
        let der = base64::from_pem(text(&test["peer_certificate"])).into_iter().next().unwrap_or_default();
        let found = examine(&der);
        // Browsers accept a wildcard over a platform's ending; we tell that it is for many people's sites.
        let shared = found.as_ref().is_some_and(|found| found.shared_wildcard);
        let faults = found.map(|found| found.faults).unwrap_or_default();
        let named = faults.iter().find(|fault| {
            fault.finding.name() == "certificate_names"
                // What the Baseline Requirements only advise against is no reason to refuse.
                && fault.rule != "san_dns_name_duplicate"
                // Whoever asks for an address is not misled by a common name.
                && !(test["expected_peer_name"]["kind"] == "IP" && fault.rule.starts_with("subject_common_name"))
        });
        let accepted = is_for(&der, host) && named.is_none() && !shared;
        if accepted == wanted {
            right += 1;
        } else {
            println!("  limbo {id}: wanted {wanted}, ours {accepted} {named:?}");
        }
    }
    Metric::share("limbo_names", right, all).goal(1.0)
}
