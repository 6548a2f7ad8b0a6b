//! A decision in words: what was done and why, and for whoever asks "why not earlier?" what was observed, what it was
//! compared with and by which rule.

use shared::triggers::{Decision, Reason, Signals, Verdict};

/// So much of a policy's hash tells two apart at a glance.
const HASH_SHOWN: usize = 8;

/// A decision as a thin row in the thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// What was done and why, with the numbers that were compared.
    pub words: String,
    /// Each reason with its rule, what was observed, the policy.
    pub details: Vec<String>,
    /// A plain answer: shown only to whoever wants every decision.
    pub plain: bool,
}

/// A decision in words.
pub fn decided(decision: &Decision) -> Decided {
    let reasons: Vec<String> = decision
        .reasons
        .iter()
        .map(|reason| lower_first(&reason.told()))
        .collect();
    let plain = decision.verdict == Verdict::Answer && reasons.is_empty();
    let done = match decision.verdict {
        Verdict::Answer => "Answered",
        Verdict::Offer => "Offered a person",
        Verdict::Escalate => "Called a person",
    };
    let why = if plain {
        "nothing called for a person".to_owned()
    } else {
        reasons.join("; ")
    };
    let words = if why.is_empty() {
        done.to_owned()
    } else {
        format!("{done}: {why}")
    };
    let mut details: Vec<String> = decision.reasons.iter().map(by_rule).collect();
    details.extend(
        decision
            .confidence
            .map(|percent| format!("Support by the pages: {percent} %")),
    );
    details.extend(decision.signals.as_deref().into_iter().flat_map(observed));
    if !decision.policy.is_empty() {
        let hash: String = decision.policy.chars().take(HASH_SHOWN).collect();
        details.push(format!("Policy {hash}"));
    }
    Decided {
        words,
        details,
        plain,
    }
}

fn by_rule(reason: &Reason) -> String {
    format!("{} · rule {}", reason.told(), reason.rule)
}

/// What was observed and is more than nothing.
fn observed(signals: &Signals) -> Vec<String> {
    let past = &signals.past;
    let counts = [
        ("Heat of the conversation", signals.heat, " of 100"),
        ("Attempts that did not help", past.failures, ""),
        ("Turns without an answer", past.misses, ""),
        ("Answers before", past.answers, ""),
        ("Answers on this topic before", past.answers_on_topic, ""),
    ];
    let mut lines: Vec<String> = counts
        .into_iter()
        .filter(|(_, count, _)| *count > 0)
        .map(|(what, count, of)| format!("{what}: {count}{of}"))
        .collect();
    if let Some(scored) = signals.topics.first() {
        lines.push(format!("About: {}", scored.topic.words()));
    }
    if signals.needs.len() > 1 {
        lines.push(format!("Needs open at once: {}", signals.needs.len()));
    }
    lines
}

fn lower_first(text: &str) -> String {
    let mut words = text.to_owned();
    // The words are ours and begin with an ASCII letter.
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use shared::{ids::QueueId, triggers::ReasonCode};

    use super::*;

    fn decision(verdict: Verdict, reasons: Vec<Reason>) -> Decision {
        Decision {
            verdict,
            reasons,
            queue: QueueId::new("support").unwrap(),
            priority: 0,
            confidence: None,
            topic: None,
            urgent: false,
            signals: None,
            policy: "0123456789abcdef".to_owned(),
        }
    }

    #[test]
    fn a_decision_says_what_was_done_and_compares_its_numbers() {
        let low = Reason {
            score: Some(41),
            threshold: Some(55),
            ..Reason::plain(ReasonCode::LowConfidence, "thresholds.offer_below")
        };
        let offered = decided(&decision(Verdict::Offer, vec![low]));
        assert_eq!(
            offered.words,
            "Offered a person: the pages answer this too little · support\u{a0}41\u{a0}<\u{a0}55"
        );
        assert!(
            offered.details[0].ends_with("· rule thresholds.offer_below"),
            "{offered:?}"
        );
        assert_eq!(offered.details.last().unwrap(), "Policy 01234567");
        let asked = Reason {
            matched: vec!["human please".to_owned()],
            ..Reason::plain(ReasonCode::ExplicitRequest, "explicit")
        };
        assert_eq!(
            decided(&decision(Verdict::Escalate, vec![asked])).words,
            "Called a person: asked for a person (“human please”)"
        );
    }

    #[test]
    fn an_answer_says_what_was_observed_and_why_nobody_was_called() {
        let mut signals = Signals {
            heat: 35,
            ..Signals::default()
        };
        signals.past.failures = 1;
        let answer = decided(&Decision {
            confidence: Some(72),
            signals: Some(Box::new(signals)),
            ..decision(Verdict::Answer, Vec::new())
        });
        assert!(answer.plain);
        assert_eq!(answer.words, "Answered: nothing called for a person");
        assert_eq!(
            answer.details,
            [
                "Support by the pages: 72 %",
                "Heat of the conversation: 35 of 100",
                "Attempts that did not help: 1",
                "Policy 01234567"
            ]
        );
    }
}
