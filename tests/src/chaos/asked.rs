//! What was asked, as the judge looks at it: alike for visitors and agents.

use shared::ids::ClientId;
use shared::protocol::{AgentFrame, VisitorFrame};

/// What kind of thing was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words to somebody.
    Message,
    /// A press for a person.
    Call,
    /// The floor.
    Claim,
    /// Something else.
    Other,
}

/// One thing that was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The id it was asked with.
    pub id: ClientId,
    /// What kind of thing.
    pub kind: Kind,
    /// The words, of a message.
    pub words: Option<String>,
}

/// A frame that asks for something.
pub trait Asks {
    /// What it asks, with the id it was asked with.
    fn asked(&self, id: &ClientId) -> Asked;
}

fn asked(id: &ClientId, kind: Kind, words: Option<&String>) -> Asked {
    Asked {
        id: id.clone(),
        kind,
        words: words.cloned(),
    }
}

impl Asks for VisitorFrame {
    fn asked(&self, id: &ClientId) -> Asked {
        match self {
            Self::Say { text, .. } => asked(id, Kind::Message, Some(text)),
            Self::Person { .. } => asked(id, Kind::Call, None),
            _ => asked(id, Kind::Other, None),
        }
    }
}

impl Asks for AgentFrame {
    fn asked(&self, id: &ClientId) -> Asked {
        match self {
            Self::Reply { text, .. } => asked(id, Kind::Message, Some(text)),
            Self::Claim { .. } | Self::TakeOver { .. } => asked(id, Kind::Claim, None),
            _ => asked(id, Kind::Other, None),
        }
    }
}
