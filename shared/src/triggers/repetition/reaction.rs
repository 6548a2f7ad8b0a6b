//! What a message says about the answer before it.
//!
//! Phrases say so outright ("that's not what I asked"). Weaker, and only where no phrase says otherwise, is a "no" with
//! something to it: "no, the blue one". With the assistant's words before it, more can be told: what follows a request
//! to confirm and is not a yes is a correction, and a "no" to a plain question is an answer.

use std::sync::LazyLock;

use super::{
    Reaction,
    pattern::Phrases,
    phrases,
    tokens::{Token, tokens},
};
use crate::text::Reading;

static SAID: LazyLock<Phrases<Reaction>> = LazyLock::new(|| Phrases::new(phrases::all(), phrases::CLASSES));
static NO: LazyLock<Phrases<No>> = LazyLock::new(|| Phrases::new(phrases::no(), phrases::CLASSES));

/// What is said, and the words that say so, folded.
pub type Said = (Reaction, Vec<String>);

/// What a message that begins with "no" does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum No {
    /// It declines, and may go on to say what is meant: "no", "no, …".
    Opens,
    /// What follows is no correction: "no thanks", "no, I don't have one".
    Declines,
    /// A yes, whatever follows.
    Agrees,
    /// Asks to confirm what was understood.
    Confirms,
    /// Asks something that may be answered with no.
    Asks,
}

/// What a message says about an answer, by itself and with the answer known.
#[derive(Debug)]
pub struct Heard {
    /// See [`super::reaction`].
    pub by_itself: Option<Said>,
    /// See [`super::reaction_in`]; only looked for where the message says nothing by itself.
    pub in_context: Option<Said>,
}

/// See [`super::reaction`].
pub(super) fn reaction(text: &Reading<'_>) -> Option<Said> {
    let tokens = tokens(text);
    said(&tokens).or_else(|| refused(&tokens))
}

/// See [`super::reaction_in`].
pub(super) fn reaction_in(text: &Reading<'_>, before: &Reading<'_>) -> Option<Said> {
    let tokens = tokens(text);
    said(&tokens).or_else(|| after(&tokens, before))
}

/// See [`super::hear`].
pub(super) fn hear(text: &Reading<'_>, before: &Reading<'_>) -> Heard {
    let tokens = tokens(text);
    let by_itself = said(&tokens).or_else(|| refused(&tokens));
    let in_context = match by_itself {
        Some(_) => None,
        None => after(&tokens, before),
    };
    Heard {
        by_itself,
        in_context,
    }
}

/// What these words do after those, where no phrase says it.
fn after(tokens: &[Token<'_>], before: &Reading<'_>) -> Option<Said> {
    let asked = super::tokens::tokens(before);
    let (mut confirms, mut asks) = (false, false);
    NO.find(&asked, |known, _, _| {
        confirms |= known == No::Confirms;
        asks |= known == No::Asks;
    });
    if confirms {
        let empty = has(tokens, No::Agrees) || has(tokens, No::Declines) || tokens.len() < 2;
        return (!empty).then(|| (Reaction::Correction, words(tokens)));
    }
    if asks {
        return None;
    }
    refused(tokens)
}

/// What a phrase says. A correction goes before no help, and no help before not understood.
fn said(tokens: &[Token<'_>]) -> Option<Said> {
    let mut best: Option<(Reaction, usize, usize)> = None;
    SAID.find(tokens, |reaction, from, to| {
        let longer = best.is_some_and(|(known, f, t)| known == reaction && to - from > t - f);
        if best.is_none_or(|(known, ..)| reaction < known) || longer {
            best = Some((reaction, from, to));
        }
    });
    best.map(|(reaction, from, to)| (reaction, words(&tokens[from..to])))
}

/// "No", and then something to it.
fn refused(tokens: &[Token<'_>]) -> Option<Said> {
    let mut opens = None;
    NO.find(tokens, |what, from, to| {
        if what == No::Opens && (from == 0 || opens.is_none()) {
            opens = Some((from, to));
        }
    });
    let (from, to) = opens?;
    // What follows the "no" at once tells whether it declines or corrects.
    let mut declines = false;
    NO.find(tokens, |what, at, _| {
        declines |= what == No::Declines && (from..=to).contains(&at);
    });
    let rest = tokens.get(to..).unwrap_or_default();
    // Only the "no": the rest says what is wanted, and is looked up.
    (!declines && !rest.is_empty()).then(|| (Reaction::Correction, words(&tokens[from..to])))
}

fn has(tokens: &[Token<'_>], what: No) -> bool {
    let mut found = false;
    NO.find(tokens, |known, _, _| found |= known == what);
    found
}

/// The words as written, each once where it gave several tokens, a few at most.
fn words(tokens: &[Token<'_>]) -> Vec<String> {
    const MOST: usize = 8;
    let mut said: Vec<&str> = tokens.iter().map(|token| token.word).collect();
    said.dedup_by(|a, b| std::ptr::eq(*a, *b));
    said.truncate(MOST);
    vec![said.join(" ")]
}
