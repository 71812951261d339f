//! Names in other scripts, to and from their ASCII form (RFC 3492). Browsers hand over hosts that are
//! mapped and encoded already; the way to ASCII is for what people type.

use super::case::small;

const PREFIX: &str = "xn--";
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST: u32 = 128;
const FIRST_BIAS: u32 = 72;

/// The most characters a label is decoded to or encoded from: hosts are shorter (RFC 1035 2.3.4).
const LONGEST: usize = 256;

/// A host with every decodable `xn--` label in Unicode.
pub fn to_unicode(host: &str) -> String {
    if !host.contains(PREFIX) {
        return host.to_owned();
    }
    let labels: Vec<String> =
        host.split('.').map(|label| unicode(label).unwrap_or(label.to_owned())).collect();
    labels.join(".")
}

/// The Unicode form of one `xn--` label. None where it is not one or does not decode.
pub fn unicode(label: &str) -> Option<String> {
    decode(label.strip_prefix(PREFIX)?)
}

/// A host in lower case with every label in ASCII.
pub fn to_ascii(host: &str) -> String {
    if host.is_ascii() {
        return host.to_ascii_lowercase();
    }
    let lower: String = host.chars().flat_map(fold).collect();
    let labels: Vec<String> = lower.split('.').map(ascii).collect();
    labels.join(".")
}

fn ascii(label: &str) -> String {
    if label.is_ascii() {
        return label.to_owned();
    }
    encode(label).map_or_else(|| label.to_owned(), |encoded| format!("{PREFIX}{encoded}"))
}

/// The mappings of UTS #46 that people meet: other full stops, full-width forms, upper case, soft hyphens.
fn fold(c: char) -> impl Iterator<Item = char> {
    let c = match c {
        '\u{3002}' | '\u{ff0e}' | '\u{ff61}' => '.',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let dropped = matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    let dot = (c == 'İ').then_some('\u{307}');
    [small(c)].into_iter().chain(dot).filter(move |_| !dropped)
}

fn decode(text: &str) -> Option<String> {
    let (basic, rest) = text.rsplit_once('-').unwrap_or(("", text));
    let mut output: Vec<char> = basic.chars().collect();
    let mut digits = rest.bytes();
    let (mut n, mut i, mut bias) = (FIRST, 0_u32, FIRST_BIAS);
    while digits.len() > 0 {
        let before = i;
        let mut weight = 1_u32;
        for k in 1.. {
            let digit = digit(digits.next()?)?;
            i = i.checked_add(digit.checked_mul(weight)?)?;
            let t = threshold(k, bias);
            if digit < t {
                break;
            }
            weight = weight.checked_mul(BASE - t)?;
        }
        let length = u32::try_from(output.len()).ok()?.checked_add(1)?;
        bias = adapt(i - before, length, before == 0);
        n = n.checked_add(i / length)?;
        i %= length;
        if output.len() >= LONGEST {
            return None;
        }
        output.insert(usize::try_from(i).ok()?, char::from_u32(n)?);
        i += 1;
    }
    (!output.is_empty()).then(|| output.into_iter().collect())
}

fn encode(label: &str) -> Option<String> {
    let input: Vec<u32> = label.chars().map(u32::from).collect();
    if input.len() > LONGEST {
        return None;
    }
    let mut output: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(output.len()).ok()?;
    if basic > 0 {
        output.push('-');
    }
    let (mut n, mut delta, mut bias, mut done) = (FIRST, 0_u32, FIRST_BIAS, basic);
    while (done as usize) < input.len() {
        let next = input.iter().copied().filter(|&c| c >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(done + 1)?)?;
        n = next;
        for &c in &input {
            if c < n {
                delta = delta.checked_add(1)?;
            }
            if c == n {
                let mut q = delta;
                for k in 1.. {
                    let t = threshold(k, bias);
                    if q < t {
                        break;
                    }
                    output.push(letter(t + (q - t) % (BASE - t)));
                    q = (q - t) / (BASE - t);
                }
                output.push(letter(q));
                bias = adapt(delta, done + 1, done == basic);
                delta = 0;
                done += 1;
            }
        }
        delta += 1;
        n += 1;
    }
    Some(output)
}

fn threshold(k: u32, bias: u32) -> u32 {
    (k * BASE).saturating_sub(bias).clamp(T_MIN, T_MAX)
}

fn adapt(delta: u32, length: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

fn digit(byte: u8) -> Option<u32> {
    match byte {
        b'a'..=b'z' => Some(u32::from(byte - b'a')),
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 26),
        _ => None,
    }
}

fn letter(digit: u32) -> char {
    char::from_digit(if digit < 26 { digit + 10 } else { digit - 26 }, 36).unwrap_or('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for (unicode_host, ascii_host) in [
            ("bücher.example", "xn--bcher-kva.example"),
            ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
            ("президент.рф", "xn--d1abbgf6aiiy.xn--p1ai"),
            ("аррӏе.com", "xn--80ak6aa92e.com"),
            ("shop.example", "shop.example"),
        ] {
            assert_eq!(to_ascii(unicode_host), ascii_host);
            assert_eq!(to_unicode(ascii_host), unicode_host);
        }
        assert_eq!(to_ascii("ＰａｙＰａｌ。com"), "paypal.com");
        assert_eq!(to_ascii("İstanbul.example"), "xn--istanbul-o0e.example");
    }

    #[test]
    fn what_does_not_decode_stays() {
        for host in ["xn--.com", "xn--99999999.com", "xn--a-\u{e9}.com", "xn--zzzzzzzzzzzz.com", "xn---.com"]
        {
            assert_eq!(to_unicode(host), host, "{host}");
        }
    }
}
