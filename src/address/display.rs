//! How a host is shown: Unicode where a person can read it safely, else punycode.

use super::punycode;

/// A host as the person should read it.
pub fn shown(host: &str) -> String {
    punycode::to_unicode(host)
}
