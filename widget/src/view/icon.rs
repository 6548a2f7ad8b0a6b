//! A few strokes, set by hand on a grid of 20.

use leptos::prelude::*;

/// A cross.
pub fn close() -> impl IntoView {
    stroke("M5 5l10 10M15 5L5 15")
}

/// An arrow upwards.
pub fn send() -> impl IntoView {
    stroke("M10 16V4M5 9l5-5 5 5")
}

/// A person.
pub fn person() -> impl IntoView {
    stroke("M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 17a6 6 0 0 1 12 0")
}

fn stroke(path: &'static str) -> impl IntoView {
    view! { <svg viewBox="0 0 20 20" aria-hidden="true"><path d=path /></svg> }
}
