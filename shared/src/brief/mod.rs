//! The brief: what an agent reads first.
//!
//! Made by rules from the conversation itself, so it is there the moment an escalation is written, and needs no model. It
//! never invents: what is known is a [`Field`] that cannot be made without messages in which its value occurs, and everything
//! else says "unknown". What was found is stored with the escalation; the lines that agents read, and what happened since the
//! call, follow from that and the log ([`lines()`]), so they are never stale and never stored twice. Where there is a model,
//! a [`summary`] of its own may be added later.

pub mod entities;
mod field;
mod fields;
mod lines;
mod make;
mod next;
mod opener;
mod phrases;
mod since;
pub mod summary;
#[cfg(test)]
mod tests;
mod wishes;

use serde::{Deserialize, Serialize};

pub use entities::Entity;
pub use field::{Backed, Field, Occurs, Words};
pub use fields::{Fields, Heat, Intent, Temper, Trend};
pub use lines::{entities, lines, unsaid};
pub use make::{flaws, make, need};
pub use opener::opener;

use crate::ids::Seq;

/// What was found when an escalation was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Brief {
    /// What is known of the matter, field by field.
    pub fields: Fields,
    /// The lines as the first releases wrote them; none since there are fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
}

/// One line of a brief, as agents read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is about.
    pub label: Label,
    /// What is known; none is shown as "unknown".
    pub text: Option<String>,
    /// The events it rests on: messages, or the visit to a page.
    pub evidence: Vec<Seq>,
}

/// What a line is about. Closed and ordered: a brief has each once, [`Label::Since`] only when something happened since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// Why a person is needed.
    Why,
    /// What the visitor wants, in their words.
    Wants,
    /// What they hope comes of it, in their words.
    Outcome,
    /// What they and the assistant tried.
    Tried,
    /// What happened since the call.
    Since,
    /// Numbers, addresses and the like, as written.
    Facts,
    /// How they feel, where that is going, and what is urgent.
    Mood,
    /// Where on the site they are and came from.
    Page,
    /// Who they are.
    Visitor,
    /// What to do next and why, and whose it is.
    Next,
}

impl Label {
    /// The label as agents read it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Why => "Why",
            Self::Wants => "Wants",
            Self::Outcome => "Hopes for",
            Self::Tried => "Tried",
            Self::Since => "Since",
            Self::Facts => "Facts",
            Self::Mood => "Mood",
            Self::Page => "Page",
            Self::Visitor => "Visitor",
            Self::Next => "Next",
        }
    }
}
