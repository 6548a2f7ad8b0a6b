//! The conversation that is looked at, and which of its dialogs is open: for its buttons and for the keyboard.

use leptos::prelude::*;

use super::talk::Talk;

/// What is open on the desk. Only one dialog is open at a time, and only for who has the floor.
#[derive(Clone, Copy, Default)]
pub struct Dialogs {
    /// The conversation that is looked at.
    pub talk: RwSignal<Option<Talk>>,
    /// Close the conversation.
    pub close: RwSignal<bool>,
    /// Pass it on.
    pub transfer: RwSignal<bool>,
    /// Put it away for a while.
    pub snooze: RwSignal<bool>,
    /// Pick a canned reply.
    pub canned: RwSignal<bool>,
}
