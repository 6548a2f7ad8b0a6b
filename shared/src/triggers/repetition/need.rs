//! What a message asks for, made ready to be compared with other messages of the conversation.

use crate::knowledge::terms;

/// A message made ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Need {
    words: Vec<String>,
}

impl Need {
    /// What a message asks for.
    pub fn of(text: &str) -> Self {
        Self { words: terms(text) }
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
