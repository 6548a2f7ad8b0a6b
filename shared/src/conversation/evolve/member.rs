//! What a member did, or failed to do in time.

use super::{accept, change_hands, end_turn, settle_case, show};
use crate::{
    conversation::{
        audience::Audience,
        event::{Envelope, Event},
        state::{Case, Closing, From, Standing, State},
    },
    ids::{ClientId, Millis, Seq},
    text::fingerprint,
};

/// One of their events.
pub(super) fn of_member<R: Audience>(state: &mut State<R>, envelope: &Envelope<R>) {
    let (seq, at) = (envelope.seq, envelope.at);
    match &envelope.event {
        Event::Claimed {
            id,
            by,
            reply_by,
            notice,
        } => {
            accept(state, id, seq, fingerprint(&["claim", by.id.as_str()]));
            state.offer = None;
            // From here on a person asks.
            (state.asked, state.solved_asked) = (None, None);
            end_turn(state);
            let by = by.clone();
            change_hands(
                state,
                Standing::Held {
                    by,
                    reply_by: Some(*reply_by),
                },
            );
            show(state, seq, at, From::System, notice);
        }
        Event::Lapsed { next_at, notice, .. } => {
            change_hands(
                state,
                Standing::Waiting {
                    done: None,
                    next_at: *next_at,
                },
            );
            if let Some(case) = &mut state.case {
                case.call.priority = case.call.priority.saturating_add(1);
            }
            show(state, seq, at, From::System, notice);
        }
        Event::Replied { id, by, text } => replied(state, seq, at, (id, by.as_str(), text)),
        Event::HandedBack { id, by, notice } => {
            accept(state, id, seq, fingerprint(&["hand_back", by.id.as_str()]));
            settle_case(state, seq);
            show(state, seq, at, From::System, notice);
        }
        Event::Closed {
            id,
            by,
            category,
            outcome,
            notice,
        } => {
            accept(state, id, seq, fingerprint(&["close", by.id.as_str()]));
            settle_case(state, seq);
            state.closing = Some(Closing {
                at,
                by: Some(by.clone()),
                category: category.clone(),
                outcome: outcome.clone(),
                helped: None,
            });
            show(state, seq, at, From::System, notice);
        }
        _ => {}
    }
}

fn replied<R: Audience>(state: &mut State<R>, seq: Seq, at: Millis, reply: (&ClientId, &str, &str)) {
    let (id, by, text) = reply;
    accept(state, id, seq, fingerprint(&["reply", by, text]));
    let Some(Case {
        standing: Standing::Held { by, reply_by },
        bounces,
        ..
    }) = &mut state.case
    else {
        return;
    };
    (*reply_by, *bounces) = (None, 0);
    let from = From::Agent(by.clone());
    show(state, seq, at, from, text).id = Some(id.clone());
}

/// To another team or member: what was said to the one before is theirs to answer, not the assistant's.
pub(super) fn transferred<R: Audience>(state: &mut State<R>, envelope: &Envelope<R>) {
    let Event::Transferred {
        id,
        by,
        call,
        to,
        notice,
    } = &envelope.event
    else {
        return;
    };
    let (seq, at) = (envelope.seq, envelope.at);
    accept(state, id, seq, fingerprint(&["transfer", by.id.as_str()]));
    end_turn(state);
    let standing = match to.clone() {
        Some(by) => Standing::Held {
            by,
            reply_by: Some(call.next_at),
        },
        None => Standing::Waiting {
            done: None,
            next_at: call.next_at,
        },
    };
    change_hands(state, standing);
    if let Some(case) = &mut state.case {
        case.call.clone_from(call);
        case.bounces += 1;
        case.waits_from = at;
    }
    show(state, seq, at, From::System, notice);
}
