//! What a text cannot hold, told at a glance: most patterns begin with two bytes that do not follow each other in
//! it, and need not be searched.

/// The pairs of bytes that follow each other in a text.
pub struct Pairs([u64; 16]);

impl Pairs {
    pub fn of(folded: &str) -> Pairs {
        let mut pairs = Pairs([0; 16]);
        let mut before = b' ';
        for byte in folded.bytes() {
            let (place, bit) = Pairs::place(before, byte);
            if let Some(bits) = pairs.0.get_mut(place) {
                *bits |= bit;
            }
            before = byte;
        }
        pairs
    }

    /// Whether the pattern begins with one of them, or with one that shares its place.
    pub fn may_hold(&self, pattern: &str) -> bool {
        let (first, second) = match pattern.as_bytes() {
            [b'=', letter] => (*letter, b' '),
            [b'=' | b'~', first, second, ..] | [first, second, ..] => (*first, *second),
            _ => return true,
        };
        let (place, bit) = Pairs::place(first, second);
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }

    fn place(first: u8, second: u8) -> (usize, u64) {
        let at = (usize::from(first) * 31) ^ usize::from(second);
        (at / 64 % 16, 1 << (at % 64))
    }
}
