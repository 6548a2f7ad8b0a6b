//! Refuses a policy that cannot be meant: each problem names the path and says what would be right.

use std::fmt;

use super::{Policy, fields::under, nearest::nearest};
use crate::text::{fold, words};

/// One thing wrong in a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `thresholds.offer_below`; `line 3` where the text could not be read at all.
    pub path: String,
    /// What would be right; completes a sentence that begins with the path.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.path, self.message)
    }
}

impl Problem {
    pub(super) fn new(path: &str, message: impl Into<String>) -> Self {
        Self {
            path: if path.is_empty() { "policy" } else { path }.to_owned(),
            message: message.into(),
        }
    }

    pub(super) fn syntax(text: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map(|span| {
            text.as_bytes()
                .iter()
                .take(span.start)
                .filter(|byte| **byte == b'\n')
                .count()
                + 1
        });
        let path = line.map_or_else(|| "policy".to_owned(), |line| format!("line {line}"));
        Self::new(&path, format!("is not TOML: {}", error.message().trim()))
    }

    /// All problems in one sentence, their paths under another.
    pub fn sentence(problems: &[Self], root: &str) -> String {
        let said = |problem: &Self| format!("`{}` {}", under(root, &problem.path), problem.message);
        problems.iter().map(said).collect::<Vec<_>>().join("; ")
    }
}

impl Policy {
    /// What no field can know alone: names that lead nowhere, things said twice, pairs that contradict each other.
    pub(super) fn contradictions(&self, found: &mut Vec<Problem>) {
        self.of_queues(found);
        self.of_keywords(found);
        self.of_pairs(found);
        self.of_gathering(found);
    }

    fn of_queues(&self, found: &mut Vec<Problem>) {
        for (at, queue) in self.queues.iter().enumerate() {
            let before = || self.queues[..at].iter().chain([&self.queue]);
            if before().any(|other| other.id == queue.id) {
                let rule = format!("must be its own: there is a queue \"{}\" already", queue.id);
                found.push(Problem::new(&format!("queues.{at}.id"), rule));
            }
        }
        let keywords = self.keywords.iter().enumerate();
        let intake = self.intake.iter().enumerate();
        let named = keywords
            .filter_map(|(at, keyword)| Some((format!("keywords.{at}.queue"), keyword.queue.as_ref()?)))
            .chain(
                intake.filter_map(|(at, asked)| Some((format!("intake.{at}.queue"), asked.queue.as_ref()?))),
            )
            .chain(self.topics.iter().filter_map(|(topic, rule)| {
                Some((format!("topics.{}.queue", topic.as_str()), rule.queue.as_ref()?))
            }));
        let mut known: Vec<_> = [&self.queue]
            .into_iter()
            .chain(&self.queues)
            .map(|queue| queue.id.as_str())
            .collect();
        known.dedup();
        for (path, id) in named.filter(|(_, id)| !known.contains(&id.as_str())) {
            let hint = nearest(id.as_str(), known.iter().copied()).map_or_else(
                || format!("there are: {}", known.join(", ")),
                |near| format!("did you mean \"{near}\"?"),
            );
            let rule = format!("names no queue of this policy (\"{id}\"); {hint}");
            found.push(Problem::new(&path, rule));
        }
    }

    fn of_keywords(&self, found: &mut Vec<Problem>) {
        let folded: Vec<_> = self
            .keywords
            .iter()
            .map(|keyword| fold(&keyword.phrase))
            .collect();
        let all: Vec<Vec<&str>> = folded.iter().map(|phrase| words(phrase).collect()).collect();
        for (at, phrase) in all.iter().enumerate() {
            let path = format!("keywords.{at}.phrase");
            if phrase.is_empty() {
                found.push(Problem::new(&path, "must have at least one word in it"));
            } else if let Some(first) = all[..at].iter().position(|other| other == phrase) {
                found.push(Problem::new(
                    &path,
                    format!("is listed already, as keywords.{first}"),
                ));
            }
        }
    }

    fn of_pairs(&self, found: &mut Vec<Problem>) {
        let (limits, times) = (&self.thresholds, &self.times);
        let pairs = [
            (
                "thresholds.escalate_below",
                u64::from(limits.escalate_below),
                "thresholds.offer_below",
                limits.offer_below.into(),
            ),
            (
                "thresholds.offer_after_failures",
                limits.offer_after_failures.into(),
                "thresholds.escalate_after_failures",
                limits.escalate_after_failures.into(),
            ),
            (
                "thresholds.mood_offer_from",
                limits.mood_offer_from.into(),
                "thresholds.mood_escalate_from",
                limits.mood_escalate_from.into(),
            ),
            (
                "times.alert_ms",
                times.alert_ms,
                "times.offer_details_ms",
                times.offer_details_ms,
            ),
        ];
        for (topic, rule) in &self.topics {
            if rule
                .offer_below
                .is_some_and(|below| below < limits.escalate_below)
            {
                let path = format!("topics.{}.offer_below", topic.as_str());
                let rule =
                    "must be at least thresholds.escalate_below: below that a person is called, not offered";
                found.push(Problem::new(&path, rule));
            }
        }
        for (low, is, high, at_most) in pairs {
            if is > at_most {
                let rule = format!("must be at most {high}: {is} is more than {at_most}");
                found.push(Problem::new(low, rule));
            }
        }
    }
}
