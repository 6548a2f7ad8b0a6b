//! An opened conversation: its events folded into a state, what this member asked of it, and what they are writing.
//!
//! Promise: what a member wrote is in the field, in the outbox or in the thread; never nowhere. Field and outbox are
//! kept in the browser's storage, the outbox is emptied only by what the conversation itself says.

mod keep;
mod receive;
mod send;
mod talks;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::{
    conversation::State,
    ids::{ClientId, ConversationId, Epoch, Millis, Seq, TurnId},
    link::Outbox,
    protocol::AgentFrame,
};

use super::state::{DeskState, Link};
use crate::browser::line::Line;

pub use talks::Talks;

/// Words on their way: a reply, or a note for colleagues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The owner epoch its writer believed in.
    pub epoch: Epoch,
    /// The words.
    pub text: String,
    /// Whether it is a note, which the visitor never gets.
    #[serde(default)]
    pub note: bool,
}

impl Reply {
    /// The frame that carries it.
    fn frame(&self, id: ClientId) -> AgentFrame {
        let (epoch, text) = (self.epoch, self.text.clone());
        if self.note {
            AgentFrame::Note { id, text }
        } else {
            AgentFrame::Reply { id, epoch, text }
        }
    }
}

/// So many rows of a thread are put on the page at a time, counted from its beginning.
pub const PAGE: usize = 25;

/// Somebody who is writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Writer {
    /// The visitor.
    Visitor,
    /// A member, by name.
    Member(String),
}

/// What else is known of an opened conversation on this page.
#[derive(Clone, Copy)]
struct Further {
    note: RwSignal<String>,
    noting: RwSignal<bool>,
    left_off: RwSignal<Option<usize>>,
}

/// An opened conversation. A copyable handle; it lives as long as [`Talks`] keeps it.
#[derive(Clone, Copy)]
pub struct Talk {
    desk: StoredValue<DeskState>,
    /// Which conversation.
    pub id: StoredValue<ConversationId>,
    /// The fold of its events.
    pub state: RwSignal<State>,
    /// The state of its line.
    pub link: RwSignal<Link>,
    /// Whether the thread was heard of at all.
    pub loaded: RwSignal<bool>,
    /// The assistant's words so far, in the turn under way.
    pub draft: RwSignal<Option<(TurnId, String)>>,
    /// Who is writing.
    pub typing: RwSignal<Option<Writer>>,
    /// Replies and notes that the edge has not acknowledged.
    pub outbox: RwSignal<Outbox<Reply>>,
    /// What is in the field for replies.
    pub text: RwSignal<String>,

    /// What this member asked about the floor, until it is answered.
    pub asked: RwSignal<Option<(ClientId, AgentFrame)>>,
    /// Why something was refused.
    pub refused: RwSignal<Option<String>>,
    /// Kept apart, so that the handle stays small.
    further: StoredValue<Further>,
    /// Whether it is the one that is looked at.
    pub watched: RwSignal<bool>,
    typing_until: StoredValue<Millis>,
    line: StoredValue<Option<Line>, LocalStorage>,
}

impl Talk {
    /// The desk it is on.
    pub fn desk(self) -> DeskState {
        self.desk.get_value()
    }

    /// What is in the field for notes.
    pub fn note(self) -> RwSignal<String> {
        self.further.with_value(|further| further.note)
    }

    /// Whether the field for notes is shown.
    pub fn noting(self) -> RwSignal<bool> {
        self.further.with_value(|further| further.noting)
    }

    /// How many rows are left off before those on the page, once somebody went up to them; else all but the last few are.
    fn left_off(self) -> RwSignal<Option<usize>> {
        self.further.with_value(|further| further.left_off)
    }

    /// How many rows of so many are left off before those on the page. A long thread begins with its end.
    pub fn before_page(self, rows: usize) -> usize {
        let left_off = self.left_off().get();
        let before = left_off.unwrap_or_else(|| rows.saturating_sub(PAGE)).min(rows);
        before - before % PAGE
    }

    /// Puts earlier rows on the page.
    pub fn earlier(self, rows: usize) {
        let before = untrack(|| self.before_page(rows));
        self.left_off().set(Some(before.saturating_sub(PAGE)));
    }

    /// Puts the row of an event on the page, if it is not there.
    pub fn reveal(self, seq: Seq) {
        let (rows, at) = self.state.with_untracked(|state| {
            let notes = &state.asides.notes;
            let thread = state.thread.iter().filter(|entry| entry.seq < seq).count();
            (
                state.thread.len() + notes.len(),
                thread + notes.iter().filter(|note| note.seq < seq).count(),
            )
        });
        if at < untrack(|| self.before_page(rows)) {
            self.left_off().set(Some(at.saturating_sub(PAGE / 2)));
        }
    }

    /// Whether this member has the floor.
    pub fn is_mine(self) -> bool {
        let me = self.desk().my_id();
        self.state
            .with(|state| matches!(state.floor(), shared::conversation::Floor::Agent(by) if by.id == me))
    }

    /// Whether something is under way that must not be dropped.
    pub fn is_pending(self) -> bool {
        self.asked.with_untracked(Option::is_some)
            || self
                .outbox
                .with_untracked(|outbox| outbox.to_send().next().is_some())
    }
}
