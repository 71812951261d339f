//! Chains as real sites sent them: an honest page must raise no alarm on the day it was captured.

use serde_json::Value;
use trust_indicator::certificate::base64;
use trust_indicator::evidence::{CertificateBytes, Connection, Evidence, Known, Load, Page};
use trust_indicator::finding::Level;

use super::super::Metric;
use super::{Cases, list, text};

pub fn measure(cases: &Cases, chains: &Value, limbo: Option<&Value>) -> Metric {
    let (mut alarms, mut all) = (0, 0);
    for chain in list(chains) {
        let der: Vec<&[u8]> =
            list(&chain["chain"]).iter().filter_map(|sha256| cases.der(text(sha256))).collect();
        let Some(found) = der.first().and_then(|leaf| trust_indicator::certificate::examine(leaf)) else {
            continue;
        };
        let Some(name) = found.names.first() else { continue };
        all += 1;
        let host = name.replacen('*', "www", 1);
        // The day of the capture where it is recorded; otherwise the first day of the certificate.
        let captured = limbo.and_then(|limbo| captured(limbo, der.first().copied().unwrap_or_default()));
        let certificates = der
            .iter()
            .map(|der| CertificateBytes { der: base64::encode(der), built_in_root: Known::Unknown })
            .collect();
        let evidence = Evidence {
            at: captured.unwrap_or(found.not_before + 86_400_000),
            page: Page { url: format!("https://{host}/"), load: Load::Watched, ..Page::default() },
            connection: Connection {
                error: Known::Absent,
                certificates: Known::Seen(certificates),
                whole_chain: true,
                ..Connection::default()
            },
            ..Evidence::default()
        };
        let judgement = trust_indicator::certificate::judge(&evidence);
        let grave: Vec<&str> = judgement
            .findings
            .iter()
            .filter(|finding| finding.level >= Level::Unknown)
            .map(|finding| finding.id.name())
            .collect();
        if !grave.is_empty() {
            alarms += 1;
            eprintln!("  chain {} ({host}): {}", text(&chain["path"]), grave.join(", "));
        }
    }
    Metric::new("alarms_on_captured_chains", f64::from(alarms), all).goal(0.0).lower_is_better()
}

/// The validation time of the test whose leaf this is, in milliseconds.
fn captured(limbo: &Value, leaf: &[u8]) -> Option<i64> {
    let test = list(&limbo["testcases"]).iter().find(|test| {
        base64::from_pem(text(&test["peer_certificate"])).first().is_some_and(|der| der == leaf)
    })?;
    trust_indicator::certificate::moment(text(&test["validation_time"]))
}
