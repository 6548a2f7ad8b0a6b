//! The conversation's protocol, explored in every order.
//!
//! What decides and folds here is the real `shared::conversation`; only what surrounds it is replaced: the network by
//! the worst there is, the clock and the alarm by steps, storage by a list that survives. Explorations are exhaustive
//! within stated bounds ([`floor`]); longer lives are lived at random with fixed seeds. Rules are in [`rule`], and an
//! observer that knows nothing of the code under test ([`witness`]) says when one is broken.

#![allow(
    clippy::missing_panics_doc,
    reason = "it panics where a literal is no id, and nobody else calls it"
)]

pub mod cast;
pub mod check;
pub mod client;
pub mod explore;
pub mod floor;
pub mod key;
pub mod lives;
pub mod object;
pub mod rule;
pub mod seen;
pub mod wire;
pub mod witness;
