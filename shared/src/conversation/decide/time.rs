//! What is done when time passes: a turn that hung is ended, a silent member is released, a wait goes on to its next
//! step. Doing it twice, or late, does no harm: each step is due only once.

use super::{settle::settle, voice::Voice};
use crate::{
    conversation::{
        Aside,
        command::{Attempt, Context, Failure, Outcome},
        event::{Event, Member, WaitStep},
        state::{Case, Standing, State},
    },
    ids::MemberId,
    policy::Text,
};

pub(super) fn tick(state: &State, context: &Context<'_>) -> Outcome {
    let mut events = hung_turn(state, context);
    if let Some(case) = &state.case {
        events.extend(waiting(state, case, context));
    }
    events.extend(woken(state, context));
    if events.is_empty() {
        Outcome::Nothing
    } else {
        Outcome::Append(events)
    }
}

fn hung_turn(state: &State, context: &Context<'_>) -> Vec<Event> {
    let Some(turn) = state.turn.filter(|turn| turn.deadline <= context.now) else {
        return Vec::new();
    };
    let attempt = Attempt::Failed {
        why: Failure::Deadline,
    };
    match settle(state, turn.id, state.epoch, &attempt, context) {
        Ok(Outcome::Append(events)) => events,
        _ => Vec::new(),
    }
}

/// A snooze whose time came. What ends one otherwise, such as a lapse in the same breath, is folded as that.
fn woken(state: &State, context: &Context<'_>) -> Option<Event> {
    let until = state.asides.snoozed_until?;
    (until <= context.now).then_some(Event::Aside(Aside::Woken { id: None }))
}

fn waiting(state: &State, case: &Case, context: &Context<'_>) -> Option<Event> {
    let (now, times) = (context.now, &context.policy.times);
    let later = |ms| case.waits_from.plus(ms).max(now.plus(1));
    match &case.standing {
        Standing::Waiting { done, next_at } if *next_at <= now => Some(match done {
            None => Event::Waited {
                step: WaitStep::Alert,
                // Never after the next step, also where an owner's earlier policy knows nothing of this one.
                next_at: later(times.widen_ms.min(times.offer_details_ms)),
                notice: None,
            },
            Some(WaitStep::Alert) => Event::Waited {
                step: WaitStep::Widen,
                next_at: later(times.offer_details_ms),
                notice: None,
            },
            Some(WaitStep::Widen) => Event::Waited {
                step: WaitStep::OfferDetails,
                next_at: now.plus(times.overdue_ms),
                notice: Some(Voice::to(state, context).says(Text::OfferDetails)),
            },
            Some(WaitStep::OfferDetails | WaitStep::Overdue) => overdue(context),
        }),
        Standing::Promised { next_at, .. } if *next_at <= now => Some(overdue(context)),
        Standing::Held {
            by,
            reply_by: Some(reply_by),
        } if *reply_by <= now => Some(lapse(state, case, by, context)),
        _ => None,
    }
}

/// A member who will not come back holds nothing: nobody else could take it over from them.
pub(super) fn release(state: &State, member: &MemberId, context: &Context<'_>) -> Outcome {
    match &state.case {
        Some(case) => match &case.standing {
            Standing::Held { by, .. } if by.id == *member => {
                Outcome::Append(vec![lapse(state, case, by, context)])
            }
            _ => Outcome::Nothing,
        },
        None => Outcome::Nothing,
    }
}

/// Back to the queue, with higher priority.
fn lapse(state: &State, case: &Case, by: &Member, context: &Context<'_>) -> Event {
    let voice = Voice::to(state, context);
    let values = [("name", by.name.as_str()), ("team", voice.team(&case.call))];
    Event::Lapsed {
        by: by.clone(),
        next_at: context.now.plus(context.policy.times.alert_ms),
        notice: voice.says_with(Text::Lapsed, &values),
    }
}

/// The due time is over: the team hears of it again, the visitor keeps their place.
fn overdue(context: &Context<'_>) -> Event {
    let next_at = context.now.plus(context.policy.times.overdue_ms);
    Event::Waited {
        step: WaitStep::Overdue,
        next_at,
        notice: None,
    }
}
