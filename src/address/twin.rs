//! Two names side by side, cut where they differ.

use super::resemblance::Resemblance;
use crate::report::{Twin, TwinPiece};

/// What is on the page against the known name. `host` as the person should read it.
pub fn twin(host: &str, registrable: &str, found: &Resemblance) -> Twin {
    let name = found.name;
    let rest = name.domain.strip_prefix(name.token);
    let known_rest = rest.unwrap_or_default();
    let (page, token) = match host.find(name.token).filter(|_| rest.is_some()) {
        Some(at) => {
            let after = at + name.token.len();
            let page = [
                piece(host.get(..at), true),
                piece(host.get(at..after), false),
                piece(host.get(after..), host.get(after..) != Some(known_rest)),
            ];
            (page.to_vec(), vec![piece(Some(name.token), false)])
        }
        None => {
            let (label, ending) = registrable.split_once('.').unwrap_or((registrable, ""));
            let (mut page, token) = compare(label, if rest.is_some() { name.token } else { name.domain });
            page.push(piece(Some(&format!(".{ending}")), !known_rest.ends_with(ending)));
            (page, token)
        }
    };
    let known = [token, vec![piece(Some(known_rest), !host.ends_with(known_rest))]].concat();
    let filled = |pieces: Vec<TwinPiece>| pieces.into_iter().filter(|piece| !piece.text.is_empty()).collect();
    Twin {
        name: name.name.to_owned(),
        page: filled(page),
        known: filled(known),
        url: format!("https://{}/", name.domain),
    }
}

fn piece(text: Option<&str>, differs: bool) -> TwinPiece {
    TwinPiece { text: text.unwrap_or_default().to_owned(), differs }
}

/// The longest run of letters that both have in order stays, the rest differs.
fn compare(a: &str, b: &str) -> (Vec<TwinPiece>, Vec<TwinPiece>) {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    // lengths[i][j]: the longest common subsequence of what follows i and j.
    let mut lengths = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    let get = |lengths: &[Vec<usize>], i: usize, j: usize| -> usize {
        lengths.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0)
    };
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let longest = if x == y {
                get(&lengths, i + 1, j + 1) + 1
            } else {
                get(&lengths, i + 1, j).max(get(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = longest;
            }
        }
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if x == y => {
                grow(&mut left, *x, false);
                grow(&mut right, *y, false);
                (i, j) = (i + 1, j + 1);
            }
            (Some(x), y) if y.is_none() || get(&lengths, i + 1, j) >= get(&lengths, i, j + 1) => {
                grow(&mut left, *x, true);
                i += 1;
            }
            (_, Some(y)) => {
                grow(&mut right, *y, true);
                j += 1;
            }
            _ => break,
        }
    }
    (left, right)
}

fn grow(pieces: &mut Vec<TwinPiece>, c: char, differs: bool) {
    match pieces.last_mut() {
        Some(last) if last.differs == differs => last.text.push(c),
        _ => pieces.push(TwinPiece { text: c.to_string(), differs }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::suspicion;

    /// Differing pieces in brackets.
    fn check(host: &str, registrable: &str, page: &str, known: &str) {
        let found = suspicion(host).resembles.expect("resembles something");
        let twin = twin(host, registrable, &found);
        let spell = |pieces: &[TwinPiece]| -> String {
            pieces
                .iter()
                .map(|piece| if piece.differs { format!("[{}]", piece.text) } else { piece.text.clone() })
                .collect()
        };
        assert_eq!((spell(&twin.page).as_str(), spell(&twin.known).as_str()), (page, known));
    }

    #[test]
    fn what_differs_is_marked() {
        check("paypa1.com", "paypa1.com", "paypa[1].com", "paypa[l].com");
        check("paypa1.example", "paypa1.example", "paypa[1][.example]", "paypa[l][.com]");
        check("paypal-login.com", "paypal-login.com", "paypal[-login.com]", "paypal.com");
        check(
            "paypal.com.login-check.xyz",
            "login-check.xyz",
            "paypal[.com.login-check.xyz]",
            "paypal[.com]",
        );
    }
}
