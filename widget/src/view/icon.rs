//! A few strokes, set by hand on a grid of 20.

use leptos::prelude::*;

/// A cross.
pub fn close() -> AnyView {
    view! { <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5L5 15" /></svg> }.into_any()
}

/// An arrow upwards.
pub fn send() -> AnyView {
    view! { <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 16V4M5 9l5-5 5 5" /></svg> }.into_any()
}

/// A person.
pub fn person() -> AnyView {
    view! {
        <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="10" cy="7" r="3" />
            <path d="M4 17a6 6 0 0 1 12 0" />
        </svg>
    }
    .into_any()
}
