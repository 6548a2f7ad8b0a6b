//! What the pages and workers of the measurements call. Lists travel as JSON.

use wasm_bindgen::prelude::*;

use crate::{agreement, timing};

/// [`agreement::digests`]; an unreadable list gives none.
#[wasm_bindgen]
pub fn digests(portion: &str) -> String {
    let portion: Vec<String> = serde_json::from_str(portion).unwrap_or_default();
    serde_json::to_string(&agreement::digests(&portion)).unwrap_or_default()
}

/// [`agreement::verdict`].
#[wasm_bindgen]
pub fn verdict(before: &str, text: &str) -> String {
    agreement::verdict(before, text)
}

/// [`timing::Bench`].
#[wasm_bindgen]
pub struct Bench(timing::Bench);

#[wasm_bindgen]
impl Bench {
    /// So many messages.
    #[wasm_bindgen(constructor)]
    pub fn new(messages: usize) -> Self {
        Self(timing::Bench::new(messages))
    }

    /// Looks for an explicit request.
    pub fn explicit(&self, message: usize, times: u32) {
        self.0.explicit(message, times);
    }

    /// Decides about a turn.
    pub fn turn(&self, message: usize, times: u32) {
        self.0.turn(message, times);
    }
}
