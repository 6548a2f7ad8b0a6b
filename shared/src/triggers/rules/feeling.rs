//! What the visitor's mood calls for, and the weak signs that add up.

use super::Finding;
use crate::{
    policy::Policy,
    triggers::{ReasonCode, Signals, Verdict, repetition::Reaction},
};

// Points of risk. None of these calls anybody alone; `thresholds.risk_offer_from` is 100. Two turns without an answer to an
// annoyed visitor, or a wrong answer to one with a deadline and a short temper, come to that.
/// Per turn in a row without an answer.
const MISS: u32 = 35;
/// Per failed attempt on the present need.
const FAILURE: u32 = 25;
/// The visitor said that the last answer was wrong or no help.
const COMPLAINT: u32 = 20;
/// Out of 100 points of heat, and of urgency, so many count.
const HEAT_SHARE: u32 = 60;
const URGENCY_SHARE: u32 = 25;

pub(super) fn find(policy: &Policy, signals: &Signals, found: &mut Vec<Finding>) {
    let limits = &policy.thresholds;
    if policy.triggers.mood {
        mood(policy, signals, found);
    }
    if policy.triggers.urgency && urgency(signals) >= limits.urgent_from {
        // Raises the priority of a call that something else makes; alone it calls nobody.
        found.push(
            Finding::new(Verdict::Answer, ReasonCode::Urgency, "thresholds.urgent_from")
                .in_message(signals.message)
                .by_score(urgency(signals), limits.urgent_from),
        );
    }
    let points = risk(policy, signals);
    if policy.triggers.risk && points >= limits.risk_offer_from {
        found.push(
            Finding::new(Verdict::Offer, ReasonCode::Risk, "thresholds.risk_offer_from")
                .in_message(signals.message)
                .by_score(points, limits.risk_offer_from),
        );
    }
}

fn mood(policy: &Policy, signals: &Signals, found: &mut Vec<Finding>) {
    let limits = &policy.thresholds;
    let (verdict, rule, threshold) = if signals.heat >= limits.mood_escalate_from {
        (
            Verdict::Escalate,
            "thresholds.mood_escalate_from",
            limits.mood_escalate_from,
        )
    } else if signals.heat >= limits.mood_offer_from {
        (
            Verdict::Offer,
            "thresholds.mood_offer_from",
            limits.mood_offer_from,
        )
    } else {
        return;
    };
    let Some(worst) = signals
        .moods
        .iter()
        .max_by_key(|mood| mood.anger.max(mood.insult))
    else {
        return;
    };
    // Heat that only lingers from before calls nobody: this message has to show some of it.
    if worst.anger.max(worst.insult) == 0 {
        return;
    }
    let code = if worst.insult > worst.anger {
        ReasonCode::Insult
    } else {
        ReasonCode::Frustration
    };
    let priority = u8::from(verdict == Verdict::Escalate);
    found.push(
        Finding::new(verdict, code, rule)
            .in_message(signals.message)
            .by_words(&worst.words)
            .by_score(signals.heat, threshold)
            .for_queue(None, priority),
    );
}

/// The most urgent of the messages, 0 to 100.
pub fn urgency(signals: &Signals) -> u32 {
    signals.moods.iter().map(|mood| mood.urgency).max().unwrap_or(0)
}

fn risk(policy: &Policy, signals: &Signals) -> u32 {
    let on = &policy.triggers;
    let heat = if on.mood { signals.heat } else { 0 };
    let urgency = if on.urgency { urgency(signals) } else { 0 };
    let complaint = signals
        .reaction
        .as_ref()
        .is_some_and(|told| told.reaction != Reaction::AskAgain);
    signals.past.misses.saturating_mul(MISS)
        + signals.past.failures.min(4) * FAILURE
        + u32::from(complaint) * COMPLAINT
        + heat * HEAT_SHARE / 100
        + urgency * URGENCY_SHARE / 100
}
