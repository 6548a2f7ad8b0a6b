//! This browser's storage. Where it is blocked or full, the app goes on without: nothing here fails.

use leptos::prelude::window;
use serde::{Serialize, de::DeserializeOwned};
use shared::link::read;

/// Where it is kept, for the session, that no socket gets through.
const BLOCKED: &str = "baton:blocked";

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// Whether this session found that no socket gets through.
pub fn is_blocked() -> bool {
    session().is_some_and(|session| matches!(session.get_item(BLOCKED), Ok(Some(_))))
}

/// Keeps what was found for the other lines and the next page of this session. Where nothing can be kept, each finds out
/// by itself.
pub fn keep_blocked(is: bool) {
    if let Some(session) = session() {
        let _ = if is {
            session.set_item(BLOCKED, "1")
        } else {
            session.remove_item(BLOCKED)
        };
    }
}

fn session() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

/// What is kept under the key.
pub fn text(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a text; an empty one is forgotten.
pub fn keep_text(key: &str, text: &str) {
    let Some(storage) = storage() else { return };
    // Blocked or full: what was typed is still in the page.
    let _ = if text.is_empty() {
        storage.remove_item(key)
    } else {
        storage.set_item(key, text)
    };
}

/// What is kept under the key, if it can be read.
pub fn value<T: DeserializeOwned>(key: &str) -> Option<T> {
    read(&text(key)?).ok()
}

/// Keeps a value.
pub fn keep<T: Serialize>(key: &str, value: &T) {
    if let Ok(text) = serde_json::to_string(value) {
        keep_text(key, &text);
    }
}

/// Forgets the key.
pub fn forget(key: &str) {
    keep_text(key, "");
}
