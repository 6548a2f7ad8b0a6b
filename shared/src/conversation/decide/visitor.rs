//! What a visitor may ask.

use super::{intake, settle::call, voice::Voice};
use crate::{
    conversation::{
        VISITOR_LIMIT,
        command::{Context, Outcome},
        event::{Envelope, Event, Page},
        evolve::evolve,
        person::Person,
        refusal::Refusal,
        state::{From, Standing, State},
    },
    ids::{ClientId, Millis, Seq, TurnId},
    policy::Text,
    triggers::{Decision, Reason, ReasonCode, Verdict},
};

/// So many messages a visitor may write, addresses leave or pages open within [`BURST_MS`]; a person does fewer, a script more.
const BURST: usize = 20;
/// The time of one burst, in milliseconds.
const BURST_MS: u64 = 60_000;
/// The longest mail address (RFC 5321, section 4.5.3.1).
const LONGEST_EMAIL: usize = 254;

pub(super) fn say(
    state: &State,
    id: &ClientId,
    text: &str,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if text.chars().count() > VISITOR_LIMIT {
        return Err(Refusal::TooLong { limit: VISITOR_LIMIT });
    }
    not_too_fast(written(state, &From::Visitor), context)?;
    let mut events = begin(state, context);
    events.push(Event::Said {
        id: id.clone(),
        text: text.to_owned(),
    });
    let message = Seq(state.last.0 + events.len() as u64);
    let answer = intake::answer(state, message, text, context);
    if !answer.is_empty() {
        events.extend(answer);
        return Ok(Outcome::Append(events));
    }
    if owes_no_reply(state) {
        let reply_by = context.now.plus(context.policy.times.next_reply_ms);
        events.push(Event::ReplyDue { reply_by });
    }
    if assistant_listens(state, context) {
        let turn = TurnId(state.turns.0 + 1);
        events.push(Event::TurnStarted {
            turn,
            deadline: context.now.plus(context.policy.times.turn_ms),
        });
    }
    Ok(Outcome::Append(events))
}

/// A member has the floor and nothing is due of them. A reply that is due already stays due when it was: it is measured
/// from the first message without one.
fn owes_no_reply(state: &State) -> bool {
    let standing = state.case.as_ref().map(|case| &case.standing);
    matches!(standing, Some(Standing::Held { reply_by: None, .. }))
}

/// When entries of one kind were written, the newest first.
pub(super) fn written<'a>(state: &'a State, from: &'a From) -> impl Iterator<Item = Millis> + 'a {
    let theirs = state.thread.iter().rev().filter(move |entry| entry.from == *from);
    theirs.map(|entry| entry.at)
}

/// Refuses what comes faster than a person acts. `times` are those of the same acts before, the newest first.
pub(super) fn not_too_fast(
    times: impl Iterator<Item = Millis>,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let mut recent = times.take_while(|at| context.now.since(*at) < BURST_MS);
    match recent.nth(BURST - 1) {
        Some(oldest) => Err(Refusal::TooFast {
            again_at: oldest.plus(BURST_MS),
        }),
        None => Ok(()),
    }
}

/// The assistant takes a message unless a member has the floor, or the owner wants silence while the visitor waits.
fn assistant_listens(state: &State, context: &Context<'_>) -> bool {
    match &state.case {
        None => true,
        Some(case) => context.policy.help_while_waiting && !matches!(case.standing, Standing::Held { .. }),
    }
}

pub(super) fn call_person(state: &State, id: &ClientId, context: &Context<'_>) -> Result<Outcome, Refusal> {
    let reason = Reason::plain(ReasonCode::Button, "button");
    ask_for_person(state, id, reason, context)
}

pub(super) fn answer_offer(
    state: &State,
    id: &ClientId,
    accept: bool,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    match (state.offer, accept) {
        (Some(offer), true) => {
            let mut reason = Reason::plain(ReasonCode::OfferAccepted, "offer");
            reason.message = state
                .thread
                .iter()
                .rev()
                .find(|e| e.seq < offer && e.from == From::Visitor)
                .map(|e| e.seq);
            ask_for_person(state, id, reason, context)
        }
        (Some(_), false) => Ok(Outcome::Append(vec![Event::Declined { id: id.clone() }])),
        // A person is called already, or has been: accepting late is no mistake of theirs.
        (None, true) if state.case.is_some() => asked_again(state, id, context),
        (None, _) => Err(Refusal::NoOffer),
    }
}

/// Message, call and address in one append: whoever has no widget cannot answer a question in between.
pub(super) fn form(
    state: &State,
    id: &ClientId,
    text: &str,
    email: &str,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    let mut after = state.clone();
    let mut events = Vec::new();
    let address = ClientId::new(format!("{id}-address")).map_err(|_| Refusal::IdReused)?;
    let mut add = |added: Vec<Event>, after: &mut State| {
        for event in added {
            let envelope = Envelope {
                seq: after.last.next(),
                at: context.now,
                event,
            };
            evolve(after, &envelope);
            events.push(envelope.event);
        }
    };
    if let Outcome::Append(said) = say(state, id, text, context)? {
        // No turn of the assistant: nobody would read its answer.
        let said = said
            .into_iter()
            .filter(|event| !matches!(event, Event::TurnStarted { .. }))
            .collect();
        add(said, &mut after);
    }
    if after.case.is_none() {
        let mut reason = Reason::plain(ReasonCode::Form, "form");
        reason.message = Some(after.last);
        let called = call(&after, &calling(&after, reason, context), None, None, context);
        add(vec![called], &mut after);
    }
    if let Outcome::Append(left) = leave_details(&after, &address, email, context)? {
        add(left, &mut after);
    }
    Ok(Outcome::Append(events))
}

/// The decision behind a call that needs no weighing: somebody asked. It goes to the team of what was last talked about.
pub(super) fn calling(state: &State, reason: Reason, context: &Context<'_>) -> Decision {
    let since = state
        .thread
        .iter()
        .rev()
        .take_while(|entry| entry.seq > state.boundary);
    let topic = since
        .filter_map(|entry| entry.decision.as_ref())
        .find_map(|decision| decision.topic);
    let rule = topic.and_then(|topic| context.policy.topics.get(&topic));
    let queue = rule.and_then(|rule| rule.queue.as_ref());
    Decision {
        verdict: Verdict::Escalate,
        reasons: vec![reason],
        queue: context.policy.queue(queue).id.clone(),
        priority: 0,
        confidence: None,
        topic,
        urgent: false,
        signals: None,
        policy: context.policy_hash.to_owned(),
    }
}

fn ask_for_person(
    state: &State,
    id: &ClientId,
    reason: Reason,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    if state.case.is_some() {
        return asked_again(state, id, context);
    }
    let mut events = begin(state, context);
    let mut begun = state.clone();
    for event in &events {
        let envelope = Envelope {
            seq: begun.last.next(),
            at: context.now,
            event: event.clone(),
        };
        evolve(&mut begun, &envelope);
    }
    let decision = calling(&begun, reason, context);
    let called = call(&begun, &decision, Some(id), None, context);
    let question = intake::after_call(&called, &begun, context);
    events.push(called);
    events.extend(question);
    Ok(Outcome::Append(events))
}

/// Asking again while a person is called changes nothing. The id is stored all the same: what was acknowledged once must
/// not call a person when it comes again after the escalation is over.
fn asked_again(state: &State, id: &ClientId, context: &Context<'_>) -> Result<Outcome, Refusal> {
    not_too_fast(state.asked_again.iter().rev().copied(), context)?;
    Ok(Outcome::Append(vec![Event::AskedAgain { id: id.clone() }]))
}

/// Whether it is solved, as the visitor says when they are asked.
pub(super) fn solve(
    state: &State,
    id: &ClientId,
    yes: bool,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    let (Some(_), Some(case)) = (state.solved_asked, intake::waiting(state)) else {
        return Err(Refusal::NothingAsked);
    };
    let voice = Voice::to(state, context);
    let id = id.clone();
    Ok(Outcome::Append(vec![if yes {
        let notice = voice.says_with(Text::Solved, &[("team", voice.team(&case.call))]);
        Event::Solved { id, notice }
    } else {
        Event::NotSolved { id }
    }]))
}

pub(super) fn leave_details(
    state: &State,
    id: &ClientId,
    email: &str,
    context: &Context<'_>,
) -> Result<Outcome, Refusal> {
    let email = email.trim();
    if !is_email(email) {
        return Err(Refusal::BadEmail);
    }
    let Some(case) = &state.case else {
        return Err(Refusal::NothingOpen);
    };
    not_too_fast(written(state, &From::System), context)?;
    let times = &context.policy.times;
    let hours = times.promise_ms.div_ceil(3_600_000).to_string();
    let voice = Voice::to(state, context);
    let values = [("team", voice.team(&case.call)), ("hours", hours.as_str())];
    Ok(Outcome::Append(vec![Event::DetailsLeft {
        id: id.clone(),
        email: email.to_owned(),
        promise_by: context.now.plus(times.promise_ms),
        notice: voice.says_with(Text::DetailsTaken, &values),
    }]))
}

/// One "@" with something before it and a name with a dot after it. Whether mail arrives only mail can tell.
fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else {
        return false;
    };
    let plain = |part: &str| !part.contains(|c: char| c.is_whitespace() || c.is_control() || c == '@');
    let labels = host.split('.').collect::<Vec<_>>();
    text.len() <= LONGEST_EMAIL
        && !name.is_empty()
        && plain(name)
        && plain(host)
        && labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty())
}

pub(super) fn move_to(state: &State, page: &Page, context: &Context<'_>) -> Outcome {
    let page = &context.policy.pages.kept(page.clone());
    // Before anything was said nothing is stored: the page comes with the first act.
    if state.opened_at.is_none() || state.page() == Some(page) {
        return Outcome::Nothing;
    }
    let entered = state.pages.iter().rev().map(|visit| visit.at);
    if not_too_fast(entered, context).is_err() {
        return Outcome::Nothing;
    }
    Outcome::Append(vec![Event::Moved { page: page.clone() }])
}

/// Who the visitor is, as their owner's server says. Before anything was said nothing is stored: it comes with the first act.
pub(super) fn identify(state: &State, person: &Person) -> Result<Outcome, Refusal> {
    let known = state.person.as_ref().map(|vouched| &*vouched.person);
    match known {
        Some(known) if known.id != person.id => Err(Refusal::OtherPerson),
        Some(known) if known == person => Ok(Outcome::Nothing),
        _ if state.opened_at.is_none() => Ok(Outcome::Nothing),
        _ => Ok(Outcome::Append(vec![identified(person)])),
    }
}

fn identified(person: &Person) -> Event {
    Event::Identified {
        person: Box::new(person.clone()),
    }
}

/// What goes before a visitor's act: the conversation opens, or its next chapter does.
fn begin(state: &State, context: &Context<'_>) -> Vec<Event> {
    if state.opened_at.is_none() {
        let about = &context.about;
        let opened = Event::Opened {
            locale: context.locale.map(str::to_owned),
            page: context.page.map(|page| context.policy.pages.kept(page.clone())),
            timezone: about.timezone.map(str::to_owned),
            device: about.device,
        };
        return [opened].into_iter().chain(about.person.map(identified)).collect();
    }
    if state.closing.is_some() {
        vec![Event::Reopened]
    } else {
        Vec::new()
    }
}
