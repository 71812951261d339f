//! Field → kind: first by what each field says of itself, then by its neighbours.

use super::Kind;
use super::fold::fold;
use super::reading::Reading;
use super::words::*;
use crate::address::Parts;
use crate::evidence::{Document, Form, Frame};

/// How a form scores that speaks neither of a new account nor of an old one.
const NEUTRAL: i32 = -1;

/// The kind of each field of a frame, in the frame's own order.
pub fn kinds(frame: &Frame) -> Vec<Kind> {
    let readings: Vec<Reading> = frame.fields.iter().map(Reading::of).collect();
    let mut found: Vec<Kind> = readings.iter().map(|reading| reading.by_itself(false)).collect();
    let page = page_words(frame);
    let subject = subject(frame);
    for form in groups(frame) {
        let group = Group {
            members: (0..readings.len())
                .filter(|&at| readings.get(at).is_some_and(|r| r.field.form == form))
                .collect(),
            form: frame.forms.iter().find(|known| Some(known.index) == form),
            readings: &readings,
            page: &page,
            subject: &subject,
            alone: frame.forms.len() <= 1,
            inside: frame.parent >= 0,
        };
        group.halves(&mut found);
        let boxed = group.boxes(&mut found);
        group.cards(&mut found, boxed);
        group.births(&mut found);
        group.name_alone(&mut found);
        group.passwords(&mut found);
        group.user_names(&mut found);
        group.by_form(&mut found);
        group.phrases(&mut found);
    }
    found
}

/// The forms that a frame's fields belong to, and what stands outside any.
pub fn groups(frame: &Frame) -> Vec<Option<u32>> {
    let mut groups = Vec::new();
    for field in &frame.fields {
        if !groups.contains(&field.form) {
            groups.push(field.form);
        }
    }
    groups
}

/// Title, headings and lone buttons of the page, and the path of its address.
pub fn page_words(frame: &Frame) -> String {
    let Document { title, headings, .. } = &frame.document;
    fold(&format!("{title} {} {}", headings.join(" "), path(frame)))
}

fn subject(frame: &Frame) -> String {
    let Document { title, headings, .. } = &frame.document;
    let told = std::iter::once(title).chain(headings).map(|text| fold(text));
    told.chain([fold(&path(frame))])
        .find(|text| SIGN_UP.are_in(text) || SIGN_IN.are_in(text))
        .unwrap_or_default()
}

/// `/account/register` says what a page without a title is for.
fn path(frame: &Frame) -> String {
    let Parts { path, .. } = Parts::of(&frame.url);
    path
}

/// Everything that a form says of itself.
pub fn form_words(form: &Form) -> String {
    form.buttons.iter().fold(form_names(form), |words, button| words + &fold(&button.text))
}

/// What its maker calls a form, without its buttons.
pub fn form_names(form: &Form) -> String {
    let action = form.action.as_deref().unwrap_or_default();
    // `?mode=register` says what it does, `?back=/register` where it goes afterwards.
    let path = match action.split_once('?') {
        Some((path, query)) if query.contains(['/', '%', '.']) => path,
        _ => action,
    };
    fold(&format!("{} {} {} {} {path}", form.name, form.id, form.class, form.role))
}

/// The fields of one form, or those outside any.
pub struct Group<'a> {
    pub members: Vec<usize>,
    pub form: Option<&'a Form>,
    pub readings: &'a [Reading<'a>],
    pub page: &'a str,
    /// The title or heading that says first whether somebody signs in or up.
    subject: &'a str,
    alone: bool,
    /// The document is part of another page.
    pub inside: bool,
}

impl Group<'_> {
    pub fn has(&self, found: &[Kind], kind: Kind) -> bool {
        self.members.iter().any(|&at| found.get(at) == Some(&kind))
    }

    pub fn each(&self) -> impl Iterator<Item = (usize, &Reading<'_>)> {
        self.members.iter().filter_map(|&at| Some((at, self.readings.get(at)?)))
    }

    /// It counts on from the field before.
    fn is_next(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.readings.get(before));
        before.zip(self.readings.get(at)).is_some_and(|(before, reading)| reading.follows(before))
    }

    /// What follows a half of a number by its name is the other half, even where it is typed hidden; and what
    /// stands in a row is no trap.
    fn halves(&self, found: &mut [Kind]) {
        let mut before = Kind::Other;
        for (at, reading) in self.each() {
            let Some(kind) = found.get_mut(at) else { continue };
            let half = matches!(before, Kind::NationalId | Kind::BankAccount)
                && matches!(kind, Kind::CurrentPassword | Kind::Other)
                && reading.is_silent()
                && !PASSWORD.are_in(&reading.code);
            if half && self.is_next(at) {
                *kind = before;
            } else if *kind == Kind::Honeypot && (self.is_next(at) || self.is_next(at + 1)) {
                *kind = reading.by_itself(true);
            }
            before = *kind;
        }
    }

    /// Nothing but a "name" or "phone" and a password: nobody introduces themselves like that.
    fn name_alone(&self, found: &mut [Kind]) {
        if let [name, password] = self.members.as_slice()
            && found.get(*password) == Some(&Kind::CurrentPassword)
            && let Some(kind @ (Kind::Name | Kind::Phone)) = found.get_mut(*name)
        {
            *kind = Kind::UserName;
        }
    }

    fn passwords(&self, found: &mut [Kind]) {
        let passwords: Vec<usize> = self
            .members
            .iter()
            .copied()
            .filter(|&at| found.get(at) == Some(&Kind::CurrentPassword))
            .filter(|&at| self.readings.get(at).is_some_and(|reading| !reading.takes(1, 1))) // letters of one
            .collect();
        let says =
            |at: &usize, words: Words| self.readings.get(*at).is_some_and(|reading| reading.says(words));
        let token = |at: &usize, name: &str| {
            self.readings.get(*at).is_some_and(|r| r.field.autocomplete.contains(name))
        };
        let signs_up = self.signs_up(found);
        // A browser fills in the password it kept, where nobody sees it beside an order.
        let buys =
            passwords.len() == 1 && (self.has(found, Kind::Address) || self.has(found, Kind::CardNumber));
        // Whoever forgot theirs is asked for a new one, by a form that is called after that.
        let first = self.form.and_then(|form| form.buttons.first()).map(|button| fold(&button.text));
        let enters = first.is_some_and(|text| SIGN_IN.are_in(&text) && !RECOVERY.are_in(&text));
        let mut previous_new = false;
        for (place, at) in passwords.iter().enumerate() {
            let confirmed = passwords.get(place + 1).is_some_and(|next| self.confirms(*at, *next, signs_up));
            let confirms = place > 0
                && passwords.get(place - 1).is_some_and(|before| self.confirms(*before, *at, signs_up));
            // Some name the first of a new pair "current", or copy the token from the sign-in.
            let pair = passwords.len() == 2 && confirmed && signs_up > 0;
            let unseen = self.readings.get(*at).is_some_and(|reading| !reading.field.visible);
            let kept = token(at, "current-password") && (signs_up <= 0 || unseen && buys);
            let old = (says(at, CURRENT) || kept) && !pair;
            let new = !old
                && (confirmed
                    || confirms && previous_new
                    || says(at, NEW_PASSWORD) && !enters
                    || says(at, NEW) && (passwords.len() > 1 || signs_up >= 0)
                    || token(at, "new-password") && signs_up >= if says(at, NEW) { NEUTRAL } else { 0 }
                    || signs_up > 0);
            let changes = place == 0 && passwords.len() == 3;
            previous_new = new && !changes;
            if previous_new && let Some(kind) = found.get_mut(*at) {
                *kind = Kind::NewPassword;
            }
        }
    }

    /// Whether the second is there to repeat the first.
    fn confirms(&self, first: usize, second: usize, signs_up: i32) -> bool {
        let (Some(first), Some(second)) = (self.readings.get(first), self.readings.get(second)) else {
            return false;
        };
        second.says(NEW)
            || signs_up >= 0 && self.form.is_some() && second.field.index.abs_diff(first.field.index) <= 3
    }

    /// Above zero: the form makes an account. Below: it asks who is there.
    fn signs_up(&self, found: &[Kind]) -> i32 {
        let mut score = 0;
        let mut weigh = |text: &str, weight: i32| {
            score += weight * (i32::from(SIGN_UP.are_in(text)) - i32::from(SIGN_IN.are_in(text)));
        };
        if let Some(form) = self.form {
            // The first button that speaks of either is the one that the form is for; surely where no other
            // button stands before it.
            let texts: Vec<String> = form.buttons.iter().map(|button| fold(&button.text)).collect();
            let place = texts.iter().position(|text| SIGN_UP.are_in(text) || SIGN_IN.are_in(text));
            let text = place.and_then(|place| texts.get(place)).map_or("", String::as_str);
            weigh(text, if place == Some(0) { 5 } else { 3 });
            weigh(&form_names(form), 3);
        }
        if self.alone || self.form.is_none() {
            weigh(self.subject, 2);
        }
        let own: String = self.each().map(|(_, reading)| reading.both.as_str()).collect();
        weigh(&own, 1);
        let of_old = |(at, reading): (usize, &Reading)| {
            found.get(at) == Some(&Kind::CurrentPassword) && ALREADY.are_in(&reading.code)
        };
        score -= if self.each().any(of_old) { 6 } else { 0 };
        // What is hidden beside a visible password belongs to another step, or is a trap.
        let shown = |at: usize| self.readings.get(at).is_some_and(|reading| reading.field.visible);
        let password_shown =
            self.members.iter().any(|&at| found.get(at) == Some(&Kind::CurrentPassword) && shown(at));
        let asked: Vec<Kind> = self
            .members
            .iter()
            .filter(|&&at| shown(at) || !password_shown)
            .filter_map(|&at| found.get(at).copied())
            .collect();
        let personal = asked
            .iter()
            .filter(|kind| matches!(kind, Kind::Name | Kind::BirthDate | Kind::Address | Kind::Phone))
            .count();
        // An account needs something to go by.
        let named = asked.iter().any(|kind| kind.names_account());
        score += match personal {
            _ if !named => 0,
            0 => 0,
            1 => 2,
            _ => 5,
        };
        // What follows the password may be for news.
        let last = asked.iter().rposition(|kind| *kind == Kind::CurrentPassword).unwrap_or(asked.len());
        let emails = asked.iter().take(last).filter(|kind| **kind == Kind::Email).count();
        let email_and_name = emails > 1 || emails > 0 && asked.contains(&Kind::UserName);
        score += if email_and_name { 3 } else { NEUTRAL };
        if named { score } else { score.min(0) }
    }

    /// What stands before a lone password is who is there, whatever it is called.
    fn user_names(&self, found: &mut [Kind]) {
        if self.members.iter().any(|&at| found.get(at).is_some_and(|kind| kind.signs_in())) {
            self.named_by_code(found);
        }
        let named = self.has(found, Kind::UserName) || self.has(found, Kind::Email);
        let Some(first) = self.members.iter().position(|&at| found.get(at) == Some(&Kind::CurrentPassword))
        else {
            return;
        };
        let typed = |at: &&usize| {
            self.readings.get(**at).is_some_and(|reading| {
                reading.field.tag == "input"
                    && matches!(reading.field.r#type.as_str(), "text" | "tel" | "number")
            })
        };
        let before = self.members.get(..first).unwrap_or_default().iter().rev().take(3).find(typed);
        if !named
            && let Some(&at) = before
            && let Some(kind) = found.get_mut(at)
            && matches!(
                kind,
                Kind::Other
                    | Kind::Name
                    | Kind::Phone
                    | Kind::NationalId
                    | Kind::BankAccount
                    | Kind::CardHolder
            )
        {
            *kind = Kind::UserName;
        }
    }

    /// The words that open a wallet: in one box, or each in a box of its own, twelve or three more.
    fn phrases(&self, found: &mut [Kind]) {
        for (at, reading) in self.each() {
            // “Password. We never ask for your recovery phrase.”
            let denied = reading.is_password() && PASSWORD.are_in(&reading.text);
            let asked = reading.says(RECOVERY_PHRASE) && !denied;
            if let Some(kind) = found.get_mut(at).filter(|kind| asked && kind.is_password()) {
                *kind = Kind::WalletPhrase;
            }
        }
        for row in self.members.chunk_by(|_, at| self.is_next(*at)) {
            if row.len() < 12 || row.len() % 3 > 0 {
                continue;
            }
            let first = row.first().and_then(|at| self.readings.get(*at));
            if !WALLET.are_in(self.page) && !first.is_some_and(|reading| reading.says(WALLET)) {
                continue;
            }
            for at in row {
                let short = self.readings.get(*at).is_some_and(|r| r.takes(1, 2) || r.is_select());
                match found.get_mut(*at) {
                    Some(kind @ (Kind::Other | Kind::CurrentPassword | Kind::NewPassword)) if !short => {
                        *kind = Kind::WalletPhrase;
                    }
                    _ => {}
                }
            }
        }
    }

    /// "Name" beside a password, where the page's maker wrote "username"; or a bare "ID".
    fn named_by_code(&self, found: &mut [Kind]) {
        if self.has(found, Kind::UserName) {
            return;
        }
        for (at, reading) in self.each() {
            let Some(kind) = found.get_mut(at) else { continue };
            let spoken = if reading.text.trim().is_empty() { &reading.attribute } else { &reading.text };
            let named = *kind == Kind::Name && USER_NAME.are_in(&reading.attribute)
                || *kind == Kind::Phone && reading.attribute == " account ";
            let numbered = *kind == Kind::Other
                && !reading.is_select()
                && spoken.len() < 24
                && ACCOUNT_NAME.are_in(spoken);
            if (named || numbered) && !reading.says(NOT_USER_NAME) {
                *kind = Kind::UserName;
            }
        }
    }

    /// Where the form itself says what its only field is for, or that somebody else's name is looked for. An
    /// account that goes by what is filled in as a telephone asks for one.
    fn by_form(&self, found: &mut [Kind]) {
        let words = self.form.map(form_names).unwrap_or_default();
        let lone = self.members.len() == 1 && NEWS.are_in(&words);
        let searches = SEARCH.are_in(&words) && self.has(found, Kind::Search);
        for (at, reading) in self.each() {
            match found.get_mut(at) {
                Some(kind @ Kind::Other) if lone && reading.field.r#type == "text" => *kind = Kind::Email,
                Some(kind @ Kind::UserName) if searches => *kind = Kind::Search,
                Some(kind @ Kind::UserName) if reading.field.autocomplete.contains("tel") => {
                    *kind = Kind::Phone;
                }
                _ => {}
            }
        }
    }
}
