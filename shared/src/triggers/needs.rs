//! How many different needs are open at once: topics in the parts of a message, and those that went without an answer.

use std::ops::Range;

use super::{
    asked::Asked,
    topic::{Scored, Topic},
};

/// From this certainty on, in percent, a part of a message counts as a need of its own.
const SURE: u32 = 60;
/// A part of fewer words says too little to be classified alone.
const SHORTEST: usize = 3;
/// More parts than these are not read one by one: a long text is one matter at length.
const MOST_PARTS: usize = 6;

/// The different needs, each by its topic, the present one first. `topics` are those of all `asked` together.
pub(super) fn open(asked: &[Asked<'_>], topics: &[Scored], unresolved: &[Topic]) -> Vec<Topic> {
    let Some(best) = topics.first() else {
        return Vec::new();
    };
    let mut needs = vec![best.topic];
    let parts: Vec<_> = asked
        .iter()
        .flat_map(|asked| {
            parts(asked.read.text())
                .into_iter()
                .map(move |part| (asked, part))
        })
        .collect();
    if (2..=MOST_PARTS).contains(&parts.len()) {
        for (asked, part) in parts {
            if let Some((topic, _)) = asked.surest_of(&part).filter(|(_, percent)| *percent >= SURE) {
                add(&mut needs, topic);
            }
        }
    }
    for topic in unresolved {
        add(&mut needs, *topic);
    }
    needs
}

fn add(needs: &mut Vec<Topic>, topic: Topic) {
    if !needs.iter().any(|known| kin(*known, topic)) {
        needs.push(topic);
    }
}

/// Sentences and the parts that "and also" joins, by their bytes.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = 0;
    for sentence in text.split(['.', '!', '?', ';', '\n']) {
        let behind = from + sentence.len() + 1;
        for part in sentence.split(ALSO) {
            if part.split_whitespace().take(SHORTEST).count() == SHORTEST {
                parts.push(from..from + part.len());
            }
            from += part.len() + ALSO.len();
        }
        from = behind;
    }
    parts
}

/// Joins what may be two needs.
const ALSO: &str = " also ";

/// Two names for what is often one need: who got a broken lamp wants the money back, and complains.
fn kin(one: Topic, other: Topic) -> bool {
    use Topic::{
        AccountAccess, ActionNeeded, BillingDispute, Cancellation, Complaint, DamagedOrMissing,
        FraudSecurity, IdentityNeeded, Legal, PrivacyRequest, Refund,
    };
    let pair = |a, b| (one, other) == (a, b) || (one, other) == (b, a);
    let beside = |topic| one == topic || other == topic;
    one == other
        // How it is said or what it takes, not another need.
        || beside(Complaint)
        || beside(IdentityNeeded)
        || beside(ActionNeeded)
        || pair(Refund, DamagedOrMissing)
        || pair(Refund, BillingDispute)
        || pair(Refund, Cancellation)
        || pair(FraudSecurity, AccountAccess)
        || pair(FraudSecurity, BillingDispute)
        || pair(Legal, PrivacyRequest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_cut_where_another_need_may_begin() {
        let text = "Where is my order? Cancel it.\nI also forgot my password and also the user name";
        let cut: Vec<&str> = parts(text).into_iter().map(|part| &text[part]).collect();
        assert_eq!(
            cut,
            ["Where is my order", "forgot my password and", "the user name"]
        );
    }

    #[test]
    fn what_is_often_one_need_is_counted_once() {
        let best = |topic| Scored {
            topic,
            percent: 90,
            words: Vec::new(),
        };
        let open = |topic, unresolved: &[Topic]| open(&[], &[best(topic)], unresolved).len();
        assert_eq!(super::open(&[], &[], &[Topic::Refund]), []);
        assert_eq!(open(Topic::Refund, &[]), 1);
        assert_eq!(
            open(Topic::Refund, &[Topic::DamagedOrMissing, Topic::Complaint]),
            1
        );
        assert_eq!(open(Topic::Refund, &[Topic::AccountAccess]), 2);
        assert_eq!(
            open(Topic::Refund, &[Topic::AccountAccess, Topic::FraudSecurity]),
            2
        );
    }
}
