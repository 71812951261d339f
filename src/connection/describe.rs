//! How the line was made, told as a short story with this connection's own values.

use super::view::{By, ConnectionView, Line, Part, Step};
use super::words;
use crate::certificate::{self, Role, Shown};
use crate::evidence::{Evidence, Known};
use crate::finding::{Finding, Id, Message};

pub fn view(
    evidence: &Evidence,
    certificate: &certificate::Judgement,
    findings: &[Finding],
) -> ConnectionView {
    let has = |id| findings.iter().any(|finding| finding.id == id);
    let without = |line, brief: &str, sentence: &str| ConnectionView {
        line,
        brief: Message::new(brief),
        sentence: Some(Message::new(sentence)),
        ..ConnectionView::default()
    };
    if evidence.page.scheme() != "https" && (has(Id::LineNotEncrypted) || has(Id::LineLocalNetwork)) {
        return without(Line::Open, "line_brief_open", "line_sentence_open");
    }
    if has(Id::LineLocal) {
        return without(Line::Private, "line_brief_local", "line_sentence_local");
    }
    if has(Id::LinePageClosed) || has(Id::LineLoadFailed) {
        return without(Line::Unknown, "line_brief_not_looked", "line_sentence_not_looked");
    }
    if has(Id::LineNotWatched) {
        return without(Line::Unknown, "line_brief_not_seen", "line_sentence_not_seen");
    }
    let connection = &evidence.connection;
    let mut asides = Vec::new();
    if connection.fresh {
        asides.push(Message::new("line_fresh"));
    }
    if connection.protocol.seen().is_none() {
        asides.push(Message::new("line_not_told").text(certificate::browser(evidence)));
    }
    ConnectionView {
        line: if has(Id::LineEncrypted) { Line::Private } else { Line::Unknown },
        brief: Message::new("line_brief_steps"),
        sentence: None,
        steps: steps(evidence, certificate, has(Id::LineEncrypted)),
        names: names(evidence),
        parts: parts(evidence),
        asides,
    }
}

/// "TLS 1.3 · X25519 · AES-128-GCM", as far as they are told.
fn names(evidence: &Evidence) -> Vec<String> {
    let connection = &evidence.connection;
    let protocol = connection.protocol.seen().map(|written| words::protocol(written).0);
    let group =
        connection.group.seen().filter(|group| !group.is_empty()).map(|group| words::group_name(group));
    let cipher = connection.cipher_suite.seen().map(|suite| words::cipher_name(suite));
    [protocol, group, cipher].into_iter().flatten().collect()
}

/// The handshake of RFC 8446 2 (TLS 1.3) or RFC 5246 7.3 (TLS 1.2 and before). In 1.3 the keys are there
/// before the certificate, which travels encrypted; in 1.2 the certificate travels in the open, and the keys
/// come after it.
fn steps(evidence: &Evidence, certificate: &certificate::Judgement, private: bool) -> Vec<Step> {
    let connection = &evidence.connection;
    let host = evidence.page.host();
    let newest = connection.protocol.seen().map(|written| words::protocol(written).0 == "TLS 1.3");
    let invisible = || vec![Message::new("line_not_visible").text(certificate::browser(evidence))];

    let mut hello = vec![Message::new("line_detail_asked").host(host)];
    match connection.encrypted_client_hello {
        Known::Seen(true) => hello.push(Message::new("line_detail_name_hidden").host(host)),
        Known::Seen(false) => hello.push(Message::new("line_detail_name_open").host(host)),
        Known::Absent | Known::Unknown => {}
    }

    let view = &certificate.view;
    let mut answer = match view.chain.last() {
        Some(site) if matches!(view.shown, Shown::Leaf | Shown::Chain) => {
            vec![Message::new("line_detail_certificate").with(site.who.clone())]
        }
        _ => invisible(),
    };
    match newest {
        Some(true) => answer.push(Message::new("line_detail_certificate_hidden")),
        Some(false) => answer.push(Message::new("line_detail_certificate_open")),
        None => {}
    }

    let check = match view.chain.first() {
        Some(root) if matches!(root.role, Role::PublicRoot | Role::PrivateRoot | Role::UnknownRoot) => {
            vec![
                Message::new(if private { "line_detail_checked" } else { "line_detail_not_accepted" })
                    .text(certificate::browser(evidence))
                    .with(root.who.clone()),
            ]
        }
        _ if private => {
            vec![Message::new("line_detail_checked_unseen").text(certificate::browser(evidence))]
        }
        _ => vec![Message::new("line_detail_refused").text(certificate::browser(evidence))],
    };

    // Where the browser sends the key under the site's own, the server has nothing to add to it.
    let sent = connection.cipher_suite.seen().is_some_and(|suite| words::keeps_no_secret_forward(suite));
    let mut key = Vec::new();
    if let Some(group) = connection.group.seen().filter(|group| !group.is_empty()) {
        key.push(Message::new("line_detail_group").text(words::group_name(group)));
    }
    if let Some(suite) = connection.cipher_suite.seen() {
        if sent {
            key.push(Message::new("line_detail_key_sent"));
        }
        key.push(Message::new("line_detail_cipher").text(words::cipher_name(suite)));
    }
    if key.is_empty() {
        key = invisible();
    }
    let (second, fourth) = match newest {
        Some(true) => {
            ("ServerHello, {EncryptedExtensions, Certificate, CertificateVerify, Finished}", "{Finished}")
        }
        Some(false) if sent => ("ServerHello, Certificate", "ClientKeyExchange, Finished"),
        Some(false) => ("ServerHello, Certificate, ServerKeyExchange", "ClientKeyExchange, Finished"),
        None => ("ServerHello, Certificate", "Finished"),
    };
    let check_tell = if private { "line_step_check" } else { "line_step_check_failed" };
    vec![
        step(By::Browser, "line_step_hello", hello, "ClientHello"),
        step(By::Site, "line_step_certificate", answer, second),
        step(By::BrowserAlone, check_tell, check, ""),
        step(By::Both, if private { "line_step_key" } else { "line_step_key_unsure" }, key, fourth),
    ]
}

fn step(by: By, tell: &str, details: Vec<Message>, technical: &str) -> Step {
    Step { by, tell: Message::new(tell), details, technical: technical.to_owned() }
}

/// Each technical value with what it means in one line.
fn parts(evidence: &Evidence) -> Vec<Part> {
    let connection = &evidence.connection;
    let mut parts = Vec::new();
    let mut add = |label: &str, value: Option<String>, explained: Message| {
        parts.push(Part { label: Message::new(label), value, explained });
    };
    if let Some(written) = connection.protocol.seen() {
        let (name, grade) = words::protocol(written);
        let key = match (name.as_str(), grade) {
            ("TLS 1.3", _) => "protocol_tls_1_3",
            ("TLS 1.2", _) => "protocol_tls_1_2",
            (_, words::Grade::Broken) => "protocol_broken",
            (_, words::Grade::Weak) => "protocol_old",
            _ => "protocol_other",
        };
        add("part_protocol", Some(name), Message::new(key));
    }
    if let Some(suite) = connection.cipher_suite.seen() {
        add("part_cipher", Some(suite.clone()), words::cipher_explained(suite));
        let key = if words::keeps_no_secret_forward(suite) { "forward_no" } else { "forward_yes" };
        add("part_forward", None, Message::new(key));
    }
    if let Some(group) = connection.group.seen().filter(|group| !group.is_empty()) {
        add("part_group", Some(words::group_name(group)), words::group_explained(group));
    }
    if let Some(scheme) = connection.signature_scheme.seen() {
        add("part_signature", Some(scheme.clone()), Message::new("signature_explained"));
    }
    for (known, label, yes, no) in [
        (&connection.hsts, "part_hsts", "hsts_yes", "hsts_no"),
        (&connection.encrypted_client_hello, "part_ech", "ech_yes", "ech_no"),
        (&connection.delegated_credentials, "part_delegated", "delegated_yes", ""),
        (&connection.private_dns, "part_private_dns", "private_dns_yes", ""),
        (&connection.ocsp, "part_ocsp", "ocsp_yes", ""),
    ] {
        match known {
            Known::Seen(true) => add(label, None, Message::new(yes)),
            Known::Seen(false) if !no.is_empty() => add(label, None, Message::new(no)),
            _ => {}
        }
    }
    if let Some(transparency) = connection.transparency.seen() {
        let key = match transparency.as_str() {
            _ if certificate::is_logged(evidence) => "transparency_yes",
            "policy_not_enough_scts" | "policy_not_diverse_scts" | "not-compliant" => "transparency_no",
            _ => "transparency_not_asked",
        };
        add("part_transparency", None, Message::new(key));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What travels in the second step.
    fn answer(protocol: &str, suite: &str) -> String {
        let mut evidence = Evidence::default();
        evidence.connection.protocol = Known::Seen(protocol.to_owned());
        evidence.connection.cipher_suite = Known::Seen(suite.to_owned());
        let steps = steps(&evidence, &certificate::Judgement::default(), true);
        steps.get(1).map(|step| step.technical.clone()).unwrap_or_default()
    }

    #[test]
    fn each_handshake_is_told_by_its_own_messages() {
        assert!(answer("TLSv1.3", "TLS_AES_128_GCM_SHA256").contains("{EncryptedExtensions"));
        assert!(answer("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256").ends_with("ServerKeyExchange"));
        assert_eq!(answer("TLSv1.2", "TLS_RSA_WITH_AES_128_GCM_SHA256"), "ServerHello, Certificate");
    }
}
