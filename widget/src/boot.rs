//! What the edge wrote into the page: whose site this is and how it presents itself.

use serde::Deserialize;
use web_sys::{Document, HtmlElement};
use wasm_bindgen::JsCast;

use crate::contrast::Colour;

/// The owner's settings that the widget needs before it has a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Boot {
    /// The site's id.
    pub site: String,
    /// Its name.
    pub name: String,
    /// The first message; empty for the widget's own.
    pub greeting: String,
    /// Questions to begin with.
    pub suggestions: Vec<String>,
    /// The owner's colour, `#rrggbb`.
    pub accent: Option<String>,
}

/// At most so many suggested questions are shown.
pub const MOST_SUGGESTIONS: usize = 3;

impl Boot {
    /// Reads the page's data; a page without it is a site without settings.
    pub fn read(document: &Document) -> Self {
        let text = document.get_element_by_id("boot").and_then(|element| element.text_content());
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Puts the owner's colour in the place of the default one, with inks that can be read.
    pub fn colour(&self, document: &Document) {
        let accent = self.accent.as_deref().and_then(Colour::parse);
        let root = document.document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
        let (Some(accent), Some(root)) = (accent, root) else { return };
        let (light, dark) = accent.as_text();
        let text = ["light-dark(", &light.hex(), ",", &dark.hex(), ")"].concat();
        let style = root.style();
        for (name, value) in [("--accent", accent.hex()), ("--accent-ink", accent.ink().hex()), ("--accent-text", text)] {
            // Fails for a style that cannot be changed only, and this one can.
            let _ = style.set_property(name, &value);
        }
    }
}
