//! The outcome of a turn and why: stored with the turn, so that it can be replayed and explained.

use serde::{Deserialize, Serialize};

use super::{signals::Signals, topic::Topic};
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
    /// The visitor asked whether they talk to a person.
    AskedWhetherHuman,
    /// The topic is one that the owner wants a person to deal with.
    Topic,
    /// The visitor is frustrated or angry.
    Frustration,
    /// The visitor insults.
    Insult,
    /// It is bound to a deadline. Raises the priority of an escalation; alone it calls nobody.
    Urgency,
    /// Only the account's owner may know, and who writes is not known.
    Identity,
    /// Something is to be done that a person has to do or approve.
    Approval,
    /// A phrase the owner listed as a matter of judgement: an exception, a bargain.
    NeedsJudgement,
    /// The visitor wants to buy.
    HighIntent,
    /// Several different needs at once.
    Complex,
    /// Weak signs that add up over the conversation.
    Risk,
}

impl ReasonCode {
    /// Its place among reasons for the same verdict, the lowest first: what the visitor did or said themselves, then what it
    /// is about, how they feel, what adds up, and last what the assistant lacks. The first one words what they are told.
    pub(super) fn place(self) -> u8 {
        match self {
            Self::ExplicitRequest | Self::Button | Self::OfferAccepted | Self::Form | Self::TakenOver => 0,
            Self::AskedWhetherHuman => 1,
            Self::Keyword | Self::NeedsJudgement => 2,
            Self::Topic => 3,
            Self::HighIntent => 4,
            Self::Insult | Self::Frustration => 5,
            Self::Repeated => 6,
            Self::Complex => 7,
            Self::Identity | Self::Approval => 8,
            Self::TurnCap => 9,
            Self::Promise | Self::PolicyBlock => 10,
            Self::AssistantUnavailable => 11,
            Self::NoSource | Self::LowConfidence => 12,
            Self::Risk => 13,
            Self::Urgency => 14,
        }
    }

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
            Self::AskedWhetherHuman => "Asked whether they talk to a person",
            Self::Topic => "A topic for a person",
            Self::Frustration => "Frustrated or angry",
            Self::Insult => "Insults",
            Self::Urgency => "Urgent",
            Self::Identity => "Needs to know who they are",
            Self::Approval => "Something only a person can do or approve",
            Self::NeedsJudgement => "A matter of judgement",
            Self::HighIntent => "Wants to buy",
            Self::Complex => "Several needs at once",
            Self::Risk => "Weak signs that add up",
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
    /// A person was offered for this already, so it offers nobody again. It is kept to explain the turn.
    #[serde(default, skip_serializing_if = "is_false")]
    pub offered_before: bool,
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
            offered_before: false,
        }
    }
}

/// The decision about a turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What is done.
    pub verdict: Verdict,
    /// Why, the weightiest first. An answer has none, or such as were offered for already or only go along.
    pub reasons: Vec<Reason>,
    /// The queue an escalation goes to.
    pub queue: QueueId,
    /// 0 is normal, higher comes first.
    pub priority: u8,
    /// How well the knowledge supports an answer, in percent; none when nothing was looked up.
    #[serde(default)]
    pub confidence: Option<u32>,
    /// What the turn is about, where that is a topic owners route by.
    #[serde(default)]
    pub topic: Option<Topic>,
    /// Whether it is bound to a deadline.
    #[serde(default)]
    pub urgent: bool,
    /// The policy it was decided by: its hash.
    pub policy: String,
    /// What was observed: with the policy it gives this decision again. None where nothing was weighed (a button was
    /// pressed), and in logs from before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signals: Option<Box<Signals>>,
}

impl Decision {
    /// The weightiest reason.
    pub fn first(&self) -> Option<ReasonCode> {
        self.reasons.first().map(|reason| reason.code)
    }

    /// Why nothing may be answered though a person was offered for that before and is not offered again. None when an answer
    /// may be given: whoever went on without a person on a sensitive topic is answered.
    pub fn withholds(&self) -> Option<ReasonCode> {
        let unanswerable = |reason: &&Reason| {
            matches!(
                reason.code,
                ReasonCode::AskedWhetherHuman
                    | ReasonCode::TurnCap
                    | ReasonCode::AssistantUnavailable
                    | ReasonCode::PolicyBlock
                    | ReasonCode::NoSource
                    | ReasonCode::LowConfidence
            )
        };
        let answered = self.verdict == Verdict::Answer;
        let found = self.reasons.iter().find(unanswerable).map(|reason| reason.code);
        found.filter(|_| answered)
    }
}

// The shape that serde asks for.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(value: &bool) -> bool {
    !*value
}
