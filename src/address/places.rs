//! Where in a list something may stand, by a text. Made when first asked for, so it is quick to make.

use super::fingerprint;

/// Places in a list by the hash of a text. Others can have the same: compare.
pub struct Places(Vec<Option<u16>>);

/// Twice what is put in, or more.
const ROOM: usize = 2048;

impl Default for Places {
    fn default() -> Places {
        Places(vec![None; ROOM])
    }
}

impl Places {
    pub fn put(&mut self, text: &str, at: usize) {
        let free = round(text).find(|&slot| self.0.get(slot) == Some(&None));
        if let Some(slot) = free.and_then(|slot| self.0.get_mut(slot)) {
            *slot = u16::try_from(at).ok();
        }
    }

    /// In the order in which they were put in.
    pub fn of(&self, text: &str) -> impl Iterator<Item = usize> {
        round(text).map_while(|slot| self.0.get(slot).copied().flatten()).map(usize::from)
    }
}

/// Every slot once, from the one that the text asks for.
fn round(text: &str) -> impl Iterator<Item = usize> + use<> {
    let first = fingerprint::hash(0, 0, text) as usize % ROOM;
    (first..ROOM).chain(0..first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found_in_order() {
        let mut places = Places::default();
        for at in 0..ROOM / 2 {
            places.put(&format!("{}", at % 500), at);
        }
        for at in 0..ROOM / 2 {
            let found: Vec<usize> =
                places.of(&format!("{}", at % 500)).filter(|other| other % 500 == at % 500).collect();
            assert!(found.contains(&at) && found.is_sorted(), "{at}");
        }
        assert_eq!(round("x").count(), ROOM);
    }
}
