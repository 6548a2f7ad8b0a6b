//! What was observed about a turn: stored with its decision, so that policy and signals give the same decision again.
//!
//! Of all observations only the owner's phrases depend on the policy; everything else is the same under any policy, which
//! is what makes it possible to replay a turn against another one.

use serde::{Deserialize, Serialize};

use super::{
    ReasonCode,
    mood::Mood,
    repetition::Reaction,
    topic::{Scored, Topic},
};
use crate::ids::Seq;

/// Everything observed about one turn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signals {
    /// The newest message that the turn is about.
    pub message: Option<Seq>,
    /// Asks for a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explicit: Option<Seen>,
    /// Says yes to the offer of a person, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepts: Option<Seen>,
    /// Asks what it is talking to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probe: Option<Seen>,
    /// Phrases of the owner's that stand in the messages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Seen>,
    /// What it is about, the surest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Scored>,
    /// The mood of each message, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub moods: Vec<Mood>,
    /// The heat of the conversation with these messages, 0 to 100.
    pub heat: u32,
    /// Says what was wrong with the answer before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reaction: Option<Told>,
    /// Wants to buy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buying: Option<Seen>,
    /// The different needs that are open at once, by their topics, the present one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Topic>,
    /// What came before in this chapter.
    pub past: Past,
    /// What the assistant came up with; none before it was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempt: Option<Tried>,
}

/// An observation in one message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The message.
    pub message: Seq,
    /// The words, folded; of a keyword, the owner's phrase.
    pub words: String,
}

/// What a message says about the answer before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The message.
    pub message: Seq,
    /// What.
    pub reaction: Reaction,
    /// The words, folded.
    pub words: Vec<String>,
    /// Whether the message says nothing else: there is no new question in it to answer.
    pub bare: bool,
}

/// Counts since the last boundary, before the present turn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Past {
    /// Answers the assistant gave.
    pub answers: u32,
    /// Answers it gave on the topic of the present turn.
    pub answers_on_topic: u32,
    /// Attempts on the present need that did not help.
    pub failures: u32,
    /// Turns in a row, up to this one, in which the assistant had no answer, whatever they were about.
    pub misses: u32,
    /// What a person was offered for already.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offered: Vec<Offer>,
}

/// For what a person was offered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Offer {
    /// The reason.
    pub code: ReasonCode,
    /// The rule.
    pub rule: String,
}

/// What the assistant came up with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tried {
    /// The best passage, to be quoted.
    Quoted {
        /// How well the passages support an answer, in percent; none when nothing was asked.
        support: Option<u32>,
    },
    /// A model's words.
    Written {
        /// How well they stand in the passages, in percent.
        grounded: u32,
        /// The words that promise what only a person can do.
        promise: Option<String>,
        /// The words by which the model declines.
        refusal: Option<String>,
    },
    /// The model said that the passages do not hold the answer.
    NoAnswer,
    /// The model declined for reasons of its own.
    Refused,
    /// There is nothing to consider.
    Failed,
}
