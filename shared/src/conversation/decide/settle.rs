//! How a turn ends, and what an escalation is made of.

use super::{intake, voice::Voice};
use crate::{
    brief,
    conversation::{
        command::{Attempt, Context, Outcome, Presence},
        event::{Call, Event, Source},
        refusal::Refusal,
        state::{Case, From, Standing, State},
    },
    ids::{ClientId, Epoch, TurnId},
    knowledge::{Courtesy, courtesy, quote, sources},
    policy::Text,
    triggers::{Decision, Input, ReasonCode, Verdict, evaluate, solved},
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
    let voice = Voice::to(state, context);
    let event = match (decision.verdict, &state.case) {
        (verdict, Some(case)) if verdict != Verdict::Escalate && solved(state) => {
            let text = voice.says_with(Text::SolvedAsk, &[("team", voice.team(&case.call))]);
            let decision = Box::new(decision);
            Event::SolvedHeard { turn, text, decision }
        }
        (Verdict::Answer, _) => answer(state, turn, attempt, decision, voice),
        // A person is called already: neither offered nor called a second time.
        (_, Some(case)) => pass(turn, case, decision, voice),
        (Verdict::Offer, None) => offer(turn, attempt, decision, voice),
        (Verdict::Escalate, None) => call(state, &decision, None, Some(turn), context),
    };
    let question = intake::after_call(&event, state, context);
    Ok(Outcome::Append([event].into_iter().chain(question).collect()))
}

/// Whether the visitor says that it is solved, in the newest of these messages.
fn solved(state: &State) -> bool {
    let newest = state.asked().last();
    newest.is_some_and(|entry| solved::detect(&entry.text).is_some())
}

fn answer(state: &State, turn: TurnId, attempt: &Attempt, decision: Decision, voice: Voice<'_>) -> Event {
    let told = |text| Some((voice.says(text), Vec::new()));
    let words = match (decision.withholds(), attempt, &state.case) {
        // Whoever waits is not told a second time where the button is.
        (Some(_), _, Some(case)) => return pass(turn, case, decision, voice),
        (Some(code), attempt, None) => Some(withheld(code, attempt, voice)),
        (None, _, _) if is_bare(&decision) && !matches!(attempt, Attempt::Written { .. }) => {
            told(Text::Rephrase)
        }
        (None, Attempt::Quote { passages }, _) => match quote(passages) {
            Some(quoted) => Some(quoted),
            None if decision.confidence.is_none() => told(in_return(state)),
            None => told(Text::NothingAgain),
        },
        (None, Attempt::Written { passages, text }, _) => Some((text.trim().to_owned(), sources(passages))),
        (None, Attempt::Declined { .. } | Attempt::Refused | Attempt::Failed { .. }, _) => None,
    };
    match words {
        Some((text, sources)) => Event::Answered {
            turn,
            text,
            sources,
            decision: Box::new(decision),
        },
        // Unreachable by the rules (no words never means "answer"); an honest sentence if they change.
        None => Event::Offered {
            turn,
            text: voice.offers(&decision),
            sources: Vec::new(),
            decision: Box::new(decision),
        },
    }
}

/// What fits words that ask for nothing: a greeting, thanks, a good-bye. Only who was given an answer is told that it is
/// good that it helped.
fn in_return(state: &State) -> Text {
    let meant = state.asked().filter_map(|entry| courtesy(&entry.text)).max();
    let mut said = state.thread.iter().rev();
    let last = said.find(|entry| entry.from == From::Assistant);
    let answered = last.is_some_and(|entry| !entry.sources.is_empty() && state.put_to_them.is_none());
    match meant {
        Some(Courtesy::Farewell) => Text::Bye,
        Some(Courtesy::Thanks) if answered => Text::Glad,
        Some(Courtesy::Thanks | Courtesy::Greeting) | None => Text::Idle,
    }
}

/// What is said instead of an answer when a person was offered for the same reason before: an offer is made once.
fn withheld(code: ReasonCode, attempt: &Attempt, voice: Voice<'_>) -> (String, Vec<Source>) {
    match code {
        ReasonCode::AskedWhetherHuman => (voice.says(Text::ProbeAgain), Vec::new()),
        ReasonCode::NoSource => (voice.says(Text::NothingAgain), Vec::new()),
        ReasonCode::LowConfidence => (voice.says(Text::NotSureAgain), sources(attempt.passages())),
        _ => (voice.says(Text::NoMore), Vec::new()),
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

fn pass(turn: TurnId, case: &Case, decision: Decision, voice: Voice<'_>) -> Event {
    let text = match decision.first() {
        Some(ReasonCode::ExplicitRequest) => Text::StillCalling,
        Some(ReasonCode::AskedWhetherHuman) => Text::ProbeWaiting,
        _ => Text::Noted,
    };
    Event::Passed {
        turn,
        notice: voice.says_with(text, &[("team", voice.team(&case.call))]),
        decision: Box::new(decision),
    }
}

fn offer(turn: TurnId, attempt: &Attempt, decision: Decision, voice: Voice<'_>) -> Event {
    let sources = if decision.first() == Some(ReasonCode::LowConfidence) {
        sources(attempt.passages())
    } else {
        Vec::new()
    };
    Event::Offered {
        turn,
        text: voice.offers(&decision),
        sources,
        decision: Box::new(decision),
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
    let times = &context.policy.times;
    Event::Escalated {
        id: id.cloned(),
        turn,
        call: Call {
            number: state.cases + 1,
            queue: queue.id.clone(),
            team: queue.name.clone(),
            spoken: Voice::to(state, context).spoken(queue),
            priority: decision.priority,
            respond_by: context.now.plus(times.respond_ms),
            next_at: context.now.plus(times.alert_ms),
            attended: matches!(context.presence, Presence::Known(1..)),
        },
        notice: Voice::to(state, context).calls(decision, queue, context.presence),
        brief: Box::new(brief::make(state, decision, context.policy, context.about.names)),
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
