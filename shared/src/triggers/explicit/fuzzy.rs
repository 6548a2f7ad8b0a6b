//! Slips of the finger in key words: "huamn", "representitive". One letter too many, too few, wrong, or two swapped;
//! in words of twelve letters and more, two such. The first letter must stand. Other words that lie that near are in
//! the tables under `_`, which forgives nothing.

use super::roles::Roles;

/// How many letters a key word has at least.
const SHORTEST: usize = 5;
/// From how many letters on two slips are forgiven.
const LONG: usize = 12;
/// Longer words than this are no key words with slips in them.
const LONGEST: usize = 20;

/// The key words, by their first letter.
#[derive(Default)]
pub(super) struct Keys([Vec<(&'static str, Roles)>; 26]);

impl Keys {
    pub(super) fn add(&mut self, key: &'static str, roles: Roles) {
        if key.len() >= SHORTEST
            && let Some(place) = place(key)
        {
            self.0[place].push((key, roles));
        }
    }

    /// What the nearest key word can do, if one is near.
    pub(super) fn near(&self, word: &str) -> Roles {
        if word.len() + 1 < SHORTEST || word.len() > LONGEST || word.contains('\'') {
            return 0;
        }
        let keys = place(word).map_or(&[][..], |place| &self.0[place]);
        let near = |(key, _): &&(&str, Roles)| {
            let slips = 1 + usize::from(key.len() >= LONG);
            key.len().abs_diff(word.len()) <= slips && within(key.as_bytes(), word.as_bytes(), slips)
        };
        // The first two swapped: "eprson".
        let turned = |(key, _): &&(&str, Roles)| {
            let (key, word) = (key.as_bytes(), word.as_bytes());
            key[0] == word[1] && key[1] == word[0] && key[2..] == word[2..]
        };
        let others = word
            .get(1..)
            .and_then(place)
            .map_or(&[][..], |place| &self.0[place]);
        let found = keys.iter().find(near).or_else(|| others.iter().find(turned));
        found.map_or(0, |(_, roles)| *roles)
    }
}

fn place(word: &str) -> Option<usize> {
    let first = *word.as_bytes().first()?;
    first.is_ascii_lowercase().then(|| usize::from(first - b'a'))
}

/// Whether at most so many slips lie between two words.
fn within(a: &[u8], b: &[u8], slips: usize) -> bool {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    if a.is_empty() || b.is_empty() || slips == 0 {
        return a.len().max(b.len()) <= slips;
    }
    let swapped = a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0];
    within(&a[1..], &b[1..], slips - 1)
        || within(&a[1..], b, slips - 1)
        || within(a, &b[1..], slips - 1)
        || swapped && within(&a[2..], &b[2..], slips - 1)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_slip_is_a_letter_more_less_or_wrong_or_two_swapped() {
        for near in ["human", "huamn", "humn", "humaan", "hunan", "humam"] {
            assert!(within(b"human", near.as_bytes(), 1), "{near}");
        }
        for far in ["hmn", "humility", "hamun", "woman"] {
            assert!(!within(b"human", far.as_bytes(), 1), "{far}");
        }
        assert!(within(b"representative", b"represntitive", 2));
    }
}
