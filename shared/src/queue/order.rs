//! Who is served next: priority, then due time, then arrival. Waiting raises priority, so nobody starves.

use std::borrow::Borrow;

use super::item::{Item, Stage};
use crate::ids::{ConversationId, Millis};

/// One priority step is worth this much waiting: an item that has waited so long counts as one priority higher.
/// Bounds how long a stream of urgent arrivals can pass an old normal one.
const AGING_MS: u64 = 10 * 60 * 1000;

/// The priority an item counts with now: its own, and one for each ten minutes it has waited.
pub fn urgency(item: &Item, now: Millis) -> u64 {
    u64::from(item.priority) + now.since(item.since) / AGING_MS
}

/// Sorts items as they are to be served: waiting ones by urgency, due time, arrival; then promised ones by due time;
/// then the rest, the latest touched first. Ties go by id, so that everyone sees the same order. References to items are
/// sorted as well, for whoever keeps them elsewhere.
pub fn order<T: Borrow<Item>>(items: &mut [T], now: Millis) {
    items.sort_by(|a, b| {
        let (a, b) = (a.borrow(), b.borrow());
        rank(a).cmp(&rank(b)).then_with(|| match a.stage {
            Stage::Waiting => urgency(b, now)
                .cmp(&urgency(a, now))
                .then(a.due.cmp(&b.due))
                .then(a.since.cmp(&b.since))
                .then_with(|| a.conversation.cmp(&b.conversation)),
            Stage::Promised => a
                .due
                .cmp(&b.due)
                .then_with(|| a.conversation.cmp(&b.conversation)),
            _ => b
                .touched
                .cmp(&a.touched)
                .then_with(|| a.conversation.cmp(&b.conversation)),
        })
    });
}

fn rank(item: &Item) -> u8 {
    match item.stage {
        Stage::Waiting => 0,
        Stage::Held { .. } => 1,
        Stage::Promised => 2,
        Stage::Assistant => 3,
        Stage::Closed => 4,
    }
}

/// The place in line of every waiting conversation, 1 is next, as visitors are told it.
pub fn positions<'a>(items: impl IntoIterator<Item = &'a Item>, now: Millis) -> Vec<(ConversationId, u32)> {
    let waiting = items.into_iter().filter(|item| item.stage == Stage::Waiting);
    let mut waiting: Vec<&Item> = waiting.collect();
    order(&mut waiting, now);
    waiting
        .into_iter()
        .map(|item| item.conversation.clone())
        .zip(1..)
        .collect()
}

/// How much of an item's time is used, in percent: 0 at its beginning, 100 at its due time, more when it is over.
/// None when nothing is due.
pub fn used(item: &Item, now: Millis) -> Option<u64> {
    let due = item.due?;
    let budget = due.since(item.since).max(1);
    Some(now.since(item.since) * 100 / budget)
}
