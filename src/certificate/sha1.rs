//! SHA-1 (RFC 3174): the older fingerprint, by which other viewers and old papers still name a certificate.
//! Nothing is decided by it. Our own, as the usual package takes more than twice the bytes.

pub fn digest(bytes: &[u8]) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    padded.resize((bytes.len() + 9).next_multiple_of(64) - 8, 0);
    padded.extend((bytes.len() as u64 * 8).to_be_bytes());
    let mut state = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    for block in padded.as_chunks().0 {
        state = mixed(state, block);
    }
    state.iter().flat_map(|word: &u32| word.to_be_bytes()).collect()
}

/// The eighty steps over one block. Of the words only the sixteen are kept from which the next is made.
fn mixed(state: [u32; 5], block: &[u8; 64]) -> [u32; 5] {
    let mut words = [0; 16];
    for (word, bytes) in words.iter_mut().zip(block.as_chunks().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    let [mut a, mut b, mut c, mut d, mut e] = state;
    for step in 0..80 {
        let (mix, constant) = match step {
            0..20 => (b & c | !b & d, 0x5a82_7999),
            20..40 => (b ^ c ^ d, 0x6ed9_eba1),
            40..60 => (b & c | b & d | c & d, 0x8f1b_bcdc_u32),
            _ => (b ^ c ^ d, 0xca62_c1d6),
        };
        let [word, _, third, _, _, _, _, _, ninth, _, _, _, _, fourteenth, ..] = words;
        let next = [mix, e, word, constant].into_iter().fold(a.rotate_left(5), u32::wrapping_add);
        (a, b, c, d, e) = (next, a, b.rotate_left(30), c, d);
        words.rotate_left(1);
        if let Some(last) = words.last_mut() {
            *last = (word ^ third ^ ninth ^ fourteenth).rotate_left(1);
        }
    }
    let mut sum = [a, b, c, d, e];
    for (word, before) in sum.iter_mut().zip(state) {
        *word = before.wrapping_add(*word);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::base64::hex;
    use super::*;

    #[test]
    fn the_vectors_of_the_standard_come_out() {
        // RFC 3174 7.3; FIPS 180 for the empty one.
        for (text, wanted) in [
            (String::new(), "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abc".to_owned(), "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".to_owned(),
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
            ),
            ("a".repeat(1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
        ] {
            assert_eq!(hex(&digest(text.as_bytes())), wanted);
        }
    }

    #[test]
    fn every_length_of_the_last_block_is_padded() {
        // From Python's hashlib: what is just short of a block, and just beyond.
        for (length, wanted) in [
            (55, "c1c8bbdc22796e28c0e15163d20899b65621d65a"),
            (56, "c2db330f6083854c99d4b5bfb6e8f29f201be699"),
            (64, "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
        ] {
            assert_eq!(hex(&digest("a".repeat(length).as_bytes())), wanted, "{length}");
        }
    }
}
