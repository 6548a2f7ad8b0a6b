//! The same need again: asked in other words, or told that the answer was wrong or did not help.

use serde::{Deserialize, Serialize};

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
pub fn reaction(_text: &str) -> Option<(Reaction, Vec<String>)> {
    None
}

/// A message made ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Need {
    words: Vec<String>,
}

impl Need {
    /// What a message asks for.
    pub fn of(text: &str) -> Self {
        Self {
            words: crate::knowledge::terms(text),
        }
    }

    /// How alike two needs are, 0 to 100; [`SAME_NEED`] and above means the same one.
    pub fn alike(&self, other: &Self) -> u32 {
        let (short, long) = if self.words.len() <= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        let common = short.iter().filter(|word| long.contains(word)).count();
        u32::try_from(common * 100 / long.len().max(1)).unwrap_or(0)
    }
}

/// From this likeness on, in percent, two messages ask for the same thing.
pub const SAME_NEED: u32 = 60;
