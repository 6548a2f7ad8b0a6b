//! How a turn ends, and what an escalation is made of.

use crate::{
    brief,
    conversation::{
        command::{Attempt, Context, Outcome, Presence},
        event::{Call, Event, Source},
        refusal::Refusal,
        state::{Case, Standing, State},
    },
    ids::{ClientId, Epoch, TurnId},
    knowledge::{quote, sources},
    policy::{Texts, fill},
    triggers::{Decision, Input, ReasonCode, Verdict, evaluate},
};

pub(super) fn settle(
    state: &State,
    turn: TurnId,
    epoch: Epoch,
    attempt: &Attempt,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    let current = state.turn.is_some_and(|running| running.id == turn);
    if !current || epoch != state.epoch {
        return Err(Refusal::StaleTurn);
    }
    let input = Input {
        policy: context.policy,
        policy_hash: context.policy_hash,
        state,
        attempt: Some(attempt),
    };
    let decision = evaluate(input);
    let event = match (decision.verdict, &state.case) {
        (Verdict::Answer, case) => answer(turn, attempt, decision, case.as_ref(), context),
        // A person is called already: neither offered nor called a second time.
        (_, Some(case)) => pass(turn, case, decision, context),
        (Verdict::Offer, None) => offer(turn, attempt, decision, context),
        (Verdict::Escalate, None) => call(state, &decision, None, Some(turn), context),
    };
    Ok(Outcome::Append(vec![event]))
}

fn answer(
    turn: TurnId,
    attempt: &Attempt,
    decision: Decision,
    case: Option<&Case>,
    context: &Context<'_>,
) -> Event {
    let texts = &context.policy.texts;
    let told = |text: &String| Some((text.clone(), Vec::new()));
    let words = match (decision.withholds(), attempt, case) {
        // Whoever waits is not told a second time where the button is.
        (Some(_), _, Some(case)) => return pass(turn, case, decision, context),
        (Some(code), attempt, None) => Some(withheld(code, attempt, texts)),
        (None, _, _) if is_bare(&decision) && !matches!(attempt, Attempt::Written { .. }) => {
            told(&texts.rephrase)
        }
        (None, Attempt::Quote { passages }, _) => match quote(passages) {
            Some(quoted) => Some(quoted),
            // Nothing was asked: the visitor greeted or thanked.
            None if decision.confidence.is_none() => told(&texts.idle),
            None => told(&texts.nothing_again),
        },
        (None, Attempt::Written { passages, text }, _) => Some((text.trim().to_owned(), sources(passages))),
        (None, Attempt::Declined { .. } | Attempt::Refused | Attempt::Failed { .. }, _) => None,
    };
    let decision = Box::new(decision);
    match words {
        Some((text, sources)) => Event::Answered {
            turn,
            text,
            sources,
            decision,
        },
        // Unreachable by the rules (no words never means "answer"); an honest sentence if they change.
        None => Event::Offered {
            turn,
            text: texts.unavailable.clone(),
            sources: Vec::new(),
            decision,
        },
    }
}

/// What is said instead of an answer when a person was offered for the same reason before: an offer is made once.
fn withheld(code: ReasonCode, attempt: &Attempt, texts: &Texts) -> (String, Vec<Source>) {
    match code {
        ReasonCode::AskedWhetherHuman => (texts.probe_again.clone(), Vec::new()),
        ReasonCode::NoSource => (texts.nothing_again.clone(), Vec::new()),
        ReasonCode::LowConfidence => (texts.not_sure_again.clone(), sources(attempt.passages())),
        _ => (texts.no_more.clone(), Vec::new()),
    }
}

/// Whether the visitor only said that the last answer was wrong: there is nothing to look up.
fn is_bare(decision: &Decision) -> bool {
    let told = decision
        .signals
        .as_ref()
        .and_then(|signals| signals.reaction.as_ref());
    told.is_some_and(|told| told.bare)
}

fn pass(turn: TurnId, case: &Case, decision: Decision, context: &Context<'_>) -> Event {
    let asked_again = decision
        .reasons
        .first()
        .is_some_and(|r| r.code == ReasonCode::ExplicitRequest);
    let texts = &context.policy.texts;
    let text = if asked_again {
        &texts.still_calling
    } else {
        &texts.noted
    };
    let notice = fill(text, &[("team", &case.call.team)]);
    Event::Passed {
        turn,
        notice,
        decision: Box::new(decision),
    }
}

fn offer(turn: TurnId, attempt: &Attempt, decision: Decision, context: &Context<'_>) -> Event {
    let code = decision.reasons.first().map(|reason| reason.code);
    let found = sources(attempt.passages());
    let sources = if code == Some(ReasonCode::LowConfidence) {
        found
    } else {
        Vec::new()
    };
    let text = offer_text(code, &context.policy.texts).to_owned();
    Event::Offered {
        turn,
        text,
        sources,
        decision: Box::new(decision),
    }
}

fn offer_text(code: Option<ReasonCode>, texts: &Texts) -> &str {
    match code {
        Some(ReasonCode::NoSource) => &texts.no_source,
        Some(ReasonCode::LowConfidence) => &texts.not_sure,
        Some(ReasonCode::Repeated | ReasonCode::TurnCap) => &texts.again,
        Some(ReasonCode::PolicyBlock) => &texts.declined_to_answer,
        Some(ReasonCode::AskedWhetherHuman) => &texts.probe,
        Some(ReasonCode::AssistantUnavailable) | None => &texts.unavailable,
        Some(_) => &texts.better_a_person,
    }
}

/// An escalation, whole: queue, priority, times, brief, and the true words to the visitor.
pub(super) fn call(
    state: &State,
    decision: &Decision,
    id: Option<&ClientId>,
    turn: Option<TurnId>,
    context: &Context<'_>,
) -> Event {
    let queue = context.policy.queue(Some(&decision.queue));
    let (times, texts) = (&context.policy.times, &context.policy.texts);
    let text = match context.presence {
        Presence::Known(0) => &texts.nobody_in,
        Presence::Known(_) => &texts.calling,
        Presence::Unknown => &texts.passed_on,
    };
    Event::Escalated {
        id: id.cloned(),
        turn,
        call: Call {
            number: state.cases + 1,
            queue: queue.id.clone(),
            team: queue.name.clone(),
            priority: decision.priority,
            respond_by: context.now.plus(times.respond_ms),
            next_at: context.now.plus(times.alert_ms),
            attended: matches!(context.presence, Presence::Known(1..)),
        },
        notice: fill(text, &[("team", &queue.name)]),
        brief: Box::new(brief::make(state, decision)),
        decision: Box::new(decision.clone()),
    }
}

/// Whether the visitor can leave an address now: somebody is called and nobody has come.
pub(super) fn awaits(state: &State) -> bool {
    matches!(
        state.case,
        Some(Case {
            standing: Standing::Waiting { .. } | Standing::Promised { .. },
            ..
        })
    )
}
