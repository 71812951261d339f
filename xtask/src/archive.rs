//! Zip files whose bytes depend on names and contents alone: no clock, no owner, no machine.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::write::GzEncoder;
use flate2::{Compression, Crc};

use crate::Done;

/// 1980-01-01 00:00, the first moment that the format knows.
const DATE: u32 = (1 << 5 | 1) << 16;
const VERSION: u16 = 20;
const UTF8: u16 = 1 << 11;
const DEFLATED: u16 = 8;

/// What was packed already: the packages share most of their files.
pub type Packed = BTreeMap<Vec<u8>, Vec<u8>>;

/// Layout: PKWARE APPNOTE.TXT 4.3.
pub fn zip(entries: &[(String, Vec<u8>)], packed: &mut Packed) -> Done<Vec<u8>> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in entries {
        let packed = deflate(content, packed)?;
        let mut crc = Crc::new();
        crc.update(content);
        let mut common = Vec::new();
        for half in [VERSION, UTF8, DEFLATED] {
            common.extend(half.to_le_bytes());
        }
        for word in [DATE, crc.sum(), size(packed.len())?, size(content.len())?] {
            common.extend(word.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).map_err(|_| format!("Name too long: {name}"))?.to_le_bytes());
        common.extend(0u16.to_le_bytes());
        let start = size(out.len())?;
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&common);
        // Comment, disk, kinds of attributes, attributes: none.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, length) = (size(out.len())?, size(directory.len())?);
    let count = u16::try_from(entries.len()).map_err(|_| "Too many files for a zip.")?;
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend([start_of(length), start_of(start)].concat());
    out.extend(0u16.to_le_bytes());
    Ok(out)
}

fn start_of(number: u32) -> [u8; 4] {
    number.to_le_bytes()
}

fn size(length: usize) -> Done<u32> {
    u32::try_from(length).map_err(|_| "Too large for a zip.".to_owned())
}

/// With zopfli: slower than the usual packers and some percent smaller, read by all of them.
fn deflate(content: &[u8], packed: &mut Packed) -> Done<Vec<u8>> {
    if let Some(known) = packed.get(content) {
        return Ok(known.clone());
    }
    let mut out = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, content, &mut out)
        .map_err(|error| error.to_string())?;
    packed.insert(content.to_vec(), out.clone());
    Ok(out)
}

/// How many bytes a server would send.
pub fn gzipped(content: &[u8]) -> Done<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(content)
        .and_then(|()| encoder.finish())
        .map(|out| out.len())
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::Packed;

    #[test]
    fn the_directory_is_where_the_end_says() {
        let entries = [("a.txt".to_owned(), b"aaaaaaaa".to_vec()), ("b/c.txt".to_owned(), Vec::new())];
        let zip = super::zip(&entries, &mut Packed::new()).unwrap();
        let end = zip.len() - 22;
        assert_eq!(zip[end..end + 4], *b"PK\x05\x06");
        let number =
            |at: usize| u32::from_le_bytes([zip[at], zip[at + 1], zip[at + 2], zip[at + 3]]) as usize;
        let (length, start) = (number(end + 12), number(end + 16));
        assert_eq!(start + length, end);
        assert_eq!(zip[start..start + 4], *b"PK\x01\x02");
    }

    #[test]
    fn packing_anew_does_not_repeat_what_was_packed() {
        let entries = [("a.txt".to_owned(), b"aaaaaaaa".to_vec())];
        let mut other = Packed::from([(b"aaaaaaaa".to_vec(), b"other".to_vec())]);
        let again = super::zip(&entries, &mut Packed::new()).unwrap();
        assert_ne!(super::zip(&entries, &mut other).unwrap(), again);
        assert_eq!(super::zip(&entries, &mut Packed::new()).unwrap(), again);
    }
}
