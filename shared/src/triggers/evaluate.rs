//! All signals together: one decision a turn.

use super::{
    Decision, Reason, ReasonCode, Verdict, confidence, explicit, keyword, promise,
    tally::{Tally, tally},
};
use crate::{
    conversation::{Attempt, State},
    ids::QueueId,
    knowledge::terms,
    policy::{Policy, Then},
};

/// What a decision rests on.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The owner's rules.
    pub policy: &'a Policy,
    /// Their hash, stored with the decision.
    pub policy_hash: &'a str,
    /// The conversation, with the turn under way.
    pub state: &'a State,
    /// What the assistant came up with; none before it was asked.
    pub attempt: Option<&'a Attempt>,
}

/// A reason and what it calls for.
struct Finding {
    verdict: Verdict,
    reason: Reason,
    queue: Option<QueueId>,
}

impl Finding {
    fn new(verdict: Verdict, reason: Reason) -> Self {
        Self {
            verdict,
            reason,
            queue: None,
        }
    }
}

/// Decides about the turn under way. The weightiest verdict of all findings wins; their order in the policy does not
/// matter. Without any finding the assistant answers.
pub fn evaluate(input: Input<'_>) -> Decision {
    let mut found = Vec::new();
    let counted = tally(input.state);
    from_words(&input, &mut found);
    let confidence = input
        .attempt
        .and_then(|attempt| from_attempt(&input, attempt, counted, &mut found));
    from_counts(&input, counted, &mut found);
    found.sort_by(|a, b| b.verdict.cmp(&a.verdict).then(a.reason.code.cmp(&b.reason.code)));
    let queue = found.iter().find_map(|finding| finding.queue.as_ref());
    Decision {
        verdict: found.first().map_or(Verdict::Answer, |finding| finding.verdict),
        queue: input.policy.queue(queue).id.clone(),
        reasons: found.into_iter().map(|finding| finding.reason).collect(),
        priority: 0,
        confidence,
        topic: None,
        urgent: false,
        signals: None,
        policy: input.policy_hash.to_owned(),
    }
}

/// What the visitor's own words say, whatever any assistant came up with.
fn from_words(input: &Input<'_>, found: &mut Vec<Finding>) {
    for entry in input.state.asked() {
        if let Some(asked) = explicit::detect(&entry.text) {
            let mut reason = Reason::plain(ReasonCode::ExplicitRequest, "explicit");
            reason.message = Some(entry.seq);
            reason.matched = vec![asked.words];
            found.push(Finding::new(Verdict::Escalate, reason));
        }
        if let Some((at, rule)) = keyword::first(&input.policy.keywords, &entry.text) {
            let mut reason = Reason::plain(ReasonCode::Keyword, &format!("keywords.{at}"));
            reason.message = Some(entry.seq);
            reason.matched = vec![rule.phrase.clone()];
            let verdict = match rule.then {
                Then::Escalate => Verdict::Escalate,
                Then::Offer => Verdict::Offer,
            };
            found.push(Finding {
                verdict,
                reason,
                queue: rule.queue.clone(),
            });
        }
    }
}

/// What the assistant's attempt says; returns the confidence, where there is something to be confident about.
fn from_attempt(
    input: &Input<'_>,
    attempt: &Attempt,
    counted: Tally,
    found: &mut Vec<Finding>,
) -> Option<u32> {
    let question = input
        .state
        .asked()
        .map(|entry| entry.text.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    let message = input.state.unanswered.last().copied();
    let mut offer = |code, rule: &str, score, threshold| {
        let reason = Reason {
            message,
            score,
            threshold,
            ..Reason::plain(code, rule)
        };
        found.push(Finding::new(Verdict::Offer, reason));
    };
    let threshold = input.policy.thresholds.offer_below;
    let (failed, confidence) = match attempt {
        Attempt::Failed { .. } => {
            offer(ReasonCode::AssistantUnavailable, "assistant", None, None);
            return None;
        }
        // "Hello" and "thanks" ask for nothing that a page could answer.
        Attempt::Quote { passages } if passages.is_empty() && terms(&question).is_empty() => (false, None),
        Attempt::Quote { passages } => {
            let score = confidence::support(&question, passages);
            if passages.is_empty() || score == 0 {
                offer(ReasonCode::NoSource, "no_source", Some(score), Some(threshold));
            } else if score < threshold {
                offer(
                    ReasonCode::LowConfidence,
                    "thresholds.offer_below",
                    Some(score),
                    Some(threshold),
                );
            }
            (score < threshold, Some(score))
        }
        Attempt::Written { passages, text } => {
            let score = confidence::grounded(text, passages);
            if score < threshold {
                offer(
                    ReasonCode::LowConfidence,
                    "thresholds.offer_below",
                    Some(score),
                    Some(threshold),
                );
            }
            if let Some(words) = promise::detect(text) {
                let matched = vec![words];
                let reason = Reason {
                    message,
                    matched,
                    ..Reason::plain(ReasonCode::Promise, "promise")
                };
                found.push(Finding::new(Verdict::Escalate, reason));
            }
            (score < threshold, Some(score))
        }
        Attempt::Declined { .. } => {
            offer(ReasonCode::NoSource, "no_source", None, None);
            (true, None)
        }
    };
    // A third miss in a row is not offered again: a person is called.
    let limit = input.policy.thresholds.escalate_after_failures;
    let failures = counted.failures + u32::from(failed);
    if failures >= limit {
        let rule = "thresholds.escalate_after_failures";
        let (score, threshold) = (Some(failures), Some(limit));
        let reason = Reason {
            message,
            score,
            threshold,
            ..Reason::plain(ReasonCode::Repeated, rule)
        };
        found.push(Finding::new(Verdict::Escalate, reason));
    }
    confidence
}

/// What adds up over the conversation.
fn from_counts(input: &Input<'_>, counted: Tally, found: &mut Vec<Finding>) {
    let limits = &input.policy.thresholds;
    let message = input.state.unanswered.last().copied();
    let mut offer = |code, rule: &str, score, threshold| {
        let (score, threshold) = (Some(score), Some(threshold));
        let reason = Reason {
            message,
            score,
            threshold,
            ..Reason::plain(code, rule)
        };
        found.push(Finding::new(Verdict::Offer, reason));
    };
    if counted.failures >= limits.offer_after_failures {
        let rule = "thresholds.offer_after_failures";
        offer(
            ReasonCode::Repeated,
            rule,
            counted.failures,
            limits.offer_after_failures,
        );
    }
    if counted.answers >= limits.most_answers {
        offer(
            ReasonCode::TurnCap,
            "thresholds.most_answers",
            counted.answers,
            limits.most_answers,
        );
    }
}
