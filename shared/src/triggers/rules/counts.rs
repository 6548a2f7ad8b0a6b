//! What adds up over the conversation: a need that comes again, answers without end, several needs at once.

use super::Finding;
use crate::{
    policy::Policy,
    triggers::{ReasonCode, Signals, Verdict, signals::Tried},
};

pub(super) fn find(policy: &Policy, signals: &Signals, found: &mut Vec<Finding>) {
    let (limits, past, on) = (&policy.thresholds, &signals.past, &policy.triggers);
    let mut add = |verdict, code, rule: &str, score, threshold| {
        found.push(
            Finding::new(verdict, code, rule)
                .in_message(signals.message)
                .by_score(score, threshold),
        );
    };
    let failures = past.failures;
    if on.repetition && failures >= limits.escalate_after_failures {
        let (rule, limit) = (
            "thresholds.escalate_after_failures",
            limits.escalate_after_failures,
        );
        add(Verdict::Escalate, ReasonCode::Repeated, rule, failures, limit);
    } else if on.repetition && failures >= limits.offer_after_failures {
        let (rule, limit) = ("thresholds.offer_after_failures", limits.offer_after_failures);
        add(Verdict::Offer, ReasonCode::Repeated, rule, failures, limit);
    }
    let capped = on.caps && !nothing_asked(signals);
    if capped && past.answers >= limits.most_answers {
        let rule = "thresholds.most_answers";
        add(
            Verdict::Offer,
            ReasonCode::TurnCap,
            rule,
            past.answers,
            limits.most_answers,
        );
    } else if capped && past.answers_on_topic >= limits.most_answers_per_topic {
        let (rule, limit) = ("thresholds.most_answers_per_topic", limits.most_answers_per_topic);
        add(
            Verdict::Offer,
            ReasonCode::TurnCap,
            rule,
            past.answers_on_topic,
            limit,
        );
    }
    let needs = u32::try_from(signals.needs.len()).unwrap_or(u32::MAX);
    if on.complexity && needs >= limits.needs_offer_from {
        let named: Vec<String> = signals
            .needs
            .iter()
            .map(|topic| topic.words().to_owned())
            .collect();
        found.push(
            Finding::new(Verdict::Offer, ReasonCode::Complex, "thresholds.needs_offer_from")
                .in_message(signals.message)
                .by_words(&named)
                .by_score(needs, limits.needs_offer_from),
        );
    }
}

/// Whether the turn is a greeting or thanks: to this, one more answer is none.
fn nothing_asked(signals: &Signals) -> bool {
    let nothing = matches!(signals.attempt, Some(Tried::Quoted { support: None }));
    nothing && signals.reaction.is_none()
}
