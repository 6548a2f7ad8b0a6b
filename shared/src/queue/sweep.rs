//! The sweep: is an open escalation in somebody's hands, or will something happen to it by itself, and does the queue
//! know it as it is? Nothing else relies on it: it looks for what cannot be, and says so when it is all the same.

use serde::{Deserialize, Serialize};

use super::item::{Item, Stage};
use crate::ids::Millis;

/// What is due or promised by an alarm may come so late before it counts as forgotten, in milliseconds: platforms ring a
/// little late, and after a failure again with growing pauses.
pub const GRACE_MS: u64 = 2 * 60 * 1000;

/// What a conversation says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Account {
    /// Its line for the queue; none when nothing ever happened in it, or it was erased.
    pub item: Option<Item>,
    /// When time has something to do, as [`crate::conversation::due`] says.
    pub due: Option<Millis>,
    /// Whether the queue has not acknowledged the last change yet.
    pub untold: bool,
    /// When the platform will wake it; none when it will not.
    pub alarm: Option<Millis>,
    /// Whether it is awake and doing at this moment what was due.
    pub working: bool,
}

/// What is wrong with a conversation. None of it can be, and each was seen to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orphan {
    /// An open escalation has neither an owner nor a next action.
    NobodyNext,
    /// Something is due, or the queue is to be told, and nothing will wake the conversation.
    NoAlarm,
    /// Something will wake it, long after it is due.
    LateAlarm,
    /// What was due long ago has not been done.
    Overdue,
    /// It is open, and the queue has never heard of it.
    Unlisted,
    /// The queue believes that it was told everything, and knows it otherwise than it is.
    Outdated,
    /// The queue knows a later state than the conversation has.
    Ahead,
    /// The queue lists it, and there is no such conversation.
    Vanished,
    /// It could not be asked.
    Silent,
}

impl Orphan {
    /// For people who look after an edge.
    pub fn words(self) -> &'static str {
        match self {
            Self::NobodyNext => "open, with neither an owner nor a next action",
            Self::NoAlarm => "something is due, and nothing would have woken it",
            Self::LateAlarm => "would have been woken long after something is due",
            Self::Overdue => "what was due long ago had not been done",
            Self::Unlisted => "open, and not in the queue",
            Self::Outdated => "in the queue otherwise than it is",
            Self::Ahead => "in the queue with more than has happened in it",
            Self::Vanished => "in the queue, and there is no such conversation",
            Self::Silent => "could not be asked",
        }
    }
}

/// What is wrong, given what the conversation says of itself and what the queue lists; nothing when all is well.
pub fn examine(account: &Account, listed: Option<&Item>, now: Millis) -> Vec<Orphan> {
    let Some(item) = &account.item else {
        return listed.map(|_| Orphan::Vanished).into_iter().collect();
    };
    let held = matches!(item.stage, Stage::Held { .. });
    let nobody = item.is_open() && !held && account.due.is_none();
    let mut found: Vec<Orphan> = nobody.then_some(Orphan::NobodyNext).into_iter().collect();
    if !account.working {
        found.extend(waking(account, now));
    }
    // Not told yet is no fault while it will be tried again, which the alarm says.
    if !account.untold {
        found.extend(listing(item, listed));
    }
    found
}

fn waking(account: &Account, now: Millis) -> Option<Orphan> {
    let wanted = if account.untold { Some(now) } else { account.due };
    let wanted = wanted?;
    let long_ago = |at: Millis| at.plus(GRACE_MS) < now;
    match account.alarm {
        None => Some(Orphan::NoAlarm),
        Some(alarm) if alarm > wanted.max(now).plus(GRACE_MS) => Some(Orphan::LateAlarm),
        Some(alarm) if long_ago(alarm) || account.due.is_some_and(long_ago) => Some(Orphan::Overdue),
        Some(_) => None,
    }
}

fn listing(item: &Item, listed: Option<&Item>) -> Option<Orphan> {
    match listed {
        None => item.is_open().then_some(Orphan::Unlisted),
        Some(known) if known.version > item.version => Some(Orphan::Ahead),
        Some(known) if known.version < item.version || known.stage != item.stage => Some(Orphan::Outdated),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        conversation::Member,
        ids::{ConversationId, MemberId, Seq},
    };

    const NOW: Millis = Millis(1_000_000_000);

    fn item(stage: Stage, version: u64) -> Item {
        Item {
            conversation: ConversationId::new("c1").unwrap(),
            version: Seq(version),
            stage,
            queue: None,
            team: String::new(),
            priority: 0,
            reason: None,
            topic: None,
            line: String::new(),
            widened: false,
            page: None,
            email: None,
            verified: None,
            since: Millis(1),
            due: None,
            touched: Millis(1),
            bounces: 0,
            snoozed: None,
        }
    }

    fn held() -> Stage {
        let by = Member {
            id: MemberId::new("m1").unwrap(),
            name: "Ada".into(),
        };
        Stage::Held { by }
    }

    /// Waiting, with a next step in half a minute and an alarm for it.
    fn well() -> Account {
        let soon = Some(NOW.plus(30_000));
        Account {
            item: Some(item(Stage::Waiting, 7)),
            due: soon,
            untold: false,
            alarm: soon,
            working: false,
        }
    }

    #[track_caller]
    fn check(account: &Account, listed: Option<&Item>, expected: &[Orphan]) {
        assert_eq!(examine(account, listed, NOW), expected, "{account:?}\n{listed:?}");
    }

    #[test]
    fn what_has_an_owner_or_a_next_action_and_is_known_is_no_orphan() {
        check(&well(), well().item.as_ref(), &[]);
        let idle = Account {
            item: Some(item(Stage::Assistant, 3)),
            ..Account::default()
        };
        check(&idle, None, &[]);
        check(&idle, idle.item.as_ref(), &[]);
        let answered = Account {
            item: Some(item(held(), 9)),
            ..Account::default()
        };
        check(&answered, answered.item.as_ref(), &[]);
        check(&Account::default(), None, &[]);
        let on_the_way = Account {
            untold: true,
            alarm: Some(NOW.plus(2_000)),
            ..well()
        };
        check(&on_the_way, None, &[]);
    }

    #[test]
    fn what_is_due_needs_something_that_wakes_it_in_time() {
        let listed = well().item;
        let at = |due: Millis, alarm: Option<Millis>| Account {
            due: Some(due),
            alarm,
            ..well()
        };
        let (soon, late) = (NOW.plus(30_000), NOW.plus(30_001 + GRACE_MS));
        let long_ago = Millis(NOW.0 - GRACE_MS - 1);
        for (account, expected) in [
            (at(soon, None), vec![Orphan::NoAlarm]),
            (at(soon, Some(late)), vec![Orphan::LateAlarm]),
            (at(long_ago, Some(long_ago)), vec![Orphan::Overdue]),
            (at(long_ago, Some(NOW)), vec![Orphan::Overdue]),
            (at(Millis(NOW.0 - 5_000), Some(NOW)), vec![]),
        ] {
            check(&account, listed.as_ref(), &expected);
            let working = Account {
                working: true,
                ..account
            };
            check(&working, listed.as_ref(), &[]);
        }
        let untold = Account {
            untold: true,
            ..Account {
                item: Some(item(Stage::Assistant, 3)),
                ..Account::default()
            }
        };
        check(&untold, None, &[Orphan::NoAlarm]);
        let nothing_next = Account {
            due: None,
            alarm: None,
            ..well()
        };
        check(&nothing_next, listed.as_ref(), &[Orphan::NobodyNext]);
    }

    #[test]
    fn queue_and_conversation_know_the_same() {
        check(&well(), None, &[Orphan::Unlisted]);
        check(&well(), Some(&item(Stage::Waiting, 6)), &[Orphan::Outdated]);
        check(&well(), Some(&item(Stage::Closed, 7)), &[Orphan::Outdated]);
        check(&well(), Some(&item(Stage::Waiting, 8)), &[Orphan::Ahead]);
        check(
            &Account::default(),
            Some(&item(Stage::Waiting, 7)),
            &[Orphan::Vanished],
        );
        let closed = Account {
            item: Some(item(Stage::Closed, 9)),
            ..Account::default()
        };
        check(&closed, Some(&item(Stage::Waiting, 7)), &[Orphan::Outdated]);
    }
}
