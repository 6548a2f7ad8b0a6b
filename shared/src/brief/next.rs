//! What to do next, as a rule says it for the reason of the call.

use super::entities::{Entity, Kind};
use crate::triggers::{Decision, ReasonCode, topic::Topic};

/// The step, without why.
pub(super) fn step(decision: &Decision, topic: Option<Topic>, known: &[&Entity]) -> String {
    let first = for_reason(decision.first());
    match about_number(topic, known) {
        Some(number) => format!("{number}. {first}"),
        None => first.to_owned(),
    }
}

/// Look up the number that was given, or ask for it where the topic needs one.
fn about_number(topic: Option<Topic>, known: &[&Entity]) -> Option<String> {
    let kinds = [Kind::Order, Kind::Invoice, Kind::Tracking];
    let given = known.iter().rev().find(|entity| kinds.contains(&entity.kind));
    if let Some(given) = given {
        return Some(format!(
            "Look up {} {}",
            given.kind.words().to_lowercase(),
            given.text
        ));
    }
    let needs = matches!(
        topic,
        Some(Topic::Refund | Topic::DamagedOrMissing | Topic::BillingDispute | Topic::IdentityNeeded)
    );
    // A number that is not said to be anything may well be it.
    let other = known
        .iter()
        .any(|entity| matches!(entity.kind, Kind::Reference | Kind::Own(_)));
    (needs && !other).then(|| "Ask for the order or invoice number: it was not given".to_owned())
}

fn for_reason(reason: Option<ReasonCode>) -> &'static str {
    match reason {
        Some(ReasonCode::ExplicitRequest | ReasonCode::Button | ReasonCode::OfferAccepted) => {
            "Greet them, name what they want, and answer or ask the one thing that is missing"
        }
        Some(ReasonCode::AskedWhetherHuman) => "Say who you are, then answer what they came for",
        Some(ReasonCode::Topic) => {
            "Deal with it as your team does with this topic; the assistant has not answered it"
        }
        Some(ReasonCode::Frustration | ReasonCode::Risk) => {
            "Acknowledge what went wrong first, then solve the oldest open question"
        }
        Some(ReasonCode::Insult) => "Stay calm, name what they need, and end it if it goes on",
        Some(ReasonCode::Urgency) => "Mind the deadline they named",
        Some(ReasonCode::Identity) => "Make sure who they are before you tell anything about an account",
        Some(ReasonCode::Approval) => "Check what they want done, and do it or say why not",
        Some(ReasonCode::NeedsJudgement) => "Decide whether to make an exception, and say it plainly",
        Some(ReasonCode::HighIntent) => "Make them an offer: ask for size and date if they have not said",
        Some(ReasonCode::Complex) => "Take their questions one by one; the first line lists them",
        Some(ReasonCode::Keyword) => "Follow your rule for this phrase; the assistant has not answered it",
        Some(
            ReasonCode::NoSource | ReasonCode::LowConfidence | ReasonCode::Repeated | ReasonCode::TurnCap,
        ) => "Answer what the pages do not; then consider writing it into them",
        Some(ReasonCode::AssistantUnavailable | ReasonCode::PolicyBlock) => {
            "Answer the question: the assistant has not"
        }
        Some(ReasonCode::Promise) => "The assistant was about to promise this: see whether it can be done",
        Some(ReasonCode::Form) => "Answer by mail to the address given: there is no live chat on their side",
        Some(ReasonCode::TakenOver) | None => "Say who you are and what you can do for them",
    }
}
