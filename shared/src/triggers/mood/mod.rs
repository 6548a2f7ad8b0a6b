//! How the visitor feels, as far as their words show it: anger, insult, urgency; and the trend over turns, which is what
//! decides.

use serde::{Deserialize, Serialize};

/// What one message shows, each 0 to 100.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mood {
    /// Frustration and anger.
    pub anger: u32,
    /// Insults and abuse.
    pub insult: u32,
    /// That it is urgent or bound to a deadline.
    pub urgency: u32,
    /// The words that weighed most, folded.
    pub words: Vec<String>,
}

/// Reads one message.
pub fn read(_text: &str) -> Mood {
    Mood::default()
}

/// The heat of a conversation after these messages, oldest first, 0 to 100.
pub fn heat(_messages: &[Mood]) -> u32 {
    0
}
