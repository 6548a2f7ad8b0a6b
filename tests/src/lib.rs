//! What the stories in `tests/tests/` are told with: a real edge, a scripted model, a website, a real browser.
//!
//! Everything listens on loopback, on ports that the system picks, in folders of its own; dropping a thing ends it.
//! A helper that cannot do its work panics and says what it was waiting for: in a story there is nobody to return to.

#![allow(clippy::missing_panics_doc, reason = "a panic is how a test fails")]

pub mod api;
pub mod browser;
pub mod chaos;
pub mod client;
pub mod edge;
pub mod host;
pub mod lab;
pub mod model;
pub mod network;
pub mod storage;
pub mod token;
pub mod wait;
