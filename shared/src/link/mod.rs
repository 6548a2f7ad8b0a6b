//! What a browser needs to keep its end of the line, without the line itself: when to try again, and what the edge has
//! not acknowledged yet. The same for visitors and agents, so that both have the same guarantee.

pub mod backoff;
pub mod outbox;

pub use outbox::{Delivery, Outbox, Pending};
