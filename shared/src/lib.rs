//! What decides, in Baton.
//!
//! Everything here is pure: no I/O, no clock, no randomness, no platform. Time and ids come in as arguments, so the
//! same input gives the same verdict in the visitor's browser, at the edge and in the agent's browser. The shells
//! (`widget`, `agent`, `edge`) carry bytes to and from it.
#![forbid(unsafe_code)]

pub mod brief;
pub mod contrast;
pub mod conversation;
pub mod ids;
pub mod knowledge;
pub mod link;
pub mod mask;
pub mod policy;
pub mod protocol;
pub mod queue;
pub mod text;
pub mod triggers;
pub mod words;
