//! Who is looking at what: tells the queue what this member has before them, and puts into words what it says of others.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shared::{
    ids::{ConversationId, Millis},
    protocol::DeskFrame,
    queue::presence::{Looker, RENEW_MS},
};

use super::{
    queue_line::QueueLine,
    state::{DeskState, Link},
};
use crate::{browser::page, model::presence::words};

/// Who stops typing is writing for so long still, in milliseconds.
const WRITES_MS: u64 = 6_000;

/// What is known of it.
#[derive(Debug, Clone, Default)]
pub struct Presence {
    /// Who has a conversation before them, this member too.
    pub looking: BTreeMap<ConversationId, Vec<Looker>>,
    /// Where this member last typed, and when.
    wrote: Option<(ConversationId, Millis)>,
}

/// Tells the queue what is open here, as long as the desk is there.
pub fn tell(desk: DeskState, line: QueueLine) {
    let in_front = page::watch_in_front();
    let at = Memo::new(move |_| {
        let open = desk.address.with(|address| address.conversation().cloned());
        open.filter(|_| in_front.get())
    });
    let writing = Memo::new(move |_| {
        let now = desk.now.get();
        let here = |(id, since): &(ConversationId, Millis)| {
            at.get().as_ref() == Some(id) && now.since(*since) < WRITES_MS
        };
        desk.presence
            .with(|presence| presence.wrote.as_ref().is_some_and(here))
    });
    let renewal = Memo::new(move |_| desk.now.get().0 / RENEW_MS);
    Effect::new(move || {
        renewal.track();
        let (at, writing) = (at.get(), writing.get());
        if desk.link.get() == Link::Open {
            line.send(&DeskFrame::Looking { at, writing });
        }
    });
}

impl DeskState {
    /// Something is being written in this conversation now.
    pub fn writes(self, id: &ConversationId) {
        let wrote = Some((id.clone(), self.now.get_untracked()));
        self.presence.update(|presence| presence.wrote = wrote);
    }

    /// Who else is looking at it, in words.
    pub fn others_at(self, id: &ConversationId) -> Option<String> {
        self.presence
            .with(|presence| words(presence.looking.get(id)?, &self.my_id()))
    }
}
