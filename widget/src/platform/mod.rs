//! The only rooms that touch the browser: its storage, clock, chance, the socket and the page around the frame.

pub mod clock;
pub mod host;
pub mod mint;
pub mod object;
pub mod socket;
pub mod storage;

use web_sys::{Element, Window};

/// The frame's window.
pub fn window() -> Window {
    leptos::prelude::window()
}

/// The frame's `<html>`.
pub fn root() -> Option<Element> {
    window().document()?.document_element()
}

/// Whether the browser believes that it has a network. It may be wrong with yes, never with no.
pub fn online() -> bool {
    window().navigator().on_line()
}

/// Whether the main pointer is a finger: then a focused field would raise the keyboard unasked.
pub fn touch() -> bool {
    matches!(window().match_media("(pointer:coarse)"), Ok(Some(query)) if query.matches())
}

/// Loads the widget anew.
pub fn reload() {
    // Refused only where a page may not navigate itself.
    let _ = window().location().reload();
}
