//! The same need again: asked in other words, or told that the answer was wrong or did not help.

mod need;
mod pattern;
mod phrases;
mod reaction;
#[cfg(test)]
mod tests;
mod tokens;

pub use need::{Need, SAME_NEED};
pub use reaction::{Heard, Said};

use serde::{Deserialize, Serialize};

use super::explicit::{self, Sentences};
use crate::text::Reading;

/// What a message says about the answer before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reaction {
    /// It was about something else: "no, that's not what I asked", "no, the blue one".
    Correction,
    /// It was no help: "that did not work".
    Unhelpful,
    /// It was not understood: "what?", "say that again".
    AskAgain,
}

/// What the message says about the answer before it, with the words that say so, folded.
pub fn reaction(text: &str) -> Option<Said> {
    reaction::reaction(&Reading::of(text))
}

/// As [`reaction`], knowing what the assistant said last. What follows a request to confirm ("a table for two, is that
/// right?") and is not a yes is a correction; a "no" to any other question is an answer to it.
pub fn reaction_in(text: &str, before: &str) -> Option<Said> {
    reaction::reaction_in(&Reading::of(text), &Reading::of(before))
}

/// What is made of a message in a conversation: what it says by itself, else what the words before it make of it, else
/// its tone, unless it answers a question. `slots` are those of all its sentences.
pub fn hear(text: &Reading<'_>, sentences: &Sentences<'_>, slots: &[usize], before: &Reading<'_>) -> Heard {
    reaction::hear(text, sentences, slots, before)
}

/// What the tables for reactions are trained with: what is seen of the text, and what phrases make of it.
pub fn features(text: &str) -> Vec<usize> {
    let read = Reading::of(text);
    let mut slots = Sentences::of(&read).plain_slots();
    slots.extend(
        reaction::mark(&read)
            .into_iter()
            .flat_map(explicit::features::mark),
    );
    slots
}
