//! The list of the queue as it lies on the screen. Its items are of one height; those that are not on the page are two
//! gaps, whose heights the style sheet works out from how many items they stand for.

use std::ops::Range;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::model::window;

/// The id of the list.
pub const LIST: &str = "queue";

/// The list; none while it is empty.
fn list() -> Option<HtmlElement> {
    document().get_element_by_id(LIST)?.dyn_into().ok()
}

/// How far the list is scrolled and how much of it can be seen, in items. The gaps make it as tall as if all were on the page.
fn scrolled(list: &HtmlElement, count: usize) -> (f64, f64, f64) {
    // Lists are far shorter than 2^52.
    #[allow(clippy::cast_precision_loss)]
    let px = (f64::from(list.scroll_height()) / count.max(1) as f64).max(1.0);
    (
        f64::from(list.scroll_top()) / px,
        f64::from(list.client_height()) / px,
        px,
    )
}

/// The places that can be seen, of so many.
pub fn seen(count: usize) -> Option<Range<usize>> {
    let (top, height, _) = scrolled(&list()?, count);
    // A list is never scrolled above its beginning for long, and a fraction of a place is that place.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(top.max(0.0) as usize..(top + height).ceil().max(0.0) as usize)
}

/// Tells the style sheet how many items are left off before and after those on the page.
pub fn leave_gaps(before: usize, after: usize) {
    if let Some(list) = list() {
        for (name, count) in [("--before", before), ("--after", after)] {
            // Only refused for a name that is none.
            let _ = list.style().set_property(name, &count.to_string());
        }
    }
}

/// Scrolls so that the item at this place, of so many, can be seen.
pub fn reveal(place: usize, count: usize) {
    if let Some(list) = list() {
        let (top, height, px) = scrolled(&list, count);
        // Lists are some hundred thousand pixels long at most.
        #[allow(clippy::cast_possible_truncation)]
        list.set_scroll_top((window::reveal(place, top, height) * px).round() as i32);
    }
}

/// Scrolls to the beginning.
pub fn rewind() {
    if let Some(list) = list() {
        list.set_scroll_top(0);
    }
}
