//! Sets of names that are asked for membership only: sorted hashes, Rice-coded in buckets. Nothing to set up.
//!
//! Shared with `build.rs`, which writes them. Layout: salt (1 byte), bits `kept` (1 byte), number of buckets
//! (2 bytes), where every bucket starts and the last one ends (3 bytes each, in bits), little-endian; then
//! for every hash how far it is from the one before in its bucket: the distance above `kept` bits as so many
//! ones and a zero, then its low `kept` bits. A name that is not in the set answers "yes" once in `2^kept`.

/// A set in the layout above.
#[derive(Clone, Copy)]
pub struct Set<'a> {
    bytes: &'a [u8],
}

/// Names a bucket, on average, as a power of two.
pub const BUCKET: u32 = 6;
const HEAD: usize = 4;

impl<'a> Set<'a> {
    pub const fn new(bytes: &'a [u8]) -> Set<'a> {
        Set { bytes }
    }

    /// Whether the set holds `mark` followed by `name`.
    pub fn has(&self, mark: u8, name: &str) -> bool {
        self.find(mark, name).unwrap_or(false)
    }

    fn find(&self, mark: u8, name: &str) -> Option<bool> {
        let [salt, kept, low, high] = *self.bytes.first_chunk::<HEAD>()?;
        let buckets = u16::from_le_bytes([low, high]);
        let (bucket, wanted) = place(hash(salt, mark, name), buckets, kept);
        let index = self.bytes.get(HEAD..)?;
        let (mut at, end) = (start(index, bucket)?, start(index, bucket + 1)?);
        let codes = index.get((usize::from(buckets) + 1) * 3..)?;
        let mut value = 0;
        while at < end {
            let ones = bits(codes, at)?.trailing_ones();
            at += usize::try_from(ones).ok()? + 1;
            value += u64::from(ones) << kept | bits(codes, at)? & ((1 << kept) - 1);
            at += usize::from(kept);
            if value >= wanted {
                return Some(value == wanted);
            }
        }
        Some(false)
    }
}

fn start(index: &[u8], bucket: usize) -> Option<usize> {
    let &[a, b, c] = index.get(bucket * 3..)?.first_chunk::<3>()?;
    usize::try_from(u32::from_le_bytes([a, b, c, 0])).ok()
}

/// What follows a bit, 57 bits at least; the codes end with eight bytes of nothing for this.
fn bits(codes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*codes.get(at / 8..)?.first_chunk::<8>()?) >> (at % 8))
}

/// The bucket of a hash, and what is kept of it there.
pub fn place(hash: u64, buckets: u16, kept: u8) -> (usize, u64) {
    let wide = u128::from(hash) * u128::from(buckets);
    let within = (wide as u64) >> (64 - BUCKET - u32::from(kept));
    ((wide >> 64) as usize, within)
}

/// FNV-1a with a finishing mix, so that the upper end of the hash can be used.
pub fn hash(salt: u8, mark: u8, name: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in [salt, mark].into_iter().chain(name.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^= hash >> 29;
    hash.wrapping_mul(0xbf58_476d_1ce4_e5b9)
}
