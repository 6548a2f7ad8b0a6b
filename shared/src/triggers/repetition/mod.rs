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

/// Both at once, of texts that were read.
pub fn hear(text: &Reading<'_>, before: &Reading<'_>) -> Heard {
    reaction::hear(text, before)
}
