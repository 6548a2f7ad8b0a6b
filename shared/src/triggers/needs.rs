//! How many different needs are open at once: topics in the parts of a message, and those that went without an answer.

use super::topic::{Scored, Topic, classify};

/// From this certainty on, in percent, a part of a message counts as a need of its own.
const SURE: u32 = 60;
/// A part of fewer words says too little to be classified alone.
const SHORTEST: usize = 3;
/// More parts than these are not read one by one: a long text is one matter at length.
const MOST_PARTS: usize = 6;

/// The different needs, each by its topic, the present one first. `topics` are those of the whole `question`.
pub(super) fn open(question: &str, topics: &[Scored], unresolved: &[Topic]) -> Vec<Topic> {
    let Some(best) = topics.first() else {
        return Vec::new();
    };
    let mut needs = vec![best.topic];
    let parts: Vec<&str> = parts(question);
    if (2..=MOST_PARTS).contains(&parts.len()) {
        for part in parts {
            if let Some(found) = classify(part).first().filter(|found| found.percent >= SURE) {
                add(&mut needs, found.topic);
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

/// Sentences and the parts that "and also" joins.
fn parts(question: &str) -> Vec<&str> {
    question
        .split(['.', '!', '?', ';', '\n'])
        .flat_map(|sentence| sentence.split(" also "))
        .filter(|part| part.split_whitespace().count() >= SHORTEST)
        .collect()
}

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
    fn what_is_often_one_need_is_counted_once() {
        let best = |topic| Scored {
            topic,
            percent: 90,
            words: Vec::new(),
        };
        let open = |topic, unresolved: &[Topic]| open("x", &[best(topic)], unresolved).len();
        assert_eq!(super::open("x", &[], &[Topic::Refund]), []);
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
