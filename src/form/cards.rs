//! A form's fields for a card: candidates until something else speaks for a card too.

use super::Kind;
use super::classify::{Group, form_words};
use super::fold::fold;
use super::reading::{Reading, is_card_number, stem};
use super::words::*;
use crate::evidence::Field;

/// What a form says of cards as a whole.
struct Told {
    /// A card's number is asked for.
    number: bool,
    /// It is about a card that pays nothing.
    gift: bool,
    security_code: bool,
    /// It also asks who somebody is.
    known: bool,
    numbers: Vec<usize>,
    /// The first that speaks of a number of whatever kind.
    numbered: Option<usize>,
}

impl Group<'_> {
    /// A number is a card's only where something else speaks for a card: its date, its code, its kind.
    pub fn cards(&self, found: &mut [Kind], boxed: bool) {
        self.unnamed_numbers(found);
        let told = self.told_of_cards(found, boxed);
        let anywhere = told.numbers.is_empty() && found.contains(&Kind::CardNumber);
        let mut date: Option<&Reading> = None; // where it stands just before
        for (at, reading) in self.each() {
            let code_next = found.get(at + 1) == Some(&Kind::SecurityCode)
                || self.readings.get(at + 1).is_some_and(|next| next.takes(3, 4));
            let Some(kind) = found.get_mut(at) else { continue };
            if let Some(settled) = without_number(*kind, reading, &told) {
                *kind = settled;
            } else if (told.number || anywhere && !told.gift && reading.takes(3, 4))
                && is_code(*kind, reading, &told, at)
            {
                *kind = Kind::SecurityCode;
            } else if told.number {
                let year = date.is_some_and(|date| reading.is_year_of(date, code_next));
                *kind = beside_number(*kind, at, reading, &told, year);
            }
            date = Some(reading).filter(|_| *kind == Kind::CardExpiry);
        }
    }

    /// A code is asked for in boxes of one digit, a card's number in four of four, which say so or bear one
    /// name: `cc1` to `cc4`. Whether there are such four.
    pub fn boxes(&self, found: &mut [Kind]) -> bool {
        let mut boxed = false;
        let typed = |at: &usize| self.readings.get(*at).filter(|reading| !reading.is_select());
        let length = |at: &usize| typed(at).and_then(|reading| reading.field.most());
        let name = |at: &usize| typed(at).map_or("", |reading| stem(&reading.attribute));
        let alike = |a: &usize, b: &usize| {
            length(a) == length(b) && (length(a).is_some() || !name(a).is_empty() && name(a) == name(b))
        };
        for row in self.members.chunk_by(alike) {
            let Some(first) = row.first().and_then(|at| self.readings.get(*at)) else { continue };
            let card = is_card_number(&first.both) && !first.says(OTHER_CARD);
            let part = |at: &usize| {
                let silent = typed(at).is_some_and(|reading| reading.text.trim().is_empty());
                found.get(*at) == Some(&Kind::CardNumber) || silent
            };
            let (kind, boxes) = match (first.field.most().filter(|_| !first.is_select()), row.len()) {
                (Some(1), 4) if !first.is_password() && (first.says(YEAR) || first.says(AGE)) => {
                    (Kind::BirthDate, 4)
                }
                (Some(1), all @ 4..=8) if first.is_password() && first.says(PASSWORD) => {
                    (Kind::CurrentPassword, all)
                }
                (Some(1), all @ 4..=8) => (Kind::Code, all),
                // Beside a card, of its code; else letters of a password.
                (Some(1), all @ 2..) if first.is_password() && self.has(found, Kind::CardNumber) => {
                    (Kind::Other, all)
                }
                // A year or a code may be as long; and `field1` to `field4` may be anything.
                (Some(4), 4..) if card => (Kind::CardNumber, 4),
                (None, 4..) if card && row.iter().take(4).all(part) => (Kind::CardNumber, 4),
                _ => continue,
            };
            boxed |= kind == Kind::CardNumber;
            for at in row.iter().take(boxes) {
                if let Some(found) = found.get_mut(*at) {
                    *found = kind;
                }
            }
        }
        boxed
    }

    /// "Number" alone, between the holder's name and the date, or as many digits as a card has; an "account"
    /// that expires.
    fn unnamed_numbers(&self, found: &mut [Kind]) {
        let expiry = self.has(found, Kind::CardExpiry);
        let coded = expiry && self.each().any(|(_, reading)| CODE_NEAR_CARD.are_in(&reading.text));
        let (holder, code) = (self.has(found, Kind::CardHolder), self.has(found, Kind::SecurityCode));
        if self.has(found, Kind::CardNumber) || !code && !self.has(found, Kind::CardExpiry) {
            return;
        }
        for (at, reading) in self.each() {
            let next = self.members.iter().find(|&&next| next > at).and_then(|&next| found.get(next));
            let before = code && matches!(next, Some(Kind::CardExpiry | Kind::SecurityCode));
            let numbered = NUMBER.are_in(&reading.text) || reading.takes_card_digits() || before;
            let said = coded && is_card_number(&reading.text);
            let asked = reading.shows_card_digits() || said || (holder || code) && numbered;
            match found.get_mut(at) {
                Some(kind @ (Kind::Other | Kind::Phone)) if asked && reading.may_be_card() => {
                    *kind = Kind::CardNumber;
                }
                Some(kind @ Kind::BankAccount) if code => *kind = Kind::CardNumber,
                _ => {}
            }
        }
    }

    fn told_of_cards(&self, found: &[Kind], boxed: bool) -> Told {
        let is_number = |at: usize| found.get(at) == Some(&Kind::CardNumber);
        let token = self.each().any(|(_, reading)| reading.field.autocomplete.contains("cc-number"));
        let bank_card = self.each().any(|(at, reading)| is_number(at) && reading.says(BANK_CARD));
        let words = self.page.to_owned() + &self.form.map(form_words).unwrap_or_default();
        let (security_code, expiry) =
            (self.has(found, Kind::SecurityCode), self.has(found, Kind::CardExpiry));
        // A part of a page that is nothing but this field is a payment firm's frame. A page of its own may ask for the
        // card of a library: better to take that for a bank's than the other way round.
        let named = self.each().any(|(_, reading)| is_card_number(&reading.code));
        let only = self.readings.len() <= 2 && (self.inside || named);
        let other = OTHER_CARD.are_in(&words);
        let exact = self.each().any(|(at, reading)| {
            is_number(at)
                && (is_card_number(&reading.code) && reading.takes(16, 23)
                    || !other && reading.labelled() == Some(Kind::CardNumber) && reading.takes_card_digits())
        });
        // A bank's card and a password sign somebody in.
        let signs_in = self.has(found, Kind::CurrentPassword);
        let alone = !signs_in && (only || exact || boxed && !other);
        // A page about a card that pays nothing asks for no date.
        let gift = GIFT_CARD.are_in(&words) && !expiry && !bank_card && !token;
        let speaks = token || bank_card || CHECKOUT.are_in(&words) || security_code || expiry || alone;
        Told {
            number: !gift && self.has(found, Kind::CardNumber) && speaks,
            gift,
            security_code,
            known: SIGN_IN.are_in(&words) || self.has(found, Kind::Email) || self.has(found, Kind::UserName),
            numbers: self.each().map(|(at, _)| at).filter(|&at| is_number(at)).collect(),
            numbered: self.each().find(|(_, reading)| NUMBER.are_in(&reading.text)).map(|(at, _)| at),
        }
    }
}

impl Reading<'_> {
    /// Sixteen digits are taken, or shown.
    pub fn takes_card_digits(&self) -> bool {
        let Field { pattern, .. } = self.field;
        let most = ["[0-9]{16", "\\d{16", ",19}"].iter().any(|most| pattern.contains(most));
        self.takes_digits(16, 23) || most || self.shows_card_digits()
    }

    /// Sixteen digits are shown as they are to be typed.
    pub fn shows_card_digits(&self) -> bool {
        let digit = |c: &char| c.is_ascii_digit() || matches!(c, 'x' | 'X' | '•' | '*' | '_' | '#');
        self.field.placeholder.chars().filter(digit).count() == 16
    }

    /// As long as the month just before it, or silent between that and the code.
    pub fn is_year_of(&self, month: &Reading, code_next: bool) -> bool {
        let alike = self.takes(2, 2) && month.takes(2, 2);
        !self.is_password() && (alike || code_next && self.text.trim().is_empty())
    }

    /// It pays nothing: by what a person reads, and by its name only where that says nothing of a card.
    pub fn is_other_card(&self) -> bool {
        let Field { label, placeholder, .. } = self.field;
        // What only stands nearby may be another way to pay.
        let said = match is_card_number(&self.text) {
            true => self.text.clone(),
            false => self.code.clone() + &fold(&format!("{label} {placeholder}")),
        };
        OTHER_CARD.are_in(&said) && !self.says(BANK_CARD)
    }

    /// Typed, long enough, and nothing else.
    pub fn may_be_card(&self) -> bool {
        !self.is_select()
            && self.long_enough()
            && !self.is_date_part()
            && !self.says(PHONE)
            && !self.is_other_card()
    }
}

/// What is asked for beside a card's number.
fn beside_number(kind: Kind, at: usize, reading: &Reading, told: &Told, year: bool) -> Kind {
    match kind {
        // Two digits typed hidden: of its date, or of a secret of its own.
        Kind::CurrentPassword if reading.takes(1, 2) => match is_expiry_part(at, reading, told) {
            true => Kind::CardExpiry,
            false => Kind::Other,
        },
        Kind::Name | Kind::UserName
            if !reading.says(OTHER_CARD)
                && (CARD_HOLDER.are_in(&reading.code) || CARD.are_in(&reading.text)) =>
        {
            Kind::CardHolder
        }
        Kind::Name | Kind::Other if !reading.is_select() && HOLDER.are_in(&reading.text) => Kind::CardHolder,
        Kind::Other if year || is_expiry_part(at, reading, told) => Kind::CardExpiry,
        kind => kind,
    }
}

/// Month and year boxes close behind a card's number.
fn is_expiry_part(at: usize, reading: &Reading, told: &Told) -> bool {
    let rising = reading.years().is_none_or(|(first, rising)| rising && first >= 2000);
    let near = told.numbers.iter().any(|&number| number <= at && at - number <= 6)
        || told.numbered.is_some_and(|numbered| numbered <= at);
    let part = reading.is_date_part()
        || reading.text.len() < 16 && (MONTH.are_in(&reading.text) || YEAR.are_in(&reading.text));
    let other = reading.says(ISSUED) || reading.says(INSTALMENTS) || WHOLE_DATE.are_in(&reading.text);
    near && part && rising && !DAY.are_in(&reading.code) && !other
}

/// What a candidate is where no card's number is asked for, or none that pays.
fn without_number(kind: Kind, reading: &Reading, told: &Told) -> Option<Kind> {
    let Told { number, gift, .. } = *told;
    Some(match kind {
        Kind::CardNumber if !number && !gift && reading.is_password() => Kind::CurrentPassword,
        Kind::CardNumber if !number && BANK_ACCOUNT.are_in(&reading.text) => Kind::BankAccount,
        Kind::CardNumber if !number => Kind::Other,
        // Whatever it is called: a person reads that it is one.
        Kind::SecurityCode if gift && reading.is_password() && PASSWORD.are_in(&reading.text) => {
            Kind::CurrentPassword
        }
        Kind::SecurityCode | Kind::Code if gift => Kind::Other,
        Kind::CurrentPassword if gift && !told.known && !reading.says(PASSWORD) => Kind::Other,
        Kind::CardExpiry
            if !number
                && !told.security_code
                && !reading.field.autocomplete.contains("cc-")
                && !BANK_CARD.are_in(&reading.code) =>
        {
            Kind::Other
        }
        _ => return None,
    })
}

/// The code of a card that is asked for beside it.
fn is_code(kind: Kind, reading: &Reading, told: &Told, at: usize) -> bool {
    // Three or four digits behind a number that has no code yet, whatever they are called.
    let behind =
        !told.security_code && reading.takes(3, 4) && told.numbers.first().is_some_and(|&number| number < at);
    match kind {
        Kind::CurrentPassword => {
            let named = told.number && !told.security_code && CODE_NEAR_CARD.are_in(&reading.text);
            (behind || named) && !reading.says(PASSWORD)
        }
        Kind::Other | Kind::Code | Kind::UserName | Kind::Phone => {
            (reading.says(CODE_NEAR_CARD)
                || reading.says(CARD) && reading.says(CODE)
                || behind && !reading.is_date_part())
                && !(reading.takes(5, 10) && !(reading.takes(5, 5) && CODE_NEAR_CARD.are_in(&reading.text)))
                && !reading.is_select()
                && !reading.says(NOT_ONE_TIME)
        }
        _ => false,
    }
}
