//! Whatever stands in an address, it is read without a panic, and its parts are parts of it.

#![allow(clippy::indexing_slicing, reason = "the generator counts within its own lists")]

use trust_indicator::address::{Parts, display, link_text, of, registrable, suspicion};

/// A small generator (xorshift): the same strings in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn character(&mut self) -> char {
        const TELLING: &[char] = &[
            '.',
            '-',
            '@',
            ':',
            '/',
            '?',
            '#',
            '[',
            ']',
            '%',
            '\\',
            ' ',
            '\0',
            '0',
            '1',
            '_',
            'ß',
            'İ',
            'ı',
            '。',
            '．',
            '\u{200d}',
            '\u{202e}',
            '\u{301}',
            'а',
            '漢',
            '😀',
            '\u{10ffff}',
            'x',
            'n',
            'p',
            'a',
        ];
        match self.below(4) {
            0 => char::from_u32(self.below(0x11_0000) as u32).unwrap_or('\u{fffd}'),
            1 => TELLING[self.below(TELLING.len())],
            _ => char::from(b'a' + self.below(26) as u8),
        }
    }

    fn text(&mut self) -> String {
        const PIECES: &[&str] =
            &["https://", "xn--", "paypal", ".com", "-login", "co.uk", "github.io", "::1", "0x7f", "paypa1."];
        let mut text = String::new();
        let longest = [8, 40, 2000][self.below(3)];
        for _ in 0..self.below(longest) {
            match self.below(8) {
                0 => text.push_str(PIECES[self.below(PIECES.len())]),
                _ => text.push(self.character()),
            }
        }
        text
    }
}

#[test]
fn any_string_is_read() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..3000 {
        let (url, text) = (random.text(), random.text());
        let parts = Parts::of(&url);
        assert!(parts.host.ends_with(parts.cut().registrable), "{url:?}");
        assert_eq!(format!("{}{}", parts.cut().before, parts.cut().registrable), parts.host, "{url:?}");
        assert!(parts.host.ends_with(parts.cut().suffix.name), "{url:?}");
        assert!(url.ends_with(registrable(&url)) || url.ends_with('.'), "{url:?}");
        assert_eq!(display::shown(&parts.host).is_empty(), parts.host.is_empty(), "{url:?}");
        suspicion(&url);
        of(&parts);
        link_text(&url, &text);
    }
}

#[test]
fn long_hosts_are_judged() {
    for host in ["a.".repeat(1000) + "com", "paypal-".repeat(280) + "x.com", "login".repeat(400) + ".com"] {
        let judged = of(&Parts::of(&format!("https://{host}/")));
        assert_eq!(judged.view.punycode, host);
    }
    // As long as a host can be, with a known name at its start.
    let host = format!("paypal.com.{}login-check.xyz", "a.".repeat(110));
    assert!(suspicion(&host).due());
}
