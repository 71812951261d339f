//! Who receives it: nothing here may come out better than it is.

use super::*;
use crate::finding::Level;

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
fn a_banks_check_may_come_in_the_place_of_the_card() {
    let bank = || frame(1, "https://acs.bank.example/", &["one-time-code"], "https://acs.bank.example/");
    let mut top = frame(0, "https://shop.example/", &[], "");
    assert!(ids(&page(vec![top.clone(), bank()])).contains(&Id::FormCodeToUnknown));
    top.document.title = "Checkout".into();
    assert!(ids(&page(vec![top.clone(), bank()])).contains(&Id::FormCardCheck));
    top.fields = vec![field(0, "current-password")];
    assert!(ids(&page(vec![top.clone(), bank()])).contains(&Id::FormCodeToUnknown), "no payment");
    top.fields.clear();
    let asks_more = frame(
        1,
        "https://acs.bank.example/",
        &["one-time-code", "current-password"],
        "https://acs.bank.example/",
    );
    assert!(!ids(&page(vec![top, asks_more])).contains(&Id::FormCardCheck));
}

#[test]
fn the_limit_is_said_where_the_pages_script_sends() {
    let mut form = Judgement { asks_sign_in: true, ..Judgement::default() };
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
fn of_strangers_who_gets_a_password_or_a_card_comes_first() {
    let mut top = frame(0, "https://shop.example/", &["email", "cc-number"], "https://letters.example/");
    top.forms.push(Form { index: 1, ..form("https://cards.example/") });
    top.fields[1].form = Some(1);
    let judged = page(vec![top]);
    let hosts: Vec<&str> = judged.receivers.iter().map(|receiver| receiver.host.as_str()).collect();
    assert_eq!(hosts, ["cards.example", "letters.example"]);
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
fn another_name_of_the_same_owner_is_this_site() {
    let to = |from: &str, to: &str| ids(&page(vec![frame(0, from, &["current-password"], to)]));
    assert_eq!(to("https://www.amazon.de/", "https://www.amazon.com/in"), [Id::FormToThisSite]);
    assert_eq!(to("https://www.youtube.com/", "https://accounts.google.com/in"), [Id::FormToThisSite]);
    assert_eq!(to("https://amazon.example/", "https://www.amazon.com/in"), [Id::FormPasswordToProvider]);
    assert_eq!(to("https://www.amazon.de/", "https://amazon.example/in"), [Id::FormPasswordToUnknown]);
    assert_eq!(to("https://www.amazon.de/", "http://www.amazon.com/in"), [Id::FormNotEncrypted]);
}
