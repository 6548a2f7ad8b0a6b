//! All signals together: one decision a turn.

use super::{Decision, judge::judge, observe::observe};
use crate::{
    conversation::{Attempt, State},
    policy::Policy,
};

/// What a decision rests on.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The owner's rules.
    pub policy: &'a Policy,
    /// Their hash, stored with the decision.
    pub policy_hash: &'a str,
    /// The conversation, with the turn under way.
    pub state: &'a State,
    /// What the assistant came up with; none before it was asked.
    pub attempt: Option<&'a Attempt>,
}

/// Decides about the turn under way: observes, then judges. Called before any model is asked and again before an answer is
/// committed.
pub fn evaluate(input: Input<'_>) -> Decision {
    let signals = observe(input.policy, input.state, input.attempt);
    judge(input.policy, input.policy_hash, &signals)
}
