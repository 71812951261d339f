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
    let (shorter, longer): (Vec<char>, Vec<char>) = {
        let (a, b) = (a.chars().collect::<Vec<_>>(), b.chars().collect::<Vec<_>>());
        if a.len() <= b.len() { (a, b) } else { (b, a) }
    };
    if longer.len() - shorter.len() > 1 {
        return false;
    }
    let same = shorter.iter().zip(&longer).take_while(|(a, b)| a == b).count();
    let skip = usize::from(longer.len() == shorter.len());
    let rest = shorter.iter().skip(same + skip);
    rest.eq(longer.iter().skip(same + 1))
}

/// Whether two neighbouring letters changed places, and nothing else.
pub fn one_swap(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    match (a.get(same..), b.get(same..)) {
        (Some([a1, a2, a_rest @ ..]), Some([b1, b2, b_rest @ ..])) => {
            a1 == b2 && a2 == b1 && a_rest == b_rest
        }
        _ => false,
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
