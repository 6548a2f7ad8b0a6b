//! Model clients of the wire: what a visitor's and an agent's browser say, without a browser.
//!
//! Each holds the state that its browser would hold, folded from the events it got by the same function, and checks with every
//! event that none is missing and none comes twice. Verbs send, wait for the acknowledgement and return; what comes
//! by itself is waited for by condition.

mod agent;
mod desk;
mod poll;
mod talk;
mod visitor;
mod wire;

pub use agent::AgentClient;
pub use desk::DeskClient;
pub use poll::{Held, Line, Polled};
pub use talk::{Refused, Talk};
pub use visitor::{Key, VisitorClient};
pub use wire::{Heard, Wire};
