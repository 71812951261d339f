//! What a page is for, by its fields and its words.

use super::*;
use crate::evidence::SubmitButton;

#[test]
fn what_confirms_or_sends_money_signs_nobody_in() {
    let page = |heading: &str, password: Field, visible: bool| {
        let password = Field { r#type: "password".into(), visible, ..password };
        let fields = vec![said("City", "c"), password];
        let document = crate::evidence::Document { headings: vec![heading.into()], ..Default::default() };
        let forms = vec![form("https://shop.example/")];
        let page = Frame { document, fields, forms, url: "https://shop.example/".into(), ..Frame::default() };
        let kinds = kinds(&page);
        (kinds[1], page_kinds(&page, &kinds).contains(&PageKind::SignIn))
    };
    let password = || said("Password", "p");
    assert_eq!(page("Welcome", password(), true), (Kind::CurrentPassword, true));
    assert_eq!(page("Welcome", password(), false), (Kind::CurrentPassword, false));
    assert_eq!(page("Log in to transfer", password(), true), (Kind::CurrentPassword, true));
    for heading in ["Withdraw", "Überweisung", "Bankgiro: virement", "Перевод", "振込"] {
        assert_eq!(page(heading, password(), true), (Kind::CurrentPassword, false), "{heading}");
    }
    for label in ["Ta bort mitt konto", "Удалить аккаунт", "退会", "계정 탈퇴"] {
        assert_eq!(page("", said(label, "p"), true), (Kind::CurrentPassword, false), "{label}");
    }
    let kept = Field { autocomplete: "current-password".into(), ..password() };
    assert_eq!(page("Sign up", kept, false), (Kind::CurrentPassword, false));
    for (label, kind) in [("Last 4 of your SSN", Kind::NationalId), ("Voucher PIN", Kind::Other)] {
        assert_eq!(page("", said(label, "p"), true), (kind, false), "{label}");
        assert_eq!(page("", said(label, "password"), true), (Kind::CurrentPassword, true), "{label}");
    }
}

#[test]
fn a_guest_neither_signs_in_nor_up() {
    let pages = |heading: &str, button: &str| {
        let fields = vec![said("E-mail", "email"), said("Postcode", "zip")];
        let button = SubmitButton { text: button.into(), ..SubmitButton::default() };
        let forms = vec![Form { buttons: vec![button], ..form("https://shop.example/x") }];
        let document = crate::evidence::Document { headings: vec![heading.into()], ..Default::default() };
        let page = Frame { document, fields, forms, url: "https://shop.example/".into(), ..Frame::default() };
        page_kinds(&page, &kinds(&page))
    };
    for (heading, button) in [
        ("Guest checkout", "Continue as guest"),
        ("Commander sans compte", "Continuer en tant qu’invité"),
        ("Als Gast bestellen", "Weiter als Gast"),
        ("Comprar como invitado", "Continuar"),
        ("Zamów jako gość", "Dalej"),
        ("Оформить без регистрации", "Продолжить"),
        ("ゲスト購入", "次へ"),
        ("비회원 주문", "다음"),
    ] {
        let told = pages(heading, button);
        assert!(!told.contains(&PageKind::SignIn) && !told.contains(&PageKind::SignUp), "{heading} {told:?}");
    }
}

#[test]
fn a_code_sent_to_a_telephone_signs_in() {
    let signs_in = |labels: &[&str], button: &str| {
        let fields = labels.iter().map(|label| said(label, "")).collect();
        let button = SubmitButton { text: button.into(), ..SubmitButton::default() };
        let forms = vec![Form { buttons: vec![button], ..form("https://shop.example/x") }];
        let page = Frame { fields, forms, url: "https://shop.example/".into(), ..Frame::default() };
        page_kinds(&page, &kinds(&page)).contains(&PageKind::SignIn)
    };
    let code = ["Mobile number", "Enter OTP"];
    assert!(signs_in(&code, "Log in"));
    assert!(signs_in(&["手机号", "短信验证码"], "登录"));
    assert!(!signs_in(&code, "Pay"));
    assert!(!signs_in(&code, "Register"));
    assert!(!signs_in(&code, "Reset password"));
    assert!(!signs_in(&["Mobile number", "City", "Enter OTP"], "Log in"));
}

#[test]
fn a_newsletter_is_no_account() {
    let signs_up = |name: &str, heading: &str, button: &str, labels: &[(&str, &str)]| {
        let fields = labels.iter().map(|(label, name)| said(label, name)).collect();
        let button = SubmitButton { text: button.into(), ..SubmitButton::default() };
        let forms = vec![Form { id: name.into(), buttons: vec![button], ..form("https://shop.example/x") }];
        let document = crate::evidence::Document { headings: vec![heading.into()], ..Default::default() };
        let page = Frame { document, fields, forms, url: "https://shop.example/".into(), ..Frame::default() };
        page_kinds(&page, &kinds(&page)).contains(&PageKind::SignUp)
    };
    let mail = [("E-mail", "email")];
    let named = [("Name", "name"), ("E-mail", "email")];
    assert!(signs_up("create_account_form", "Newsletter", "Register", &mail));
    assert!(signs_up("form-1", "Create your account", "Next", &named));
    assert!(!signs_up("mc-embedded-subscribe-form", "Become a member", "Sign up", &named));
    assert!(!signs_up("wpcf7-f801", "", "Register", &named));
    assert!(!signs_up("new_user", "Create your account", "Reset password", &named));
}

#[test]
fn a_page_is_for_what_its_form_does() {
    let pages = |url: &str, title: &str, asks: &[(&str, &str)], to: &str, button: &str| {
        let field = |(kind, label): &(&str, &str)| Field { r#type: (*kind).into(), ..said(label, "") };
        let button = SubmitButton { text: button.into(), ..SubmitButton::default() };
        let forms = vec![Form { buttons: vec![button], ..form(to) }];
        let document = crate::evidence::Document { title: title.into(), ..Default::default() };
        let fields = asks.iter().map(field).collect();
        let page = Frame { document, fields, forms, url: url.into(), ..Frame::default() };
        page_kinds(&page, &kinds(&page))
    };
    // One program for either says what it does by its button.
    let program = "https://blog.example/wp-login.php?action=register";
    let asks = [("text", "Username"), ("email", "Email")];
    assert_eq!(pages(program, "Blog", &asks, program, "Register"), [PageKind::SignUp]);
    let url = "https://shop.example/x";
    // German says "sign in" for a newsletter too.
    let news = "https://shop.example/newsletter/anmelden";
    assert!(!pages(url, "", &[("email", "")], news, "Abonnieren").contains(&PageKind::SignIn));
}
