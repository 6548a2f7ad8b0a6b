//! Phrases with room in them: a small notation, made ready once, matched at every word of a message.
//!
//! A phrase is words apart by spaces. `a|b` is either; `[name]` is any word of a class; a trailing `?` may be missing;
//! `_` is any one word, `*` up to three, `...` up to twelve; `^` stands where a clause begins and `$` where one ends, `^^` and `$$` where the
//! message does. Nothing reaches over the end of a clause.

use super::tokens::{Token, id};

/// How many words `*` spans at most.
const SPAN: usize = 3;
/// How many `...` spans.
const LONG_SPAN: usize = 12;

/// Phrases made ready: which begin with which word.
pub(super) struct Phrases<K> {
    all: Vec<(K, Vec<Element>)>,
    /// First word and phrase, heap by heap.
    starts: Vec<(u64, usize)>,
    /// Where each heap begins, and where the last one ends. Most are empty, so that a word no phrase begins with is told by a
    /// look.
    heaps: Vec<u16>,
}

/// First words are spread over so many heaps. A power of two.
const HEAPS: usize = 1 << 13;

/// The heap of a first word.
fn heap(word: u64) -> usize {
    usize::try_from((word ^ (word >> 32)) & 0xffff).unwrap_or(0) % HEAPS
}

#[derive(Debug)]
enum Element {
    Word { any_of: Vec<u64>, may_miss: bool },
    One,
    UpTo(usize),
    ClauseStart,
    ClauseEnd,
    Start,
    End,
}

impl<K: Copy> Phrases<K> {
    /// Makes phrases ready. `classes` gives the words of `[name]`, apart by spaces.
    pub(super) fn new<'a>(phrases: impl Iterator<Item = (K, &'a str)>, classes: &[(&str, &str)]) -> Self {
        let phrases: Vec<(K, Vec<Element>)> = phrases
            .map(|(kind, phrase)| {
                (
                    kind,
                    phrase.split(' ').map(|e| Element::new(e, classes)).collect(),
                )
            })
            .collect();
        let mut starts: Vec<(u64, usize)> = phrases
            .iter()
            .enumerate()
            .flat_map(|(at, (_, elements))| first_words(elements).into_iter().map(move |word| (word, at)))
            .collect();
        starts.sort_unstable_by_key(|(word, phrase)| (heap(*word), *word, *phrase));
        let heaps = (0..=HEAPS)
            .map(|at| starts.partition_point(|(word, _)| heap(*word) < at))
            .map(|at| u16::try_from(at).unwrap_or(u16::MAX))
            .collect();
        Self {
            all: phrases,
            starts,
            heaps,
        }
    }

    /// Every phrase found in the message: its kind, and the tokens from and to (exclusive) that say it.
    pub(super) fn find(&self, tokens: &[Token<'_>], mut found: impl FnMut(K, usize, usize)) {
        for (from, token) in tokens.iter().enumerate() {
            let at = heap(token.id);
            let heap = usize::from(self.heaps[at])..usize::from(self.heaps[at + 1]);
            for (_, phrase) in self.starts[heap].iter().filter(|(word, _)| *word == token.id) {
                let (kind, elements) = &self.all[*phrase];
                if let Some(to) = matches(elements, tokens, from, from) {
                    found(*kind, from, to);
                }
            }
        }
    }
}

impl Element {
    fn new(text: &str, classes: &[(&str, &str)]) -> Self {
        match text {
            "^" => return Self::ClauseStart,
            "^^" => return Self::Start,
            "$" => return Self::ClauseEnd,
            "$$" => return Self::End,
            "_" => return Self::One,
            "*" => return Self::UpTo(SPAN),
            "..." => return Self::UpTo(LONG_SPAN),
            _ => {}
        }
        let may_miss = text.ends_with('?');
        let mut any_of: Vec<u64> = text
            .trim_end_matches('?')
            .split('|')
            .flat_map(|word| {
                let class = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
                let words = class.map_or(word, |name| {
                    classes
                        .iter()
                        .find(|(known, _)| *known == name)
                        .map_or("", |(_, words)| words)
                });
                words.split(' ').map(id)
            })
            .collect();
        any_of.sort_unstable();
        Self::Word { any_of, may_miss }
    }
}

/// Whether a word is one of these, which are sorted.
fn among(any_of: &[u64], word: u64) -> bool {
    match any_of {
        [one] => *one == word,
        _ => any_of.binary_search(&word).is_ok(),
    }
}

/// The words a phrase can begin with.
fn first_words(elements: &[Element]) -> Vec<u64> {
    let mut first = Vec::new();
    for element in elements {
        if let Element::Word { any_of, may_miss } = element {
            first.extend(any_of);
            if !may_miss {
                break;
            }
        }
    }
    first
}

/// Where the phrase ends when it stands at `at`; the message is entered at `from`.
fn matches(elements: &[Element], tokens: &[Token<'_>], from: usize, at: usize) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else {
        return Some(at);
    };
    let closed = at > from && tokens[at - 1].closes;
    match element {
        Element::ClauseStart => {
            (at < tokens.len() && tokens[at].opens).then(|| matches(rest, tokens, from, at))?
        }
        Element::Start => (at == 0).then(|| matches(rest, tokens, from, at))?,
        Element::ClauseEnd => (at == 0 || tokens[at - 1].closes).then(|| matches(rest, tokens, from, at))?,
        Element::End => (at == tokens.len()).then(|| matches(rest, tokens, from, at))?,
        Element::One => (at < tokens.len() && !closed).then(|| matches(rest, tokens, from, at + 1))?,
        Element::UpTo(most) => {
            for to in at..=(at + most).min(tokens.len()) {
                if to > at && to - 1 > from && tokens[to - 2].closes {
                    break;
                }
                if let Some(end) = matches(rest, tokens, from, to) {
                    return Some(end);
                }
            }
            None
        }
        Element::Word { any_of, may_miss } => {
            let here = at < tokens.len() && !closed && among(any_of, tokens[at].id);
            here.then(|| matches(rest, tokens, from, at + 1))
                .flatten()
                .or_else(|| may_miss.then(|| matches(rest, tokens, from, at)).flatten())
        }
    }
}
