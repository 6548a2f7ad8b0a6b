//! What members do among themselves: notes, snoozes, ratings; and a model's summary for them. None of it changes who may
//! speak.

use super::member::holds;
use crate::{
    brief::summary,
    conversation::{
        AGENT_LIMIT, Aside, Rating,
        command::{Context, Outcome},
        event::{Event, Member},
        refusal::Refusal,
        state::{Standing, State},
    },
    ids::{ClientId, Millis, Seq},
};

/// A snooze is at most this long, in milliseconds: 90 days.
const LONGEST_SNOOZE_MS: u64 = 90 * 24 * 60 * 60 * 1000;

/// Any member notes, whoever has the floor, also when the conversation is closed.
pub(super) fn note(state: &State, id: &ClientId, by: &Member, text: &str) -> Result<Outcome, Refusal> {
    if state.opened_at.is_none() {
        return Err(Refusal::NotStarted);
    }
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(aside(noted(Some(id.clone()), by, text)?))
}

/// A note's event, bounded like a message.
pub(super) fn noted(id: Option<ClientId>, by: &Member, text: &str) -> Result<Aside, Refusal> {
    if text.chars().count() > AGENT_LIMIT {
        return Err(Refusal::TooLong { limit: AGENT_LIMIT });
    }
    let (by, text) = (by.clone(), text.to_owned());
    Ok(Aside::Noted { id, by, text })
}

/// Only what waits for nobody's reply can be put away: a snooze never makes a visitor wait unseen.
pub(super) fn snooze(
    state: &State,
    id: &ClientId,
    by: &Member,
    until: Option<Millis>,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    holds(state, by)?;
    let Some(until) = until else {
        return Ok(match state.asides.snoozed_until {
            Some(_) => aside(Aside::Woken { id: Some(id.clone()) }),
            None => Outcome::Nothing,
        });
    };
    if until <= context.now || until > context.now.plus(LONGEST_SNOOZE_MS) {
        return Err(Refusal::BadTime);
    }
    let standing = state.case.as_ref().map(|case| &case.standing);
    if matches!(
        standing,
        Some(Standing::Held {
            reply_by: Some(_),
            ..
        })
    ) {
        return Err(Refusal::ReplyFirst);
    }
    let (id, by) = (id.clone(), by.clone());
    Ok(aside(Aside::Snoozed { id, by, until }))
}

/// Rates the last escalation there was, open or over.
pub(super) fn rate(state: &State, id: &ClientId, by: &Member, rating: Rating) -> Result<Outcome, Refusal> {
    if state.cases == 0 {
        return Err(Refusal::NothingOpen);
    }
    let (id, by, case) = (id.clone(), by.clone(), state.cases);
    Ok(aside(Aside::Rated { id, by, case, rating }))
}

/// What holds of a model's answer is added to the brief of the escalation it was asked about, once and while it is open.
pub(super) fn summarise(state: &State, escalation: Seq, answer: &str) -> Outcome {
    let there = state.asides.summary.as_ref();
    let open = state.case.as_ref().filter(|case| case.opened == escalation);
    let (Some(case), false) = (open, there.is_some_and(|it| it.escalation == escalation)) else {
        return Outcome::Nothing;
    };
    let lines = summary::kept(state, case, answer);
    if lines.is_empty() {
        return Outcome::Nothing;
    }
    aside(Aside::Summarised { escalation, lines })
}

fn aside(aside: Aside) -> Outcome {
    Outcome::Append(vec![Event::Aside(aside)])
}
