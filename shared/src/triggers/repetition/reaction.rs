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
use crate::{
    text::Reading,
    triggers::{explicit::Sentences, tone},
};

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
    let sentences = Sentences::of(text);
    let tokens = tokens(text);
    by_phrases(&tokens).or_else(|| by_tone(&tokens, &sentences, &sentences.plain_slots()))
}

/// The number of the mark that a phrase of this reaction stands in a text.
pub(super) fn mark(text: &Reading<'_>) -> Option<u32> {
    by_phrases(&tokens(text)).map(|(reaction, _)| MARKS + reaction as u32)
}

/// Marks of reactions are counted from here: lower ones are those of moods.
const MARKS: u32 = 16;

fn by_phrases(tokens: &[Token<'_>]) -> Option<Said> {
    said(tokens).or_else(|| refused(tokens))
}

/// A tone as quiet as this says nothing; more certainty is asked than the trainer asked, for most messages are about something
/// else than the answer before them.
const QUIET: i32 = 3;

/// What no phrase says. One word says nothing of the kind.
fn by_tone(tokens: &[Token<'_>], sentences: &Sentences<'_>, slots: &[usize]) -> Option<Said> {
    if tokens.len() < 2 {
        return None;
    }
    let corrects = tone::hear(&tone::CORRECTION, QUIET, sentences, slots);
    let no_help = tone::hear(&tone::UNHELPFUL, QUIET, sentences, slots);
    let loud = |tone: &Option<tone::Tone>| tone.as_ref().map_or(0, |tone| tone.loud);
    let (reaction, tone) = if loud(&no_help) > loud(&corrects) {
        (Reaction::Unhelpful, no_help)
    } else {
        (Reaction::Correction, corrects)
    };
    tone.map(|tone| (reaction, vec![tone.words]))
}

/// See [`super::reaction_in`].
pub(super) fn reaction_in(text: &Reading<'_>, before: &Reading<'_>) -> Option<Said> {
    let tokens = tokens(text);
    said(&tokens).or_else(|| match asked(before) {
        Some(No::Confirms) => corrects(&tokens),
        Some(_) => None,
        None => refused(&tokens),
    })
}

/// See [`super::hear`].
pub(super) fn hear(
    text: &Reading<'_>,
    sentences: &Sentences<'_>,
    slots: &[usize],
    before: &Reading<'_>,
) -> Heard {
    let tokens = tokens(text);
    let phrase = by_phrases(&tokens);
    let (by_itself, in_context) = match phrase {
        Some(_) => (phrase, None),
        // The question before tells more surely than a tone.
        None => match asked(before) {
            Some(No::Confirms) => (None, corrects(&tokens)),
            Some(_) => (None, None),
            None => (by_tone(&tokens, sentences, slots), None),
        },
    };
    Heard {
        by_itself,
        in_context,
    }
}

/// What the assistant's words ask for: a yes or no to a question, or to what was understood.
fn asked(before: &Reading<'_>) -> Option<No> {
    let (mut confirms, mut asks) = (false, false);
    NO.find(&tokens(before), |known, _, _| {
        confirms |= known == No::Confirms;
        asks |= known == No::Asks;
    });
    if confirms {
        return Some(No::Confirms);
    }
    asks.then_some(No::Asks)
}

/// What follows a request to confirm and is not a yes.
fn corrects(tokens: &[Token<'_>]) -> Option<Said> {
    let empty = has(tokens, No::Agrees) || has(tokens, No::Declines) || tokens.len() < 2;
    (!empty).then(|| (Reaction::Correction, words(tokens)))
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
