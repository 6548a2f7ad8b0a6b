//! The rules: what each kind of signal calls for under a policy. Each can be switched off alone.

mod attempt;
mod counts;
mod feeling;
mod words;

use super::{Reason, ReasonCode, Signals, Verdict, topic::Topic};
use crate::{ids::QueueId, policy::Policy};

pub(super) use attempt::confidence;
pub(super) use feeling::urgency;

/// A reason and what it calls for.
#[derive(Debug)]
pub(super) struct Finding {
    pub verdict: Verdict,
    pub reason: Reason,
    /// Where an escalation for this goes; the topic's queue or the default one when none.
    pub queue: Option<QueueId>,
    /// Added to the escalation's priority.
    pub priority: u8,
    /// The topic whose rule it is.
    pub topic: Option<Topic>,
}

impl Finding {
    fn new(verdict: Verdict, code: ReasonCode, rule: &str) -> Self {
        Self {
            verdict,
            reason: Reason::plain(code, rule),
            queue: None,
            priority: 0,
            topic: None,
        }
    }

    fn in_message(mut self, message: Option<crate::ids::Seq>) -> Self {
        self.reason.message = message;
        self
    }

    fn by_words(mut self, words: &[String]) -> Self {
        self.reason.matched = words.to_vec();
        self
    }

    fn by_score(mut self, score: u32, threshold: u32) -> Self {
        (self.reason.score, self.reason.threshold) = (Some(score), Some(threshold));
        self
    }

    fn about(mut self, topic: Topic) -> Self {
        self.topic = Some(topic);
        self
    }

    fn for_queue(mut self, queue: Option<&QueueId>, priority: u8) -> Self {
        self.queue = queue.cloned();
        self.priority = priority;
        self
    }
}

/// Everything that the signals call for, in no particular order.
pub(super) fn all(policy: &Policy, signals: &Signals) -> Vec<Finding> {
    let mut found = Vec::new();
    words::find(policy, signals, &mut found);
    feeling::find(policy, signals, &mut found);
    attempt::find(policy, signals, &mut found);
    counts::find(policy, signals, &mut found);
    found
}
