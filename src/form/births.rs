//! A form's fields for a day of birth, most often in parts.

use super::Kind;
use super::classify::Group;
use super::reading::Reading;
use super::words::*;

impl Group<'_> {
    /// Day, month and year around a field that speaks of birth, and years that go down from today.
    pub fn births(&self, found: &mut [Kind]) {
        self.whole_date(found);
        for _ in 0..2 {
            for (place, &at) in self.members.iter().enumerate() {
                let Some(reading) = self.readings.get(at) else { continue };
                let other = reading.says(NOT_BIRTH) || reading.says(EXPIRY);
                if found.get(at) != Some(&Kind::Other) || !reading.is_date_part() || other {
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
                let birth = beside(1) || down && person && !self.has(found, Kind::CardNumber);
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
}
