//! The certificate told in plain words.

mod chain;
mod extensions;
mod facts;

use super::parse::{COUNTRY, Certificate, GIVEN_NAME, LOCALITY, ORGANIZATION, SURNAME};
use super::view::{CertificateView, Days, FaultView, Shown, Validation};
use super::{Contents, Leaf, base64, browser, issuer, overridden, vouched};
use crate::address::{self, Reach};
use crate::evidence::{BrowserFamily, Evidence, Load};
use crate::finding::{Finding, Id, Message};

pub fn view(
    evidence: &Evidence,
    bytes: &[Vec<u8>],
    certificates: &[Certificate<'_>],
    leaf: Option<&Leaf<'_, '_>>,
    findings: &[Finding],
) -> CertificateView {
    let Some(leaf) = leaf else { return without(evidence, bytes) };
    let matches = !findings.iter().any(|finding| finding.id == Id::CertificateNameMismatch);
    let level = validation(&leaf.contents);
    let days = days(evidence.at, leaf.certificate);
    let whole = evidence.connection.whole_chain;
    let mut asides = Vec::new();
    if evidence.connection.fresh {
        asides.push(Message::new("certificate_fresh"));
    }
    if !whole {
        asides.push(Message::new("certificate_leaf_only").text(browser(evidence)));
    }
    let firm = leaf.certificate.subject.first(ORGANIZATION);
    let (mut says, does_not_say) = says(evidence, firm.as_deref(), level);
    if let Some(base) = wildcard(evidence, leaf) {
        says.insert(1, Message::new("certificate_says_wildcard").host(base));
    }
    CertificateView {
        shown: if whole && certificates.len() > 1 { Shown::Chain } else { Shown::Leaf },
        brief: brief(evidence, matches, &days),
        sentence: sentence(evidence, leaf, level, matches),
        level,
        level_explained: level.map(explained),
        says,
        does_not_say,
        ways: Vec::new(),
        asides,
        chain: chain::links(evidence, certificates),
        facts: facts::groups(leaf.certificate, &leaf.contents),
        faults: leaf.faults.iter().copied().map(FaultView::from).collect(),
        days: Some(days),
        pem: bytes.iter().map(|der| base64::pem(der)).collect(),
        get_one: get_one(evidence),
    }
}

/// Where no certificate can be read.
fn without(evidence: &Evidence, bytes: &[Vec<u8>]) -> CertificateView {
    let name = browser(evidence);
    let (shown, brief, sentence) = match (evidence.page.load, evidence.page.scheme()) {
        (Load::Closed, _) => (
            Shown::Unknown,
            Message::new("certificate_brief_not_looked"),
            Message::new("certificate_sentence_closed"),
        ),
        (Load::Failed, _) => (
            Shown::Unknown,
            Message::new("certificate_brief_not_looked"),
            Message::new("certificate_sentence_failed"),
        ),
        (_, "http") => {
            (Shown::None, Message::new("certificate_brief_none"), Message::new("certificate_sentence_none"))
        }
        (_, "https") if !bytes.is_empty() => (
            Shown::Unreadable,
            Message::new("certificate_brief_unreadable"),
            Message::new("certificate_sentence_unreadable"),
        ),
        (_, "https") if vouched(evidence) => (
            Shown::Hidden,
            Message::new("certificate_brief_hidden").text(name.clone()),
            Message::new("certificate_sentence_hidden").text(name.clone()),
        ),
        (_, "https") if overridden(evidence) => (
            Shown::Hidden,
            Message::new("certificate_brief_refused"),
            Message::new("certificate_sentence_refused").text(name.clone()),
        ),
        (_, "https") => (
            Shown::Unknown,
            Message::new("certificate_brief_not_seen"),
            Message::new("certificate_sentence_not_seen"),
        ),
        _ => (
            Shown::Unknown,
            Message::new("certificate_brief_not_looked"),
            Message::new("certificate_sentence_closed"),
        ),
    };
    let ways = if shown == Shown::Hidden { ways(evidence) } else { Vec::new() };
    // What it takes to change that is said once; the browser's own way stays.
    let first = !evidence.memory.told_certificate_ways;
    let asides = if shown == Shown::Hidden && evidence.browser.family == BrowserFamily::Chromium && first {
        vec![Message::new("certificate_way_flag"), Message::new("certificate_way_firefox")]
    } else {
        Vec::new()
    };
    CertificateView { shown, brief, sentence, ways, asides, get_one: get_one(evidence), ..Default::default() }
}

/// The browser's own way to show it.
fn ways(evidence: &Evidence) -> Vec<Message> {
    match evidence.browser.family {
        BrowserFamily::Chromium | BrowserFamily::Other => {
            ["certificate_way_sign", "certificate_way_connection", "certificate_way_certificate"]
                .map(Message::new)
                .to_vec()
        }
        BrowserFamily::Firefox => Vec::new(),
    }
}

/// The kind of check, as the policies claim it (BR 7.1.6.1, EVG 9.3, EN 319 411-2); the strictest counts.
pub fn validation(contents: &Contents<'_>) -> Option<Validation> {
    if is_qualified(contents) {
        return Some(Validation::Qualified);
    }
    let claims = |oids: &[&str]| oids.iter().any(|oid| contents.has_policy(oid));
    if claims(&["2.23.140.1.1"]) {
        return Some(Validation::Extended);
    }
    if claims(&["2.23.140.1.2.2"]) {
        return Some(Validation::Organization);
    }
    if claims(&["2.23.140.1.2.3"]) {
        return Some(Validation::Individual);
    }
    claims(&["2.23.140.1.2.1"]).then_some(Validation::Domain)
}

/// A qualified certificate for web sites: it says so, and says that it is for the web (EN 319 412-5 4.2).
pub fn is_qualified(contents: &Contents<'_>) -> bool {
    let web = contents.statement("0.4.0.1862.1.6").is_some_and(|statement| {
        // QcType web: 0.4.0.1862.1.6.3.
        statement.info.windows(7).any(|bytes| bytes == [0x04, 0x00, 0x8e, 0x46, 0x01, 0x06, 0x03])
    });
    contents.statement("0.4.0.1862.1.1").is_some() && web
}

/// Every kind of check that the policies and statements claim.
pub fn labels(contents: &Contents<'_>) -> Vec<&'static str> {
    let mut labels: Vec<&str> = [
        ("2.23.140.1.2.1", "DV"),
        ("2.23.140.1.1", "EV"),
        ("2.23.140.1.2.3", "IV"),
        ("2.23.140.1.2.2", "OV"),
    ]
    .iter()
    .filter(|(oid, _)| contents.has_policy(oid))
    .map(|(_, label)| *label)
    .collect();
    if is_qualified(contents) {
        labels.push("QWAC");
    }
    if contents.statement("0.4.0.19495.2").is_some() {
        labels.push("PSD2");
    }
    labels
}

fn explained(level: Validation) -> Message {
    Message::new(match level {
        Validation::Domain => "validation_domain",
        Validation::Organization => "validation_organization",
        Validation::Individual => "validation_individual",
        Validation::Extended => "validation_extended",
        Validation::Qualified => "validation_qualified",
    })
}

fn brief(evidence: &Evidence, matches: bool, days: &Days) -> Message {
    let now = evidence.at;
    if now > days.end + 999 || now < days.start {
        days.label.clone()
    } else if !matches {
        Message::new("certificate_brief_other_name")
    } else if !vouched(evidence) {
        Message::new("certificate_brief_refused")
    } else {
        let left = days.label.count;
        left.map_or_else(|| days.label.clone(), |left| Message::counted("certificate_brief_good", left))
    }
}

fn sentence(evidence: &Evidence, leaf: &Leaf<'_, '_>, level: Option<Validation>, matches: bool) -> Message {
    let host = evidence.page.host();
    let by = issuer::called(leaf.certificate);
    let subject = &leaf.certificate.subject;
    if !matches {
        return Message::new("certificate_sentence_other_name").text(by).host(host);
    }
    if leaf.certificate.self_issued() {
        return Message::new("certificate_sentence_self_signed").host(host);
    }
    if !vouched(evidence) {
        return Message::new("certificate_sentence_not_accepted").text(by).host(host);
    }
    let person = || Some(format!("{} {}", subject.first(GIVEN_NAME)?, subject.first(SURNAME)?));
    let who = match level {
        Some(Validation::Organization | Validation::Extended | Validation::Qualified) => {
            subject.first(ORGANIZATION).or_else(person)
        }
        Some(Validation::Individual) => person().or_else(|| subject.first(ORGANIZATION)),
        Some(Validation::Domain) | None => None,
    };
    match who {
        Some(who) => Message::new("certificate_sentence_firm").text(by).host(host).text(place(subject, who)),
        None => Message::new("certificate_sentence_name").text(by).host(host),
    }
}

/// "Harbour Pine Ltd (Bristol, GB)".
fn place(subject: &super::parse::Name<'_>, who: String) -> String {
    let place: Vec<String> = [LOCALITY, COUNTRY].iter().filter_map(|oid| subject.first(oid)).collect();
    if place.is_empty() { who } else { format!("{who} ({})", place.join(", ")) }
}

fn says(evidence: &Evidence, firm: Option<&str>, level: Option<Validation>) -> (Vec<Message>, Vec<Message>) {
    let mut says = vec![Message::new("certificate_says_name")];
    let mut not = Vec::new();
    if vouched(evidence) {
        says.push(Message::new("certificate_says_line"));
    }
    match firm.filter(|_| !matches!(level, None | Some(Validation::Domain))) {
        Some(firm) => says.push(Message::new("certificate_says_firm").text(firm)),
        None => not.push(Message::new("certificate_not_who")),
    }
    says.push(Message::new("certificate_says_days"));
    not.push(Message::new("certificate_not_honest"));
    not.push(Message::new("certificate_not_goods"));
    (says, not)
}

/// The name below which the certificate is for every name, where this site's own name is covered that way.
pub fn wildcard(evidence: &Evidence, leaf: &Leaf<'_, '_>) -> Option<String> {
    let host = evidence.page.host().trim_end_matches('.').to_ascii_lowercase();
    let (_, above) = host.split_once('.')?;
    let names = || leaf.contents.dns_names();
    let listed = names().any(|name| name.eq_ignore_ascii_case(host.as_bytes()));
    let covered = names()
        .any(|name| name.strip_prefix(b"*.").is_some_and(|base| base.eq_ignore_ascii_case(above.as_bytes())));
    (covered && !listed).then(|| above.to_owned())
}

const DAY: i64 = 86_400_000;

fn days(now: i64, certificate: &Certificate<'_>) -> Days {
    let (start, end) = (certificate.not_before.milliseconds(), certificate.not_after.milliseconds());
    let percent = if now >= end {
        100
    } else if now <= start {
        0
    } else {
        u32::try_from((now - start) / ((end - start) / 100).max(1)).unwrap_or(100).min(100)
    };
    // Whole days, today not counted. On the last one, which may end today or tomorrow where the person is, the day
    // is named.
    let label = if now > end + 999 {
        Message::new("days_ended").date(end)
    } else if now < start {
        Message::new("days_not_begun").date(start)
    } else {
        match u32::try_from((end - now) / DAY).unwrap_or(0) {
            0 => Message::new("days_ends").date(end),
            left => Message::counted("days_left", left),
        }
    };
    Days { start, end, percent, label }
}

/// How a site gets a certificate: where this one has none, or one that browsers refuse. No public issuer
/// signs a name that only a network of one's own can reach.
fn get_one(evidence: &Evidence) -> Vec<Message> {
    let needed = evidence.page.scheme() == "http" || overridden(evidence);
    let reach = address::Parts::of(&evidence.page.url).reach();
    if !needed || reach != Reach::Everywhere || matches!(evidence.page.load, Load::Failed | Load::Closed) {
        return Vec::new();
    }
    [
        "get_certificate_panel",
        "get_certificate_acme",
        "get_certificate_firm",
        "get_certificate_no_own_address",
    ]
    .map(Message::new)
    .to_vec()
}
