//! A few strokes, set by hand on a grid of 20, and the buttons they are on.

use leptos::prelude::*;

/// A cross.
pub const CLOSE: &str = "M5 5l10 10M15 5L5 15";
/// An arrow upwards.
pub const SEND: &str = "M10 16V4M5 9l5-5 5 5";
/// A person.
pub const PERSON: &str = "M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 17a6 6 0 0 1 12 0";

/// A bell, or one crossed out.
pub fn bell(sounds: bool) -> &'static str {
    if sounds {
        "M5 14V9a5 5 0 0 1 10 0v5M3 14h14M9 17h2"
    } else {
        "M5 14V9a5 5 0 0 1 10 0v5M3 14h14M9 17h2M4 3l12 14"
    }
}

/// A stroke.
pub fn stroke(path: &'static str) -> impl IntoView {
    view! { <svg viewBox="0 0 20 20" aria-hidden="true"><path d=path /></svg> }
}
