//! A few strokes, set by hand on a grid of 20, and the buttons they are on.

use leptos::prelude::*;

/// A cross.
pub const CLOSE: &str = "M5 5l10 10M15 5L5 15";
/// A chevron downwards.
pub const MORE: &str = "M5 8l5 5 5-5";
/// An arrow upwards.
pub const SEND: &str = "M10 16V4M5 9l5-5 5 5";
/// A person.
pub const PERSON: &str = "M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 17a6 6 0 0 1 12 0";

/// A stroke.
pub fn stroke(path: &'static str) -> impl IntoView {
    view! { <svg viewBox="0 0 20 20" aria-hidden="true"><path d=path /></svg> }
}
