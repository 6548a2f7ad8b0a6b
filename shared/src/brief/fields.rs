//! What a brief can know, field by field, and where each value has to occur.

use serde::{Deserialize, Serialize};

use super::{
    entities::Entity,
    field::{Field, Occurs, Words, are_entries, entries},
};
use crate::{
    conversation::{From, State},
    ids::Seq,
    triggers::topic::Topic,
};

/// What was heard in the visitor's words when the call was made. Everything else that a brief tells is in the log as it is:
/// reasons and queue beside this in the escalation itself, answers in the thread, pages and identity in their events.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fields {
    /// What it is about.
    pub intent: Field<Intent>,
    /// The visitor's latest words that are more than a call for a person.
    pub need: Field<Words>,
    /// What they hope comes of it.
    pub outcome: Field<Words>,
    /// What they say they tried.
    pub tried: Field<Words>,
    /// What they named: numbers, addresses, amounts, days.
    pub entities: Field<Vec<Entity>>,
    /// How they feel, and where that is going.
    pub mood: Field<Temper>,
    /// What they say is urgent.
    pub urgency: Field<Words>,
}

/// A subject out of the closed list, heard in these messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Intent(pub Topic);

/// How the visitor feels, as far as their words show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Temper {
    /// How hot the conversation is.
    pub heat: Heat,
    /// Where that is going; none after a single message.
    pub trend: Option<Trend>,
}

/// Steps of heat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heat {
    /// Nothing shows.
    Calm,
    /// Something does.
    Annoyed,
    /// Plainly.
    Frustrated,
    /// Furious or insulting.
    Angry,
}

impl Heat {
    /// The step of a heat from 0 to 100. The last two are where a person is offered and called unless the owner says
    /// otherwise.
    pub fn of(heat: u32) -> Self {
        match heat {
            0..30 => Self::Calm,
            30..60 => Self::Annoyed,
            60..85 => Self::Frustrated,
            _ => Self::Angry,
        }
    }

    /// As agents read it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Annoyed => "annoyed",
            Self::Frustrated => "frustrated",
            Self::Angry => "angry",
        }
    }
}

/// Where heat is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// It gets worse.
    Rising,
    /// It stays.
    Steady,
    /// It gets better.
    Falling,
}

impl Trend {
    /// As agents read it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Rising => "rising",
            Self::Steady => "steady",
            Self::Falling => "cooling down",
        }
    }
}

/// Heard by the detector again in one of the visitor's messages it rests on.
impl Occurs for Intent {
    fn occurs(&self, state: &State, evidence: &[Seq]) -> bool {
        let heard = |text: &str| {
            crate::triggers::topic::classify(text)
                .iter()
                .any(|scored| scored.topic == self.0)
        };
        visitors(state, evidence) && entries(state, evidence).any(|entry| heard(&entry.text))
    }
}

impl Occurs for Vec<Entity> {
    fn occurs(&self, state: &State, evidence: &[Seq]) -> bool {
        !self.is_empty()
            && self.iter().all(|entity| {
                let entry = state
                    .entry(entity.message)
                    .filter(|_| evidence.contains(&entity.message));
                entry.is_some_and(|entry| !entity.text.is_empty() && entry.text.contains(&entity.text))
            })
    }
}

/// Judged from words of the visitor's.
impl Occurs for Temper {
    fn occurs(&self, state: &State, evidence: &[Seq]) -> bool {
        visitors(state, evidence)
    }
}

fn visitors(state: &State, evidence: &[Seq]) -> bool {
    are_entries(state, evidence) && entries(state, evidence).all(|entry| entry.from == From::Visitor)
}
