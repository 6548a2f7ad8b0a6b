//! How a visitor leaves: ending the chat, and saying whether it helped.

use super::{
    visitor::{not_too_fast, written},
    voice::Voice,
};
use crate::{
    conversation::{
        command::{Context, Outcome},
        event::Event,
        refusal::Refusal,
        state::{Closing, From, State},
    },
    ids::ClientId,
    policy::Text,
};

/// Ends the chat, whoever has the floor: nobody is called any more, and no answer is promised. What the visitor writes
/// next begins a new chapter.
pub(super) fn end(state: &State, id: &ClientId, context: &Context<'_>) -> Result<Outcome, Refusal> {
    if state.opened_at.is_none() || state.closing.is_some() {
        return Err(Refusal::OverAlready);
    }
    // Calling and ending in turn would alert the team without end.
    not_too_fast(written(state, &From::System), context)?;
    Ok(Outcome::Append(vec![Event::Ended {
        id: id.clone(),
        notice: Voice::to(state, context).says(Text::Ended),
    }]))
}

/// Says whether the chat that is over helped: once for each chapter.
pub(super) fn judge(
    state: &State,
    id: &ClientId,
    helped: bool,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    let unjudged = |closing: &Closing| closing.helped.is_none();
    if !state.closing.as_ref().is_some_and(unjudged) {
        return Err(Refusal::NothingAsked);
    }
    let text = if helped { Text::Helped } else { Text::NotHelped };
    Ok(Outcome::Append(vec![Event::Judged {
        id: id.clone(),
        helped,
        notice: Voice::to(state, context).says(text),
    }]))
}
