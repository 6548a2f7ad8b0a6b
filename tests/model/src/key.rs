//! When two worlds count as one.
//!
//! Only what can make a difference to what may happen next is compared: times as what is left of them, ids and epochs
//! as old or current, members as equals, the thread since the last boundary as the triggers read it (ended turns with
//! what was asked, answered and decided; what came before a notice or a member's words is no longer asked). Left out, because no
//! rule asks for it: the absolute time, the length of the log, the priority, the address left. The limit on messages a
//! minute is out of reach of the bounds.

use std::hash::{DefaultHasher, Hash, Hasher};

use shared::{
    conversation::{Case, From, Standing, State},
    ids::Millis,
    triggers::Decision,
};

use crate::{floor::World, object::Object, object::id_of};

/// Beyond this, it makes no difference how long ago an escalation was written: the last step counted from there is over.
const LONG_AGO: u64 = 5 * 60 * 1000;

impl Hash for World {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.used.hash(hasher);
        self.broken.is_some().hash(hasher);
        object(&self.object, hasher);
    }
}

impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        let key = |world: &Self| {
            let mut hasher = DefaultHasher::new();
            world.hash(&mut hasher);
            hasher.finish()
        };
        key(self) == key(other)
    }
}

/// Hashes what makes a difference.
pub fn object<H: Hasher>(object: &Object, hasher: &mut H) {
    let (state, seen, now) = (&object.state, &object.witness, object.now);
    let judged = state.closing.as_ref().map(|closing| closing.helped.is_some());
    (state.opened_at.is_some(), judged).hash(hasher);
    (state.epoch.0.min(1), state.turns.0.min(2)).hash(hasher);
    state.turn.map(|turn| turn.deadline.since(now)).hash(hasher);
    (state.offer.is_some(), state.put_to_them.is_some()).hash(hasher);
    state.case.is_some().hash(hasher);
    if let Some(case) = &state.case {
        standing(case, now, hasher);
    }
    thread(state, hasher);
    (
        seen.holder.is_some(),
        seen.called,
        seen.closed,
        seen.judged,
        seen.turn.is_some(),
    )
        .hash(hasher);
    (seen.open.len(), seen.waits_since.is_some()).hash(hasher);
    // Acknowledged, but not stored as accepted.
    let loose = object
        .acknowledged
        .iter()
        .filter(|(command, _)| id_of(command).is_some_and(|id| !state.accepted.has(id)));
    loose.count().hash(hasher);
}

fn standing<H: Hasher>(case: &Case, now: Millis, hasher: &mut H) {
    let left = |due: Millis| due.since(now);
    match &case.standing {
        Standing::Waiting { done, next_at } => {
            (0, done.map(|step| step as u8), left(*next_at)).hash(hasher);
        }
        Standing::Held { reply_by, .. } => (1, reply_by.map(left)).hash(hasher),
        Standing::Promised { next_at, .. } => (2, left(*next_at)).hash(hasher),
    }
    now.since(case.since).min(LONG_AGO).hash(hasher);
}

fn thread<H: Hasher>(state: &State, hasher: &mut H) {
    let since = state.thread.iter().filter(|entry| entry.seq > state.boundary);
    let mut asked: Vec<&str> = Vec::new();
    for entry in since {
        match entry.from {
            From::Visitor => asked.push(&entry.text),
            From::Assistant => {
                (std::mem::take(&mut asked), &entry.text).hash(hasher);
                decision(entry.decision.as_deref(), hasher);
            }
            From::System | From::Agent(_) => asked.clear(),
        }
    }
    asked.hash(hasher);
    state
        .asked()
        .for_each(|entry| (1, entry.text.as_str()).hash(hasher));
}

fn decision<H: Hasher>(decision: Option<&Decision>, hasher: &mut H) {
    let Some(decision) = decision else { return };
    (decision.verdict as u8).hash(hasher);
    for reason in &decision.reasons {
        (reason.code, &reason.rule).hash(hasher);
    }
}
