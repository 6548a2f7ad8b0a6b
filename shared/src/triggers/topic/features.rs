//! What the classifier sees of a message: its words, what they [stand for](super::super::concepts), and which stand
//! near each other. The trainer reads messages through the same functions, so table and messages agree.

use crate::text::Reading;
use crate::triggers::concepts::{self, Concept};
use crate::triggers::explicit::features::groups;

/// Words of a message that are read; of a longer one the first and the last half of as many.
pub const MOST_WORDS: usize = 160;
/// How many words apart two concepts may stand to be seen as a pair.
const REACH: usize = 6;

/// A word as the classifier sees it.
#[derive(Debug, Clone, Copy)]
pub struct Token<'a> {
    /// The word, folded.
    pub word: &'a str,
    /// What it stands for, or may be a slip of the pen of.
    pub concept: Option<Concept>,
    /// What it stands for as it is written.
    pub exact: Option<Concept>,
    spelling: u64,
    symbol: u64,
}

/// The words of a message that was read.
pub fn tokens<'a>(text: &'a Reading<'_>) -> Vec<Token<'a>> {
    let spots = text.spots();
    let (first, last) = if spots.len() > MOST_WORDS {
        (&spots[..MOST_WORDS / 2], &spots[spots.len() - MOST_WORDS / 2..])
    } else {
        (spots, &[][..])
    };
    let both = first.iter().chain(last);
    both.map(|spot| token(text.word(spot), spot.hash)).collect()
}

fn token(word: &str, hash: u64) -> Token<'_> {
    let exact = concepts::of(word);
    let concept = exact.or_else(|| concepts::near(word));
    let spelling = if word.bytes().any(|byte| byte.is_ascii_digit()) {
        1
    } else {
        hash
    };
    let symbol = concept.map_or(spelling, |concept| 2 + u64::from(concept as u8));
    Token {
        word,
        concept,
        exact,
        spelling,
        symbol,
    }
}

/// Kinds of features; part of their keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word.
    Word,
    /// What a word stands for.
    Concept,
    /// Four letters of a word that stands for nothing: its stem, whatever its ending.
    Letters,
    /// Two words in a row.
    Words,
    /// Two words in a row, or what they stand for.
    Symbols,
    /// Two concepts near each other, in any order: it differs between languages.
    Pair,
    /// How long the message is.
    Length,
}

/// Something seen in a message.
#[derive(Debug, Clone, Copy)]
pub struct Feature {
    /// Tells it from all others, as far as 64 bits do.
    pub key: u64,
    /// What it is.
    pub kind: Kind,
    /// The places of the words it rests on.
    pub at: (usize, usize),
}

/// Calls `see` with every feature of the message; the same one may come more than once.
pub fn each(tokens: &[Token<'_>], mut see: impl FnMut(Feature)) {
    let mut emit = |kind: Kind, a: u64, b: u64, at: (usize, usize)| {
        see(Feature {
            key: key(kind, a, b),
            kind,
            at,
        });
    };
    for (at, token) in tokens.iter().enumerate() {
        emit(Kind::Word, token.spelling, 0, (at, at));
        match token.concept {
            Some(_) => emit(Kind::Concept, token.symbol, 0, (at, at)),
            None => groups(token.word, &mut |group| {
                emit(Kind::Letters, u64::from(group), 0, (at, at));
            }),
        }
        if let Some(next) = tokens.get(at + 1) {
            emit(Kind::Words, token.spelling, next.spelling, (at, at + 1));
            emit(Kind::Symbols, token.symbol, next.symbol, (at, at + 1));
        }
        if token.concept.is_none() {
            continue;
        }
        for (behind, other) in tokens.iter().enumerate().skip(at + 1).take(REACH) {
            if other.concept.is_some() && other.symbol != token.symbol {
                let (low, high) = (token.symbol.min(other.symbol), token.symbol.max(other.symbol));
                emit(Kind::Pair, low, high, (at, behind));
            }
        }
    }
    if let Some(key) = length(tokens.len()) {
        see(Feature {
            key,
            kind: Kind::Length,
            at: (0, 0),
        });
    }
}

/// What is seen of the number of words; none where there are many.
pub(super) fn length(words: usize) -> Option<u64> {
    let length = match words {
        0..=3 => words as u64,
        4..=6 => 4,
        _ => return None,
    };
    Some(key(Kind::Length, length, 0))
}

fn key(kind: Kind, a: u64, b: u64) -> u64 {
    let mut key = (kind as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for part in [a, b] {
        key = (key ^ part).wrapping_mul(0xff51_afd7_ed55_8ccd);
        key ^= key >> 29;
    }
    key
}
