//! What can hurt a person first: nothing here may come out better than it is.

use super::*;
use crate::address;
use crate::evidence::{Evidence, Field, Form, Frame, Known, Load, Page};
use crate::finding::{Id, Level};

fn field(index: u32, kind: &str) -> Field {
    let password = matches!(kind, "current-password" | "new-password");
    Field {
        index,
        form: Some(0),
        tag: "input".into(),
        r#type: if password { "password" } else { "text" }.into(),
        autocomplete: kind.into(),
        visible: true,
        ..Field::default()
    }
}

pub fn form(resolved: &str) -> Form {
    Form {
        action: Some(resolved.into()),
        resolved: resolved.into(),
        method: "post".into(),
        ..Form::default()
    }
}

pub fn frame(id: i64, url: &str, asks: &[&str], to: &str) -> Frame {
    Frame {
        id,
        parent: if id == 0 { -1 } else { 0 },
        url: url.into(),
        looked: true,
        fields: asks.iter().zip(0..).map(|(kind, index)| field(index, kind)).collect(),
        forms: vec![form(to)],
        ..Frame::default()
    }
}

pub fn page(frames: Vec<Frame>) -> Judgement {
    let url = frames[0].url.clone();
    let page = Page { url, load: Load::Watched, ..Page::default() };
    judge(&Evidence { page, frames, ..Evidence::default() }, &address::Judgement::default())
}

pub fn ids(judgement: &Judgement) -> Vec<Id> {
    judgement.findings.iter().map(|finding| finding.id).collect()
}

pub const CARD: &[&str] = &["cc-number", "cc-exp", "cc-csc"];

#[test]
fn a_form_to_http_is_danger() {
    let judged =
        page(vec![frame(0, "https://shop.example/", &["current-password"], "http://shop.example/in")]);
    assert_eq!(ids(&judged), [Id::FormNotEncrypted]);
    assert_eq!(judged.findings[0].level, Level::Danger);
    assert!(judged.asks_password && !judged.asks_card);
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
fn an_unknown_receiver_is_never_good() {
    for (asks, id) in [(&["current-password"][..], Id::FormPasswordToUnknown), (CARD, Id::FormCardToUnknown)]
    {
        for host in [
            "https://evil.example/",
            "https://shop.example.evil.example/",
            "https://js.stripe.com.evil.example/",
        ] {
            assert_eq!(ids(&page(vec![frame(0, "https://shop.example/", asks, host)])), [id], "{host}");
        }
    }
}

#[test]
fn a_strange_part_of_the_page_receives_first_wherever_it_sends() {
    let top = || frame(0, "https://shop.example/", &[], "");
    for to in [
        "https://shop.example/in",
        "https://checkout.stripe.com/pay",
        "https://evil.example/",
        "javascript:x",
    ] {
        let judged = page(vec![top(), frame(1, "https://evil.example/f", CARD, to)]);
        assert_eq!(ids(&judged), [Id::FormCardToUnknown], "{to}");
        assert_eq!(judged.receivers[0].host, "evil.example", "{to}");
    }
}

#[test]
fn a_page_without_a_host_belongs_to_who_made_it() {
    let judged = |url: &str, origin: &str| {
        let inner = Frame { origin: origin.into(), ..frame(1, url, &["current-password"], "") };
        ids(&page(vec![frame(0, "https://shop.example/", &[], ""), inner]))[0]
    };
    for (url, origin) in [
        ("data:text/html,x", "null"),
        ("blob:null/1-2", "null"),
        ("about:blank", "null"),
        ("about:blank", "https://evil.example"),
    ] {
        assert_eq!(judged(url, origin), Id::FormPasswordToUnknown, "{url} {origin}");
    }
    for (url, origin) in [
        ("about:blank", "https://shop.example"),
        ("about:srcdoc", "null"),
        ("blob:https://shop.example/1-2", "https://shop.example"),
        ("about:blank", ""),
    ] {
        assert_ne!(judged(url, origin), Id::FormPasswordToUnknown, "{url} {origin}");
    }
}

#[test]
fn a_code_for_the_bank_is_no_password_for_a_stranger() {
    let beside = |asks: &[&str], card: &[&str]| {
        let top = frame(0, "https://shop.example/", card, "https://shop.example/in");
        ids(&page(vec![top, frame(1, "https://acs.bank.example/", asks, "https://acs.bank.example/ok")]))
    };
    assert!(beside(&["one-time-code"], CARD).contains(&Id::FormCardCheck));
    // Without a card, and with anything else that matters, it is a stranger's.
    assert!(beside(&["one-time-code"], &[]).contains(&Id::FormCodeToUnknown));
    assert!(beside(&["one-time-code", "current-password"], CARD).contains(&Id::FormPasswordToUnknown));
}

#[test]
fn a_button_may_send_the_form_elsewhere() {
    let mut top = frame(0, "https://shop.example/", &["current-password"], "https://shop.example/in");
    top.forms[0].buttons = vec![crate::evidence::SubmitButton {
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
fn what_a_handler_sends_is_unknown() {
    let top = frame(0, "https://shop.example/", &["current-password"], "javascript:go()");
    assert_eq!(ids(&page(vec![top])), [Id::FormScriptSends]);
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
fn the_limit_is_said_where_the_pages_script_sends() {
    let mut form = Judgement { asks_password: true, ..Judgement::default() };
    form.findings = [Id::LineEncrypted, Id::CertificateNameChecked].map(Finding::new).to_vec();
    let mut top = frame(0, "https://shop.example/", &["current-password"], "");
    top.forms.clear();
    top.fields[0].form = None;
    let judged = page(vec![top]);
    form.findings.extend(judged.findings);
    form.receivers = judged.receivers;
    let address = address::judge(&Evidence {
        page: Page { url: "https://shop.example/".into(), ..Page::default() },
        ..Evidence::default()
    });
    let report = crate::verdict::decide(
        &Evidence::default(),
        address,
        Default::default(),
        Default::default(),
        form,
        Default::default(),
    );
    assert_eq!(report.headline.why, Message::new("go_sign_in_script").host("shop.example"));
}

#[test]
fn a_frame_that_asks_for_a_card_is_judged_by_its_own_host() {
    let shop = || frame(0, "https://shop.example/", &["email"], "https://shop.example/pay");
    let hosted = |url: &str| {
        let mut frame = frame(1, url, CARD, "");
        frame.forms.clear();
        frame.fields.iter_mut().for_each(|field| field.form = None);
        frame
    };
    let stripe = page(vec![shop(), hosted("https://js.stripe.com/v3/elements-inner-card.html")]);
    assert_eq!(ids(&stripe), [Id::FormCardToKnown]);
    assert_eq!(stripe.receivers[0].host, "js.stripe.com");
    assert_eq!(stripe.receivers.last().map(|r| r.host.as_str()), Some("shop.example"));
    assert_eq!(ids(&page(vec![shop(), hosted("https://cards.example/")])), [Id::FormCardToUnknown]);
    let insecure = ids(&page(vec![shop(), hosted("http://js.stripe.com/")]));
    assert!(insecure.contains(&Id::FormFrameNotEncrypted), "{insecure:?}");
}

#[test]
fn a_banks_check_inside_a_processors_frame_is_neutral() {
    let mut inner = frame(2, "https://acs.bank.example/", &["one-time-code"], "https://acs.bank.example/ok");
    inner.parent = 1;
    let judged = page(vec![
        frame(0, "https://shop.example/", &["email"], "https://shop.example/pay"),
        frame(1, "https://js.stripe.com/v3/", &[], ""),
        inner,
    ]);
    assert_eq!(ids(&judged), [Id::FormCardCheck]);
}

#[test]
fn a_documents_without_address_belongs_to_the_page_around_it() {
    let inner = frame(1, "about:srcdoc", &["current-password"], "https://shop.example/in");
    assert_eq!(ids(&page(vec![frame(0, "https://shop.example/", &[], ""), inner])), [Id::FormToThisSite]);
}

#[test]
fn a_providers_password_in_another_sites_form_is_no_sign_in() {
    let to = "https://www.facebook.com/login";
    assert_eq!(
        ids(&page(vec![frame(0, "https://shop.example/", &["current-password"], to)])),
        [Id::FormPasswordToProvider]
    );
    assert_eq!(
        ids(&page(vec![frame(0, "https://www.facebook.com/", &["current-password"], to)])),
        [Id::FormToThisSite]
    );
}

#[test]
fn a_page_at_a_form_service_is_made_by_anyone() {
    let asked = |url: &str, fields: &[&str], to: &str| ids(&page(vec![frame(0, url, fields, to)]));
    for url in [
        "https://docs.google.com/forms/d/e/abc/viewform",
        "https://form.jotform.com/2412345",
        "https://shop-1.typeform.com/to/abc",
        "https://sites.google.com/view/my-shop",
    ] {
        assert_eq!(asked(url, CARD, url), [Id::FormToBackend], "{url}");
        assert_eq!(asked(url, &["current-password"], ""), [Id::FormToBackend], "{url}");
        assert_eq!(asked(url, &["current-password"], "http://evil.example/"), [Id::FormNotEncrypted]);
    }
    for url in ["https://www.jotform.com/login/", "https://accounts.google.com/signin"] {
        assert_eq!(asked(url, &["current-password"], url), [Id::FormToThisSite], "{url}");
    }
}

#[test]
fn a_form_mailer_gets_no_card() {
    let judged = page(vec![frame(0, "https://shop.example/", CARD, "https://formspree.io/f/abc")]);
    assert_eq!(ids(&judged), [Id::FormToBackend]);
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
    top.forms[0].method = "post".into();
    assert_eq!(ids(&page(vec![top.clone()])), [Id::FormToThisSite]);
    for (method, told) in [("", true), ("pots", true), ("post", false), ("dialog", false)] {
        let button = crate::evidence::SubmitButton { method: Some(method.into()), ..Default::default() };
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
fn a_newsletter_beside_a_password_changes_no_advice() {
    let mut top =
        frame(0, "https://shop.example/", &["current-password", "email"], "https://shop.example/in");
    top.forms.push(Form { index: 1, ..form("http://news.example/") });
    top.fields[1].form = Some(1);
    let judged = page(vec![top]);
    assert!(judged.findings.iter().all(|finding| finding.level <= Level::Info), "{:?}", judged.findings);
}

#[test]
fn what_was_not_looked_at_is_not_empty() {
    let mut top = frame(0, "https://shop.example/", &[], "");
    top.looked = false;
    assert_eq!(ids(&page(vec![top])), [Id::FormNotLooked]);
    let mut top = frame(0, "https://shop.example/", &[], "");
    top.too_much = true;
    assert!(ids(&page(vec![top])).contains(&Id::FormTooMuch));
    let no_frames = Evidence::default();
    assert_eq!(ids(&judge(&no_frames, &address::Judgement::default())), [Id::FormNotLooked]);
}

#[test]
fn a_password_by_get_to_its_own_site_interrupts_nobody() {
    let mut top = frame(0, "https://shop.example/", &["current-password"], "https://shop.example/in");
    top.forms[0].method = "get".into();
    let page = Page { url: top.url.clone(), load: Load::Watched, ..Page::default() };
    let report = crate::assess(&Evidence { page, frames: vec![top.clone()], ..Evidence::default() });
    assert!(report.guards.is_empty(), "{:?}", report.guards);
    // Over http it is the line that is told of, and that does stop.
    top.url = "http://shop.example/".into();
    let page = Page { url: top.url.clone(), load: Load::Watched, ..Page::default() };
    let report = crate::assess(&Evidence { page, frames: vec![top], ..Evidence::default() });
    assert_eq!(report.guards.len(), 1);
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
fn another_name_of_the_same_owner_is_this_site() {
    let to = |from: &str, to: &str| ids(&page(vec![frame(0, from, &["current-password"], to)]));
    assert_eq!(to("https://www.amazon.de/", "https://www.amazon.com/in"), [Id::FormToThisSite]);
    assert_eq!(to("https://www.youtube.com/", "https://accounts.google.com/in"), [Id::FormToThisSite]);
    assert_eq!(to("https://amazon.example/", "https://www.amazon.com/in"), [Id::FormPasswordToProvider]);
    assert_eq!(to("https://www.amazon.de/", "https://amazon.example/in"), [Id::FormPasswordToUnknown]);
    assert_eq!(to("https://www.amazon.de/", "http://www.amazon.com/in"), [Id::FormNotEncrypted]);
}

#[test]
fn a_form_that_closes_a_dialog_sends_nothing() {
    let mut top = frame(0, "https://shop.example/", &["current-password"], "http://evil.example/");
    top.forms[0].method = "dialog".into();
    assert_eq!(ids(&page(vec![top.clone()])), [Id::FormScriptOfThisSite]);
    // Its buttons may still send it.
    top.forms[0].buttons = vec![crate::evidence::SubmitButton {
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
