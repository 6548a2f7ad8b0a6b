//! Measures what decides, on labelled text: `cargo xtask evaluate`, `cargo xtask train`.
//!
//! A crate of its own, compiled optimised, because the files are long; it uses the very functions that are shipped. Text
//! it reads stays where it is: nothing of it is written anywhere but to the terminal.

pub mod agreement;
pub mod evaluate;
pub mod fault;
pub mod lines;
// What the benchmark of `shared` measures with, so that Wasm is timed on the same messages.
#[path = "../../../shared/benches/triggers/messages.rs"]
mod messages;
pub mod policy;
pub mod replay;
#[path = "../../../shared/benches/triggers/talk.rs"]
mod talk;
pub mod timing;
pub mod train;
#[cfg(target_arch = "wasm32")]
mod wasm;
