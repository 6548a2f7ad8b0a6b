//! When time itself has something to do: a function of the state, so that no timer can be lost. Whoever wakes the
//! conversation, for whatever reason, sets the one alarm to the moment that this says.

use crate::{
    conversation::{
        Audience, Overhears,
        state::{Standing, State},
    },
    ids::Millis,
};

/// The next moment at which [`super::super::Command::Tick`] has something to do; none when nothing is under way.
pub fn due<R: Audience>(state: &State<R>) -> Option<Millis> {
    let turn = state.turn.map(|turn| turn.deadline);
    let standing = state.case.as_ref().and_then(|case| match case.standing {
        Standing::Waiting { next_at, .. } | Standing::Promised { next_at, .. } => Some(next_at),
        Standing::Held { reply_by, .. } => reply_by,
    });
    let snooze = state.asides.snoozed_until();
    turn.into_iter().chain(standing).chain(snooze).min()
}
