//! The queue: which escalations are open, and in which order they are served.
//!
//! An item is a conversation's own summary, made by [`item()`] from its state and carried to the queue object at least
//! once; its `version` is the number of the conversation's last event, so that an older copy never replaces a newer.

pub mod handoff;
mod item;
mod order;
pub mod presence;
pub mod search;
pub mod sweep;

pub use item::{Item, Stage, item};
pub use order::{order, positions, urgency, used};
