//! Refuses a policy that cannot be meant: each problem names the path and says what would be right.

use super::Policy;
use crate::text::{fold, words};

/// One thing wrong in a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `thresholds.offer_below`.
    pub path: String,
    /// What would be right.
    pub message: String,
}

impl Policy {
    /// Everything that is wrong; empty when the policy can be used.
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut say = |path: String, message: &str| {
            found.push(Problem {
                path,
                message: message.to_owned(),
            });
        };
        if self.thresholds.offer_below > 100 {
            say("thresholds.offer_below".into(), "is a percentage: 0 to 100");
        }
        let limits = &self.thresholds;
        if limits.offer_after_failures == 0 || limits.offer_after_failures > limits.escalate_after_failures {
            say(
                "thresholds.offer_after_failures".into(),
                "is at least 1 and at most thresholds.escalate_after_failures",
            );
        }
        if limits.most_answers == 0 {
            say("thresholds.most_answers".into(), "is at least 1");
        }
        for (at, keyword) in self.keywords.iter().enumerate() {
            if words(&fold(&keyword.phrase)).next().is_none() {
                say(format!("keywords.{at}.phrase"), "needs at least one word");
            }
            if let Some(queue) = &keyword.queue
                && *queue != self.queue.id
                && !self.queues.iter().any(|known| known.id == *queue)
            {
                say(format!("keywords.{at}.queue"), "names no queue of this policy");
            }
        }
        let mut ids: Vec<_> = self
            .queues
            .iter()
            .map(|queue| &queue.id)
            .chain([&self.queue.id])
            .collect();
        ids.sort();
        if ids.windows(2).any(|pair| pair[0] == pair[1]) {
            say("queues".into(), "each queue needs an id of its own");
        }
        let times = &self.times;
        for (name, value) in [
            ("turn_ms", times.turn_ms),
            ("respond_ms", times.respond_ms),
            ("alert_ms", times.alert_ms),
            ("offer_details_ms", times.offer_details_ms),
            ("overdue_ms", times.overdue_ms),
            ("lease_ms", times.lease_ms),
            ("promise_ms", times.promise_ms),
        ] {
            if value == 0 {
                say(format!("times.{name}"), "is at least 1 millisecond");
            }
        }
        if times.alert_ms > times.offer_details_ms {
            say("times.alert_ms".into(), "is at most times.offer_details_ms");
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::QueueId,
        policy::{Keyword, Then},
    };

    #[test]
    fn the_default_has_no_problem() {
        assert_eq!(Policy::default().problems(), []);
    }

    #[test]
    fn each_problem_names_its_path() {
        let mut policy = Policy::default();
        policy.thresholds.offer_below = 101;
        policy.thresholds.offer_after_failures = 9;
        policy.times.lease_ms = 0;
        policy.keywords.push(Keyword {
            phrase: "!?".into(),
            then: Then::Offer,
            queue: QueueId::new("x").ok(),
            because: None,
        });
        let paths: Vec<_> = policy
            .problems()
            .into_iter()
            .map(|problem| problem.path)
            .collect();
        assert_eq!(
            paths,
            [
                "thresholds.offer_below",
                "thresholds.offer_after_failures",
                "keywords.0.phrase",
                "keywords.0.queue",
                "times.lease_ms"
            ]
        );
    }
}
