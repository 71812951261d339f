//! A form's fields for a day of birth, most often in parts.

use super::Kind;
use super::classify::Group;
use super::fold::fold;
use super::reading::Reading;
use super::words::*;

impl Group<'_> {
    /// Day, month and year around a field that speaks of birth, and years that go down from today.
    pub fn births(&self, found: &mut [Kind]) {
        self.whole_date(found);
        for _ in 0..2 {
            for (place, &at) in self.members.iter().enumerate() {
                let Some(reading) = self.readings.get(at) else { continue };
                if found.get(at) != Some(&Kind::Other) || is_other_day(reading) {
                    continue;
                }
                let is_birth = |place: usize| {
                    self.members.get(place).is_some_and(|&at| found.get(at) == Some(&Kind::BirthDate))
                };
                let run =
                    |places: &mut dyn Iterator<Item = usize>| places.take_while(|&at| is_birth(at)).count();
                let (before, after) = (run(&mut (0..place).rev()), run(&mut (place + 1..self.members.len())));
                // Twelve words between a day and a year, in any language.
                let months = (12..=13).contains(&reading.field.options.len()) && before > 0 && after > 0;
                if !reading.is_date_part() && !months {
                    continue;
                }
                let beside = (1..3).contains(&(before + after));
                let down = reading.is_select()
                    && reading
                        .years()
                        .is_some_and(|(first, rising)| !rising && first >= 1990 || first < 1960);
                let person = [Kind::Name, Kind::Email, Kind::UserName, Kind::NewPassword]
                    .iter()
                    .any(|kind| self.has(found, *kind));
                let birth = beside || down && person && !self.has(found, Kind::CardNumber);
                if birth && let Some(kind) = found.get_mut(at) {
                    *kind = Kind::BirthDate;
                }
            }
        }
    }

    /// Day, month and year in a row, beside a password or on a page about age: when somebody was born, unless
    /// it says otherwise.
    fn whole_date(&self, found: &mut [Kind]) {
        let spoken = BIRTH.are_in(self.page) || AGE.are_in(self.page);
        if !self.has(found, Kind::CurrentPassword) && !spoken || self.has(found, Kind::CardNumber) {
            return;
        }
        for row in self.members.windows(3) {
            let parts: Vec<&Reading> = row.iter().filter_map(|&at| self.readings.get(at)).collect();
            let open = row.iter().all(|&at| found.get(at) == Some(&Kind::Other));
            let date = [DAY, MONTH, YEAR].iter().all(|words| parts.iter().any(|part| part.says(*words)))
                && parts.iter().all(|part| part.is_date_part());
            let other = parts.iter().any(|part| is_other_day(part));
            if open && date && !other {
                for &at in row {
                    if let Some(kind) = found.get_mut(at) {
                        *kind = Kind::BirthDate;
                    }
                }
            }
        }
    }
}

impl Reading<'_> {
    /// The four-digit numbers among the first options, and whether they go up.
    pub fn years(&self) -> Option<(u32, bool)> {
        let mut years = self.field.options.iter().filter_map(|option| option.trim().parse::<u32>().ok());
        let first = years.find(|year| (1900..2100).contains(year))?;
        Some((first, years.next().is_some_and(|second| second > first)))
    }

    fn has_months(&self) -> bool {
        let options = fold(&self.field.options.join(" "));
        let listed =
            |list: &str| list.split('|').filter(|month| options.contains(&format!(" {month}"))).count() >= 3;
        listed("jan|feb|apr")
            || listed("01|02|11|12")
            || listed("1 |2 |11 |12 ") && self.field.options.len() <= 14 && !options.contains(" 13 ")
            || MONTH.are_in(&self.both)
    }

    /// A part of a date: day, month or year.
    pub fn is_date_part(&self) -> bool {
        if self.field.options.iter().any(|option| option.contains(['$', '€', '£', '%'])) {
            return false; // so much a month
        }
        let few = self.is_select() || self.field.most().is_some_and(|most| most <= 4);
        few && (self.years().is_some()
            || self.is_select() && self.has_months()
            || [DAY, MONTH, YEAR].iter().any(|words| self.says(*words)))
            || [DAY, MONTH, YEAR].iter().any(|words| words.are_in(&self.code))
    }
}

fn is_other_day(reading: &Reading) -> bool {
    [NOT_BIRTH, EXPIRY, ISSUED, OTHER_DAY].iter().any(|words| reading.says(*words))
}
