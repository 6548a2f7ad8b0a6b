//! What the edge wrote into the page: whose site this is and how it presents itself.

use js_sys::{Array, JSON};
use shared::words::Word;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

use crate::{
    platform::{object, window},
    words::Words,
};

/// The owner's settings that the widget needs before it has a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Boot {
    /// The site's id.
    pub site: String,
    /// Its name.
    pub name: String,
    /// The owner's first message; empty for the widget's own.
    greeting: String,
    /// Questions to begin with.
    pub suggestions: Vec<String>,
    /// The chat's own words in the visitor's language.
    pub words: Vec<String>,
}

/// At most so many suggested questions are shown.
pub const MOST_SUGGESTIONS: usize = 3;

impl Boot {
    /// The first message.
    pub fn greeting(&self, words: Words) -> &str {
        if self.greeting.is_empty() {
            words.get(Word::Greeting)
        } else {
            &self.greeting
        }
    }

    /// Reads the page's data; a page without it is a site without settings.
    pub fn read(document: &Document) -> Self {
        let text = document
            .get_element_by_id("boot")
            .and_then(|element| element.text_content());
        let data = text
            .and_then(|text| JSON::parse(&text).ok())
            .unwrap_or(JsValue::UNDEFINED);
        let part = |name| object::text(&data, name);
        Self {
            site: part("site").unwrap_or_default(),
            name: part("name").unwrap_or_default(),
            greeting: part("greeting").unwrap_or_default(),
            suggestions: texts(&object::get(&data, "suggestions")),
            words: texts(&object::get(&window(), "words")),
        }
    }
}

/// What of a list is text; nothing of anything else.
fn texts(list: &JsValue) -> Vec<String> {
    let mut texts = Vec::new();
    if let Some(list) = list.dyn_ref::<Array>() {
        for at in 0..list.length() {
            texts.extend(list.get(at).as_string());
        }
    }
    texts
}
