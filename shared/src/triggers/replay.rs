//! What another policy would have decided about a conversation that was had. Pure, so that a command, a test or a screen can
//! do it.
//!
//! Each turn is judged by what was observed then, with everything before it as it happened: a turn that comes out otherwise
//! might have changed what followed, and no rule can know how.

use super::{Decision, Signals, judge, keyword, observe, signals::Seen, signals::Tried};
use crate::{
    conversation::{Entry, Envelope, Event, State, evolve},
    ids::Seq,
    policy::Policy,
    text::Reading,
};

/// One decided turn, judged again.
#[derive(Debug, Clone, PartialEq)]
pub struct Replayed {
    /// The event that ended the turn.
    pub seq: Seq,
    /// What the visitor had said, oldest first.
    pub asked: Vec<String>,
    /// What was decided.
    pub was: Decision,
    /// What this policy decides.
    pub would: Decision,
    /// Whether the signals were stored with the turn. Of a turn from before they were, the words are read again, and of the
    /// attempt only its confidence is known.
    pub exact: bool,
}

impl Replayed {
    /// Whether it comes out otherwise: another verdict, another first reason or another queue.
    pub fn changed(&self) -> bool {
        let told = |decision: &Decision| (decision.verdict, decision.first(), decision.queue.clone());
        told(&self.was) != told(&self.would)
    }
}

/// Judges every turn of a log under a policy. Events that do not follow each other without a gap are left out, as
/// [`evolve()`] does. A call that no turn made (a button was pressed) is nobody's decision and is not listed.
pub fn replay(policy: &Policy, policy_hash: &str, log: &[Envelope]) -> Vec<Replayed> {
    let mut state = State::default();
    let mut turns = Vec::new();
    for envelope in log {
        if let Some(was) = ended(&envelope.event) {
            turns.push(again(policy, policy_hash, &state, envelope.seq, was));
        }
        evolve(&mut state, envelope);
    }
    turns
}

/// The decision of an event that ends a turn.
fn ended(event: &Event) -> Option<&Decision> {
    match event {
        Event::Answered { decision, .. }
        | Event::Offered { decision, .. }
        | Event::Passed { decision, .. }
        | Event::Escalated {
            turn: Some(_),
            decision,
            ..
        } => Some(decision),
        _ => None,
    }
}

fn again(policy: &Policy, policy_hash: &str, state: &State, seq: Seq, was: &Decision) -> Replayed {
    let asked: Vec<&Entry> = state.asked().collect();
    let readings: Vec<_> = asked
        .iter()
        .map(|entry| (entry.seq, Reading::of(&entry.text)))
        .collect();
    let signals = match &was.signals {
        Some(stored) => Signals {
            keywords: phrases(policy, readings.iter().map(|(seq, read)| (*seq, read))),
            ..(**stored).clone()
        },
        None => Signals {
            attempt: was.confidence.map(|score| Tried::Quoted { support: Some(score) }),
            ..observe(policy, state, None)
        },
    };
    Replayed {
        seq,
        asked: asked.iter().map(|entry| entry.text.clone()).collect(),
        was: was.clone(),
        would: judge(policy, policy_hash, &signals),
        exact: was.signals.is_some(),
    }
}

/// The owner's phrases of this policy in the messages: the one observation that depends on the policy.
pub(super) fn phrases<'a>(policy: &Policy, asked: impl Iterator<Item = (Seq, &'a Reading<'a>)>) -> Vec<Seen> {
    let mut found: Vec<Seen> = Vec::new();
    for (message, read) in asked {
        for phrase in keyword::standing(&policy.keywords, read) {
            found.push(Seen {
                message,
                words: phrase.to_owned(),
            });
        }
    }
    found.sort_by(|a, b| (&a.words, a.message).cmp(&(&b.words, b.message)));
    found.dedup_by(|later, first| later.words == first.words);
    found
}
