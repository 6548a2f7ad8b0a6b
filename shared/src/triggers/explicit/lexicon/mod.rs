//! What the words of the grammar can do, folded, in eight languages at once: a visitor's language is not known before
//! they write. A language is one string of lines, each some letters and the words they hold for; the letters are the
//! constants in `roles`. A word may stand in several lines and languages and then can do all of it. `~` behind a word means
//! that a slip of the finger is forgiven in it.
//!
//! The strings are what people edit; what ships is `merged.txt`, made from them, and the index over it is made once, on the
//! first message.

#[cfg(test)]
mod de;
#[cfg(test)]
mod en;
#[cfg(test)]
mod es;
#[cfg(test)]
mod fr;
mod further;
#[cfg(test)]
mod it;
#[cfg(test)]
mod merge;
#[cfg(test)]
mod nl;
#[cfg(test)]
mod pl;
#[cfg(test)]
mod pt;

use std::sync::OnceLock;

use super::fuzzy;
use super::roles::{Roles, of};
pub(super) use further::{PROBES, RUNS};

/// All languages in one, each word once: half the size to download. Made again from the languages by
/// `cargo test -p shared merge_the_languages -- --ignored`.
const WORDS: &str = include_str!("merged.txt");

/// Room of the index, a power of two, at least twice the number of words.
const ROOM: usize = 8192;

struct Index {
    /// Open addressing by the words' hashes. A hash of 0 is a free place.
    places: Vec<(u64, Roles)>,
    keys: fuzzy::Keys,
}

static INDEX: OnceLock<Index> = OnceLock::new();

/// What a folded word can do; nothing for a word that is in no table and near none.
pub(super) fn roles(word: &str) -> Roles {
    let index = INDEX.get_or_init(Index::new);
    match index.get(word) {
        0 => index.keys.near(word),
        known => known,
    }
}

/// What a folded word can do, to the letter.
pub(super) fn known(word: &str) -> Roles {
    INDEX.get_or_init(Index::new).get(word)
}

impl Index {
    fn new() -> Self {
        let mut index = Self {
            places: vec![(0, 0); ROOM],
            keys: fuzzy::Keys::default(),
        };
        for line in WORDS.lines() {
            let (letters, words) = line.split_once(' ').unwrap_or((line, ""));
            let roles = of(letters);
            for word in words.split(' ') {
                let word = match word.strip_suffix('~') {
                    Some(key) => {
                        index.keys.add(key, roles);
                        key
                    }
                    None => word,
                };
                let hash = hash(word);
                let at = index.place(hash);
                index.places[at] = (hash, index.places[at].1 | roles);
            }
        }
        index
    }

    /// Where the hash is, or the free place where it would be.
    fn place(&self, hash: u64) -> usize {
        let mut at = usize::try_from(hash >> 40).unwrap_or_default() % ROOM;
        while self.places[at].0 != 0 && self.places[at].0 != hash {
            at = (at + 1) % ROOM;
        }
        at
    }

    fn get(&self, word: &str) -> Roles {
        self.places[self.place(hash(word))].1
    }
}

/// FNV-1a: 64 bits, so that no two words that anybody writes meet by chance.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
