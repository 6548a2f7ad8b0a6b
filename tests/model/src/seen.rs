//! What an exploration must have met, or it would prove nothing.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use shared::conversation::{Envelope, Event, WaitStep};

type Log = [Arc<Envelope>];

/// A log on which something happened.
type Sight = fn(&Log) -> bool;

/// What must be met, by name.
const SIGHTS: [(&str, Sight); 6] = [
    ("a claim lapses", lapsed),
    ("a member falls silent after a reply", silent_after_reply),
    ("an answer helps who waits", helped),
    ("a promise is overdue and claimed", promise_taken_up),
    (
        "the assistant answers after a hand-back",
        answered_after_hand_back,
    ),
    ("a closed conversation goes on", reopened),
];

/// What was met so far. Looked for on every step, for two ways to one state are one state.
#[derive(Debug, Default)]
pub struct Met(AtomicU32);

impl Met {
    /// Looks at a log that a step made.
    pub fn look(&self, log: &Log) {
        let known = self.0.load(Ordering::Relaxed);
        for (at, (_, sight)) in SIGHTS.iter().enumerate() {
            if known & (1 << at) == 0 && sight(log) {
                self.0.fetch_or(1 << at, Ordering::Relaxed);
            }
        }
    }

    /// What was not met.
    pub fn missed(&self) -> Vec<&'static str> {
        let known = self.0.load(Ordering::Relaxed);
        let unmet = SIGHTS.iter().enumerate().filter(|(at, _)| known & (1 << at) == 0);
        unmet.map(|(_, (name, _))| *name).collect()
    }
}

fn after(log: &Log, first: impl Fn(&Event) -> bool, then: impl Fn(&Event) -> bool) -> bool {
    let start = log.iter().position(|envelope| first(&envelope.event));
    start.is_some_and(|start| log[start..].iter().any(|envelope| then(&envelope.event)))
}

/// A member fell silent and the escalation went back.
fn lapsed(log: &Log) -> bool {
    log.iter()
        .any(|envelope| matches!(envelope.event, Event::Lapsed { .. }))
}

/// A member replied, and later did not.
fn silent_after_reply(log: &Log) -> bool {
    let due = |event: &Event| matches!(event, Event::ReplyDue { .. });
    after(log, due, |event| matches!(event, Event::Lapsed { .. }))
}

/// The assistant answered while the visitor waited for a person.
fn helped(log: &Log) -> bool {
    let escalated = |event: &Event| matches!(event, Event::Escalated { .. });
    after(log, escalated, |event| matches!(event, Event::Answered { .. }))
}

/// A promise passed its time, and a member took it up.
fn promise_taken_up(log: &Log) -> bool {
    let promised = |event: &Event| matches!(event, Event::DetailsLeft { .. });
    let overdue = |event: &Event| {
        matches!(
            event,
            Event::Waited {
                step: WaitStep::Overdue,
                ..
            }
        )
    };
    let claimed = |event: &Event| matches!(event, Event::Claimed { .. });
    after(log, promised, overdue) && after(log, overdue, claimed)
}

/// The assistant answered after a member gave the floor back.
fn answered_after_hand_back(log: &Log) -> bool {
    let back = |event: &Event| matches!(event, Event::HandedBack { .. });
    after(log, back, |event| matches!(event, Event::Answered { .. }))
}

/// The visitor wrote again after a close.
fn reopened(log: &Log) -> bool {
    log.iter()
        .any(|envelope| matches!(envelope.event, Event::Reopened))
}
