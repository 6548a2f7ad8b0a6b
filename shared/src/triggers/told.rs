//! A reason in words, as agents read it: what fired, by which words, and the numbers that were compared.

use super::{Reason, ReasonCode, topic::Topic};

/// Does not break at the end of a line.
const SPACE: char = '\u{a0}';

impl Reason {
    /// The reason with its evidence, such as "The pages answer this too little · support 41 < 45".
    pub fn told(&self) -> String {
        let mut words = title(self.code, self.topic());
        if !self.matched.is_empty() {
            words = format!("{words} (“{}”)", self.matched.join("”, “"));
        }
        if let (Some(score), Some(threshold)) = (self.score, self.threshold) {
            words = format!("{words} · {}", self.compared(score, threshold));
        }
        if self.offered_before {
            words += " · offered before";
        }
        words
    }

    /// The topic whose rule this is; none for a reason that is not about one.
    pub fn topic(&self) -> Option<Topic> {
        let name = self.rule.strip_prefix("topics.")?;
        let known = |topic: &Topic| self.code == ReasonCode::Topic && topic.as_str() == name;
        Topic::ALL.into_iter().find(known)
    }

    fn compared(&self, score: u32, threshold: u32) -> String {
        match self.code {
            ReasonCode::NoSource | ReasonCode::LowConfidence => {
                format!("support{SPACE}{score}{SPACE}<{SPACE}{threshold}")
            }
            ReasonCode::Repeated => format!("{score}{SPACE}attempts failed, from{SPACE}{threshold}"),
            ReasonCode::TurnCap => format!("{score}{SPACE}answers of{SPACE}{threshold}"),
            ReasonCode::Complex => format!("{score}{SPACE}needs, from{SPACE}{threshold}"),
            ReasonCode::Risk => format!("{score}{SPACE}points, from{SPACE}{threshold}"),
            ReasonCode::Frustration | ReasonCode::Insult => {
                format!("heat{SPACE}{score}, from{SPACE}{threshold}")
            }
            _ => format!("{score}, from{SPACE}{threshold}"),
        }
    }
}

/// A reason in the fewest words, as a queue lists it: the topic where it is about one, else what the code means.
pub fn title(code: ReasonCode, topic: Option<Topic>) -> String {
    match topic {
        Some(topic) => upper_first(topic.words()),
        None => code.words().to_owned(),
    }
}

/// Topics are named in English, so the letter is a plain one. (All of Unicode's capitals would be downloaded with it.)
fn upper_first(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_names_its_evidence() {
        let reason = |code, rule: &str, matched: &[&str], numbers: Option<(u32, u32)>| Reason {
            matched: matched.iter().map(|&word| word.to_owned()).collect(),
            score: numbers.map(|n| n.0),
            threshold: numbers.map(|n| n.1),
            ..Reason::plain(code, rule)
        };
        let cases = [
            (
                reason(
                    ReasonCode::LowConfidence,
                    "thresholds.offer_below",
                    &[],
                    Some((41, 45)),
                ),
                "The pages answer this too little · support 41 < 45",
            ),
            (
                reason(
                    ReasonCode::Topic,
                    "topics.billing_dispute",
                    &["charged", "twice"],
                    None,
                ),
                "Billing dispute (“charged”, “twice”)",
            ),
            (
                reason(
                    ReasonCode::Repeated,
                    "thresholds.offer_after_failures",
                    &[],
                    Some((2, 2)),
                ),
                "The same need again, unresolved · 2 attempts failed, from 2",
            ),
            (
                reason(ReasonCode::Button, "button", &[], None),
                "Pressed “Talk to a person”",
            ),
        ];
        for (reason, told) in cases {
            assert_eq!(reason.told().replace(SPACE, " "), told);
        }
    }
}
