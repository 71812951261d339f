//! The path from a site's certificate up to its root, as RFC 5280 6.1 walks it. A browser walks it before it
//! shows a page, so that a fault here mostly tells why one warned. Signatures are the browser's to check.

use super::super::extension::{Contents, KeyUsage};
use super::super::parse::Certificate;
use super::super::roots;
use super::Fault;
use crate::finding::Id;

/// The faults of those between the site and its root: `chain` begins with the site's own. What is at the top
/// is taken at its word: of a root only its name and its key count (6.1.1 d).
pub fn examine(chain: &[Certificate<'_>]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (between, (below, issuer)) in (0..).zip(chain.iter().zip(chain.iter().skip(1))) {
        let anchor = issuer.self_issued() || roots::find(issuer).is_some();
        if anchor || below.issuer.whole != issuer.subject.whole {
            break;
        }
        let contents = Contents::of(issuer);
        // The rules are of version 3; what does not parse can say anything.
        if !contents.unreadable.is_empty() || issuer.version != 3 {
            continue;
        }
        // As many stand between this one and the site's.
        let length = contents.basic.and_then(|basic| basic.path_length);
        let signs = contents.key_usage.is_none_or(|usage| usage.has(KeyUsage::CERT_SIGN));
        let rules = [
            (!contents.is_authority(), "path_issuer_is_no_authority", "RFC 5280 6.1.4 k"),
            (length.is_some_and(|length| length < between), "path_too_long", "RFC 5280 6.1.4 m, 4.2.1.9"),
            (!signs, "path_issuer_may_not_sign", "RFC 5280 6.1.4 n, 4.2.1.3"),
        ];
        faults.extend(rules.into_iter().filter(|(broken, ..)| *broken).map(|(_, rule, source)| Fault {
            finding: Id::CertificatePath,
            rule,
            source,
        }));
    }
    faults
}
