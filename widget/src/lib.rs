//! The visitor's side: what runs in the launcher's frame.
//!
//! What is shown is worked out in [`model`], [`rows`] and [`strip`], without a browser; [`platform`] is the only room
//! that touches the browser's storage, clock, socket and messages; [`view`] draws; [`session`] ties them together.
#![forbid(unsafe_code)]

mod acts;
mod boot;
mod digits;
mod model;
mod outbox;
mod platform;
mod rows;
mod session;
#[cfg(test)]
mod stories;
mod strip;
mod tabs;
mod view;
mod wire;
mod words;

use wasm_bindgen::prelude::wasm_bindgen;

/// Puts the widget into the page's `#app`, in the place of what was shown while it loaded.
#[wasm_bindgen(start)]
pub fn start() {
    let Some(document) = platform::window().document() else {
        return;
    };
    let Some(place) = document.get_element_by_id("app") else {
        return;
    };
    let boot = boot::Boot::read(&document);
    let session = session::Session::new(boot);
    place.set_inner_html("");
    view::mount(session, &place);
    session.start();
}
