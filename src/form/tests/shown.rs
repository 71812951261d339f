//! What is asked where somebody sees it, and what only waits: a page says what it asks for, a field what it does.

use super::*;
use crate::evidence::{Evidence, Frame, Known, Load, Page, SecurityState};
use crate::finding::{Id, Level};
use crate::report::{Advice, Report};

const SHOP: &str = "https://shop.example/";

fn hidden(mut frame: Frame) -> Frame {
    frame.fields.iter_mut().for_each(|field| field.visible = false);
    frame
}

fn report(frames: Vec<Frame>) -> Report {
    let mut evidence = Evidence {
        page: Page { url: frames[0].url.clone(), load: Load::Watched, ..Page::default() },
        frames,
        ..Evidence::default()
    };
    evidence.connection.state = Known::Seen(SecurityState::Secure);
    evidence.connection.error = Known::Absent;
    crate::assess(&evidence)
}

#[test]
fn what_nobody_sees_asks_for_nothing() {
    let judged = page(vec![
        hidden(frame(0, SHOP, &["current-password"], "http://collector.example/")),
        hidden(frame(1, "https://sso.example/", &["current-password"], "https://sso.example/in")),
    ]);
    assert_eq!(ids(&judged), [Id::FormAsksNothing]);
    assert!(!judged.asks_sign_in && judged.receivers.is_empty());
}

#[test]
fn what_nobody_sees_yet_is_warned_of_where_it_stands() {
    let judged = report(vec![hidden(frame(0, SHOP, &["current-password"], "http://collector.example/"))]);
    assert_eq!(judged.headline.state, Advice::Go);
    assert_eq!(judged.guards.len(), 1);
    assert_eq!(
        (judged.guards[0].state, judged.guards[0].first.key.as_str()),
        (Advice::Stop, "first_stop_sign_in")
    );
}

#[test]
fn a_false_name_weighs_no_less_at_a_field_that_waits() {
    let url = "https://www.paypa1.com/";
    let judged = report(vec![hidden(frame(0, url, &["current-password"], url))]);
    assert_eq!(judged.headline.state, Advice::Check);
    assert_eq!(judged.guards[0].state, Advice::Stop);
}

#[test]
fn a_field_is_not_warned_of_for_what_another_does() {
    let own = frame(0, SHOP, &["current-password"], "https://shop.example/in");
    let mut other = frame(0, SHOP, &["current-password"], "http://forum.example/in");
    other.fields[0].index = 7;
    other.fields[0].form = Some(7);
    other.forms[0].index = 7;
    let both = Frame {
        fields: [own.fields, other.fields].concat(),
        forms: [own.forms, other.forms].concat(),
        ..frame(0, SHOP, &[], "")
    };
    let judged = report(vec![both]);
    assert_eq!(judged.headline.state, Advice::Stop);
    assert_eq!(judged.guards.iter().map(|guard| guard.field).collect::<Vec<_>>(), [7]);
}

#[test]
fn a_banks_check_belongs_to_the_payment() {
    let shop = || frame(0, SHOP, &[], "");
    let stripe = || frame(1, "https://js.stripe.com/v3/", CARD, "https://js.stripe.com/pay");
    let bank = || Frame { parent: 1, ..frame(2, "https://acs.bank.example/", &["one-time-code"], "") };
    let beside = report(vec![shop(), stripe(), bank()]);
    assert_eq!((beside.headline.state, beside.headline.first.key.as_str()), (Advice::Go, "first_go_pay"));
    let alone = report(vec![shop(), Frame { fields: vec![], ..stripe() }, bank()]);
    let said = [&alone.headline.first, &alone.headline.why, alone.headline.act.as_ref().unwrap()];
    assert_eq!(said.map(|said| &*said.key), ["first_unknown_code", "form_card_check", "form_card_check_do"]);
    assert!(alone.guards.is_empty());
}

#[test]
fn a_sister_of_the_site_is_named_as_this_site() {
    let to = |url: &str| report(vec![frame(0, SHOP, &["one-time-code"], url)]).headline.why;
    assert_eq!(to("https://login.shop.example/in"), Message::new("go_code_here").host("login.shop.example"));
    assert_eq!(to("https://shop.example/in"), Message::new("go_code_here").host("shop.example"));
}

#[test]
fn nothing_is_said_twice() {
    let news = frame(0, SHOP, &["email"], "https://letters.example/");
    let judged = report(vec![news]);
    assert_eq!(judged.headline.why.key, "form_personal_to_unknown");
    assert!(judged.headline.also.is_empty(), "{:?}", judged.headline.also);
    assert!(judged.findings.iter().any(|finding| finding.level == Level::Caution));
}
