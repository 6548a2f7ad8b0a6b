//! What the visitor's own words call for: a request, a probe, the owner's phrases, topics, a wish to buy.

use super::Finding;
use crate::{
    policy::{Because, Policy, Then, TopicThen},
    triggers::{
        ReasonCode, Signals, Verdict,
        topic::{Scored, Topic},
    },
};

pub(super) fn find(policy: &Policy, signals: &Signals, found: &mut Vec<Finding>) {
    let on = &policy.triggers;
    if let Some(asked) = signals.explicit.as_ref().filter(|_| on.explicit) {
        found.push(
            Finding::new(Verdict::Escalate, ReasonCode::ExplicitRequest, "explicit")
                .in_message(Some(asked.message))
                .by_words(std::slice::from_ref(&asked.words)),
        );
    }
    if let Some(yes) = &signals.accepts {
        found.push(
            Finding::new(Verdict::Escalate, ReasonCode::OfferAccepted, "offer")
                .in_message(Some(yes.message))
                .by_words(std::slice::from_ref(&yes.words)),
        );
    }
    if let Some(asked) = signals.probe.as_ref().filter(|_| on.probe) {
        found.push(
            Finding::new(Verdict::Offer, ReasonCode::AskedWhetherHuman, "probe")
                .in_message(Some(asked.message))
                .by_words(std::slice::from_ref(&asked.words)),
        );
    }
    if on.keywords {
        keywords(policy, signals, found);
    }
    if on.topics {
        found.extend(
            signals
                .topics
                .iter()
                .filter_map(|scored| topic(policy, signals, scored)),
        );
    }
    if let Some(wish) = signals.buying.as_ref().filter(|_| on.intent_to_buy) {
        let sales = policy.topics.get(&Topic::PricingSales);
        found.push(
            Finding::new(Verdict::Offer, ReasonCode::HighIntent, "intent_to_buy")
                .in_message(Some(wish.message))
                .by_words(std::slice::from_ref(&wish.words))
                .for_queue(
                    sales.and_then(|rule| rule.queue.as_ref()),
                    sales.map_or(0, |rule| rule.priority),
                ),
        );
    }
}

/// A rule is named by its phrase, so that its place in the list says nothing.
fn keywords(policy: &Policy, signals: &Signals, found: &mut Vec<Finding>) {
    for seen in &signals.keywords {
        for keyword in policy.keywords.iter().filter(|rule| rule.phrase == seen.words) {
            let verdict = match keyword.then {
                Then::Escalate => Verdict::Escalate,
                Then::Offer => Verdict::Offer,
            };
            let code = match keyword.because {
                Some(Because::NeedsJudgement) => ReasonCode::NeedsJudgement,
                None => ReasonCode::Keyword,
            };
            found.push(
                Finding::new(verdict, code, &format!("keywords.{}", keyword.phrase))
                    .in_message(Some(seen.message))
                    .by_words(std::slice::from_ref(&keyword.phrase))
                    .for_queue(keyword.queue.as_ref(), 0),
            );
        }
    }
}

fn topic(policy: &Policy, signals: &Signals, scored: &Scored) -> Option<Finding> {
    let rule = policy.topics.get(&scored.topic)?;
    let verdict = match rule.then {
        TopicThen::AnswerFirst => return None,
        TopicThen::Offer => Verdict::Offer,
        TopicThen::Escalate => Verdict::Escalate,
    };
    let code = match scored.topic {
        Topic::IdentityNeeded if !policy.triggers.identity => return None,
        Topic::ActionNeeded if !policy.triggers.approval => return None,
        Topic::IdentityNeeded => ReasonCode::Identity,
        Topic::ActionNeeded => ReasonCode::Approval,
        _ => ReasonCode::Topic,
    };
    let finding = Finding::new(verdict, code, &format!("topics.{}", scored.topic.as_str()))
        .in_message(signals.message)
        .by_words(&scored.words)
        .about(scored.topic)
        .for_queue(rule.queue.as_ref(), rule.priority);
    Some(finding)
}
