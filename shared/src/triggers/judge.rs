//! From signals and policy to a decision. Pure and small: the same signals under the same policy give the same decision,
//! whenever and wherever it is asked, and the order of rules in the policy changes nothing.

use super::{
    Decision, Reason, ReasonCode, Signals, Verdict,
    rules::{self, Finding},
};
use crate::policy::Policy;

/// The highest priority; beyond it nothing is told apart any more.
const TOP: u8 = 9;

/// Decides by these signals. The weightiest verdict of all findings wins; without any the assistant answers. What a person
/// was offered for in this chapter offers nobody again, it only goes along.
pub fn judge(policy: &Policy, policy_hash: &str, signals: &Signals) -> Decision {
    let mut found = rules::all(policy, signals);
    for finding in &mut found {
        let known = |offer: &super::signals::Offer| {
            offer.code == finding.reason.code && offer.rule == finding.reason.rule
        };
        if finding.verdict == Verdict::Offer && signals.past.offered.iter().any(known) {
            finding.verdict = Verdict::Answer;
            finding.reason.offered_before = true;
        }
    }
    found.sort_by(|a, b| {
        b.verdict
            .cmp(&a.verdict)
            .then(a.reason.code.place().cmp(&b.reason.code.place()))
            .then(a.reason.code.cmp(&b.reason.code))
            .then(a.reason.rule.cmp(&b.reason.rule))
    });
    // The topic that decides, or else what the turn is about.
    let best = signals.topics.first().map(|scored| scored.topic);
    let topic = found.first().and_then(|finding| finding.topic).or(best);
    let verdict = found.first().map_or(Verdict::Answer, |finding| finding.verdict);
    let deciding = found.iter().filter(|finding| finding.verdict == verdict);
    let queue = deciding.clone().find_map(|finding| finding.queue.as_ref());
    let queue = queue.or_else(|| topic.and_then(|topic| policy.topics.get(&topic)?.queue.as_ref()));
    let weight: u8 = deciding.map(|finding| finding.priority).max().unwrap_or(0);
    let urgent = policy.triggers.urgency && rules::urgency(signals) >= policy.thresholds.urgent_from;
    Decision {
        verdict,
        queue: policy.queue(queue).id.clone(),
        reasons: reasons(found, verdict),
        priority: weight.saturating_add(u8::from(urgent)).min(TOP),
        confidence: rules::confidence(signals),
        topic,
        urgent,
        policy: policy_hash.to_owned(),
        signals: Some(Box::new(signals.clone())),
    }
}

/// All reasons, the weightiest first. What only goes along explains a call or an offer; beside an answer there is nothing
/// to explain but what was offered for before.
fn reasons(found: Vec<Finding>, verdict: Verdict) -> Vec<Reason> {
    let kept = |finding: &Finding| {
        finding.verdict != Verdict::Answer
            || finding.reason.offered_before
            || (verdict != Verdict::Answer && finding.reason.code == ReasonCode::Urgency)
    };
    found
        .into_iter()
        .filter(kept)
        .map(|finding| finding.reason)
        .collect()
}
