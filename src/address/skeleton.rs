//! What remains of a name when look-alike letters are made one: `paypa1` and `paypal` become the same.

/// The skeleton of an ASCII name.
pub fn skeleton(name: &str) -> String {
    let mut bare = String::with_capacity(name.len());
    for c in name.chars() {
        let c = match c {
            '0' => 'o',
            '1' | 'i' => 'l',
            '2' => 'z',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '7' => 't',
            '8' => 'b',
            '9' => 'g',
            other => other,
        };
        // rn looks like m, vv like w.
        let joined = match c {
            'n' if bare.ends_with('r') => Some('m'),
            'v' if bare.ends_with('v') => Some('w'),
            _ => None,
        };
        if let Some(joined) = joined {
            bare.pop();
            bare.push(joined);
        } else {
            bare.push(c);
        }
    }
    bare
}

/// Whether one letter put in, left out or changed makes `a` into `b`, or nothing does.
pub fn one_edit(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    loop {
        let (rest_a, rest_b) = (a.as_str(), b.as_str());
        match (a.next(), b.next()) {
            (None, None) => return true,
            (x, y) if x == y => {}
            _ => return a.as_str() == b.as_str() || rest_a == b.as_str() || a.as_str() == rest_b,
        }
    }
}

/// Whether two neighbouring letters changed places, and nothing else.
pub fn one_swap(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    loop {
        match (a.next(), b.next()) {
            (None, _) | (_, None) => return false,
            (x, y) if x == y => {}
            (x, y) => return a.next() == y && b.next() == x && a.as_str() == b.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_have_one_skeleton() {
        for (a, b) in [("paypa1", "paypal"), ("arnazon", "amazon"), ("g00gle", "google"), ("vvise", "wise")] {
            assert_eq!(skeleton(a), skeleton(b));
        }
        assert_ne!(skeleton("paypa"), skeleton("paypal"));
    }

    #[test]
    fn one_edit_is_one_letter() {
        for (a, b) in [("a", "a"), ("ab", "b"), ("aba", "ab"), ("abc", "ac"), ("xbc", "ybc"), ("é", "")] {
            assert!(one_edit(a, b) && one_edit(b, a), "{a} {b}");
        }
        for (a, b) in [("ab", ""), ("a", "abc"), ("test", "tés"), ("google", "goooglé"), ("abcd", "badc")] {
            assert!(!one_edit(a, b) && !one_edit(b, a), "{a} {b}");
        }
    }

    #[test]
    fn one_swap_is_two_neighbours() {
        for (a, b) in [("ab", "ba"), ("abcaa", "bacaa"), ("aaaab", "aaaba"), ("gmail.com", "gmailc.om")] {
            assert!(one_swap(a, b), "{a} {b}");
        }
        for (a, b) in [("", "a"), ("abc", "abc"), ("abc", "abcd"), ("domain", "nomaid"), ("", "")] {
            assert!(!one_swap(a, b), "{a} {b}");
        }
    }
}
