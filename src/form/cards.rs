//! A form's fields for a card: candidates until something else speaks for a card too.

use super::Kind;
use super::classify::{Group, form_words};
use super::reading::{Reading, is_card_number, stem};
use super::words::*;

impl Group<'_> {
    /// A code is asked for in boxes of one digit, a card's number in four of four, which say so or bear one
    /// name: `cc1` to `cc4`. Whether there are such four.
    pub fn boxes(&self, found: &mut [Kind]) -> bool {
        let mut boxed = false;
        let typed = |at: &usize| self.readings.get(*at).filter(|reading| !reading.is_select());
        let length = |at: &usize| typed(at).and_then(|reading| reading.field.max_length);
        let name = |at: &usize| typed(at).map_or("", |reading| stem(&reading.attribute));
        let alike = |a: &usize, b: &usize| {
            length(a) == length(b) && (length(a).is_some() || !name(a).is_empty() && name(a) == name(b))
        };
        for row in self.members.chunk_by(alike) {
            let first = row.first().and_then(|at| self.readings.get(*at));
            let card = first.is_some_and(|first| is_card_number(&first.both) && !first.says(OTHER_CARD));
            let (kind, boxes) = match (row.first().and_then(length), row.len()) {
                (Some(1), all @ 4..=8) => (Kind::Code, all),
                // Some letters of one.
                (Some(1), all @ 2..) if first.is_some_and(Reading::is_password) => (Kind::Other, all),
                (Some(4) | None, 4..) if card => (Kind::CardNumber, 4), // a year or a code may be as long
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

    /// A number is a card's only where something else speaks for a card: its date, its code, its kind.
    pub fn cards(&self, found: &mut [Kind], boxed: bool) {
        let token = self.each().any(|(_, reading)| reading.field.autocomplete.contains("cc-number"));
        let bank_card = self
            .each()
            .any(|(at, reading)| found.get(at) == Some(&Kind::CardNumber) && reading.says(BANK_CARD));
        let words = self.page.to_owned() + &self.form.map(form_words).unwrap_or_default();
        let checkout = CHECKOUT.are_in(&words);
        let beside = self.has(found, Kind::SecurityCode) || self.has(found, Kind::CardExpiry);
        // "Number" alone, between the holder's name and the date, or as many digits as a card has; an "account"
        // that expires.
        if !self.has(found, Kind::CardNumber) && beside {
            let (holder, code) = (self.has(found, Kind::CardHolder), self.has(found, Kind::SecurityCode));
            for (at, reading) in self.each() {
                let next = self.members.iter().find(|&&next| next > at).and_then(|&next| found.get(next));
                let before = code && matches!(next, Some(Kind::CardExpiry | Kind::SecurityCode));
                match found.get_mut(at) {
                    Some(kind @ (Kind::Other | Kind::Phone))
                        if (reading.shows_card_digits()
                            || (holder || code)
                                && (NUMBER.are_in(&reading.text)
                                    || reading.takes_digits(16, 23)
                                    || before))
                            && reading.may_be_card() =>
                    {
                        *kind = Kind::CardNumber;
                    }
                    Some(kind @ Kind::BankAccount) if code => *kind = Kind::CardNumber,
                    _ => {}
                }
            }
        }
        // A part of a page that is nothing but this field is a payment firm's frame.
        let named = self.each().any(|(_, reading)| is_card_number(&reading.code));
        // A bank's card and a password sign somebody in.
        let signs_in = self.has(found, Kind::CurrentPassword);
        let only = self.readings.len() <= 2 && (self.inside || named);
        let other = OTHER_CARD.are_in(&words);
        let exact = self.each().any(|(at, reading)| {
            found.get(at) == Some(&Kind::CardNumber)
                && (is_card_number(&reading.code) && reading.takes(16, 23)
                    || !other && reading.labelled() == Some(Kind::CardNumber) && reading.takes_card_digits())
        });
        let alone = !signs_in && (only || exact || boxed && !other);
        // A page about a card that pays nothing asks for no date.
        let gift = GIFT_CARD.are_in(&words) && !self.has(found, Kind::CardExpiry) && !bank_card && !token;
        let number =
            !gift && self.has(found, Kind::CardNumber) && (token || bank_card || checkout || beside || alone);
        let security_code = self.has(found, Kind::SecurityCode);
        let anywhere = found.contains(&Kind::CardNumber);
        let numbers: Vec<usize> =
            self.each().map(|(at, _)| at).filter(|at| found.get(*at) == Some(&Kind::CardNumber)).collect();
        let known = SIGN_IN.are_in(&words) || self.has(found, Kind::Email) || self.has(found, Kind::UserName);
        let mut date: Option<&Reading> = None; // where it stands just before
        for (at, reading) in self.each() {
            let code_next = found.get(at + 1) == Some(&Kind::SecurityCode)
                || self.readings.get(at + 1).is_some_and(|next| next.takes(3, 4));
            let Some(kind) = found.get_mut(at) else { continue };
            match kind {
                Kind::CardNumber if !number && !gift && reading.is_password() => {
                    *kind = Kind::CurrentPassword
                }
                Kind::CardNumber if !number && BANK_ACCOUNT.are_in(&reading.text) => {
                    *kind = Kind::BankAccount
                }
                Kind::CardNumber if !number => *kind = Kind::Other,
                Kind::SecurityCode if gift => *kind = Kind::Other,
                Kind::CurrentPassword if gift && !known && !reading.says(PASSWORD) => *kind = Kind::Other,
                // Two digits typed hidden beside a number: of its date, or of a secret of its own.
                Kind::CurrentPassword if number && reading.takes(1, 2) => {
                    let date = self.is_expiry_part(at, reading, &numbers);
                    *kind = if date { Kind::CardExpiry } else { Kind::Other };
                }
                Kind::CardExpiry
                    if !number
                        && !security_code
                        && !reading.field.autocomplete.contains("cc-")
                        && !BANK_CARD.are_in(&reading.code) =>
                {
                    *kind = Kind::Other;
                }
                Kind::Other | Kind::Code | Kind::UserName | Kind::Phone
                    if (number || anywhere && !gift && reading.takes(3, 4))
                        && !reading.takes(5, 10)
                        && (reading.says(CODE_NEAR_CARD)
                            || reading.says(CARD) && reading.says(CODE)
                            // Three or four digits behind a number that has no code yet, whatever they are called.
                            || !security_code
                                && reading.takes(3, 4)
                                && numbers.first().is_some_and(|&number| number < at)
                                && !reading.is_date_part())
                        && !reading.is_select()
                        && !reading.says(NOT_ONE_TIME) =>
                {
                    *kind = Kind::SecurityCode;
                }
                Kind::Name | Kind::UserName
                    if number
                        && !reading.says(OTHER_CARD)
                        && (CARD_HOLDER.are_in(&reading.code) || CARD.are_in(&reading.text)) =>
                {
                    *kind = Kind::CardHolder;
                }
                Kind::Name | Kind::Other
                    if number && !reading.is_select() && HOLDER.are_in(&reading.text) =>
                {
                    *kind = Kind::CardHolder;
                }
                Kind::Other
                    if number
                        && (self.is_expiry_part(at, reading, &numbers)
                            || date.is_some_and(|date| reading.is_year_of(date, code_next))) =>
                {
                    *kind = Kind::CardExpiry;
                }
                _ => {}
            }
            date = Some(reading).filter(|_| *kind == Kind::CardExpiry);
        }
    }

    /// Month and year boxes close behind a card's number.
    fn is_expiry_part(&self, at: usize, reading: &Reading, numbers: &[usize]) -> bool {
        let rising = reading.years().is_none_or(|(first, rising)| rising && first >= 2000);
        let near = numbers.iter().any(|&number| number <= at && at - number <= 6)
            || self.each().any(|(other, known)| other <= at && NUMBER.are_in(&known.text));
        let part = reading.is_date_part()
            || reading.text.len() < 16 && (MONTH.are_in(&reading.text) || YEAR.are_in(&reading.text));
        near && part && rising && !DAY.are_in(&reading.code) && !reading.says(ISSUED)
    }
}
