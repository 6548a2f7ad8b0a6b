//! The log: every row in order, and after it what is being written or asked. Stays at its end unless the visitor
//! scrolled away from it.

use leptos::prelude::*;
use web_sys::Element;

use super::{block, button, element, nothing, row, tail, value};
use crate::{rows, session::Session};

/// So near to the end, in pixels, counts as being there.
const NEAR: i32 = 48;
/// The scrolling part's id in the page.
const SCROLL: &str = "scroll";

/// The thread.
pub fn thread(session: Session) -> AnyView {
    let words = session.words;
    let rows = block(move || {
        let app = session.watch();
        let greeting = if app.boot.greeting.is_empty() {
            words.greeting
        } else {
            &app.boot.greeting
        };
        let rows = rows::rows(&app.model.borrow(), greeting, words);
        rows.into_iter()
            .map(|one| row::row(session, one))
            .collect::<Vec<_>>()
            .into_any()
    });
    let live = value(move || {
        Some(
            if session.watch().settled.get() {
                "polite"
            } else {
                "off"
            }
            .to_owned(),
        )
    });
    let newer = block(move || {
        if session.watch().at_end.get() {
            return nothing();
        }
        button("btn newer", words.newer, move || to_end(session))
    });
    view! {
        <div class="scroll" id=SCROLL tabindex="0" on:scroll=move |_| scrolled(session)>
            <div class="log" role="log" aria-label=words.conversation aria-live=live>{rows}</div>
            {tail::tail(session)}
        </div>
        {newer}
    }
    .into_any()
}

/// Keeps the end in sight if it was; drawing comes first.
pub fn follow(session: Session) {
    if session.app().at_end.get() {
        request_animation_frame(move || to_end(session));
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
