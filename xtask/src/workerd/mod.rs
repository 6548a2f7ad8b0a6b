//! Runs the edge on this machine: plain workerd, described by the same `wrangler.toml` that a deployment uses.
//!
//! No Node and no proxy stand between: it starts in a fraction of a second and answers as fast as the runtime does.

mod capnp;
mod log;
mod manifest;
mod process;

pub use manifest::Manifest;
pub use process::{Edge, Options};

/// The environment variables that reach the Worker, as secrets do in a deployment.
pub const SECRETS: [&str; 4] = [
    "BATON_ADMIN_TOKEN",
    "BATON_MODEL_URL",
    "BATON_MODEL",
    "BATON_MODEL_KEY",
];
