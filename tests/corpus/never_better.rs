//! Less known, or worse, is never better: each case is judged once more with a fact taken away, or with something
//! bad put in, and no advice may be better for it.

use trust_indicator::evidence::{
    CertificateBytes, Connection, Evidence, Field, Form, Frame, HttpAuthentication, InsecureLoad, Known, Load,
};
use trust_indicator::finding::Action;
use trust_indicator::report::{Advice, AdviceRow, Report};

use super::{cases, evidence, none};

/// One way to change what was seen.
type Change = (&'static str, fn(&mut Evidence));

/// What stands in a certificate or in the handshake alone is not among them: where a browser tells of neither, its own
/// word counts.
const FORGOTTEN: [Change; 11] = [
    ("load", |seen| {
        if seen.page.load == Load::Watched {
            seen.page.load = Load::NotWatched;
        }
    }),
    ("top document", |seen| each_frame(seen, |frame| frame.looked &= frame.id != 0)),
    ("frames", |seen| each_frame(seen, |frame| frame.looked &= frame.id == 0)),
    ("rest of the documents", |seen| each_frame(seen, |frame| frame.too_much = true)),
    ("owners of the documents", |seen| each_frame(seen, |frame| frame.origin.clear())),
    ("state", |seen| seen.connection.state = Known::Unknown),
    ("error", |seen| seen.connection.error = Known::Unknown),
    ("line", |seen| seen.connection = Connection::default()),
    ("end of the certificates", |seen| {
        each_certificate(seen, |shown| shown.der.truncate(shown.der.len() / 8 * 4));
    }),
    ("known sites", |seen| seen.memory.known_sites.clear()),
    ("earlier visit", |seen| {
        seen.memory.earlier_certificate = None;
        seen.memory.earlier_root = None;
    }),
];

/// With the least that an action must get for it, in a page that is looked at.
type Worse = (&'static str, Option<(Action, Advice)>, fn(&mut Evidence));

const WORSE: [Worse; 9] = [
    ("a password by http", Some((Action::SignIn, Advice::Stop)), |seen| ask(seen, 0, PASSWORD, OPEN)),
    ("a card by http", Some((Action::Pay, Advice::Stop)), |seen| ask(seen, 0, CARD, OPEN)),
    ("a password to a stranger", Some((Action::SignIn, Advice::Check)), |seen| {
        ask(seen, 0, PASSWORD, STRANGER)
    }),
    ("a card to a stranger", Some((Action::Pay, Advice::Check)), |seen| ask(seen, 0, CARD, STRANGER)),
    ("a stranger's frame that asks for a card", Some((Action::Pay, Advice::Check)), |seen| {
        frame(seen, STRANGER, true);
        ask(seen, OTHER, CARD, STRANGER);
    }),
    ("a frame by http that asks for a password", Some((Action::SignIn, Advice::Stop)), |seen| {
        frame(seen, OPEN, true);
        ask(seen, OTHER, PASSWORD, STRANGER);
    }),
    ("a frame that nobody saw", None, |seen| frame(seen, STRANGER, false)),
    ("a script by http", None, |seen| {
        let host = "elsewhere.example".to_owned();
        seen.connection.insecure_loads.push(InsecureLoad { kind: "script".to_owned(), host });
    }),
    ("a sign-in by http", Some((Action::SignIn, Advice::Check)), |seen| {
        let (url, scheme) = (OPEN.to_owned(), "basic".to_owned());
        seen.connection.authentications.push(HttpAuthentication { url, scheme, proxy: false });
    }),
];

const OPEN: &str = "http://elsewhere.example/";
const STRANGER: &str = "https://elsewhere.example/";
/// The type and the token of a field.
const PASSWORD: (&str, &str) = ("password", "current-password");
const CARD: (&str, &str) = ("text", "cc-number");

/// A frame, and a form and a field, that no case has.
const OTHER: i64 = 9000;

fn each_frame(seen: &mut Evidence, how: impl Fn(&mut Frame)) {
    seen.frames.iter_mut().for_each(how);
}

fn each_certificate(seen: &mut Evidence, how: impl Fn(&mut CertificateBytes)) {
    if let Known::Seen(shown) = &mut seen.connection.certificates {
        shown.iter_mut().for_each(how);
    }
}

fn frame(seen: &mut Evidence, url: &str, looked: bool) {
    seen.frames.push(Frame { id: OTHER, parent: 0, url: url.to_owned(), looked, ..Frame::default() });
}

/// A form with one field that somebody sees.
fn ask(seen: &mut Evidence, frame: i64, (kind, token): (&str, &str), to: &str) {
    let Some(frame) = seen.frames.iter_mut().find(|known| known.id == frame) else { return };
    let index = OTHER as u32;
    let form = Form {
        index,
        action: Some(to.to_owned()),
        resolved: to.to_owned(),
        method: "post".to_owned(),
        ..Form::default()
    };
    frame.forms.push(form);
    frame.fields.push(Field {
        index,
        form: Some(index),
        tag: "input".to_owned(),
        r#type: kind.to_owned(),
        autocomplete: token.to_owned(),
        visible: true,
        ..Field::default()
    });
}

fn row(report: &Report, action: Action) -> &AdviceRow {
    report.advice.iter().find(|row| row.action == action).unwrap()
}

/// Each case's name, what was seen, and what is said of it.
fn judged_cases() -> impl Iterator<Item = (String, Evidence, Report)> {
    cases().into_iter().map(|(name, path)| {
        let seen = evidence(&path);
        let report = trust_indicator::assess(&seen);
        (name, seen, report)
    })
}

#[test]
fn what_is_forgotten_never_makes_a_go() {
    let mut wrong = Vec::new();
    for (name, seen, before) in judged_cases() {
        for (fact, forget) in FORGOTTEN {
            let mut changed = seen.clone();
            forget(&mut changed);
            let after = trust_indicator::assess(&changed);
            let goes = |row: &&AdviceRow| row.advice == Advice::Go;
            for better in
                after.advice.iter().filter(goes).filter(|one| row(&before, one.action).advice != Advice::Go)
            {
                wrong.push(format!("{name}, without {fact}: {:?}", better.action));
            }
        }
    }
    none(&wrong);
}

#[test]
fn what_is_worse_never_makes_it_better() {
    let mut wrong = Vec::new();
    for (name, seen, before) in judged_cases() {
        let looked = seen.frames.first().is_some_and(|top| top.looked)
            && !matches!(seen.page.load, Load::Failed | Load::Closed);
        for (what, least, worsen) in WORSE {
            let mut changed = seen.clone();
            worsen(&mut changed);
            let after = trust_indicator::assess(&changed);
            for one in after.advice.iter().filter(|one| one.asked) {
                let floor = least
                    .filter(|(action, _)| looked && *action == one.action)
                    .map_or(Advice::Go, |(_, least)| least);
                if one.advice < floor.max(row(&before, one.action).advice) {
                    wrong.push(format!("{name}, with {what}: {:?} {}", one.action, one.advice.name()));
                }
            }
            if let Some((action, _)) = least.filter(|(action, _)| looked && !row(&after, *action).asked) {
                wrong.push(format!("{name}, with {what}: {action:?} is not asked"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_order_of_what_was_seen_changes_no_advice() {
    let mut wrong = Vec::new();
    for (name, seen, before) in judged_cases() {
        let mut turned = seen.clone();
        turned.frames.reverse();
        turned.connection.insecure_loads.reverse();
        turned.connection.authentications.reverse();
        each_frame(&mut turned, |frame| {
            frame.forms.reverse();
            frame.seals.reverse();
        });
        let advice =
            |report: &Report| report.advice.iter().map(|row| (row.asked, row.advice)).collect::<Vec<_>>();
        if advice(&before) != advice(&trust_indicator::assess(&turned)) {
            wrong.push(name);
        }
    }
    none(&wrong);
}
