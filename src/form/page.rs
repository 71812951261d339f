//! Document → what it is for. Asked by `cargo xtask accuracy` and the tests: it measures the kinds of fields by what
//! they make of whole pages. Nothing that ships asks, so none of it ships.

use super::destination::form_of;
use super::fold::fold;
use super::words::*;
use super::{Kind, classify};
use crate::evidence::{Field, Form, Frame};

/// What a document asks for. One can be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    SignIn,
    SignUp,
    ChangePassword,
    Payment,
}

/// What a document is for, by its fields' kinds and its words.
pub fn page_kinds(frame: &Frame, kinds: &[Kind]) -> Vec<PageKind> {
    let words = classify::page_words(frame);
    let has = |kind: Kind| kinds.contains(&kind);
    let groups = classify::groups(frame);
    let in_groups = || groups.iter().copied();
    let current: usize = in_groups().map(|form| asked_now(frame, kinds, form, &words)).sum();
    let changes = in_groups().any(|form| {
        let mine = of_form(frame, kinds, form);
        let person = mine.contains(&Kind::Email) || mine.contains(&Kind::UserName);
        mine.contains(&Kind::NewPassword) && (replaces(&mine) || CHANGE_PASSWORD.are_in(&words) && !person)
    });
    let signs_up = in_groups().any(|form| signs_up(frame, kinds, form, &words));
    let single = |wanted: &[Kind]| {
        let told: Vec<&Kind> =
            kinds.iter().filter(|kind| **kind != Kind::Honeypot && **kind != Kind::Search).collect();
        !told.is_empty() && told.iter().all(|kind| wanted.contains(kind))
    };
    let identifier_first = current == 0
        && !signs_up
        && kinds.iter().any(|kind| kind.names_account() || *kind == Kind::NationalId)
        && !has(Kind::NewPassword)
        && single(&[Kind::UserName, Kind::Email, Kind::Phone, Kind::NationalId, Kind::Code])
        && (SIGN_IN.are_in(&words) || has(Kind::UserName) && frame.fields.len() == 1)
        && !RECOVERY.are_in(&words)
        && !NEWSLETTER.are_in(&words)
        || !RECOVERY.are_in(&words) && frame.forms.iter().any(|form| asks_who(frame, kinds, form));
    let both = frame.forms.iter().any(|form| {
        let asked = of_form(frame, kinds, Some(form.index));
        let count = |of: Kind| asked.iter().filter(|kind| **kind == of).count();
        let words = classify::form_names(form);
        // Whoever is asked for a first and a last name is new.
        count(Kind::Name) < 2
            && count(Kind::NewPassword) == 1
            && SIGN_IN.are_in(&words)
            && !SIGN_UP.are_in(&words)
            && !RECOVERY.are_in(&words)
    });
    let by_code = in_groups().any(|form| sends_code(frame, kinds, form, &words));
    [
        (PageKind::SignIn, current > 0 && !(changes && current == 1) || identifier_first || both || by_code),
        (PageKind::SignUp, signs_up),
        (PageKind::ChangePassword, changes),
        (PageKind::Payment, has(Kind::CardNumber)),
    ]
    .into_iter()
    .filter_map(|(kind, is)| is.then_some(kind))
    .collect()
}

/// A new password, or the first step to one: a name or address under words that speak of a new account. Where
/// no old password is asked for, whoever lost one starts anew as well.
fn signs_up(frame: &Frame, kinds: &[Kind], form: Option<u32>, words: &str) -> bool {
    let mine = of_form(frame, kinds, form);
    let has = |kind: Kind| mine.contains(&kind);
    if has(Kind::NewPassword) {
        return !replaces(&mine) && !confirms(frame, form);
    }
    if has(Kind::CurrentPassword) {
        return false;
    }
    let mut own = form_of(frame, form).map(classify::form_words).unwrap_or_default();
    let recovers = RECOVERY.are_in(&own);
    for field in frame.fields.iter().filter(|field| field.form == form) {
        own.push_str(&fold(&format!("{} {}", field.name, field.label)));
    }
    let personal = mine.iter().filter(|kind| kind.is_personal()).count();
    let by_phone = has(Kind::Phone) && has(Kind::Code);
    let person = by_phone || has(Kind::Email) || has(Kind::UserName) || has(Kind::BirthDate);
    let account = SIGN_UP.are_in(&own) && (ACCOUNT_NAME.are_in(&own) || ACCOUNT_NAME.are_in(words));
    let news = NEWSLETTER.are_in(&own) || NEWSLETTER.are_in(words) && personal < 4 && !account;
    let area = frame.fields.iter().any(|field| field.form == form && field.tag == "textarea");
    let pays = has(Kind::CardNumber);
    let says = SIGN_UP.are_in(&own) && !SIGN_IN.are_in(&own)
        || SIGN_UP.are_in(words) && !SIGN_IN.are_in(words)
        || form_of(frame, form).is_some_and(makes);
    // A form for something else that asks for a name and an address too.
    let guest = GUEST.are_in(&own) || GUEST.are_in(words);
    let another = news || recovers || pays || guest || area && CONTACT.are_in(words);
    person && says && !another && (personal >= 2 || ACCOUNT.are_in(&own) || ACCOUNT.are_in(words))
}

fn of_form(frame: &Frame, kinds: &[Kind], form: Option<u32>) -> Vec<Kind> {
    frame.fields.iter().zip(kinds).filter(|(field, _)| field.form == form).map(|(_, kind)| *kind).collect()
}

/// The old password, then at once the new one.
fn replaces(kinds: &[Kind]) -> bool {
    let telling = [Kind::CurrentPassword, Kind::NewPassword, Kind::Email, Kind::UserName, Kind::Name];
    let told: Vec<&Kind> = kinds.iter().filter(|kind| telling.contains(kind)).collect();
    told.windows(2).any(|pair| pair == [&Kind::CurrentPassword, &Kind::NewPassword])
}

/// The passwords that sign somebody in by this form: what is hidden beside a visible one or an order does
/// not, nor does what only confirms a change or a payment.
fn asked_now(frame: &Frame, kinds: &[Kind], form: Option<u32>, words: &str) -> usize {
    let passwords = || {
        let mine = frame.fields.iter().zip(kinds).filter(move |(field, _)| field.form == form);
        mine.filter(|(_, kind)| kind.is_password())
    };
    let shown = passwords().any(|(field, _)| field.visible);
    let mine = of_form(frame, kinds, form);
    let buys = mine.contains(&Kind::Address) || mine.contains(&Kind::CardNumber);
    if confirms(frame, form) || !shown && buys || MOVES_MONEY.are_in(words) && !SIGN_IN.are_in(words) {
        return 0;
    }
    let signs_in =
        |(field, kind): &(&Field, &Kind)| **kind == Kind::CurrentPassword && (field.visible || !shown);
    passwords().filter(signs_in).count()
}

/// A password field or the form says that who is signed in confirms a change.
fn confirms(frame: &Frame, form: Option<u32>) -> bool {
    let mut passwords = frame.fields.iter().filter(|field| field.form == form && field.r#type == "password");
    passwords.any(|field| CONFIRMS.are_in(&fold(&field.label)))
        || form_of(frame, form).is_some_and(|form| CONFIRMS.are_in(&classify::form_words(form)))
}

/// A form that asks who it is, then at once for the code that is sent there, and never for a password.
fn sends_code(frame: &Frame, kinds: &[Kind], form: Option<u32>, words: &str) -> bool {
    let mine = of_form(frame, kinds, form);
    let own = form_of(frame, form).map(classify::form_words).unwrap_or_default();
    let says = SIGN_IN.are_in(&own) || SIGN_IN.are_in(words) && !SIGN_UP.are_in(&own);
    let asks = mine.windows(2).any(|pair| matches!(pair, [first, Kind::Code] if first.names_account()));
    asks && says && !mine.contains(&Kind::NewPassword) && !RECOVERY.are_in(&own)
}

/// Its first button makes an account; what its address says may be the name of a program for either.
fn makes(form: &Form) -> bool {
    let text = form.buttons.first().map(|button| fold(&button.text)).unwrap_or_default();
    SIGN_UP.are_in(&text) && !SIGN_IN.are_in(&text)
}

/// A form that asks for a name only, and asks for the password on the next page.
fn asks_who(frame: &Frame, kinds: &[Kind], form: &Form) -> bool {
    let mine = of_form(frame, kinds, Some(form.index));
    let own = |field: &&Field| field.form == Some(form.index);
    let named = frame.fields.iter().filter(own).any(|field| {
        USER_NAME.are_in(&fold(&format!("{} {}", field.name, field.id)))
            && !NEWSLETTER.are_in(&fold(&field.label))
    });
    let words = classify::form_words(form);
    let says =
        SIGN_IN.are_in(&words) && ![RECOVERY, SIGN_UP, NEWSLETTER].iter().any(|other| other.are_in(&words));
    let open = !mine.iter().any(|kind| kind.signs_in() || *kind == Kind::Search);
    open && mine.iter().any(|kind| kind.names_account())
        && (says && mine.len() <= 3 || named && !makes(form) && !RECOVERY.are_in(&words) && mine.len() == 1)
}
