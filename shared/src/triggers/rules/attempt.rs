//! What the assistant's attempt calls for: is it supported, is there a source, does it promise, does it decline.

use super::Finding;
use crate::{
    policy::Policy,
    triggers::{ReasonCode, Signals, Verdict, signals::Tried},
};

pub(super) fn find(policy: &Policy, signals: &Signals, found: &mut Vec<Finding>) {
    let offer = |code, rule: &str| Finding::new(Verdict::Offer, code, rule).in_message(signals.message);
    match &signals.attempt {
        None | Some(Tried::Quoted { support: None }) => {}
        Some(Tried::Quoted { support: Some(score) }) => found.extend(unsupported(policy, signals, *score)),
        Some(Tried::Written {
            grounded,
            promise,
            refusal,
        }) => {
            found.extend(unsupported(policy, signals, (*grounded).max(1)));
            // Not to be switched off: a promise becomes an obligation, or is not sent.
            if let Some(words) = promise {
                found.push(
                    Finding::new(Verdict::Escalate, ReasonCode::Promise, "promise")
                        .in_message(signals.message)
                        .by_words(std::slice::from_ref(words)),
                );
            }
            if let Some(words) = refusal.as_ref().filter(|_| policy.triggers.refusal) {
                found.push(offer(ReasonCode::PolicyBlock, "refusal").by_words(std::slice::from_ref(words)));
            }
        }
        Some(Tried::NoAnswer) => found.push(offer(ReasonCode::NoSource, "no_source")),
        Some(Tried::Refused) => found.push(offer(ReasonCode::PolicyBlock, "refusal")),
        Some(Tried::Failed) => found.push(offer(ReasonCode::AssistantUnavailable, "assistant")),
    }
}

/// A score below what the policy asks for on this topic. Support of 0: nothing in the knowledge is about it.
fn unsupported(policy: &Policy, signals: &Signals, score: u32) -> Option<Finding> {
    // Whether it is a person has its own honest answer: no page is asked for it.
    let probed = signals.probe.is_some() && policy.triggers.probe;
    if !policy.triggers.confidence || probed {
        return None;
    }
    let limits = &policy.thresholds;
    let (below, rule) = threshold(policy, signals);
    let finding = if score < limits.escalate_below {
        Finding::new(
            Verdict::Escalate,
            ReasonCode::LowConfidence,
            "thresholds.escalate_below",
        )
        .by_score(score, limits.escalate_below)
    } else if score == 0 {
        Finding::new(Verdict::Offer, ReasonCode::NoSource, "no_source").by_score(score, below)
    } else if score < below {
        Finding::new(Verdict::Offer, ReasonCode::LowConfidence, &rule).by_score(score, below)
    } else {
        return None;
    };
    Some(finding.in_message(signals.message))
}

/// Below which support a person is offered: the topic's own threshold, or the general one.
fn threshold(policy: &Policy, signals: &Signals) -> (u32, String) {
    let own = signals.topics.first().and_then(|scored| {
        let below = policy.topics.get(&scored.topic)?.offer_below?;
        Some((below, format!("topics.{}.offer_below", scored.topic.as_str())))
    });
    own.filter(|_| policy.triggers.topics)
        .unwrap_or_else(|| (policy.thresholds.offer_below, "thresholds.offer_below".to_owned()))
}

/// How well the knowledge supports what was come up with, in percent; none when nothing was compared.
pub fn confidence(signals: &Signals) -> Option<u32> {
    match signals.attempt {
        Some(Tried::Quoted { support }) => support,
        Some(Tried::Written { grounded, .. }) => Some(grounded),
        _ => None,
    }
}
