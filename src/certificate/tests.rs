//! When the browser vouches, and what is told of days and of how to see a certificate.

use super::*;
use crate::evidence::{Browser, BrowserFamily, CertificateBytes, CertificateError, Connection, Page};
use crate::finding::Id;

fn https(host: &str) -> Evidence {
    Evidence {
        at: 1_795_000_000_000,
        browser: Browser { family: BrowserFamily::Chromium, name: "Chrome".into(), version: 140 },
        page: Page { url: format!("https://{host}/"), load: Load::Watched, ..Page::default() },
        connection: Connection { error: Known::Absent, ..Connection::default() },
        ..Evidence::default()
    }
}

fn ids(judgement: &Judgement) -> Vec<Id> {
    judgement.findings.iter().map(|finding| finding.id).collect()
}

#[test]
fn the_browser_vouches_where_it_shows_nothing() {
    let evidence = https("shop.example");
    assert_eq!(ids(&judge(&evidence)), [Id::BrowserCheckedName]);
}

#[test]
fn an_error_before_the_load_is_never_vouched_for() {
    let mut evidence = https("shop.example");
    // Firefox calls an overridden error secure.
    evidence.connection.state = Known::Seen(SecurityState::Secure);
    evidence.connection.error = Known::Seen(CertificateError::Name);
    assert!(!vouched(&evidence));
    assert_eq!(ids(&judge(&evidence)), [Id::CertificateNameWrong]);
}

#[test]
fn what_was_not_watched_is_not_vouched_for() {
    let mut evidence = https("shop.example");
    evidence.page.load = Load::NotWatched;
    assert!(!vouched(&evidence));
    assert!(judge(&evidence).findings.is_empty());
    evidence.connection.state = Known::Seen(SecurityState::Secure);
    evidence.connection.fresh = true;
    assert!(!vouched(&evidence));
}

#[test]
fn bytes_that_are_no_certificate_take_the_good_answer_away() {
    for der in ["", "AAAA", "not base64!"] {
        let mut evidence = https("shop.example");
        let bytes = CertificateBytes { der: der.into(), ..CertificateBytes::default() };
        evidence.connection.certificates = Known::Seen(vec![bytes]);
        assert_eq!(ids(&judge(&evidence)), [Id::CertificateUnreadable]);
    }
}

#[test]
fn how_to_get_one_is_told_where_one_can_be_had() {
    let told = |url: &str| {
        let mut evidence = https("shop.example");
        evidence.page.url = url.into();
        !judge(&evidence).view.get_one.is_empty()
    };
    assert!(told("http://shop.example/"));
    assert!(!told("https://shop.example/"));
    for host in ["192.168.1.1", "router.local", "nas", "localhost"] {
        assert!(!told(&format!("http://{host}/")), "{host}");
    }
}

#[test]
fn the_last_day_is_named() {
    let mut params = rcgen::CertificateParams::new(["shop.example".to_owned()]).unwrap();
    params.not_before = rcgen::date_time_ymd(2026, 10, 1);
    params.not_after = rcgen::date_time_ymd(2026, 12, 30);
    let made = params.self_signed(&rcgen::KeyPair::generate().unwrap()).unwrap();
    let ends = moment("2026-12-30").unwrap();
    let said = |before: i64| {
        let mut evidence = https("shop.example");
        evidence.at = ends - before;
        let bytes = CertificateBytes { der: base64::encode(made.der()), ..CertificateBytes::default() };
        evidence.connection.certificates = Known::Seen(vec![bytes]);
        let view = judge(&evidence).view;
        [view.brief.key, view.days.unwrap().label.key]
    };
    assert_eq!(said(30 * 3_600_000), ["certificate_brief_good", "days_left"]);
    assert_eq!(said(5 * 3_600_000), ["days_ends", "days_ends"]);
}
