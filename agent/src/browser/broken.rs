//! What happens when this app itself breaks. After a panic nothing on the page works any more; it must not look as if it
//! did. What was written is in the browser's storage, so that loading the page anew is safe.

use std::panic::PanicHookInfo;

use leptos::prelude::document;
use wasm_bindgen::JsValue;

/// Writes the panic into the console, for whoever reports it, and says on the page what to do.
pub fn tell(panic: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
    if let Some(notice) = document().get_element_by_id("broken") {
        // A notice that cannot be shown leaves the console's.
        let _ = notice.remove_attribute("hidden");
    }
}
