//! How a turn ends, and what an escalation is made of.

use crate::{
    brief,
    conversation::{
        command::{Attempt, Context, Outcome, Presence},
        event::{Call, Event},
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
        (Verdict::Answer, _) => answer(turn, attempt, decision, context),
        // A person is called already: neither offered nor called a second time.
        (_, Some(case)) => pass(turn, case, decision, context),
        (Verdict::Offer, None) => offer(turn, attempt, decision, context),
        (Verdict::Escalate, None) => call(state, &decision, None, Some(turn), context),
    };
    Ok(Outcome::Append(vec![event]))
}

fn answer(turn: TurnId, attempt: &Attempt, decision: Decision, context: &Context<'_>) -> Event {
    let texts = &context.policy.texts;
    let words = match attempt {
        // No passage and yet to be answered: the visitor greeted or thanked.
        Attempt::Quote { passages } => quote(passages).or_else(|| Some((texts.idle.clone(), Vec::new()))),
        Attempt::Written { passages, text } => Some((text.trim().to_owned(), sources(passages))),
        Attempt::Declined { .. } | Attempt::Failed { .. } => None,
    };
    let decision = Box::new(decision);
    match words {
        Some((text, sources)) => Event::Answered {
            turn,
            text,
            sources,
            decision,
        },
        // Unreachable by the rules of `evaluate` (no words never means "answer"); an honest sentence if they change.
        None => Event::Offered {
            turn,
            text: texts.unavailable.clone(),
            sources: Vec::new(),
            decision,
        },
    }
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
        _ => &texts.unavailable,
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
