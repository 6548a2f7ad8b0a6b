//! Passing an escalation to another team or member. What went before stays: brief, reason and thread.

use super::{aside::noted, member::holds, voice::Voice};
use crate::{
    conversation::{
        BOUNCE_LIMIT,
        command::{Context, Destination, Outcome, Presence},
        event::{Call, Event, Member},
        refusal::Refusal,
        state::{Case, State},
    },
    ids::{ClientId, Epoch},
    policy::{Queue, Text},
};

pub(super) fn transfer(
    state: &State,
    (id, by): (&ClientId, &Member),
    epoch: Epoch,
    (to, note): (&Destination, &str),
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    holds(state, by)?;
    if epoch != state.epoch {
        return Err(Refusal::StaleEpoch);
    }
    let case = state.case.as_ref().ok_or(Refusal::NothingOpen)?;
    if case.bounces >= BOUNCE_LIMIT {
        return Err(Refusal::Bounced);
    }
    let note = match note.trim() {
        "" => None,
        note => Some(Event::Aside(noted(None, by, note)?)),
    };
    let (call, to) = passed((state, case), by, to, context)?;
    let notice = told(state, &call, to.as_ref(), context);
    let (id, by) = (id.clone(), by.clone());
    let passed = Event::Transferred {
        id,
        by,
        call,
        to,
        notice,
    };
    Ok(Outcome::Append([passed].into_iter().chain(note).collect()))
}

/// Where it is from now on. The last transfer that is allowed without a reply leads to the site's first queue, before
/// others: whoever passes it on there has seen that nobody else took it.
fn passed(
    (state, case): (&State, &Case),
    by: &Member,
    to: &Destination,
    context: &Context<'_>,
) -> Result<(Call, Option<Member>), Refusal> {
    let policy = context.policy;
    let (queue, to) = match to {
        Destination::Queue(queue) => (known(policy.queue(Some(queue)), queue)?, None),
        Destination::Member { id, .. } if *id == by.id => return Err(Refusal::SameHands),
        Destination::Member { there, .. } => {
            let to = there.clone().ok_or(Refusal::NotAvailable)?;
            (policy.queue(Some(&case.call.queue)), Some(to))
        }
    };
    if case.bounces + 1 >= BOUNCE_LIMIT {
        let priority = case.call.priority.saturating_add(1);
        return Ok((
            call((state, case), (&policy.queue, priority), None, context),
            None,
        ));
    }
    let call = call((state, case), (queue, case.call.priority), to.as_ref(), context);
    Ok((call, to))
}

/// `Policy::queue` gives the first queue for an id it does not know.
fn known<'a>(queue: &'a Queue, asked: &crate::ids::QueueId) -> Result<&'a Queue, Refusal> {
    Some(queue)
        .filter(|queue| queue.id == *asked)
        .ok_or(Refusal::UnknownQueue)
}

fn call(
    (state, case): (&State, &Case),
    (queue, priority): (&Queue, u8),
    to: Option<&Member>,
    context: &Context<'_>,
) -> Call {
    let (now, times) = (context.now, &context.policy.times);
    let next = if to.is_some() {
        times.lease_ms
    } else {
        times.alert_ms
    };
    Call {
        number: case.call.number,
        queue: queue.id.clone(),
        team: queue.name.clone(),
        spoken: Voice::to(state, context).spoken(queue),
        priority,
        respond_by: now.plus(times.respond_ms),
        next_at: now.plus(next),
        attended: to.is_some() || !matches!(context.presence, Presence::Known(0)),
    }
}

fn told(state: &State, call: &Call, to: Option<&Member>, context: &Context<'_>) -> String {
    let voice = Voice::to(state, context);
    let team = voice.team(call);
    let name = to.map_or(team, |member| member.name.as_str());
    let passing = voice.says_with(Text::Passing, &[("team", name)]);
    if to.is_none() && context.presence == Presence::Known(0) {
        let nobody = voice.says_with(Text::NobodyIn, &[("team", team)]);
        return format!("{passing} {nobody}");
    }
    passing
}
