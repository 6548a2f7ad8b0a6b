//! Which events a command causes, or why it is refused.
//!
//! Pure and total: every command in every state gives events, the earlier acknowledgement, or a refusal. What one
//! command causes is returned whole, to be appended in one write.

mod aside;
mod intake;
mod leave;
mod member;
pub mod schedule;
mod settle;
mod time;
mod transfer;
mod visitor;
mod voice;

use super::{
    aside::snooze_print,
    command::{Command, Context, Outcome},
    evolve::judgement_print,
    refusal::Refusal,
    state::State,
};
use crate::{ids::ClientId, text::fingerprint};

/// Decides about one command.
pub fn decide(state: &State, command: &Command, context: &Context<'_>) -> Result<Outcome, Refusal> {
    if let Some((id, print)) = identity(command)
        && let Some(known) = state.accepted.get(id)
    {
        return if known.print == print {
            Ok(Outcome::Already(known.seq))
        } else {
            Err(Refusal::IdReused)
        };
    }
    match command {
        Command::Say { id, text } => visitor::say(state, id, text, context),
        Command::CallPerson { id } => visitor::call_person(state, id, context),
        Command::AnswerOffer { id, accept } => visitor::answer_offer(state, id, *accept, context),
        Command::Skip { id } => intake::skip(state, id, context),
        Command::Solve { id, yes } => visitor::solve(state, id, *yes, context),
        Command::End { id } => leave::end(state, id, context),
        Command::Judge { id, helped } => leave::judge(state, id, *helped, context),
        Command::LeaveDetails { id, email } => visitor::leave_details(state, id, email, context),
        Command::Form { id, text, email } => visitor::form(state, id, text, email, context),
        Command::Move { page } => Ok(visitor::move_to(state, page, context)),
        Command::Identify { person } => visitor::identify(state, person),
        Command::Settle { turn, epoch, attempt } => settle::settle(state, *turn, *epoch, attempt, context),
        Command::Claim { id, by } => member::claim(state, id, by, context),
        Command::TakeOver { id, by } => member::take_over(state, id, by, context),
        Command::Reply { id, by, epoch, text } => member::reply(state, id, by, *epoch, text),
        Command::HandBack { id, by, epoch } => member::hand_back(state, (id, by), *epoch, context),
        Command::Close {
            id,
            by,
            epoch,
            category,
            outcome,
        } => member::close(state, (id, by), *epoch, (category, outcome), context),
        Command::Transfer {
            id,
            by,
            epoch,
            to,
            note,
        } => transfer::transfer(state, (id, by), *epoch, (to, note), context),
        Command::Note { id, by, text } => aside::note(state, id, by, text),
        Command::Snooze { id, by, until } => aside::snooze(state, id, by, *until, context),
        Command::Rate { id, by, rating } => aside::rate(state, id, by, *rating),
        Command::Summarise { escalation, answer } => Ok(aside::summarise(state, *escalation, answer)),
        Command::Release { member } => Ok(time::release(state, member, context)),
        Command::Tick => Ok(time::tick(state, context)),
    }
}

/// The id of a command and the fingerprint of what it asks, the same that [`super::evolve()`] stores when it is accepted.
fn identity(command: &Command) -> Option<(&ClientId, u64)> {
    Some(match command {
        Command::Say { id, text } | Command::Form { id, text, .. } => (id, fingerprint(&["say", text])),
        Command::CallPerson { id } | Command::AnswerOffer { id, accept: true } => {
            (id, fingerprint(&["person"]))
        }
        Command::AnswerOffer { id, accept: false } => (id, fingerprint(&["offer", "no"])),
        Command::Skip { id } => (id, fingerprint(&["skip"])),
        Command::Solve { id, yes: true } => (id, fingerprint(&["solved", "yes"])),
        Command::Solve { id, yes: false } => (id, fingerprint(&["solved", "no"])),
        Command::End { id } => (id, fingerprint(&["end"])),
        Command::Judge { id, helped } => (id, judgement_print(*helped)),
        Command::LeaveDetails { id, email } => (id, fingerprint(&["details", email])),
        Command::Claim { id, by } | Command::TakeOver { id, by } => {
            (id, fingerprint(&["claim", by.id.as_str()]))
        }
        Command::Reply { id, by, text, .. } => (id, fingerprint(&["reply", by.id.as_str(), text])),
        Command::HandBack { id, by, .. } => (id, fingerprint(&["hand_back", by.id.as_str()])),
        Command::Close { id, by, .. } => (id, fingerprint(&["close", by.id.as_str()])),
        Command::Transfer { id, by, .. } => (id, fingerprint(&["transfer", by.id.as_str()])),
        Command::Note { id, by, text } => (id, fingerprint(&["note", by.id.as_str(), text])),
        Command::Snooze { id, until, .. } => (id, snooze_print(*until)),
        Command::Rate { id, rating, .. } => (id, fingerprint(&["rate", rating.as_str()])),
        Command::Move { .. }
        | Command::Identify { .. }
        | Command::Settle { .. }
        | Command::Summarise { .. }
        | Command::Release { .. }
        | Command::Tick => {
            return None;
        }
    })
}

#[cfg(test)]
mod tests;
