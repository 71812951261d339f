//! How a form is sent: nothing here may come out better than it is.

use super::*;
use crate::evidence::{Known, SubmitButton};
use crate::finding::Level;

#[test]
fn a_form_to_http_is_danger() {
    let judged =
        page(vec![frame(0, "https://shop.example/", &["current-password"], "http://shop.example/in")]);
    assert_eq!(ids(&judged), [Id::FormNotEncrypted]);
    assert_eq!(judged.findings[0].level, Level::Danger);
    assert!(judged.asks_sign_in && !judged.asks_card);
    assert_eq!(judged.sensitive[0].receiver.as_deref(), Some("shop.example"));
}

#[test]
fn what_the_browser_makes_https_of_is_judged_as_it_is_sent() {
    let to = |to: &str, upgrades: bool, strict: bool| {
        let top = frame(0, "https://shop.example/", &["current-password"], to);
        let page = Page { url: top.url.clone(), load: Load::Watched, upgrades, ..Page::default() };
        let mut evidence = Evidence { page, frames: vec![top], ..Evidence::default() };
        evidence.connection.hsts = if strict { Known::Seen(true) } else { Known::Unknown };
        ids(&judge(&evidence, &address::Judgement::default()))
    };
    assert_eq!(to("http://shop.example/in", false, false), [Id::FormNotEncrypted]);
    assert_eq!(to("http://shop.example/in", true, false), [Id::FormToThisSite]);
    assert_eq!(to("http://shop.example/in", false, true), [Id::FormToThisSite]);
    // A page speaks for all that it sends, a host for itself alone.
    assert_eq!(to("http://evil.example/in", true, false), [Id::FormPasswordToUnknown]);
    assert_eq!(to("http://evil.example/in", false, true), [Id::FormNotEncrypted]);
    assert_eq!(to("mailto:me@shop.example", true, true), [Id::FormByMail]);
}

#[test]
fn a_button_may_send_the_form_elsewhere() {
    let mut top = frame(0, "https://shop.example/", &["current-password"], "https://shop.example/in");
    top.forms[0].buttons = vec![SubmitButton {
        action: Some("https://evil.example/".into()),
        resolved: "https://evil.example/".into(),
        ..Default::default()
    }];
    let judged = page(vec![top]);
    assert!(ids(&judged).contains(&Id::FormPasswordToUnknown));
    assert_eq!(judged.sensitive.len(), 1);
    assert_eq!(judged.sensitive[0].receiver.as_deref(), Some("evil.example"));
}

#[test]
fn what_a_handler_sends_is_told_as_the_pages_script() {
    let top = frame(0, "https://shop.example/", &["current-password"], "javascript:go()");
    assert_eq!(ids(&page(vec![top])), [Id::FormScriptOfThisSite]);
    let top = frame(0, "http://shop.example/", &["current-password"], "javascript:go()");
    assert_eq!(ids(&page(vec![top])), [Id::FormScriptSends]);
}

/// Whoever went past a certificate error sends all that follows to whoever answers there.
#[test]
fn a_form_to_where_an_error_was_gone_past_is_open() {
    let top = frame(0, "https://shop.example/", &["current-password"], "https://pay.shop.example/in");
    let page = Page { url: top.url.clone(), load: Load::Watched, ..Page::default() };
    let mut evidence = Evidence { page, frames: vec![top], ..Evidence::default() };
    let judged = |evidence: &Evidence| ids(&judge(evidence, &address::Judgement::default()));
    assert_eq!(judged(&evidence), [Id::FormToThisSite]);
    evidence.memory.overridden = vec!["pay.shop.example".into()];
    assert_eq!(judged(&evidence), [Id::FormNotEncrypted]);
}

#[test]
fn what_stands_outside_any_form_goes_to_the_page_it_stands_in() {
    let loose = |id: i64, url: &str| {
        let mut frame = frame(id, url, &["current-password"], "");
        frame.forms.clear();
        frame.fields[0].form = None;
        frame
    };
    let own = page(vec![loose(0, "https://shop.example/")]);
    assert_eq!(ids(&own), [Id::FormScriptOfThisSite]);
    assert_eq!((own.receivers[0].host.as_str(), own.receivers[0].is_script()), ("shop.example", true));
    // Where the line is open, or the part belongs to somebody else, it is not this site's.
    assert_eq!(ids(&page(vec![loose(0, "http://shop.example/")])), [Id::FormScriptSends]);
    for host in
        ["localhost", "shop.localhost", "LOCALHOST.", "127.0.0.1", "127.1", "[::1]", "[::ffff:7f00:1]"]
    {
        let url = format!("http://{host}/");
        assert_eq!(ids(&page(vec![loose(0, &url)])), [Id::FormScriptOfThisSite], "{host}");
    }
    let top = frame(0, "https://shop.example/", &[], "");
    assert_eq!(ids(&page(vec![top, loose(1, "https://evil.example/")])), [Id::FormPasswordToUnknown]);
}

#[test]
fn a_password_by_get_is_told_once() {
    let mut top = frame(0, "https://shop.example/", &["current-password"], "https://shop.example/in");
    for method in ["get", "pots", "put"] {
        top.forms[0].method = method.into();
        assert_eq!(
            ids(&page(vec![top.clone()])),
            [Id::FormToThisSite, Id::FormPasswordInAddress],
            "{method}"
        );
    }
    // To the page itself, too: an empty action comes as none.
    let mut itself = top.clone();
    (itself.forms[0].action, itself.forms[0].resolved) = (None, itself.url.clone());
    assert!(ids(&page(vec![itself])).contains(&Id::FormPasswordInAddress));
    top.forms[0].method = "post".into();
    assert_eq!(ids(&page(vec![top.clone()])), [Id::FormToThisSite]);
    for (method, told) in [("", true), ("pots", true), ("post", false), ("dialog", false)] {
        let button = SubmitButton { method: Some(method.into()), ..Default::default() };
        top.forms[0].buttons = vec![button];
        let judged = ids(&page(vec![top.clone()]));
        assert_eq!(judged.contains(&Id::FormPasswordInAddress), told, "{method}");
    }
}

#[test]
fn a_number_by_get_is_told_as_well() {
    let by_get = |fields: Vec<Field>| {
        let mut top = frame(0, "https://shop.example/", &[], "https://shop.example/in");
        (top.fields, top.forms[0].method) = (fields, "get".into());
        page(vec![top])
    };
    let card = by_get(CARD.iter().zip(0..).map(|(token, index)| field(index, token)).collect());
    assert_eq!(ids(&card), [Id::FormToThisSite, Id::FormNumberInAddress]);
    assert_eq!(card.findings[1].on, [crate::finding::Action::Pay]);
    assert_eq!(card.findings[1].level, Level::Caution);
    let labelled = |label: &str| Field { label: label.into(), ..field(0, "") };
    for label in ["IBAN", "Social security number"] {
        let judged = by_get(vec![labelled(label)]);
        assert_eq!(ids(&judged), [Id::FormToThisSite, Id::FormNumberInAddress], "{label}");
        // Beside a password that goes elsewhere by itself, it is told and changes no advice.
        let mut top = frame(0, "https://shop.example/", &["", "current-password"], "https://shop.example/in");
        top.forms[0].method = "get".into();
        top.forms.push(Form { index: 1, ..form("https://shop.example/in") });
        top.fields[0].label = label.into();
        top.fields[1].form = Some(1);
        let judged = page(vec![top]);
        assert_eq!(ids(&judged), [Id::FormNumberInAddress, Id::FormToThisSite], "{label}");
        assert_eq!(judged.findings[0].level, Level::Info);
    }
    for label in ["Name", "E-mail", "Gift card number", "Search"] {
        assert!(!ids(&by_get(vec![labelled(label)])).contains(&Id::FormNumberInAddress), "{label}");
    }
}

#[test]
fn a_password_by_get_to_its_own_site_interrupts_nobody() {
    let mut top = frame(0, "https://shop.example/", &["current-password"], "https://shop.example/in");
    top.forms[0].method = "get".into();
    let page = Page { url: top.url.clone(), load: Load::Watched, ..Page::default() };
    let report = crate::assess(&Evidence { page, frames: vec![top.clone()], ..Evidence::default() });
    assert!(report.guards.is_empty(), "{:?}", report.guards);
    // One of its buttons that goes to a stranger is warned of, by whatever method.
    for method in [None, Some("get".to_owned())] {
        let mut skimmed = top.clone();
        let resolved = "https://evil.example/".to_owned();
        skimmed.forms[0].buttons =
            vec![SubmitButton { action: Some(resolved.clone()), resolved, method, ..Default::default() }];
        let page = Page { url: top.url.clone(), load: Load::Watched, ..Page::default() };
        let report = crate::assess(&Evidence { page, frames: vec![skimmed], ..Evidence::default() });
        let why: Vec<&str> = report.guards.iter().map(|guard| guard.why.key.as_ref()).collect();
        assert_eq!(why, ["form_password_to_unknown"]);
    }
    // Over http it is the line that is told of, and that does stop.
    top.url = "http://shop.example/".into();
    let page = Page { url: top.url.clone(), load: Load::Watched, ..Page::default() };
    let report = crate::assess(&Evidence { page, frames: vec![top], ..Evidence::default() });
    assert_eq!(report.guards.len(), 1);
}

#[test]
fn a_devices_own_frame_hides_no_strangers_around_it() {
    let top = frame(0, "http://printer.local/", &[], "");
    let own = |parent| Frame {
        parent,
        ..frame(2, "http://printer.local/in", &["current-password"], "http://printer.local/in")
    };
    let open = |frames: Vec<Frame>| {
        let page = Page { url: frames[0].url.clone(), load: Load::Watched, ..Page::default() };
        let report = crate::assess(&Evidence { page, frames, ..Evidence::default() });
        report.findings.iter().any(|finding| finding.id == Id::FormFrameNotEncrypted)
    };
    assert!(!open(vec![top.clone(), own(0)]));
    assert!(open(vec![top, frame(1, "http://evil.example/", &[], ""), own(1)]));
}

#[test]
fn what_leaves_the_own_network_is_not_warned_of_mildly() {
    let mild = |to: &str| {
        let top = frame(0, "http://printer.local/", &["current-password"], to);
        let page = Page { url: top.url.clone(), load: Load::Watched, ..Page::default() };
        let report = crate::assess(&Evidence { page, frames: vec![top], ..Evidence::default() });
        report.guards.iter().map(|guard| guard.local).collect::<Vec<_>>()
    };
    assert_eq!(mild("http://printer.local/in"), [true]);
    assert_eq!(mild("http://collect.example/in"), [false]);
}

#[test]
fn a_form_that_closes_a_dialog_sends_nothing() {
    let mut top = frame(0, "https://shop.example/", &["current-password"], "http://evil.example/");
    top.forms[0].method = "dialog".into();
    assert_eq!(ids(&page(vec![top.clone()])), [Id::FormScriptOfThisSite]);
    // Its buttons may still send it.
    top.forms[0].buttons = vec![SubmitButton {
        action: Some("http://evil.example/".into()),
        resolved: "http://evil.example/".into(),
        method: Some("post".into()),
        ..Default::default()
    }];
    assert!(ids(&page(vec![top.clone()])).contains(&Id::FormNotEncrypted));
    // Also one that says no more than how.
    top.forms[0].buttons[0].action = None;
    assert!(ids(&page(vec![top])).contains(&Id::FormNotEncrypted));
}
