//! Sets of names that are asked for membership only, as hashes in buckets: small, and nothing to set up.
//!
//! Shared with `build.rs`, which writes them. Layout: bits of the bucket number (1 byte), bytes kept of each
//! hash (1 byte), then the start of every bucket and the end of the last (3 bytes each, little-endian), then
//! the kept bytes. A name that is not in the set answers "yes" with a chance of about `8 / 256^kept`.

/// A set in the layout above.
#[derive(Clone, Copy)]
pub struct Set {
    bytes: &'static [u8],
}

impl Set {
    pub const fn new(bytes: &'static [u8]) -> Set {
        Set { bytes }
    }

    /// Whether the set holds `mark` followed by `name`.
    pub fn has(&self, mark: u8, name: &str) -> bool {
        self.find(hash(mark, name)).unwrap_or(false)
    }

    fn find(&self, hash: u64) -> Option<bool> {
        let bits = u32::from(*self.bytes.first()?);
        let kept = usize::from(*self.bytes.get(1)?);
        let bucket = usize::try_from(hash.checked_shr(64 - bits).unwrap_or(0)).ok()?;
        let index = self.bytes.get(2..)?;
        let (start, end) = (read(index, bucket)?, read(index, bucket + 1)?);
        let entries = index.get(((1 << bits) + 1) * 3..)?.get(start * kept..end * kept)?;
        let wanted = hash.to_le_bytes();
        let wanted = wanted.get(..kept)?;
        Some(entries.chunks_exact(kept).any(|entry| entry == wanted))
    }
}

fn read(index: &[u8], at: usize) -> Option<usize> {
    let bytes = index.get(at * 3..at * 3 + 3)?;
    Some(bytes.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte)))
}

/// FNV-1a with a finishing mix, so that both ends of the hash can be used.
pub fn hash(mark: u8, name: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in std::iter::once(mark).chain(name.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ hash >> 29
}
