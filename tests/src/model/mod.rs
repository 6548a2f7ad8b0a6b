//! A model on loopback that says what a story tells it to: an OpenAI-compatible chat-completions endpoint.
//!
//! Replies are scripted one per request, in order; what was asked is recorded.

mod reply;
mod server;

pub use reply::{Gate, Piece, Reply};
pub use server::{ModelServer, Recorded};

/// The key that the model asks for.
pub const KEY: &str = "key-of-the-stories";
