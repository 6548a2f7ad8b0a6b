//! A message of the turn under way, read once and lent to every signal: its folded words, and what they stand for.

use std::ops::Range;

use super::{
    explicit::Sentences,
    topic::{
        self, Topic,
        features::{self, MOST_WORDS, Token},
    },
};
use crate::{conversation::Entry, text::Reading};

/// A message with its words.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub entry: &'a Entry,
    pub read: &'a Reading<'a>,
    /// Its words with what they stand for; of a long message the first and the last.
    pub tokens: Vec<Token<'a>>,
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
            tokens: features::tokens(read),
            slots: sentences.plain_slots(),
            sentences,
        }
    }

    /// The surest topic of a part of the text, by its bytes, with its percentage.
    pub fn surest_of(&self, part: &Range<usize>) -> Option<(Topic, u32)> {
        if self.read.spots().len() > MOST_WORDS {
            let part = self.read.text().get(part.clone()).unwrap_or_default();
            return topic::surest(&features::tokens(&Reading::of(part)));
        }
        topic::surest(self.tokens.get(self.read.within(part)).unwrap_or_default())
    }
}
