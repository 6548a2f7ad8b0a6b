//! The address after `#`, as a signal.

use leptos::{ev, prelude::*};

use crate::model::address::Address;

/// The address as it is now and from now on.
pub fn watch() -> RwSignal<Address> {
    let read = || Address::parse(&window().location().hash().unwrap_or_default());
    let address = RwSignal::new(read());
    let listener = window_event_listener(ev::hashchange, move |_| address.set(read()));
    on_cleanup(move || listener.remove());
    address
}

/// Goes there, as a step that the browser's Back undoes.
pub fn open(to: &Address) {
    // The listener above hears of it.
    let _ = window().location().set_hash(&to.hash());
}
