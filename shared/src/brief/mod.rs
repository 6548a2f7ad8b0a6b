//! The brief: what an agent reads first. Made by rules from the conversation itself, so it is there the moment an
//! escalation is written, needs no model, and never invents: a line is evidenced by messages or says "unknown".

mod facts;
mod make;
mod opener;

use serde::{Deserialize, Serialize};

pub use facts::facts;
pub use make::{make, need};
pub use opener::opener;

use crate::ids::Seq;

/// What an agent reads first: one line of each [`Label`], in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The lines.
    pub lines: Vec<Line>,
}

/// One line of a brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is about.
    pub label: Label,
    /// What is known; none is shown as "unknown".
    pub text: Option<String>,
    /// The messages it rests on.
    pub evidence: Vec<Seq>,
}

/// What a line is about. Closed and ordered: every brief has each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// Why a person is needed.
    Why,
    /// What the visitor wants, in their words.
    Wants,
    /// What the assistant tried.
    Tried,
    /// Numbers, addresses and the like, as written.
    Facts,
    /// Where on the site they are.
    Page,
    /// Who they are.
    Visitor,
    /// What to do next.
    Next,
}

impl Label {
    /// The label as agents read it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Why => "Why",
            Self::Wants => "Wants",
            Self::Tried => "Tried",
            Self::Facts => "Facts",
            Self::Page => "Page",
            Self::Visitor => "Visitor",
            Self::Next => "Next",
        }
    }
}
