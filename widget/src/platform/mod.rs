//! The only rooms that touch the browser: its storage, clock, chance, the socket and the page around the frame.

pub mod clock;
pub mod host;
pub mod mint;
pub mod object;
pub mod socket;
pub mod storage;

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
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

/// Whether the tab is in front, as far as the browser tells.
pub fn in_front() -> bool {
    window().document().is_some_and(|document| !document.hidden())
}

/// Whether the main pointer is a finger: then a focused field would raise the keyboard unasked.
pub fn touch() -> bool {
    matches!(window().match_media("(pointer:coarse)"), Ok(Some(query)) if query.matches())
}

/// A reply came, named by `reply`: sounds in one of the visitor's tabs, or in none when it was seen in one. What that
/// takes is in the frame's own script.
pub fn ring(reply: &str, seen: bool) {
    script(if seen { "hush" } else { "ring" }, reply);
}

/// Calls a function of the frame's own script.
pub fn script(name: &str, with: &str) {
    if let Ok(function) = object::get(&window(), name).dyn_into::<Function>() {
        // Where a browser cannot do it, nothing else is lost.
        let _ = function.call1(&JsValue::UNDEFINED, &with.into());
    }
}

/// Loads the widget anew.
pub fn reload() {
    // Refused only where a page may not navigate itself.
    let _ = window().location().reload();
}
