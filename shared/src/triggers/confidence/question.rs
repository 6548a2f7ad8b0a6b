//! A question made ready to be looked for in passages.

use super::{
    common::{GLUE, weight},
    stem::stem,
    text::each_word,
};
use crate::knowledge::{alike, opposite};

/// So many different words of a question are looked for: one bit each.
const MOST: usize = 64;
/// The bit that means no word of the question, but the opposite of one.
pub(super) const OPPOSITE: usize = MOST - 1;
/// Places of the table from stem to word. A power of two, at least twice [`MOST`].
const PLACES: usize = 256;
/// So many of them are taken at most, so that looking up stays short.
const TAKEN: usize = 160;

/// The words of a question.
pub(super) struct Question {
    /// What each word tells.
    weights: [u32; MOST],
    /// The words that follow each in the question.
    next: [u64; MOST],
    /// How many words there are.
    count: usize,
    /// The words that tell something.
    telling: u64,
    /// How many pairs of neighbours there are.
    pub(super) pairs: u32,
    /// The words that have an opposite.
    pub(super) sided: u64,
    /// How many places are taken.
    taken: usize,
    table: [(u64, u8); PLACES],
}

impl Question {
    pub(super) fn of(text: &str) -> Self {
        let mut question = Self {
            weights: [0; MOST],
            next: [0; MOST],
            count: 0,
            telling: 0,
            pairs: 0,
            sided: 0,
            taken: 0,
            table: [(0, u8::MAX); PLACES],
        };
        let mut before: Option<usize> = None;
        each_word(text, |word, _| {
            let stemmed = stem(word);
            let at = question.index(stemmed).or_else(|| question.add(word, stemmed));
            if let (Some(before), Some(at)) = (before, at) {
                let bit = 1 << at;
                question.pairs += u32::from(question.next[before] & bit == 0);
                question.next[before] |= bit;
            }
            before = at;
        });
        question
    }

    fn add(&mut self, word: &[u8], stemmed: u64) -> Option<usize> {
        let at = self.count;
        if at == OPPOSITE {
            return None;
        }
        self.weights[at] = weight(word, stemmed);
        self.count += 1;
        self.put(stemmed, at);
        if self.weights[at] > GLUE {
            self.telling |= 1 << at;
            for other in alike(stemmed).into_iter().flat_map(|group| &group.stems) {
                self.put(*other, at);
            }
            for other in opposite(stemmed).into_iter().flat_map(|group| &group.stems) {
                self.sided |= 1 << at;
                self.put(*other, OPPOSITE);
            }
        }
        Some(at)
    }

    /// Has a stem stand for a word of the question, unless it stands for another already.
    fn put(&mut self, stemmed: u64, at: usize) {
        if self.taken == TAKEN || self.index(stemmed).is_some() {
            return;
        }
        self.taken += 1;
        let mut place = place(stemmed);
        while self.table[place].1 != u8::MAX {
            place = (place + 1) % PLACES;
        }
        self.table[place] = (stemmed, u8::try_from(at).unwrap_or(0));
    }

    /// Which word of the question has this stem.
    pub(super) fn index(&self, stemmed: u64) -> Option<usize> {
        let mut place = place(stemmed);
        loop {
            match self.table[place] {
                (_, u8::MAX) => return None,
                (known, at) if known == stemmed => return Some(usize::from(at)),
                _ => place = (place + 1) % PLACES,
            }
        }
    }

    /// Whether the second word follows the first in the question.
    pub(super) fn follows(&self, first: usize, second: usize) -> bool {
        self.next[first] & (1 << second) != 0
    }

    /// The words that tell something.
    pub(super) fn telling(&self) -> u64 {
        self.telling
    }

    /// What these words tell together.
    pub(super) fn weigh(&self, mut words: u64) -> u32 {
        let mut sum = 0;
        while words != 0 {
            sum += self.weights[words.trailing_zeros() as usize];
            words &= words - 1;
        }
        sum
    }

    /// What all words tell together.
    pub(super) fn whole(&self) -> u32 {
        self.weights[..self.count].iter().sum()
    }
}

#[allow(clippy::cast_possible_truncation)] // the low bits are wanted
fn place(hash: u64) -> usize {
    (hash ^ (hash >> 31)) as usize % PLACES
}
