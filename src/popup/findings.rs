//! What we saw: every finding, and what it means.

use super::View;
use super::mark::Mark;
use super::panel::{Brief, panel};
use super::tree::{Tag, tag};
use crate::finding::{Finding, Id, Level};
use crate::report::Report;

pub fn panel_of(report: &Report, view: View) -> Tag {
    let grave = report.findings.iter().filter(|finding| finding.level >= Level::Caution).count();
    let unknown = report.findings.iter().filter(|finding| finding.level == Level::Unknown).count();
    let brief = if grave > 0 {
        let gravest = report.findings.iter().map(|finding| finding.level).max();
        Brief::counted("seen_grave", grave).marked(gravest.map_or(Mark::Off, Mark::from))
    } else if unknown > 0 {
        Brief::counted("seen_unknown", unknown)
    } else {
        // Something to mend stops nobody who shops here, and is still amiss.
        let mend = report.owner.len();
        let (key, count) = if mend > 0 { ("seen_grave", mend) } else { ("seen_all", report.findings.len()) };
        Brief::counted(key, count)
    };
    let mut seen: Vec<&Finding> = Vec::new();
    for finding in &report.findings {
        let told = |known: &&Finding| known.id == finding.id && known.arguments == finding.arguments;
        if !seen.iter().any(told) {
            seen.push(finding);
        }
    }
    // The gravest first, as the report has them; what is only worth telling comes last. It has no sign: it
    // changes no answer, nor does what is good beside what is amiss or not known.
    let is_signed = |finding: &&Finding| match finding.level {
        Level::Info => false,
        Level::Good => grave + unknown == 0,
        _ => true,
    };
    let (signed, told): (Vec<&Finding>, Vec<&Finding>) = seen.into_iter().partition(&is_signed);
    let accepted = report.findings.iter().any(|finding| finding.id == Id::LineEncrypted);
    let rows = signed.into_iter().chain(told).map(|finding| row(finding, is_signed(&finding), accepted));
    panel("seen", brief, view, [tag("ul").class("seen").put_all(rows)])
}

/// What the browser made of a fault is said only where it gave no warning: where it `accepted` the line.
fn row(finding: &Finding, signed: bool, accepted: bool) -> Tag {
    let mark = if signed {
        Mark::from(finding.level).alone(16)
    } else {
        tag("span").class("no-mark").with("aria-hidden", "true")
    };
    let mut meaning = tag("p").put(finding.message("_meaning"));
    if accepted && finding.id.is_fault() {
        meaning = meaning.text(" ").say("certificate_accepted");
    }
    let meaning = tag("details").class("more").put(tag("summary").say("what_does_this_mean")).put(meaning);
    tag("li")
        .with("id", format!("seen-{}", finding.id.name()))
        .put(mark)
        .put(tag("span").class("what").put(finding.message("")))
        .put(tag("div").class("where").put(meaning))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{CertificateError, Evidence, Frame, Known, Load, Page};
    use crate::finding::Message;
    use crate::popup::markdown::markdown;
    use crate::popup::markdown::tests::Keys;
    use crate::report::OwnerStep;

    #[test]
    fn nothing_amiss_is_not_said_beside_something_to_mend() {
        let brief = |fault: Option<Id>| {
            let page = Page { url: "https://shop.example/".into(), load: Load::Watched, ..Page::default() };
            let frame = Frame { parent: -1, url: page.url.clone(), looked: true, ..Frame::default() };
            let mut evidence = Evidence { page, frames: vec![frame], ..Evidence::default() };
            evidence.connection.error = Known::Absent;
            let mut report = crate::assess(&evidence);
            report.owner.extend(fault.map(|finding| OwnerStep {
                finding,
                what: Message::new(""),
                how: Message::new(""),
            }));
            format!("{:?}", panel_of(&report, View::default()))
        };
        assert!(brief(None).contains("seen_all"));
        let mended = brief(Some(Id::CertificateNames));
        assert!(mended.contains("seen_grave") && !mended.contains("seen_all"), "{mended}");
    }

    /// What the panel says of a page with a fault in its certificate.
    fn said(error: Known<CertificateError>) -> String {
        let page = Page { url: "https://shop.example/".into(), load: Load::Watched, ..Page::default() };
        let mut evidence = Evidence { page, ..Evidence::default() };
        evidence.connection.error = error;
        let mut report = crate::assess(&evidence);
        report.findings.push(Finding::new(Id::CertificateNames));
        markdown(&[panel_of(&report, View { full: true, warned: false })], &Keys).replace('\\', "")
    }

    #[test]
    fn a_fault_was_accepted_only_where_the_browser_did_not_warn() {
        let accepted = "certificate_names_meaning certificate_accepted";
        assert!(said(Known::Absent).contains(accepted), "{}", said(Known::Absent));
        for warned in
            [Known::Seen(CertificateError::Date), Known::Seen(CertificateError::Name), Known::Unknown]
        {
            let said = said(warned);
            assert!(said.contains("certificate_names_meaning") && !said.contains(accepted), "{said}");
        }
    }
}
