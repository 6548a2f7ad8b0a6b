//! How an event changes the state. Total and forgiving: every log that was ever written folds, and folding one event
//! twice (a resend that overlaps) changes nothing.

mod leave;
mod member;

pub(super) use leave::judgement_print;

use super::{
    aside::Overhears,
    audience::Audience,
    event::{Envelope, Event, Source},
    state::{Asked, Case, Entry, From, Standing, State, Told, Turn, Visit, Vouched},
};
use crate::{
    ids::{ClientId, Epoch, Millis, Seq},
    text::fingerprint,
};

/// Folds one event into the state. An event whose number is not the next one is left out: earlier ones are known
/// already, later ones mean that something is missing and must be asked for.
///
/// Returns whether the event was folded.
pub fn evolve<R: Audience>(state: &mut State<R>, envelope: &Envelope<R>) -> bool {
    if envelope.seq != state.last.next() {
        return false;
    }
    state.last = envelope.seq;
    match &envelope.event {
        Event::Opened { .. }
        | Event::Reopened
        | Event::Moved { .. }
        | Event::Identified { .. }
        | Event::Said { .. }
        | Event::Declined { .. }
        | Event::AskedAgain { .. }
        | Event::Skipped { .. }
        | Event::NotSolved { .. }
        | Event::Solved { .. }
        | Event::Told { .. }
        | Event::DetailsLeft { .. } => of_visitor(state, envelope),
        Event::TurnStarted { .. }
        | Event::Answered { .. }
        | Event::Offered { .. }
        | Event::Passed { .. }
        | Event::Escalated { .. }
        | Event::Asked { .. }
        | Event::SolvedHeard { .. }
        | Event::Waited { .. }
        | Event::ReplyDue { .. } => of_baton(state, envelope),
        Event::Claimed { .. }
        | Event::Lapsed { .. }
        | Event::Replied { .. }
        | Event::HandedBack { .. }
        | Event::Closed { .. } => member::of_member(state, envelope),
        Event::Transferred { .. } => member::transferred(state, envelope),
        Event::Ended { .. } | Event::Judged { .. } => leave::left(state, envelope),
        Event::Aside(aside) => {
            let asked = state.asides.overhear((envelope.seq, envelope.at), aside);
            if let Some((id, print)) = asked {
                accept(state, &id, envelope.seq, print);
            }
        }
    }
    true
}

/// What the visitor did.
fn of_visitor<R: Audience>(state: &mut State<R>, envelope: &Envelope<R>) {
    let (seq, at) = (envelope.seq, envelope.at);
    match &envelope.event {
        Event::Opened {
            locale,
            page,
            timezone,
            device,
        } => {
            state.opened_at = Some(at);
            state.locale.clone_from(locale);
            state.timezone.clone_from(timezone);
            state.device = *device;
            state
                .pages
                .extend(page.clone().map(|page| Visit { seq, at, page }));
        }
        Event::Identified { person } => {
            let person = person.clone();
            state.person = Some(Vouched { seq, person });
        }
        Event::Reopened => {
            state.closing = None;
            state.boundary = seq;
            state.epoch = Epoch(state.epoch.0 + 1);
        }
        Event::Moved { page } => state.pages.push(Visit {
            seq,
            at,
            page: page.clone(),
        }),
        Event::Said { id, text } => {
            accept(state, id, seq, fingerprint(&["say", text]));
            state.unanswered.push(seq);
            state.solved_asked = None;
            state.asides.disturb();
            state.put_to_them = state.offer.take().or(state.put_to_them);
            show(state, seq, at, From::Visitor, text).id = Some(id.clone());
        }
        Event::Declined { id } => {
            accept(state, id, seq, fingerprint(&["offer", "no"]));
            state.offer = None;
            state.put_to_them = None;
        }
        Event::Told {
            question,
            message,
            words,
            ..
        } => {
            state.asked = None;
            // Answered by being taken: it is no question to the assistant.
            state.unanswered.retain(|seq| seq != message);
            state.told.push(Told {
                question: question.clone(),
                message: *message,
                words: words.clone(),
            });
        }
        Event::Skipped { id } => {
            accept(state, id, seq, fingerprint(&["skip"]));
            state.asked = None;
        }
        Event::NotSolved { id } => {
            accept(state, id, seq, fingerprint(&["solved", "no"]));
            state.solved_asked = None;
        }
        Event::Solved { id, notice } => {
            accept(state, id, seq, fingerprint(&["solved", "yes"]));
            settle_case(state, seq);
            if let Some(case) = &mut state.ended {
                case.solved = true;
            }
            show(state, seq, at, From::System, notice);
        }
        Event::AskedAgain { id } => {
            accept(state, id, seq, fingerprint(&["person"]));
            state.asked_again.push(at);
        }
        Event::DetailsLeft {
            id,
            email,
            promise_by,
            notice,
        } => {
            accept(state, id, seq, fingerprint(&["details", email]));
            if let Some(case) = &mut state.case {
                case.email = Some(email.clone());
                if !matches!(case.standing, Standing::Held { .. }) {
                    case.standing = Standing::Promised {
                        by: *promise_by,
                        next_at: *promise_by,
                    };
                }
            }
            show(state, seq, at, From::System, notice);
        }
        _ => {}
    }
}

/// What the assistant and Baton itself did.
fn of_baton<R: Audience>(state: &mut State<R>, envelope: &Envelope<R>) {
    let (seq, at) = (envelope.seq, envelope.at);
    match &envelope.event {
        Event::TurnStarted { turn, deadline } => {
            state.turns = *turn;
            state.turn = Some(Turn {
                id: *turn,
                deadline: *deadline,
            });
        }
        Event::Answered {
            text,
            sources,
            decision,
            ..
        } => {
            end_turn(state);
            assistant(state, seq, at, text, sources).decision = Some(decision.clone());
        }
        Event::Offered {
            text,
            sources,
            decision,
            ..
        } => {
            end_turn(state);
            state.offer = Some(seq);
            assistant(state, seq, at, text, sources).decision = Some(decision.clone());
        }
        Event::Passed { notice, decision, .. } => {
            end_turn(state);
            show(state, seq, at, From::System, notice).decision = Some(decision.clone());
        }
        Event::Escalated { .. } => escalated(state, envelope),
        Event::Asked { number, text } => {
            let (number, text) = (*number, text.clone());
            show(state, seq, at, From::System, &text);
            state.asked = Some(Asked { number, text });
        }
        Event::SolvedHeard { text, decision, .. } => {
            end_turn(state);
            state.solved_asked = Some(seq);
            show(state, seq, at, From::System, text).decision = Some(decision.clone());
        }
        Event::ReplyDue { reply_by: due } => {
            if let Some(Standing::Held { reply_by, .. }) = state.case.as_mut().map(|case| &mut case.standing)
            {
                *reply_by = Some(*due);
            }
        }
        Event::Waited {
            step,
            next_at,
            notice,
        } => {
            match state.case.as_mut().map(|case| &mut case.standing) {
                Some(Standing::Waiting { done, next_at: due }) => (*done, *due) = (Some(*step), *next_at),
                Some(Standing::Promised { next_at: due, .. }) => *due = *next_at,
                Some(Standing::Held { .. }) | None => {}
            }
            if let Some(notice) = notice {
                show(state, seq, at, From::System, notice);
            }
        }
        _ => {}
    }
}

fn escalated<R: Audience>(state: &mut State<R>, envelope: &Envelope<R>) {
    let Event::Escalated {
        id,
        turn,
        call,
        notice,
        decision,
        brief,
    } = &envelope.event
    else {
        return;
    };
    let (seq, at) = (envelope.seq, envelope.at);
    if let Some(id) = id {
        accept(state, id, seq, fingerprint(&["person"]));
    }
    if turn.is_some() {
        end_turn(state);
    }
    state.offer = None;
    state.cases = call.number;
    state.told.clear();
    state.case = Some(Case {
        opened: seq,
        since: at,
        call: call.clone(),
        standing: Standing::Waiting {
            done: None,
            next_at: call.next_at,
        },
        brief: brief.clone(),
        decision: decision.clone(),
        email: None,
        chapter: state.boundary,
        ended: None,
        solved: false,
        bounces: 0,
        waits_from: at,
    });
    show(state, seq, at, From::System, notice).decision = Some(decision.clone());
}

fn accept<R: Audience>(state: &mut State<R>, id: &ClientId, seq: Seq, print: u64) {
    state.accepted.add(id, seq, print);
}

fn end_turn<R: Audience>(state: &mut State<R>) {
    state.turn = None;
    state.unanswered.clear();
    state.put_to_them = None;
}

/// The right to speak goes to or from a member.
fn change_hands<R: Audience>(state: &mut State<R>, standing: Standing) {
    state.asides.disturb();
    state.epoch = Epoch(state.epoch.0 + 1);
    if let Some(case) = &mut state.case {
        case.standing = standing;
    }
}

/// The escalation is over; triggers count from here.
fn settle_case<R: Audience>(state: &mut State<R>, seq: Seq) {
    state.asides.disturb();
    state.epoch = Epoch(state.epoch.0 + 1);
    if let Some(mut case) = state.case.take() {
        case.ended = Some(seq);
        state.ended = Some(case);
    }
    state.offer = None;
    (state.asked, state.solved_asked) = (None, None);
    state.boundary = seq;
    end_turn(state);
}

fn assistant<'a, R: Audience>(
    state: &'a mut State<R>,
    seq: Seq,
    at: Millis,
    text: &str,
    sources: &[Source],
) -> &'a mut Entry<R> {
    let while_waiting = state.case.is_some();
    let entry = show(state, seq, at, From::Assistant, text);
    entry.sources = sources.to_vec();
    entry.while_waiting = while_waiting;
    entry
}

fn show<'a, R: Audience>(
    state: &'a mut State<R>,
    seq: Seq,
    at: Millis,
    from: From,
    text: &str,
) -> &'a mut Entry<R> {
    let entry = Entry {
        seq,
        at,
        from,
        text: text.to_owned(),
        sources: Vec::new(),
        id: None,
        decision: None,
        while_waiting: false,
    };
    state.thread.push(entry);
    let last = state.thread.len() - 1;
    &mut state.thread[last]
}
