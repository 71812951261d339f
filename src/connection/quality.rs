//! How good the line is: its protocol and cipher, what came over http beside it, and who asks for a sign-in
//! in the browser's own window.

use super::words::{self, Grade};
use crate::address::{self, Parts, Reach};
use crate::certificate;
use crate::evidence::{Evidence, HttpAuthentication, SecurityState, host_of};
use crate::finding::{Finding, Id, Level};

/// Findings on an encrypted line.
pub fn of_line(evidence: &Evidence) -> Vec<Finding> {
    let connection = &evidence.connection;
    let mut findings = Vec::new();
    if let Some(written) = connection.protocol.seen() {
        let (name, grade) = words::protocol(written);
        match grade {
            Grade::Broken => findings.push(Finding::new(Id::LineBroken).text(name)),
            Grade::Weak => findings.push(Finding::new(Id::LineWeak).text(name)),
            Grade::Sound | Grade::Old => {}
        }
    }
    if let Some(suite) = connection.cipher_suite.seen() {
        let name = words::cipher_name(suite);
        match words::cipher(suite) {
            Grade::Broken => findings.push(Finding::new(Id::LineBroken).text(name)),
            Grade::Weak => findings.push(Finding::new(Id::LineWeak).text(name)),
            Grade::Old => findings.push(Finding::new(Id::LineOld).text(name)),
            Grade::Sound => {}
        }
    }
    let told = findings.iter().any(|finding| finding.level >= Level::Caution);
    if connection.state.seen() == Some(&SecurityState::Weak) && !told {
        // Its cipher is what is most often behind it, and what an owner can turn off.
        let suite = connection.cipher_suite.seen().map(|suite| words::cipher_name(suite));
        let name = suite.unwrap_or_else(|| certificate::browser(evidence));
        findings.push(Finding::new(Id::LineWeak).text(name));
    }
    findings
}

/// Parts of an https page that came over http: they can change the page, or only be seen (Mixed Content 2).
pub fn mixed(evidence: &Evidence) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for load in &evidence.connection.insecure_loads {
        if Parts::of(&load.host).reach() == Reach::Device {
            continue;
        }
        let id = match load.kind.as_str() {
            "script" | "stylesheet" | "object" | "xmlhttprequest" | "websocket" | "font" | "other" => {
                Id::MixedContentActive
            }
            "sub_frame" => Id::MixedContentFrame,
            _ => Id::MixedContentPassive,
        };
        if !findings.iter().any(|known| known.id == id) {
            findings.push(Finding::new(id).host(load.host.clone()));
        }
    }
    findings
}

/// Sign-ins that the server asks for by HTTP (RFC 7617, RFC 7616), in the browser's own window.
pub fn sign_ins(evidence: &Evidence) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for asked in evidence.connection.authentications.iter().filter(|asked| !asked.proxy) {
        let host = host_of(&asked.url);
        let Some(id) = sign_in(evidence, asked, host) else { continue };
        if findings.iter().any(|known| known.id == id) {
            continue;
        }
        let mut finding = Finding::new(id).host(host);
        // A device of one's own is read on its own network only, as a form of its page is.
        if host.eq_ignore_ascii_case(evidence.page.host()) && address::reach(host) == Reach::Network {
            finding.level = Level::Caution;
        }
        findings.push(finding);
    }
    findings
}

fn sign_in(evidence: &Evidence, asked: &HttpAuthentication, host: &str) -> Option<Id> {
    let open = asked.url.starts_with("http:") && address::reach(host) != Reach::Device;
    if open && asked.scheme.eq_ignore_ascii_case("basic") {
        return Some(Id::BasicSignInOpen);
    }
    if !host.is_empty() && !address::same_owner(host, evidence.page.host()) {
        return Some(Id::SignInAskedByOther);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Known;

    #[test]
    fn a_line_that_the_browser_calls_weak_is_not_only_old() {
        let mut evidence = Evidence::default();
        evidence.connection.cipher_suite = Known::Seen("TLS_RSA_WITH_AES_128_CBC_SHA".to_owned());
        let found = |evidence: &Evidence| of_line(evidence).iter().map(|found| found.id).collect::<Vec<_>>();
        assert_eq!(found(&evidence), [Id::LineOld]);
        evidence.connection.state = Known::Seen(SecurityState::Weak);
        assert_eq!(found(&evidence), [Id::LineOld, Id::LineWeak]);
        // Its owner is told to turn it off: that is not the browser.
        let named = Finding::new(Id::LineWeak).text("AES-128-CBC");
        assert_eq!(of_line(&evidence).last(), Some(&named));
        // What is told by its name is not told again.
        evidence.connection.cipher_suite = Known::Seen("TLS_RSA_WITH_3DES_EDE_CBC_SHA".to_owned());
        assert_eq!(found(&evidence), [Id::LineWeak]);
    }
}
