//! How a visitor left, and what they said of it.

use super::{accept, settle_case, show};
use crate::{
    conversation::{
        audience::Audience,
        event::{Envelope, Event},
        state::{Closing, From, State},
    },
    text::fingerprint,
};

/// One of these events.
pub(super) fn left<R: Audience>(state: &mut State<R>, envelope: &Envelope<R>) {
    let (seq, at) = (envelope.seq, envelope.at);
    match &envelope.event {
        Event::Ended { id, notice } => {
            accept(state, id, seq, fingerprint(&["end"]));
            settle_case(state, seq);
            state.closing = Some(Closing {
                at,
                by: None,
                category: String::new(),
                outcome: String::new(),
                helped: None,
            });
            show(state, seq, at, From::System, notice);
        }
        Event::Judged { id, helped, notice } => {
            accept(state, id, seq, judgement_print(*helped));
            if let Some(closing) = &mut state.closing {
                closing.helped = Some(*helped);
            }
            show(state, seq, at, From::System, notice);
        }
        _ => {}
    }
}

/// The fingerprint of what a visitor says of a chat that is over.
pub(in crate::conversation) fn judgement_print(helped: bool) -> u64 {
    fingerprint(&["judge", if helped { "yes" } else { "no" }])
}
