//! The hosted agent view: sign-in, the queue, the thread with its brief.
//!
//! What is shown is worked out in [`model`], without a browser; [`browser`] is the only module that touches the
//! platform's storage, sockets, sounds and address; [`door`] and [`desk`] are the pages.
#![forbid(unsafe_code)]

mod api;
mod app;
mod browser;
mod desk;
mod door;
mod icons;
mod lean;
mod model;

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the agent view in the page that loaded it.
#[wasm_bindgen(start)]
pub fn start() {
    leptos::mount::mount_to_body(app::App);
}
