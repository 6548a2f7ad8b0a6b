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
    ids::{ClientId, ConversationId, Epoch, Millis, TurnId},
    link::Outbox,
    protocol::AgentFrame,
};

use super::state::{DeskState, Link};
use crate::browser::line::Line;

pub use talks::Talks;

/// A reply on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The owner epoch its writer believed in.
    pub epoch: Epoch,
    /// The words.
    pub text: String,
}

/// Somebody who is writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Writer {
    /// The visitor.
    Visitor,
    /// A member, by name.
    Member(String),
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
    /// Replies that the edge has not acknowledged.
    pub outbox: RwSignal<Outbox<Reply>>,
    /// What is in the field.
    pub text: RwSignal<String>,
    /// What this member asked about the floor, until it is answered.
    pub asked: RwSignal<Option<(ClientId, AgentFrame)>>,
    /// Why something was refused.
    pub refused: RwSignal<Option<String>>,
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
