//! Reading DER (X.690), one value after another. Total: what is cut or not DER gives none.
//!
//! Lenient where a fault should be told rather than hide the rest: contents are looked at by whoever
//! asks, so that one bad extension does not make a certificate unreadable.

pub const BOOLEAN: u8 = 0x01;
pub const INTEGER: u8 = 0x02;
pub const BIT_STRING: u8 = 0x03;
pub const OCTET_STRING: u8 = 0x04;
pub const NULL: u8 = 0x05;
pub const OBJECT_IDENTIFIER: u8 = 0x06;
pub const UTF8_STRING: u8 = 0x0c;
pub const PRINTABLE_STRING: u8 = 0x13;
pub const TELETEX_STRING: u8 = 0x14;
pub const IA5_STRING: u8 = 0x16;
pub const UTC_TIME: u8 = 0x17;
pub const GENERALIZED_TIME: u8 = 0x18;
pub const VISIBLE_STRING: u8 = 0x1a;
pub const UNIVERSAL_STRING: u8 = 0x1c;
pub const BMP_STRING: u8 = 0x1e;
pub const SEQUENCE: u8 = 0x30;
pub const SET: u8 = 0x31;

/// The tag of a primitive context-specific value.
pub const fn context(number: u8) -> u8 {
    0x80 | number
}

/// The tag of a constructed context-specific value.
pub const fn context_constructed(number: u8) -> u8 {
    0xa0 | number
}

/// One value: its tag, what is in it, and the bytes of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value<'a> {
    pub tag: u8,
    pub content: &'a [u8],
    pub whole: &'a [u8],
}

impl<'a> Value<'a> {
    /// The values inside.
    pub fn inside(self) -> Reader<'a> {
        Reader(self.content)
    }
}

/// Bytes still to be read.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next value, if it is DER: a low tag number, a definite length in the fewest bytes.
    pub fn next(&mut self) -> Option<Value<'a>> {
        let (&tag, rest) = self.0.split_first()?;
        if tag & 0x1f == 0x1f {
            return None;
        }
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            0..=0x7f => (usize::from(first), rest),
            0x81..=0x84 => {
                let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
                let length = bytes.iter().fold(0usize, |sum, &byte| sum << 8 | usize::from(byte));
                if bytes.first() == Some(&0) || length < 0x80 {
                    return None;
                }
                (length, rest)
            }
            _ => return None,
        };
        let (content, after) = rest.split_at_checked(length)?;
        let whole = self.0.get(..self.0.len() - after.len())?;
        self.0 = after;
        Some(Value { tag, content, whole })
    }

    /// The next value if it has this tag; otherwise nothing is taken.
    pub fn take(&mut self, tag: u8) -> Option<Value<'a>> {
        if self.0.first() != Some(&tag) {
            return None;
        }
        let mut ahead = *self;
        let value = ahead.next()?;
        *self = ahead;
        Some(value)
    }

    /// The one value that fills these bytes, if it has this tag.
    pub fn only(mut self, tag: u8) -> Option<Value<'a>> {
        let value = self.take(tag)?;
        self.is_empty().then_some(value)
    }

    /// All values to the end; none if anything there is not DER.
    pub fn all(mut self) -> Option<Vec<Value<'a>>> {
        let mut values = Vec::new();
        while !self.is_empty() {
            values.push(self.next()?);
        }
        Some(values)
    }
}

/// The contents of an OBJECT IDENTIFIER.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Oid<'a>(pub &'a [u8]);

impl Oid<'_> {
    /// Whether it is the one written like this: `2.5.29.17`.
    pub fn is(self, dotted: &str) -> bool {
        let mut parts = dotted.split('.').map(|part| part.parse().ok());
        let (Some(Some(first)), Some(Some(second))) = (parts.next(), parts.next()) else { return false };
        let first: u64 = first;
        self.arcs().eq(std::iter::once(Some(first * 40 + second)).chain(parts))
    }

    pub fn starts_with(self, prefix: &[u8]) -> bool {
        self.0.starts_with(prefix)
    }

    /// As written in standards; of an endless one the beginning.
    pub fn dotted(self) -> String {
        let mut text = String::new();
        for (place, arc) in self.arcs().take(100).enumerate() {
            let Some(arc) = arc else {
                text.push_str(".?");
                continue;
            };
            if place == 0 {
                let first = (arc / 40).min(2);
                text.push_str(&format!("{first}.{}", arc - first * 40));
            } else {
                text.push_str(&format!(".{arc}"));
            }
        }
        text
    }

    /// The arcs, the first two still joined; none for one that is cut or too large.
    fn arcs(self) -> impl Iterator<Item = Option<u64>> {
        self.0.split_inclusive(|byte| byte & 0x80 == 0).map(|bytes| {
            let whole = bytes.last().is_some_and(|byte| byte & 0x80 == 0) && bytes.len() <= 9;
            whole.then(|| bytes.iter().fold(0u64, |sum, byte| sum << 7 | u64::from(byte & 0x7f)))
        })
    }
}

impl std::fmt::Debug for Oid<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.dotted())
    }
}

/// More than any honest name or address has, in bytes.
const LONGEST_TEXT: usize = 4096;

/// The text of a character string, not all of an endless one; bytes that are none are shown as U+FFFD.
pub fn text(tag: u8, content: &[u8]) -> String {
    let content = content.get(..LONGEST_TEXT).unwrap_or(content);
    match tag {
        BMP_STRING => {
            let units = content.chunks_exact(2).map(|pair| match pair {
                &[high, low] => u16::from_be_bytes([high, low]),
                _ => 0xfffd,
            });
            char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
        }
        UNIVERSAL_STRING => content
            .chunks_exact(4)
            .map(|four| match four {
                &[a, b, c, d] => char::from_u32(u32::from_be_bytes([a, b, c, d])).unwrap_or('\u{fffd}'),
                _ => '\u{fffd}',
            })
            .collect(),
        // Everybody writes Latin-1 there, whatever T.61 says.
        TELETEX_STRING if std::str::from_utf8(content).is_err() => {
            content.iter().map(|&byte| char::from(byte)).collect()
        }
        _ => String::from_utf8_lossy(content).into_owned(),
    }
}

/// A moment as written: UTCTime or GeneralizedTime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time<'a> {
    pub tag: u8,
    pub written: &'a [u8],
    /// Seconds since 1970-01-01 UTC.
    pub seconds: i64,
}

impl<'a> Time<'a> {
    /// Reads also what RFC 5280 4.1.2.5 forbids (no seconds, a zone, a fraction), so that it can be told.
    pub fn read(value: Value<'a>) -> Option<Time<'a>> {
        let mut digits = Digits(value.content);
        let year = match value.tag {
            UTC_TIME => match digits.two()? {
                year @ 50.. => 1900 + year,
                year => 2000 + year,
            },
            GENERALIZED_TIME => digits.two()? * 100 + digits.two()?,
            _ => return None,
        };
        let (month, day, hour, minute) = (digits.two()?, digits.two()?, digits.two()?, digits.two()?);
        let second = digits.two().unwrap_or(0);
        if !(1..=12).contains(&month)
            || day < 1
            || day > days_of_month(year, month)
            || hour > 23
            || minute > 59
            || second > 59
        {
            return None;
        }
        if let [b'.', rest @ ..] = digits.0 {
            let fraction = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            digits.0 = rest.get(fraction..)?;
        }
        let offset = match *digits.0 {
            [b'Z'] | [] => 0,
            [sign @ (b'+' | b'-'), ref rest @ ..] => {
                let mut zone = Digits(rest);
                let ahead = zone.two()? * 3600 + zone.two()? * 60;
                if sign == b'+' { ahead } else { -ahead }
            }
            _ => return None,
        };
        let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset;
        Some(Time { tag: value.tag, written: value.content, seconds })
    }

    pub fn milliseconds(&self) -> i64 {
        self.seconds * 1000
    }
}

struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    fn two(&mut self) -> Option<i64> {
        match *self.0 {
            [a @ b'0'..=b'9', b @ b'0'..=b'9', ref rest @ ..] => {
                self.0 = rest;
                Some(i64::from(a - b'0') * 10 + i64::from(b - b'0'))
            }
            _ => None,
        }
    }
}

/// Days since 1970-01-01 of a day in the Gregorian calendar.
pub fn days(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March, so that the leap day comes last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a number of days since 1970-01-01.
pub fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let year = year + era * 400;
    if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
}

fn days_of_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_value_is_none() {
        for cut in 0..4 {
            assert_eq!(Reader([0x04, 0x03, 1, 2, 3].get(..cut).unwrap()).next(), None);
        }
        assert_eq!(Reader(&[0x04, 0x03, 1, 2, 3]).next().unwrap().content, [1, 2, 3]);
    }

    #[test]
    fn lengths_that_are_not_der_are_refused() {
        for bytes in [&[0x04, 0x80, 0, 0][..], &[0x04, 0x81, 0x01, 0], &[0x04, 0x82, 0, 0x80], &[0x1f, 1, 0]]
        {
            assert_eq!(Reader(bytes).next(), None);
        }
    }

    #[test]
    fn oids_read_and_compare() {
        let oid = Oid(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 0x0b]);
        assert_eq!(oid.dotted(), "1.2.840.113549.1.1.11");
        assert!(oid.is("1.2.840.113549.1.1.11"));
        assert!(!oid.is("1.2.840.113549.1.1.1"));
        assert_eq!(Oid(&[0x67, 0x81, 0x0c, 1, 1]).dotted(), "2.23.140.1.1");
    }

    #[test]
    fn times_read_with_and_without_a_zone() {
        let time = |tag, content: &'static [u8]| Time::read(Value { tag, content, whole: &[] });
        assert_eq!(time(UTC_TIME, b"700101000000Z").unwrap().seconds, 0);
        assert_eq!(time(UTC_TIME, b"490101000000Z").unwrap().seconds, 2_493_072_000);
        assert_eq!(time(GENERALIZED_TIME, b"20240229120000+0100").unwrap().seconds, 1_709_204_400);
        assert_eq!(time(UTC_TIME, b"230229000000Z"), None);
        assert_eq!(date(days(2026, 11, 24)), (2026, 11, 24));
        assert_eq!(date(days(2000, 2, 29)), (2000, 2, 29));
    }
}
