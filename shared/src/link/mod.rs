//! What a browser needs to keep its end of the line, without the line itself: when to try again and over what, what the
//! edge has not acknowledged yet, and a reader of frames that is small to download. Meant for visitors and agents alike, so that
//! both have the same guarantee.

pub mod backoff;
pub mod carrier;
pub mod outbox;
mod read;

pub use carrier::{Carrier, Choice};
pub use outbox::{Delivery, Outbox, Pending};
pub use read::{Unreadable, read};
