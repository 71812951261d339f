//! Document → what it is for.

use std::collections::BTreeSet;

use super::words::*;
use super::{Kind, classify};
use crate::evidence::Frame;

/// What a document asks for or offers. One can be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    SignIn,
    SignUp,
    ChangePassword,
    Payment,
    Checkout,
    Cart,
    Contact,
    Newsletter,
    Search,
    /// Something is sold here.
    Shop,
}

/// What a document is for, by its fields' kinds and its words.
pub fn page_kinds(frame: &Frame, kinds: &[Kind]) -> Vec<PageKind> {
    let words = classify::page_words(frame);
    let has = |kind: Kind| kinds.contains(&kind);
    let current = kinds.iter().filter(|kind| **kind == Kind::CurrentPassword).count();
    let changes = frame.fields.iter().zip(kinds).any(|(field, kind)| {
        let same_form = |other: &Kind| {
            frame.fields.iter().zip(kinds).any(|(near, known)| near.form == field.form && known == other)
        };
        *kind == Kind::NewPassword
            && (same_form(&Kind::CurrentPassword)
                || CHANGE_PASSWORD.are_in(&words) && !same_form(&Kind::Email) && !same_form(&Kind::UserName))
    });
    let signs_up = groups(frame).into_iter().any(|form| signs_up(frame, kinds, form, &words, changes));
    let single = |wanted: &[Kind]| {
        let told: Vec<&Kind> =
            kinds.iter().filter(|kind| **kind != Kind::Honeypot && **kind != Kind::Search).collect();
        !told.is_empty() && told.iter().all(|kind| wanted.contains(kind))
    };
    let identifier_first = current == 0
        && !has(Kind::NewPassword)
        && single(&[Kind::UserName, Kind::Email, Kind::Phone])
        && SIGN_IN.are_in(&words)
        && !RECOVERY.are_in(&words)
        && !NEWSLETTER.are_in(&words);
    let area = frame.fields.iter().any(|field| field.tag == "textarea");
    let payment = has(Kind::CardNumber);
    let shop = CART.are_in(&words) || CHECKOUT.are_in(&words) && (has(Kind::Address) || payment);
    [
        (PageKind::SignIn, current > 0 && !(changes && current == 1) || identifier_first),
        (PageKind::SignUp, signs_up),
        (PageKind::ChangePassword, changes),
        (PageKind::Payment, payment),
        (PageKind::Checkout, CHECKOUT.are_in(&words) && (payment || has(Kind::Address))),
        (PageKind::Cart, CART.are_in(&words)),
        (PageKind::Contact, area && CONTACT.are_in(&words) && (has(Kind::Email) || has(Kind::Name))),
        (PageKind::Newsletter, has(Kind::Email) && NEWSLETTER.are_in(&words) && current == 0),
        (PageKind::Search, has(Kind::Search)),
        (PageKind::Shop, shop),
    ]
    .into_iter()
    .filter_map(|(kind, is)| is.then_some(kind))
    .collect()
}

/// The forms of a frame, and what stands outside any.
fn groups(frame: &Frame) -> BTreeSet<Option<u32>> {
    frame.fields.iter().map(|field| field.form).collect()
}

/// A new password, or the first step to one: a name or address under words that speak of a new account.
fn signs_up(frame: &Frame, kinds: &[Kind], form: Option<u32>, words: &str, changes: bool) -> bool {
    let mine: Vec<Kind> = frame
        .fields
        .iter()
        .zip(kinds)
        .filter(|(field, _)| field.form == form)
        .map(|(_, kind)| *kind)
        .collect();
    let has = |kind: Kind| mine.contains(&kind);
    if has(Kind::CurrentPassword) {
        return false;
    }
    if has(Kind::NewPassword) {
        return !changes;
    }
    let known = frame.forms.iter().find(|known| Some(known.index) == form);
    let own = known.map(classify::form_words).unwrap_or_default();
    let personal = mine.iter().filter(|kind| kind.is_personal()).count();
    let person = has(Kind::Email) || has(Kind::UserName) || has(Kind::BirthDate);
    let news = NEWSLETTER.are_in(&own) || NEWSLETTER.are_in(words) && personal < 3;
    let area = frame.fields.iter().any(|field| field.form == form && field.tag == "textarea");
    let pays = has(Kind::CardNumber);
    let says =
        SIGN_UP.are_in(&own) && !SIGN_IN.are_in(&own) || SIGN_UP.are_in(words) && !SIGN_IN.are_in(words);
    person
        && says
        && !news
        && !pays
        && !(area && CONTACT.are_in(words))
        && (personal >= 2 || frame.fields.len() <= 3)
}
