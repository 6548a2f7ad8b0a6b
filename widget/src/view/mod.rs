//! What is on the screen. Each part is a function of the session; none holds state that another part needs.

mod card;
pub mod composer;
mod icon;
mod row;
mod strip;
mod tail;
mod thread;

use leptos::{ev, prelude::*};

use crate::session::Session;

/// The whole widget.
pub fn app(session: Session) -> AnyView {
    let words = session.words;
    window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && !event.is_composing() {
            session.close();
        }
    });
    let close = session.framed().then(|| {
        view! {
            <button class="icon" aria-label=words.close_chat on:click=move |_| session.close()>
                {icon::close()}
            </button>
        }
    });
    view! {
        <header class="top">
            <h1>{session.boot.with_value(|boot| boot.name.clone())}</h1>
            {close}
        </header>
        {strip::strip(session)}
        {thread::thread(session)}
        {composer::composer(session)}
    }
    .into_any()
}
