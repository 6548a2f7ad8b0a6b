//! A few hand-set 20 px strokes. All are decoration: the control around each carries the name.

use leptos::prelude::*;

fn stroke(path: &'static str) -> impl IntoView {
    view! {
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <path d=path />
        </svg>
    }
}

/// Baton's mark: something handed from one to the other.
pub fn mark() -> impl IntoView {
    stroke(
        "M5.2 14.8 14.8 5.2M5.6 16a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0ZM17.6 4a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0Z",
    )
}

/// Sound on.
pub fn bell() -> impl IntoView {
    stroke("M5 13.5V9a5 5 0 0 1 10 0v4.5l1.2 1.5H3.8zM8.3 17.2h3.4")
}

/// Sound off.
pub fn bell_off() -> impl IntoView {
    stroke("M6.6 5.3A5 5 0 0 1 15 9v4.2M13.6 15H3.8L5 13.5V9M8.3 17.2h3.4M3.5 3.5l13 13")
}

/// Back to the page before.
pub fn back() -> impl IntoView {
    stroke("M12 4.5 6.5 10l5.5 5.5")
}

/// Something is wrong.
pub fn warning() -> impl IntoView {
    stroke("M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6.5v4.2M10 13.4v.1")
}

/// Put away.
pub fn cross() -> impl IntoView {
    stroke("m5.5 5.5 9 9M14.5 5.5l-9 9")
}

/// A conversation.
pub fn talk() -> impl IntoView {
    stroke("M3.5 4.5h13v9H9l-3.5 3v-3h-2z")
}

/// Down to the newest.
pub fn down() -> impl IntoView {
    stroke("M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5")
}

/// A member has it.
pub fn person() -> impl IntoView {
    stroke("M13 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM4 16.5c.8-3 3-4.5 6-4.5s5.2 1.5 6 4.5")
}

/// Done.
pub fn check() -> impl IntoView {
    stroke("m4.5 10.5 3.5 3.5 7.5-8")
}

/// Looking for something.
pub fn search() -> impl IntoView {
    stroke("M13.5 8.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0ZM12.2 12.2l4.3 4.3")
}

/// More below.
pub fn chevron() -> impl IntoView {
    stroke("m6 8 4 4 4-4")
}
