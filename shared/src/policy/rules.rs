//! What may fire and what is then done: the owner's phrases, topics, switches and numbers.

use serde::{Deserialize, Serialize};

use crate::ids::QueueId;

/// Words or a phrase of the owner's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keyword {
    /// The phrase; matched without case and marks, on word borders.
    pub phrase: String,
    /// What is done.
    #[serde(default)]
    pub then: Then,
    /// The queue; the default one when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<QueueId>,
    /// What the phrase means, where that is worth a reason of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Because>,
}

/// What an owner's phrase means beyond being listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Only a person may decide it: "make an exception".
    NeedsJudgement,
}

/// What a rule does when it fires.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// A person is called.
    #[default]
    Escalate,
    /// A person is offered.
    Offer,
}

/// What is done about a message on one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicRule {
    /// What is done first.
    pub then: TopicThen,
    /// The queue; the default one when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<QueueId>,
    /// Percent. Confidence below this: a person is offered. None: `thresholds.offer_below` counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer_below: Option<u32>,
    /// Added to the priority of an escalation; 0 is normal, higher comes first.
    #[serde(default)]
    pub priority: u8,
}

/// What is done first about a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TopicThen {
    /// The assistant answers if the owner's pages support it; otherwise a person is offered, as for any question.
    AnswerFirst,
    /// A person is offered at once.
    Offer,
    /// A person is called at once.
    Escalate,
}

/// Which signals are looked at; each can be switched off alone. The button and an accepted offer always work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one switch a signal, each meaningful alone"
)]
pub struct Triggers {
    /// The visitor asks for a person in words.
    pub explicit: bool,
    /// The visitor asks whether they talk to a person.
    pub probe: bool,
    /// What the message is about; see `topics`.
    pub topics: bool,
    /// The owner's words and phrases; see `keywords`.
    pub keywords: bool,
    /// Frustration, anger, insults over the last turns.
    pub mood: bool,
    /// The visitor says that it is urgent.
    pub urgency: bool,
    /// The same need again, corrections, "that did not help".
    pub repetition: bool,
    /// How well the owner's pages support an answer.
    pub confidence: bool,
    /// So many answers and no more.
    pub caps: bool,
    /// The model declined to answer.
    pub refusal: bool,
    /// Several different needs unresolved at once.
    pub complexity: bool,
    /// Weak signals that add up.
    pub risk: bool,
    /// The visitor wants to buy, or asks for an offer.
    pub intent_to_buy: bool,
    /// Only an identified customer can be told.
    pub identity: bool,
    /// Somebody has to do or to approve it.
    pub approval: bool,
}

/// Numbers that decide between answer, offer and escalate. `below` fires under the number, `from` at it and above,
/// `after` once so many happened, `most` is the last that is allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// Percent. Confidence below this: a person is offered instead of an answer.
    pub offer_below: u32,
    /// Percent. Confidence below this: a person is called without asking. 0: never.
    pub escalate_below: u32,
    /// After so many failed attempts on one need, a person is offered.
    pub offer_after_failures: u32,
    /// After so many failed attempts on one need, a person is called.
    pub escalate_after_failures: u32,
    /// So many answers the assistant may give in one chapter; then a person is offered.
    pub most_answers: u32,
    /// So many answers the assistant may give on one topic in one chapter; then a person is offered.
    pub most_answers_per_topic: u32,
    /// 0 to 100. Frustration from this on: a person is offered.
    pub mood_offer_from: u32,
    /// 0 to 100. Frustration from this on: a person is called.
    pub mood_escalate_from: u32,
    /// 0 to 100. Urgency from this on counts as urgent.
    pub urgent_from: u32,
    /// Points. Weak signals that add up to this: a person is offered.
    pub risk_offer_from: u32,
    /// So many different needs unresolved at once: a person is offered.
    pub needs_offer_from: u32,
}
