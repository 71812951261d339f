//! Field → kind: first by what each field says of itself, then by its neighbours.

use super::Kind;
use super::reading::Reading;
use super::words::*;
use crate::address::Parts;
use crate::evidence::{Document, Form, Frame};

/// How a form scores that speaks neither of a new account nor of an old one.
const NEUTRAL: i32 = -1;

/// The kind of each field of a frame, in the frame's own order.
pub fn kinds(frame: &Frame) -> Vec<Kind> {
    let readings: Vec<Reading> = frame.fields.iter().map(Reading::of).collect();
    let mut found: Vec<Kind> = readings.iter().map(Reading::by_itself).collect();
    let mut groups: Vec<Option<u32>> = Vec::new();
    for reading in &readings {
        if !groups.contains(&reading.field.form) {
            groups.push(reading.field.form);
        }
    }
    let page = page_words(frame);
    let subject = subject(frame);
    for form in groups {
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
        group.boxes(&mut found);
        group.cards(&mut found);
        group.births(&mut found);
        group.name_alone(&mut found);
        group.passwords(&mut found);
        group.user_names(&mut found);
        group.by_form(&mut found);
    }
    found
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
    let path = form.action.as_deref().unwrap_or_default().split('?').next().unwrap_or_default();
    fold(&format!("{} {} {} {} {path}", form.name, form.id, form.class, form.role))
}

/// The fields of one form, or those outside any.
struct Group<'a> {
    members: Vec<usize>,
    form: Option<&'a Form>,
    readings: &'a [Reading<'a>],
    page: &'a str,
    /// The title or heading that says first whether somebody signs in or up.
    subject: &'a str,
    alone: bool,
    /// The document is part of another page.
    inside: bool,
}

impl Group<'_> {
    fn has(&self, found: &[Kind], kind: Kind) -> bool {
        self.members.iter().any(|&at| found.get(at) == Some(&kind))
    }

    fn each(&self) -> impl Iterator<Item = (usize, &Reading<'_>)> {
        self.members.iter().filter_map(|&at| Some((at, self.readings.get(at)?)))
    }

    /// A code is asked for in boxes of one digit, a card's number in four of four.
    fn boxes(&self, found: &mut [Kind]) {
        let length = |at: &usize| {
            let reading = self.readings.get(*at).filter(|reading| !reading.is_select());
            reading.and_then(|reading| reading.field.max_length)
        };
        for row in self.members.chunk_by(|a, b| length(a) == length(b)) {
            let first = row.first().and_then(|at| self.readings.get(*at));
            let card = first.is_some_and(|first| first.says(CARD_NUMBER) && !first.says(OTHER_CARD));
            let kind = match (row.first().and_then(length), row.len()) {
                (Some(1), 4..=8) => Kind::Code,
                (Some(4), 4) if card => Kind::CardNumber,
                _ => continue,
            };
            for at in row {
                if let Some(found) = found.get_mut(*at) {
                    *found = kind;
                }
            }
        }
    }

    /// A number is a card's only where something else speaks for a card: its date, its code, its kind.
    fn cards(&self, found: &mut [Kind]) {
        let token = self.each().any(|(_, reading)| reading.field.autocomplete.contains("cc-number"));
        let bank_card = self
            .each()
            .any(|(at, reading)| found.get(at) == Some(&Kind::CardNumber) && reading.says(BANK_CARD));
        let checkout =
            CHECKOUT.are_in(self.page) || self.form.is_some_and(|form| CHECKOUT.are_in(&form_words(form)));
        let beside = self.has(found, Kind::SecurityCode) || self.has(found, Kind::CardExpiry);
        // "Number" alone, between the holder's name and the date; an "account" that expires.
        if !self.has(found, Kind::CardNumber) && beside {
            let (holder, code) = (self.has(found, Kind::CardHolder), self.has(found, Kind::SecurityCode));
            for (at, reading) in self.each() {
                match found.get_mut(at) {
                    Some(kind @ Kind::Other) if holder && NUMBER.are_in(&reading.text) => {
                        *kind = Kind::CardNumber;
                    }
                    Some(kind @ Kind::BankAccount) if code => *kind = Kind::CardNumber,
                    _ => {}
                }
            }
        }
        // A part of a page that is nothing but this field is a payment firm's frame.
        let named = self.each().any(|(_, reading)| CARD_NUMBER.are_in(&reading.code));
        let only = self.readings.len() <= 2 && (self.inside || named);
        let number = self.has(found, Kind::CardNumber) && (token || bank_card || checkout || beside || only);
        let security_code = self.has(found, Kind::SecurityCode);
        let anywhere = found.contains(&Kind::CardNumber);
        for (at, reading) in self.each() {
            let Some(kind) = found.get_mut(at) else { continue };
            match kind {
                Kind::CardNumber if !number => *kind = Kind::Other,
                Kind::CardExpiry
                    if !number && !security_code && !reading.field.autocomplete.contains("cc-") =>
                {
                    *kind = Kind::Other;
                }
                Kind::Other | Kind::Code | Kind::UserName | Kind::Phone
                    if (number
                        || anywhere
                            && reading.field.max_length.is_some_and(|most| (3..=4).contains(&most)))
                        && reading.says(CODE_NEAR_CARD)
                        && !reading.is_select()
                        && !reading.says(NOT_ONE_TIME) =>
                {
                    *kind = Kind::SecurityCode;
                }
                Kind::Name | Kind::UserName if number && CARD_HOLDER.are_in(&reading.code) => {
                    *kind = Kind::CardHolder
                }
                Kind::Other if number && self.is_expiry_part(at, reading) => *kind = Kind::CardExpiry,
                _ => {}
            }
        }
    }

    /// Month and year boxes close behind a card's number.
    fn is_expiry_part(&self, at: usize, reading: &Reading) -> bool {
        let rising = reading.years().is_none_or(|(first, rising)| rising && first >= 2000);
        let near = self.each().any(|(other, known)| {
            other <= at && at - other <= 6 && known.says(CARD_NUMBER)
                || other <= at && NUMBER.are_in(&known.text)
        });
        let part = reading.is_date_part()
            || reading.text.len() < 16 && (MONTH.are_in(&reading.text) || YEAR.are_in(&reading.text));
        near && part && rising && !DAY.are_in(&reading.code)
    }

    /// Day, month and year around a field that speaks of birth, and years that go down from today.
    fn births(&self, found: &mut [Kind]) {
        self.whole_date(found);
        for _ in 0..2 {
            for (place, &at) in self.members.iter().enumerate() {
                let Some(reading) = self.readings.get(at) else { continue };
                if found.get(at) != Some(&Kind::Other) || !reading.is_date_part() {
                    continue;
                }
                let beside = |step: usize| {
                    [place.checked_sub(step), place.checked_add(step)]
                        .into_iter()
                        .flatten()
                        .filter_map(|other| self.members.get(other))
                        .any(|&other| found.get(other) == Some(&Kind::BirthDate))
                };
                let down = reading.is_select()
                    && reading
                        .years()
                        .is_some_and(|(first, rising)| !rising && first >= 1990 || first < 1960);
                let person = [Kind::Name, Kind::Email, Kind::UserName, Kind::NewPassword]
                    .iter()
                    .any(|kind| self.has(found, *kind));
                let birth = beside(1)
                    || down && person && !reading.says(EXPIRY) && !self.has(found, Kind::CardNumber);
                if birth && let Some(kind) = found.get_mut(at) {
                    *kind = Kind::BirthDate;
                }
            }
        }
    }

    /// Day, month and year in a row, beside a password: when somebody was born, unless it says otherwise.
    fn whole_date(&self, found: &mut [Kind]) {
        if !self.has(found, Kind::CurrentPassword) || self.has(found, Kind::CardNumber) {
            return;
        }
        for row in self.members.windows(3) {
            let parts: Vec<&Reading> = row.iter().filter_map(|&at| self.readings.get(at)).collect();
            let open = row.iter().all(|&at| found.get(at) == Some(&Kind::Other));
            let date = [DAY, MONTH, YEAR].iter().all(|words| parts.iter().any(|part| part.says(*words)))
                && parts.iter().all(|part| part.is_date_part());
            let other = parts.iter().any(|part| part.says(NOT_BIRTH) || part.says(EXPIRY));
            if open && date && !other {
                for &at in row {
                    if let Some(kind) = found.get_mut(at) {
                        *kind = Kind::BirthDate;
                    }
                }
            }
        }
    }

    /// Nothing but a "name" and a password: nobody introduces themselves like that.
    fn name_alone(&self, found: &mut [Kind]) {
        if let [name, password] = self.members.as_slice()
            && found.get(*password) == Some(&Kind::CurrentPassword)
            && let Some(kind @ Kind::Name) = found.get_mut(*name)
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
            .collect();
        let says =
            |at: &usize, words: Words| self.readings.get(*at).is_some_and(|reading| reading.says(words));
        let token = |at: &usize, name: &str| {
            self.readings.get(*at).is_some_and(|r| r.field.autocomplete.contains(name))
        };
        let signs_up = self.signs_up(found);
        let mut previous_new = false;
        for (place, at) in passwords.iter().enumerate() {
            let confirmed = passwords.get(place + 1).is_some_and(|next| self.confirms(*at, *next, signs_up));
            let confirms = place > 0
                && passwords.get(place - 1).is_some_and(|before| self.confirms(*before, *at, signs_up));
            // Some name the first of a new pair "current".
            let pair = passwords.len() == 2 && confirmed && signs_up > 0;
            let old = (says(at, CURRENT) || token(at, "current-password")) && !pair;
            let new = !old
                && (confirmed
                    || confirms && previous_new
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
        score += match personal {
            0 => 0,
            1 => 2,
            _ => 5,
        };
        let emails = asked.iter().filter(|kind| **kind == Kind::Email).count();
        let email_and_name = emails > 1 || emails > 0 && asked.contains(&Kind::UserName);
        score + if email_and_name { 3 } else { NEUTRAL }
    }

    /// What stands before a lone password is who is there, whatever it is called.
    fn user_names(&self, found: &mut [Kind]) {
        if self.members.iter().any(|&at| found.get(at).is_some_and(|kind| kind.is_password())) {
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
            && matches!(kind, Kind::Other | Kind::Name | Kind::Phone | Kind::NationalId | Kind::BankAccount)
        {
            *kind = Kind::UserName;
        }
    }
    /// "Name" beside a password, where the page's maker wrote "username"; or a bare "ID".
    fn named_by_code(&self, found: &mut [Kind]) {
        if self.has(found, Kind::UserName) {
            return;
        }
        for (at, reading) in self.each() {
            let Some(kind) = found.get_mut(at) else { continue };
            let named = *kind == Kind::Name && USER_NAME.are_in(&reading.attribute);
            let numbered = *kind == Kind::Other && !reading.is_select() && reading.says(ACCOUNT_NAME);
            if (named || numbered) && !reading.says(NOT_USER_NAME) {
                *kind = Kind::UserName;
            }
        }
    }
    /// Where the form itself says what its only field is for, or that somebody else's name is looked for.
    fn by_form(&self, found: &mut [Kind]) {
        let Some(form) = self.form else { return };
        let words = form_names(form);
        let lone = self.members.len() == 1 && NEWS.are_in(&words);
        let searches = SEARCH.are_in(&words) && !self.has(found, Kind::CurrentPassword);
        for (at, reading) in self.each() {
            match found.get_mut(at) {
                Some(kind @ Kind::Other) if lone && reading.field.r#type == "text" => *kind = Kind::Email,
                Some(kind @ Kind::UserName) if searches => *kind = Kind::Search,
                _ => {}
            }
        }
    }
}
