//! What must hold, by name, and how a breach is told.

use std::fmt;

/// A rule that no order of things may break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Sequence numbers have no gap and no twin.
    Numbers,
    /// An id is accepted once; a repeat gets the first acknowledgement; the same id with another body is refused.
    Once,
    /// At most one member has the floor, and only they lose it.
    OneHolder,
    /// No word of the assistant between a member's taking the floor and giving it back.
    TalkOver,
    /// Work on a turn that was ended or replaced is never shown.
    StaleWork,
    /// A reply, a hand-back and a close are appended only from who has the floor, under the epoch in force.
    StatedEpoch,
    /// An escalation has its reason, brief and words to the visitor, and there is one at a time.
    WholeEscalation,
    /// An open escalation has an owner or a next action with a time.
    SomeoneNext,
    /// After the alarm rang, early, late or twice, nothing is due any more: no busy loop, no forgotten step.
    Alarm,
    /// Every turn ends, at its deadline at the latest.
    TurnEnds,
    /// A message accepted is answered, offered, escalated, with a holder, or in an open turn.
    NoMessageDropped,
    /// Folding the log again gives the same state: an eviction or a deploy changes nothing.
    Refold,
    /// The visitor's copy folds to the same thread, and holds nothing that is for the team.
    VisitorsCopy,
    /// What a client was told is accepted is in the log, once, as it was written.
    Acknowledged,
    /// What a client wrote is in its outbox or in the log.
    NothingLost,
    /// The queue never goes back to an older state, and hears of the newest in the end.
    QueueCatchesUp,
}

/// A breach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Of which rule.
    pub rule: Rule,
    /// What was seen.
    pub seen: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.rule, self.seen)
    }
}

/// Nothing was broken, or something.
pub type Held<T = ()> = Result<T, Broken>;

/// Demands something of a rule.
pub fn demand(rule: Rule, holds: bool, seen: impl FnOnce() -> String) -> Held {
    if holds {
        Ok(())
    } else {
        Err(Broken { rule, seen: seen() })
    }
}
