//! A message of the turn under way, read once and lent to every signal: its folded words, and what they stand for.

use std::ops::Range;

use super::{
    explicit::Sentences,
    topic::{
        Looked, Topic,
        features::{self, MOST_WORDS},
    },
};
use crate::{conversation::Entry, text::Reading};

/// A message with its words.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub entry: &'a Entry,
    pub read: &'a Reading<'a>,
    /// Its words with what they stand for, looked up; of a long message the first and the last.
    pub looked: Looked<'a>,
    /// Its sentences.
    pub sentences: Sentences<'a>,
    /// What is seen of all of them.
    pub slots: Vec<usize>,
}

impl<'a> Asked<'a> {
    pub fn new(entry: &'a Entry, read: &'a Reading<'a>) -> Self {
        let sentences = Sentences::of(read);
        Self {
            entry,
            read,
            looked: Looked::up(features::tokens(read)),
            slots: sentences.plain_slots(),
            sentences,
        }
    }

    /// The surest topic of a part of the text, by its bytes, with its percentage.
    pub fn surest_of(&self, part: &Range<usize>) -> Option<(Topic, u32)> {
        if self.read.spots().len() > MOST_WORDS {
            let part = self.read.text().get(part.clone()).unwrap_or_default();
            let read = Reading::of(part);
            let looked = Looked::up(features::tokens(&read));
            return looked.surest(0..looked.tokens().len());
        }
        self.looked.surest(self.read.within(part))
    }
}
