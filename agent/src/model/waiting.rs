//! How an item's waiting looks: the share of the time that is used, and whether it warns.
//!
//! The tone is shown in colour and also said: by the ring, the clock and [`Tone::words`].

use super::time::spoken;
use crate::api::Member;
use shared::{
    ids::{MemberId, Millis},
    queue::{Item, Stage, used},
};

/// From this share of the time on, in percent, an item warns.
const WARN_FROM: u64 = 75;

/// How urgent an item looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// There is time.
    Calm,
    /// Three quarters of the time are used.
    Warn,
    /// The due time has passed.
    Over,
}

impl Tone {
    /// The value of `data-tone`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Warn => "warn",
            Self::Over => "bad",
        }
    }

    /// What is added for those who do not see the colour.
    pub fn words(self) -> &'static str {
        match self {
            Self::Calm => "",
            Self::Warn => ", due soon",
            Self::Over => ", overdue",
        }
    }
}

/// The share of the time used, 0 to 100 percent, and what it means. None when nothing is due.
pub fn ring(item: &Item, now: Millis) -> Option<(u64, Tone)> {
    let used = used(item, now)?;
    let tone = match used {
        used if used >= 100 => Tone::Over,
        used if used >= WARN_FROM => Tone::Warn,
        _ => Tone::Calm,
    };
    Some((used.min(100), tone))
}

/// What an alert about an open item says first. A later one says how long it has been: the same words, put into the same place
/// again, are not read out again.
pub fn news(item: &Item, known: Option<&Item>, now: Millis) -> String {
    let waited = || spoken(now.since(item.since));
    match known.filter(|known| is_open(known)) {
        Some(known) if item.widened && !known.widened => {
            format!("Nobody has come in {}, every team is asked", waited())
        }
        Some(_) => format!("Waiting for {} now", waited()),
        None => "In the queue".to_owned(),
    }
}

/// Whether nobody of its own team came in time, and it is for every team.
pub fn is_for_all(item: &Item) -> bool {
    item.widened && is_open(item)
}

/// Whether the item is for anybody to take.
pub fn is_open(item: &Item) -> bool {
    matches!(item.stage, Stage::Waiting | Stage::Promised)
}

/// Whether the item is the member's business: of a queue they serve (all of them, if none is named), theirs already, or
/// waiting for so long that it is everybody's.
pub fn serves(member: &Member, item: &Item) -> bool {
    let of = |queue| member.queues.is_empty() || member.queues.contains(queue);
    item.queue.as_ref().is_none_or(of) || item.widened || is_held_by(item, &member.id)
}

/// Whether the member has the item.
pub fn is_held_by(item: &Item, member: &MemberId) -> bool {
    matches!(&item.stage, Stage::Held { by } if by.id == *member)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use shared::ids::{ConversationId, Seq};

    pub(crate) fn item(stage: Stage, since: u64, due: Option<u64>) -> Item {
        Item {
            conversation: ConversationId::new("c1").unwrap(),
            version: Seq(1),
            stage,
            queue: None,
            team: "Support".to_owned(),
            priority: 0,
            reason: None,
            topic: None,
            line: String::new(),
            widened: false,
            page: None,
            email: None,
            verified: None,
            since: Millis(since),
            due: due.map(Millis),
            touched: Millis(since),
            bounces: 0,
            snoozed: None,
        }
    }

    #[track_caller]
    fn check(now: u64, expect: (u64, Tone)) {
        assert_eq!(
            ring(&item(Stage::Waiting, 1_000, Some(101_000)), Millis(now)),
            Some(expect)
        );
    }

    #[test]
    fn colour_comes_with_three_quarters_and_with_the_due_time() {
        check(0, (0, Tone::Calm));
        check(1_000, (0, Tone::Calm));
        check(75_999, (74, Tone::Calm));
        check(76_000, (75, Tone::Warn));
        check(100_999, (99, Tone::Warn));
        check(101_000, (100, Tone::Over));
        check(999_000, (100, Tone::Over));
    }

    #[test]
    fn an_alert_is_never_the_same_words_twice_and_says_when_every_team_is_asked() {
        let at = |version: u64, widened: bool| Item {
            version: Seq(version),
            widened,
            ..item(Stage::Waiting, 0, None)
        };
        let (first, again, widened) = (at(5, false), at(6, false), at(7, true));
        for (item, known, now, said) in [
            (&first, None, 0, "In the queue"),
            (&again, Some(&first), 30_000, "Waiting for 30 seconds now"),
            (
                &widened,
                Some(&again),
                90_000,
                "Nobody has come in 1 minute, every team is asked",
            ),
            (&at(8, true), Some(&widened), 300_000, "Waiting for 5 minutes now"),
        ] {
            assert_eq!(news(item, known, Millis(now)), said);
        }
        let closed = item(Stage::Closed, 0, None);
        let reopened = news(&first, Some(&closed), Millis(0));
        assert_eq!(reopened, "In the queue", "another time");
        assert!(is_for_all(&widened) && !is_for_all(&again));
    }

    #[test]
    fn a_member_serves_their_queues_and_what_has_waited_too_long() {
        let queue = |id: &str| shared::ids::QueueId::new(id).unwrap();
        let member = |queues: &[&str]| Member {
            id: MemberId::new("me").unwrap(),
            name: String::new(),
            email: String::new(),
            role: crate::api::Role::Agent,
            queues: queues.iter().map(|id| queue(id)).collect(),
        };
        let mut waiting = item(Stage::Waiting, 0, None);
        waiting.queue = Some(queue("billing"));
        assert!(serves(&member(&[]), &waiting) && serves(&member(&["sales", "billing"]), &waiting));
        assert!(!serves(&member(&["sales"]), &waiting));
        waiting.widened = true;
        assert!(serves(&member(&["sales"]), &waiting));
        waiting.widened = false;
        let by = shared::conversation::Member {
            id: MemberId::new("me").unwrap(),
            name: String::new(),
        };
        waiting.stage = Stage::Held { by };
        assert!(serves(&member(&["sales"]), &waiting), "passed on to them");
    }

    #[test]
    fn without_a_due_time_there_is_no_ring() {
        assert_eq!(ring(&item(Stage::Assistant, 0, None), Millis(5)), None);
    }
}
