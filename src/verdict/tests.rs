//! A `go` where it should be a `stop` first.

use super::*;
use crate::evidence::{CertificateError, Known, Load, Page};
use crate::form::SensitiveField;

/// What the verdict says of these findings on a page that asks for a password and a card.
fn decide_on(findings: &[Id]) -> Report {
    let findings: Vec<Finding> = findings.iter().map(|&id| Finding::new(id)).collect();
    decide_form(form::Judgement {
        sensitive: [Action::SignIn, Action::Pay].map(|action| sensitive(action, &findings)).to_vec(),
        findings,
        asks_sign_in: true,
        asks_card: true,
        ..Default::default()
    })
}

/// A field whose own way these are.
fn sensitive(action: Action, findings: &[Finding]) -> SensitiveField {
    let way = |finding: &&Finding| finding.question == Question::Destination;
    SensitiveField {
        frame: 0,
        field: 1,
        form: None,
        action,
        is_code: false,
        receiver: None,
        findings: findings.iter().filter(way).cloned().collect(),
    }
}

fn decide_form(form: form::Judgement) -> Report {
    let none = Evidence::default();
    decide(&none, Default::default(), Default::default(), Default::default(), form, Default::default())
}

/// A receiver of things of this kind that is not the site itself.
fn receives(kind: &str) -> form::Receiver {
    form::Receiver {
        state: AnswerState::Good,
        what: vec![kind.into()],
        who: Message::new("receiver_known").text("Adyen"),
        host: "checkoutshopper.adyen.example".into(),
        note: None,
    }
}

#[test]
fn a_code_is_not_called_a_password() {
    for (finding, first, why) in [
        (Id::FormToThisSite, "first_go_code", "go_code_elsewhere"),
        (Id::FormCodeToUnknown, "first_elsewhere_code", "form_code_to_unknown"),
        (Id::FormNotEncrypted, "first_stop_code", "form_not_encrypted"),
        (Id::FormScriptSends, "first_unseen_code", "form_script_sends"),
    ] {
        let found = [Id::LineEncrypted, Id::CertificateNameChecked, finding].map(Finding::new).to_vec();
        let asked = SensitiveField { is_code: true, ..sensitive(Action::SignIn, &found) };
        let report = decide_form(form::Judgement {
            findings: found,
            asks_sign_in: true,
            asks_code_alone: true,
            sensitive: vec![asked],
            receivers: vec![receives("kind_code")],
            ..Default::default()
        });
        assert_eq!((&*report.headline.first.key, &*report.headline.why.key), (first, why));
        assert!(report.guards.iter().all(|guard| guard.first.key == first));
    }
}

#[test]
fn a_security_code_alone_goes_where_it_goes() {
    let report = decide_form(form::Judgement {
        findings: ALL_GOOD.map(Finding::new).to_vec(),
        asks_card: true,
        receivers: vec![receives("kind_card_code")],
        ..Default::default()
    });
    assert_eq!(report.headline.why.key, "go_pay_elsewhere");
}

const ALL_GOOD: [Id; 3] = [Id::LineEncrypted, Id::CertificateNameChecked, Id::FormToThisSite];

#[test]
fn what_an_owner_can_mend_has_words_for_it() {
    let english: serde_json::Value =
        serde_json::from_str(include_str!("../../extension/_locales/en/messages.json")).unwrap();
    for &id in Id::ALL {
        let words = !english[format!("{}_owner", id.name())].is_null();
        let raised = id == Id::AddressOnPlatform;
        assert_eq!(words, raised || id.is_fault() || id.rule().level >= Level::Caution, "{}", id.name());
    }
}

#[test]
fn nothing_known_is_never_good() {
    let report = decide_on(&[]);
    assert!(report.answers.iter().all(|answer| answer.state == AnswerState::Unknown));
    assert!(report.advice.iter().all(|row| row.advice == Advice::Unknown));
}

#[test]
fn one_missing_answer_takes_every_go_that_needs_it() {
    for missing in ALL_GOOD {
        let known: Vec<Id> = ALL_GOOD.into_iter().filter(|&id| id != missing).collect();
        for row in decide_on(&known).advice {
            let needs = missing.rule().question != Question::Destination || row.action != Action::Browse;
            assert_eq!(row.advice == Advice::Go, !needs, "{missing:?} {row:?}");
        }
    }
}

#[test]
fn all_good_is_go_and_guards_nothing() {
    let report = decide_on(&ALL_GOOD);
    assert!(report.advice.iter().all(|row| row.advice == Advice::Go));
    assert!(report.guards.is_empty() && report.owner.is_empty());
    assert!(report.headline.limit.is_some(), "every go says what we cannot tell");
}

#[test]
fn one_grave_finding_decides_whatever_is_good_beside_it() {
    for &id in Id::ALL {
        let rule = id.rule();
        let report = decide_on(&[ALL_GOOD.as_slice(), &[id]].concat());
        let answer = report.answers.iter().find(|answer| answer.question == rule.question);
        let state = answer.map(|answer| answer.state);
        let pay = report.advice.last().map(|row| row.advice);
        let (expected_state, expected_pay) = match rule.level {
            Level::Good | Level::Info => (AnswerState::Good, Advice::Go),
            Level::Unknown => (AnswerState::Unknown, Advice::Unknown),
            Level::Caution => (AnswerState::Caution, Advice::Check),
            Level::Danger => (AnswerState::Danger, Advice::Stop),
        };
        assert_eq!((state, pay), (Some(expected_state), Some(expected_pay)), "{}", rule.name);
        // It is told in the popup and stops nobody at the field.
        let told = matches!(id, Id::FormPasswordInAddress | Id::FormNumberInAddress);
        let unguarded = rule.level < Level::Caution || told;
        assert_eq!(report.guards.is_empty(), unguarded, "{}", rule.name);
        let idle = rule.level < Level::Caution && !id.is_fault();
        assert_eq!(report.owner.is_empty(), idle, "{}", rule.name);
    }
}

#[test]
fn a_finding_about_paying_leaves_signing_in_alone() {
    let mut form = form::Judgement { asks_sign_in: true, asks_card: true, ..Default::default() };
    form.findings = ALL_GOOD.into_iter().map(Finding::new).collect();
    form.findings.push(Finding::new(Id::FormNotEncrypted).on(Action::Pay));
    let report = decide_form(form);
    let advice: Vec<Advice> = report.advice.iter().map(|row| row.advice).collect();
    assert_eq!(advice, [Advice::Go, Advice::Go, Advice::Stop]);
    assert_eq!(report.headline.action, Action::Pay);
}

#[test]
fn a_page_that_was_not_looked_through_is_not_said_to_ask_for_nothing() {
    for unseen in [Id::FormNotLooked, Id::FormTooMuch] {
        let findings = [Id::LineEncrypted, Id::CertificateNameChecked, Id::FormAsksNothing, unseen];
        let form = form::Judgement { findings: findings.map(Finding::new).to_vec(), ..Default::default() };
        let Headline { state, first, why, act, decided_by, .. } = decide_form(form).headline;
        assert_eq!((state, decided_by), (Advice::Unknown, Some(unseen)));
        assert_eq!(first.key, "first_unknown_browse");
        assert_eq!((why.key, act), (unseen.name().into(), Some(Finding::new(unseen).message("_do"))));
    }
}

#[test]
fn a_page_that_asks_for_an_address_is_not_said_to_ask_for_nothing() {
    let findings = [Id::LineEncrypted, Id::CertificateNameChecked, Id::FormToThisSite];
    let form = form::Judgement {
        findings: findings.map(Finding::new).to_vec(),
        asks_personal: true,
        ..Default::default()
    };
    let headline = decide_form(form).headline;
    assert_eq!((headline.state, headline.first.key.as_str()), (Advice::Go, "first_go_details"));
    assert_eq!(headline.why.key, "form_to_this_site");
}

#[test]
fn nobody_goes_ahead_where_what_is_typed_leaves_in_the_open() {
    let told = |id: Id| {
        let findings = [Id::LineEncrypted, Id::CertificateNameChecked, id].map(Finding::new).to_vec();
        let form = form::Judgement { findings, asks_personal: true, ..Default::default() };
        let headline = decide_form(form).headline;
        (headline.state, headline.why.key, headline.act.map(|act| act.key))
    };
    let open = (Advice::Check, "form_not_encrypted".into(), Some("form_not_encrypted_do".into()));
    assert_eq!(told(Id::FormNotEncrypted), open);
    assert_eq!(told(Id::FormPersonalToUnknown), (Advice::Go, "form_personal_to_unknown".into(), None));
}

/// "The name is right" beside "This is not paypal.com" would be a comfort.
#[test]
fn beside_what_is_amiss_nothing_comforts() {
    let named = |grave: Option<Id>| {
        let report = decide_on(&[ALL_GOOD.as_slice(), &[Id::IdentityNoFirmNamed], grave.as_slice()].concat());
        let answer = report.answers.into_iter().find(|answer| answer.question == Question::Identity);
        answer.and_then(|answer| answer.note)
    };
    assert!(named(None).is_some());
    assert_eq!(named(Some(Id::SealNamesAnother)), None);
    assert_eq!(named(Some(Id::SealNamesAnotherAsked)), None);
}

#[test]
fn a_false_site_is_no_good_receiver() {
    for who in ["receiver_this_site", "receiver_script"] {
        let receiver = |grave: Option<Id>| {
            let this = form::Receiver {
                state: AnswerState::Good,
                what: Vec::new(),
                who: Message::new(who),
                host: String::new(),
                note: None,
            };
            let findings = ALL_GOOD.into_iter().chain(grave).map(Finding::new).collect();
            let form = form::Judgement { findings, receivers: vec![this], ..Default::default() };
            decide_form(form).receivers[0].state
        };
        assert_eq!(receiver(None), AnswerState::Good, "{who}");
        assert_eq!(receiver(Some(Id::SealNamesAnother)), AnswerState::Caution, "{who}");
        assert_eq!(receiver(Some(Id::SealNamesAnotherAsked)), AnswerState::Danger, "{who}");
    }
}

#[test]
fn what_is_not_asked_does_not_make_the_headline() {
    let form = form::Judgement {
        findings: [Id::LineEncrypted, Id::CertificateNameChecked, Id::FormAsksNothing]
            .map(Finding::new)
            .to_vec(),
        ..Default::default()
    };
    let report = decide_form(form);
    assert_eq!((report.headline.action, report.headline.state), (Action::Browse, Advice::Go));
    let asked: Vec<bool> = report.advice.iter().map(|row| row.asked).collect();
    assert_eq!(asked, [true, false, false]);
}

#[test]
fn an_owner_is_not_sent_to_public_issuers_for_a_name_of_their_own_network() {
    let owner = |host: &str, error| {
        let page = Page { url: format!("https://{host}/"), load: Load::Watched, ..Page::default() };
        let mut evidence = Evidence { page, ..Evidence::default() };
        evidence.connection.error = Known::Seen(error);
        crate::assess(&evidence).owner.into_iter().map(|step| step.finding).collect::<Vec<Id>>()
    };
    for host in ["nas", "192.168.1.1", "router.local"] {
        for error in [CertificateError::Trust, CertificateError::Name] {
            assert_eq!(owner(host, error), [Id::LineLocalNetwork], "{host}");
        }
        // A certificate of one's own can be renewed.
        assert!(owner(host, CertificateError::Date).contains(&Id::CertificateDateWrong), "{host}");
    }
    assert!(owner("shop.example", CertificateError::Trust).contains(&Id::CertificateUnknownIssuer));
    assert!(!owner_steps(Id::CertificateSelfSigned, true) && owner_steps(Id::CertificateSelfSigned, false));
    assert!(!owner_steps(Id::CertificateNameMismatch, true));
}

fn owner_steps(id: Id, local: bool) -> bool {
    !owner(&[Finding::new(id)], local).is_empty()
}
