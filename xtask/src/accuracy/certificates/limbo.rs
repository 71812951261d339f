//! Name cases of x509-limbo: is this leaf acceptable for this name?

use serde_json::Value;
use trust_indicator::certificate::{base64, moment};
use trust_indicator::evidence::{CertificateBytes, Connection, Evidence, Known, Load, Page};
use trust_indicator::finding::Id;

use super::super::Metric;
use super::{list, text};

/// The suites that are about names; the others are about chains, which the browser builds.
const SUITES: [&str; 4] = ["rfc5280::san::", "webpki::san::", "webpki::cn::", "online::"];

/// What the report can hold against a name: it is not in the certificate; the names break a rule; or the
/// wildcard is over a platform's ending, which browsers accept, so that it is told and refused by nobody.
const AGAINST: [Id; 4] =
    [Id::CertificateUnreadable, Id::CertificateNameMismatch, Id::CertificateNames, Id::CertificateWildcard];

pub fn measure(tests: &Value) -> Metric {
    let (mut right, mut all) = (0, 0);
    let mut counts = AGAINST.map(|id| (id, 0));
    for test in list(&tests["testcases"]) {
        let id = text(&test["id"]);
        let host = text(&test["expected_peer_name"]["value"]);
        if host.is_empty() || !SUITES.iter().any(|suite| id.starts_with(suite)) {
            continue;
        }
        all += 1;
        let wanted = text(&test["expected_result"]) == "SUCCESS";
        let der = base64::from_pem(text(&test["peer_certificate"])).into_iter().next().unwrap_or_default();
        let is_address = test["expected_peer_name"]["kind"] == "IP";
        let against = against(&der, host, is_address, moment(text(&test["validation_time"])));
        if let Some((_, count)) = counts.iter_mut().find(|(id, _)| against.first() == Some(id)) {
            *count += 1;
        }
        if against.is_empty() == wanted {
            right += 1;
        } else {
            println!("  limbo {id}: wanted {wanted}, told {against:?}");
        }
    }
    for (id, count) in counts {
        println!("  limbo: {count:>3} refused by {}", id.name());
    }
    Metric::share("limbo_names", right, all).goal(1.0)
}

/// What our report says against this name, the gravest first.
fn against(der: &[u8], host: &str, is_address: bool, at: Option<i64>) -> Vec<Id> {
    let certificate = CertificateBytes { der: base64::encode(der), built_in_root: Known::Unknown };
    let evidence = Evidence {
        at: at.unwrap_or_default(),
        page: Page { url: format!("https://{host}/"), load: Load::Watched, redirects: Vec::new() },
        connection: Connection {
            error: Known::Absent,
            certificates: Known::Seen(vec![certificate]),
            ..Connection::default()
        },
        ..Evidence::default()
    };
    let judgement = trust_indicator::certificate::judge(&evidence);
    let grave = judgement.view.faults.iter().any(|fault| {
        fault.finding == Id::CertificateNames
            // What the rules only advise against is no reason to refuse.
            && fault.rule != "san_dns_name_duplicate"
            // Whoever asks for an address is not misled by a common name.
            && !(is_address && fault.rule.starts_with("subject_common_name"))
    });
    let found = |id: &Id| judgement.findings.iter().any(|finding| finding.id == *id);
    AGAINST.into_iter().filter(|id| found(id) && (grave || *id != Id::CertificateNames)).collect()
}
