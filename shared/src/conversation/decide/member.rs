//! What a member may ask.

use super::{
    settle::{awaits, call},
    visitor::calling,
    voice::Voice,
};
use crate::{
    conversation::{
        AGENT_LIMIT,
        command::{Context, Outcome},
        event::{Event, Member},
        refusal::Refusal,
        state::{Floor, State},
    },
    ids::{ClientId, Epoch},
    policy::Text,
    triggers::{Reason, ReasonCode},
};

/// The longest category or outcome, in characters: they are picked from a list, or a few words.
const FILING_LIMIT: usize = 80;

pub(super) fn claim(
    state: &State,
    id: &ClientId,
    by: &Member,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    match state.floor() {
        Floor::Agent(holder) => Err(held_by(holder)),
        _ if awaits(state) => Ok(Outcome::Append(vec![take(state, id, by, context)])),
        Floor::Nobody => Err(Refusal::Closed),
        Floor::Assistant => Err(Refusal::NothingOpen),
    }
}

pub(super) fn take_over(
    state: &State,
    id: &ClientId,
    by: &Member,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    if state.opened_at.is_none() {
        return Err(Refusal::NotStarted);
    }
    match state.floor() {
        Floor::Agent(holder) => Err(held_by(holder)),
        Floor::Nobody => Err(Refusal::Closed),
        Floor::Assistant if awaits(state) => Ok(Outcome::Append(vec![take(state, id, by, context)])),
        Floor::Assistant => {
            // A conversation in a member's hands always has an escalation: it is listed, timed and closed like any.
            let decision = calling(state, Reason::plain(ReasonCode::TakenOver, "take_over"), context);
            let mut opened = call(state, &decision, None, None, context);
            if let Event::Escalated { notice, .. } = &mut opened {
                *notice = Voice::to(state, context).says(Text::TakingOver);
            }
            Ok(Outcome::Append(vec![opened, take(state, id, by, context)]))
        }
    }
}

fn take(state: &State, id: &ClientId, by: &Member, context: &Context<'_>) -> Event {
    Event::Claimed {
        id: id.clone(),
        by: by.clone(),
        reply_by: context.now.plus(context.policy.times.lease_ms),
        notice: Voice::to(state, context).says_with(Text::Joined, &[("name", &by.name)]),
    }
}

fn held_by(holder: &Member) -> Refusal {
    Refusal::HeldBy {
        name: holder.name.clone(),
    }
}

/// Only the member who has the floor goes on.
pub(super) fn holds(state: &State, by: &Member) -> Result<(), Refusal> {
    match state.floor() {
        Floor::Agent(holder) if holder.id == by.id => Ok(()),
        Floor::Agent(holder) => Err(held_by(holder)),
        Floor::Nobody => Err(Refusal::Closed),
        Floor::Assistant => Err(Refusal::NotHolder),
    }
}

/// A page that is too old to state its epoch is held to having the floor only.
fn knows(state: &State, epoch: Option<Epoch>) -> Result<(), Refusal> {
    match epoch {
        Some(epoch) if epoch != state.epoch => Err(Refusal::StaleAct),
        _ => Ok(()),
    }
}

pub(super) fn reply(
    state: &State,
    id: &ClientId,
    by: &Member,
    epoch: Epoch,
    text: &str,
) -> Result<Outcome, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if text.chars().count() > AGENT_LIMIT {
        return Err(Refusal::TooLong { limit: AGENT_LIMIT });
    }
    holds(state, by)?;
    if epoch != state.epoch {
        return Err(Refusal::StaleEpoch);
    }
    Ok(Outcome::Append(vec![Event::Replied {
        id: id.clone(),
        by: by.id.clone(),
        text: text.to_owned(),
    }]))
}

pub(super) fn hand_back(
    state: &State,
    (id, by): (&ClientId, &Member),
    epoch: Option<Epoch>,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    holds(state, by)?;
    knows(state, epoch)?;
    let notice = Voice::to(state, context).says_with(Text::HandedBack, &[("name", &by.name)]);
    Ok(Outcome::Append(vec![Event::HandedBack {
        id: id.clone(),
        by: by.clone(),
        notice,
    }]))
}

pub(super) fn close(
    state: &State,
    (id, by): (&ClientId, &Member),
    epoch: Option<Epoch>,
    (category, outcome): (&str, &str),
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    holds(state, by)?;
    knows(state, epoch)?;
    let (category, outcome) = (category.trim(), outcome.trim());
    if category.is_empty() || outcome.is_empty() {
        return Err(Refusal::Unfiled);
    }
    if category.chars().count() > FILING_LIMIT || outcome.chars().count() > FILING_LIMIT {
        return Err(Refusal::TooLong { limit: FILING_LIMIT });
    }
    Ok(Outcome::Append(vec![Event::Closed {
        id: id.clone(),
        by: by.clone(),
        category: category.to_owned(),
        outcome: outcome.to_owned(),
        notice: Voice::to(state, context).says_with(Text::Closed, &[("name", &by.name)]),
    }]))
}
