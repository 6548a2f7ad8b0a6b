//! The log: every row in order, and after it what is being written or asked. Stays at its end unless the visitor
//! scrolled away from it.

use leptos::prelude::*;
use shared::words::Word;
use web_sys::Element;

use super::{button, element, row, tail};
use crate::{
    rows,
    session::{App, Session},
};

/// So near to the end, in pixels, counts as being there.
const NEAR: i32 = 48;
/// The scrolling part's id in the page.
const SCROLL: &str = "scroll";

/// The thread.
pub fn thread(session: Session, app: &App) -> impl IntoView + use<> {
    let words = session.words;
    let settled = app.settled.get();
    let mut drawn = Vec::new();
    let rows = rows::rows(&app.model.borrow(), app.boot.greeting(words), words);
    let last = rows.len();
    for (one, place) in rows.into_iter().zip(1..) {
        // Only what came last fades in: what was there stays still.
        drawn.push(row::row(session, settled && place == last, one));
    }
    let newer = (!app.at_end.get()).then(|| {
        button(
            "btn newer",
            words.get(Word::Newer).to_owned(),
            Box::new(move || to_end(session)),
        )
    });
    let newer = Vec::from_iter(newer);
    view! {
        <div class="scroll" id=SCROLL tabindex="0" on:scroll=move |_| scrolled(session)>
            <div
                class="log"
                role="log"
                aria-label=words.get(Word::Conversation)
                aria-live=if settled { "polite" } else { "off" }
            >
                {drawn}
            </div>
            {tail::tail(session, app)}
        </div>
        {newer}
    }
}

/// Keeps the end in sight if it was.
pub fn follow(session: Session) {
    if session.app().at_end.get() {
        to_end(session);
    }
}

fn to_end(session: Session) {
    if let Some(scroll) = element::<Element>(SCROLL) {
        scroll.set_scroll_top(scroll.scroll_height());
    }
    session.at_end(true);
}

fn scrolled(session: Session) {
    if let Some(scroll) = element::<Element>(SCROLL) {
        let below = scroll.scroll_height() - scroll.scroll_top() - scroll.client_height();
        session.at_end(below < NEAR);
    }
}
