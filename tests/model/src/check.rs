//! What is asked of every state that can be reached.

use std::sync::Arc;

use shared::{
    conversation::{Audience, Command, Floor, Outcome, Refusal, State},
    ids::Millis,
    policy::Policy,
};

use crate::{
    object::{Object, fold, id_of, stored},
    rule::{Held, Rule, demand},
    witness,
};

/// How late an alarm may ring.
pub const LATE: u64 = 2 * 60 * 60 * 1000;

/// Every rule about a state.
pub fn state(object: &Object, policy: &Policy) -> Held {
    agrees(object)?;
    someone_next(object)?;
    messages(object)?;
    alarms(object, policy)?;
    repeats(object, policy)?;
    for envelope in object.log.iter().rev().take(object.fresh) {
        let back = stored(envelope);
        demand(Rule::Refold, back == **envelope, || {
            format!("{back:?} is not {envelope:?}")
        })?;
    }
    let again = fold(object.log.iter().map(|envelope| &**envelope));
    demand(Rule::Refold, again == object.state, || {
        format!("{again:?} is not {:?}", object.state)
    })?;
    demand(Rule::VisitorsCopy, alike(&object.state, &object.visitor), || {
        format!("{:?} is not {:?}", object.visitor, object.state)
    })
}

/// The state says what the observer saw.
fn agrees(object: &Object) -> Held {
    let (state, seen) = (&object.state, &object.witness);
    let told = || format!("{seen:?} is not {state:?}");
    let holder = match state.floor() {
        Floor::Agent(member) => Some(&member.id),
        Floor::Assistant | Floor::Nobody => None,
    };
    demand(Rule::OneHolder, holder == seen.holder.as_ref(), told)?;
    demand(Rule::StatedEpoch, state.epoch == seen.epoch, told)?;
    demand(Rule::TurnEnds, state.turn.map(|turn| turn.id) == seen.turn, told)?;
    demand(Rule::WholeEscalation, state.case.is_some() == seen.called, told)?;
    demand(Rule::Numbers, state.last == seen.last, told)
}

fn someone_next(object: &Object) -> Held {
    let due = object.due();
    let told = || format!("due {due:?} in {:?}", object.state);
    let open = object.witness.called;
    demand(
        Rule::SomeoneNext,
        !open || object.witness.holder.is_some() || due.is_some(),
        told,
    )?;
    // Whoever has the floor and was written to owes a reply by some time.
    let owed = object.witness.waits_since.is_none() || due.is_some();
    demand(Rule::SomeoneNext, owed, told)?;
    let turn = object.state.turn;
    let ends = turn.is_none_or(|turn| due.is_some_and(|due| due <= turn.deadline));
    demand(Rule::TurnEnds, ends, told)
}

/// No accepted message is forgotten.
fn messages(object: &Object) -> Held {
    let seen = &object.witness;
    let in_hand = seen.turn.is_some() || seen.called;
    let told = || format!("{:?} in {:?}", seen.open, object.state);
    demand(Rule::NoMessageDropped, seen.open.is_empty() || in_hand, told)?;
    // A turn is about all of them, not only about the last.
    let about = |seq| object.state.unanswered.contains(seq);
    let all = seen.turn.is_none() || seen.open.iter().all(about);
    demand(Rule::NoMessageDropped, all, told)
}

/// The alarm rings now, when it is due, and late; each time once more after that.
fn alarms(object: &Object, policy: &Policy) -> Held {
    let due = object.due();
    if due.is_none_or(|due| due > object.now) {
        let early = object.decide(policy, &Command::Tick);
        demand(Rule::Alarm, early == Ok(Outcome::Nothing), || {
            format!("early: {early:?}")
        })?;
    }
    let Some(due) = due else { return Ok(()) };
    let on_time = due.max(object.now);
    for now in [on_time, on_time.plus(LATE)] {
        rings(object, policy, now)?;
    }
    Ok(())
}

fn rings(object: &Object, policy: &Policy, now: Millis) -> Held {
    let mut after = object.clone();
    let turn = after.state.turn.filter(|turn| turn.deadline <= now);
    after.now = now;
    let became = after.apply(policy, &Command::Tick)?;
    let told = || format!("at {now:?}: {became:?}, then due {:?}", after.due());
    demand(Rule::TurnEnds, turn.is_none() || after.state.turn.is_none(), told)?;
    let later = after.due().is_none_or(|due| due > now);
    demand(Rule::Alarm, later && after.log.len() > object.log.len(), told)?;
    let again = after.decide(policy, &Command::Tick);
    demand(Rule::Alarm, again == Ok(Outcome::Nothing), || {
        format!("twice: {again:?}")
    })
}

/// Everything acknowledged may come again, at any time, and with other words.
fn repeats(object: &Object, policy: &Policy) -> Held {
    for (command, first) in &object.acknowledged {
        let again = object.decide(policy, command);
        demand(Rule::Once, again == Ok(Outcome::Already(*first)), || {
            format!("{command:?} was {first}, now {again:?}")
        })?;
        let place = usize::try_from(first.0).unwrap_or_default().checked_sub(1);
        let written = place.and_then(|at| witness::id_of(&object.log.get(at)?.event));
        demand(Rule::Acknowledged, written == id_of(command), || {
            format!("{command:?} is not at {first}")
        })?;
        if let Some(other) = other_body(command) {
            let refused = object.decide(policy, &other);
            demand(Rule::Once, refused == Err(Refusal::IdReused), || {
                format!("{other:?}: {refused:?}")
            })?;
        }
    }
    Ok(())
}

fn other_body(command: &Arc<Command>) -> Option<Command> {
    let mut other = Command::clone(command);
    match &mut other {
        Command::Say { text, .. } | Command::Reply { text, .. } => text.push('!'),
        Command::LeaveDetails { email, .. } => email.push('x'),
        Command::Judge { helped, .. } => *helped = !*helped,
        _ => return None,
    }
    Some(other)
}

/// Whether a copy shows the same as the log, but for what is for the team.
pub fn alike<A: Audience, B: Audience>(a: &State<A>, b: &State<B>) -> bool {
    let thread = a.thread.len() == b.thread.len()
        && a.thread.iter().zip(&b.thread).all(|(a, b)| {
            a.seq == b.seq
                && a.at == b.at
                && a.from == b.from
                && a.text == b.text
                && a.sources == b.sources
                && a.id == b.id
                && a.while_waiting == b.while_waiting
        });
    let case = match (&a.case, &b.case) {
        (Some(a), Some(b)) => {
            a.opened == b.opened && a.standing == b.standing && a.call == b.call && a.email == b.email
        }
        (a, b) => a.is_none() && b.is_none(),
    };
    let counts = a.last == b.last
        && a.epoch == b.epoch
        && a.turn == b.turn
        && a.turns == b.turns
        && a.cases == b.cases
        && a.offer == b.offer
        && a.boundary == b.boundary
        && a.unanswered == b.unanswered
        && a.put_to_them == b.put_to_them;
    let closing = a
        .closing
        .as_ref()
        .map(|closing| (closing.at, &closing.by, closing.helped))
        == b.closing
            .as_ref()
            .map(|closing| (closing.at, &closing.by, closing.helped));
    thread && case && counts && closing && a.accepted == b.accepted && a.pages == b.pages
}
