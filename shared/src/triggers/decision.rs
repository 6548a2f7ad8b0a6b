//! The outcome of a turn and why: stored with the turn, so that it can be replayed and explained.

use serde::{Deserialize, Serialize};

use crate::ids::{QueueId, Seq};

/// What is done about a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The assistant answers.
    Answer,
    /// A person is offered, the visitor chooses.
    Offer,
    /// A person is called.
    Escalate,
}

/// Why. A closed list: every escalation has at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// The visitor asked for a person in words.
    ExplicitRequest,
    /// The visitor pressed **Talk to a person**.
    Button,
    /// The visitor accepted the offer of a person.
    OfferAccepted,
    /// The visitor wrote through the plain form.
    Form,
    /// A member took the conversation over.
    TakenOver,
    /// A word or phrase that the owner listed.
    Keyword,
    /// The same need came again without success.
    Repeated,
    /// As many answers as the owner allows were given.
    TurnCap,
    /// The assistant could not answer: its model or the knowledge was not to be had.
    AssistantUnavailable,
    /// The model's words promised what only a person can do.
    Promise,
    /// The model declined.
    PolicyBlock,
    /// Nothing in the knowledge is about it.
    NoSource,
    /// What the knowledge holds supports an answer too little.
    LowConfidence,
}

impl ReasonCode {
    /// The reason in words, as agents read it.
    pub fn words(self) -> &'static str {
        match self {
            Self::ExplicitRequest => "Asked for a person",
            Self::Button => "Pressed “Talk to a person”",
            Self::OfferAccepted => "Accepted the offer of a person",
            Self::Form => "Wrote through the plain form",
            Self::TakenOver => "Taken over by a member",
            Self::Keyword => "A phrase the owner listed",
            Self::Repeated => "The same need again, unresolved",
            Self::TurnCap => "As many answers as allowed",
            Self::AssistantUnavailable => "The assistant could not answer",
            Self::Promise => "The answer promised a person",
            Self::PolicyBlock => "The model declined",
            Self::NoSource => "No page answers this",
            Self::LowConfidence => "The pages answer this too little",
        }
    }
}

/// One reason with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Which.
    pub code: ReasonCode,
    /// The rule of the policy that says so, by its path, such as `keywords.0`.
    pub rule: String,
    /// The message it was seen in.
    #[serde(default)]
    pub message: Option<Seq>,
    /// The words that made it fire, as the visitor wrote them.
    #[serde(default)]
    pub matched: Vec<String>,
    /// The score, in percent or as a count, where the rule compares one.
    #[serde(default)]
    pub score: Option<u32>,
    /// What the score was compared with.
    #[serde(default)]
    pub threshold: Option<u32>,
}

impl Reason {
    /// A reason without evidence beyond itself.
    pub fn plain(code: ReasonCode, rule: &str) -> Self {
        Self {
            code,
            rule: rule.to_owned(),
            message: None,
            matched: Vec::new(),
            score: None,
            threshold: None,
        }
    }
}

/// The decision about a turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What is done.
    pub verdict: Verdict,
    /// Why, the weightiest first. Empty only for an answer.
    pub reasons: Vec<Reason>,
    /// The queue an escalation goes to.
    pub queue: QueueId,
    /// 0 is normal, higher comes first.
    pub priority: u8,
    /// How well the knowledge supports an answer, in percent; none when nothing was looked up.
    #[serde(default)]
    pub confidence: Option<u32>,
    /// The policy it was decided by.
    pub policy: String,
}
