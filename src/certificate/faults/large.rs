//! Large numbers, as far as weak RSA keys need them: small factors, and factors close to each other.

/// Whether a prime below 752 divides a big-endian number (BR 6.1.6, after NIST SP 800-89 5.3.3).
pub fn has_small_factor(number: &[u8]) -> bool {
    (2..752u32)
        .filter(|&prime| (2..prime).take_while(|d| d * d <= prime).all(|d| prime % d != 0))
        .any(|prime| number.iter().fold(0u32, |rest, &byte| (rest << 8 | u32::from(byte)) % prime) == 0)
}

/// How many steps of Fermat's method are tried, as `badkeys` and zlint do.
const STEPS: u32 = 100;

/// Whether Fermat's method finds the two factors: n = a² - b² with a close to √n.
pub fn factors_are_close(number: &[u8]) -> bool {
    let n = Large::from_bytes(number);
    if n.bits() < 64 || n.bits() > 8192 {
        return false;
    }
    let mut a = n.root();
    if a.square() != n {
        a.add_small(1);
    }
    // b² = a² - n; each step adds 2a + 1.
    let mut square = a.square();
    square.subtract(&n);
    for _ in 0..STEPS {
        if square.is_square() {
            return true;
        }
        square.add(&a);
        square.add(&a);
        square.add_small(1);
        a.add_small(1);
    }
    false
}

/// Little-endian limbs without zeros at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Large(Vec<u32>);

impl Large {
    fn from_bytes(bytes: &[u8]) -> Large {
        let limbs =
            bytes.rchunks(4).map(|chunk| chunk.iter().fold(0u32, |sum, &byte| sum << 8 | u32::from(byte)));
        Large(limbs.collect()).trimmed()
    }

    fn trimmed(mut self) -> Large {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }

    fn bits(&self) -> u32 {
        let whole = u32::try_from(self.0.len()).unwrap_or(u32::MAX / 32);
        whole * 32 - self.0.last().map_or(0, |limb| limb.leading_zeros())
    }

    fn add_small(&mut self, more: u32) {
        self.add(&Large(vec![more]));
    }

    fn add(&mut self, other: &Large) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        let mut carry = 0u64;
        for (place, limb) in self.0.iter_mut().enumerate() {
            let sum = u64::from(*limb) + u64::from(other.0.get(place).copied().unwrap_or(0)) + carry;
            *limb = low(sum);
            carry = sum >> 32;
        }
        if carry > 0 {
            self.0.push(low(carry));
        }
    }

    /// `self` must not be smaller.
    fn subtract(&mut self, other: &Large) {
        let mut borrow = 0i64;
        for (place, limb) in self.0.iter_mut().enumerate() {
            let rest = i64::from(*limb) - i64::from(other.0.get(place).copied().unwrap_or(0)) - borrow;
            borrow = i64::from(rest < 0);
            *limb = low(rest.rem_euclid(1 << 32).unsigned_abs());
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    fn square(&self) -> Large {
        let mut product = vec![0u32; self.0.len() * 2];
        for (place, &limb) in self.0.iter().enumerate() {
            let mut carry = 0u64;
            let row = product.iter_mut().skip(place);
            for (into, &other) in row.zip(self.0.iter().chain(std::iter::repeat(&0))) {
                let sum = u64::from(*into) + u64::from(limb) * u64::from(other) + carry;
                *into = low(sum);
                carry = sum >> 32;
            }
        }
        Large(product).trimmed()
    }

    fn at_most(&self, other: &Large) -> bool {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev())).is_le()
    }

    /// The whole part of the square root, two bits of the number at a time, as by hand: with the root r so
    /// far and what is left d, the next bit is one where 4r + 1 fits into d.
    fn root(&self) -> Large {
        let mut rest = Large(Vec::with_capacity(self.0.len() + 1));
        let mut root = Large(Vec::with_capacity(self.0.len() + 1));
        for pair in (0..self.bits().div_ceil(2)).rev() {
            rest.shift_in(2, self.bit(2 * pair + 1) << 1 | self.bit(2 * pair));
            // 4r + 1, made of r in place and taken back after the comparison.
            root.shift_in(2, 1);
            let fits = root.at_most(&rest);
            if fits {
                rest.subtract(&root);
            }
            root.halve();
            if let (true, Some(first)) = (fits, root.0.first_mut()) {
                *first |= 1;
            } else if fits {
                root.0.push(1);
            }
        }
        root
    }

    fn bit(&self, place: u32) -> u32 {
        let limb = usize::try_from(place / 32).ok().and_then(|limb| self.0.get(limb));
        limb.map_or(0, |limb| limb >> (place % 32) & 1)
    }

    /// Moves up by a few bits and fills them.
    fn shift_in(&mut self, bits: u32, fill: u32) {
        let mut carry = fill;
        for limb in &mut self.0 {
            let next = *limb >> (32 - bits);
            *limb = *limb << bits | carry;
            carry = next;
        }
        if carry > 0 {
            self.0.push(carry);
        }
    }

    /// 4r + 1 → 2r.
    fn halve(&mut self) {
        let mut carry = 0;
        for limb in self.0.iter_mut().rev() {
            let next = *limb << 31;
            *limb = *limb >> 1 | carry;
            carry = next;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    fn remainder(&self, divisor: u32) -> u32 {
        let rest =
            self.0.iter().rev().fold(0u64, |rest, &limb| (rest << 32 | u64::from(limb)) % u64::from(divisor));
        low(rest)
    }

    fn is_square(&self) -> bool {
        // Most numbers are no squares modulo small primes; the root is taken of the few that are left.
        for prime in [64, 63, 65, 11, 17, 19, 23, 29, 31, 37, 41, 43] {
            let rest = self.remainder(prime);
            if !(0..prime).any(|number| number * number % prime == rest) {
                return false;
            }
        }
        self.root().square() == *self
    }
}

fn low(wide: u64) -> u32 {
    u32::try_from(wide & 0xffff_ffff).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: u128) -> Vec<u8> {
        value.to_be_bytes().to_vec()
    }

    #[test]
    fn close_factors_are_found_and_far_ones_are_not() {
        // 4294967291 and 4294967279 are the two largest primes below 2^32.
        assert!(factors_are_close(&number(4_294_967_291 * 4_294_967_279)));
        assert!(!factors_are_close(&number(4_294_967_291 * 18_446_744_073_709_551_557)));
    }

    #[test]
    fn roots_are_whole() {
        for value in [0u128, 1, 2, 3, 4, 99, 100, u64::MAX.into(), (1 << 100) - 1] {
            let root = Large::from_bytes(&number(value)).root();
            assert_eq!(root, Large::from_bytes(&number(value.isqrt())), "{value}");
        }
    }

    #[test]
    fn small_factors_are_found() {
        assert!(has_small_factor(&number(751 * 4_294_967_291)));
        assert!(!has_small_factor(&number(757 * 4_294_967_291)));
    }
}
