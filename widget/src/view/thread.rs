//! The log: every row in order, and after it what is being written or asked. Stays at its end unless the visitor
//! scrolled away from it.

use leptos::{html, prelude::*};

use super::{row, tail};
use crate::{rows, session::Session};

/// So near to the end, in pixels, counts as being there.
const NEAR: i32 = 48;

/// The thread.
pub fn thread(session: Session) -> AnyView {
    let words = session.words;
    let greeting = session.boot.with_value(|boot| boot.greeting.clone());
    let greeting = if greeting.is_empty() { words.greeting.to_owned() } else { greeting };
    let rows = Memo::new(move |_| session.model.with(|model| rows::rows(model, &greeting, words)));
    let scroller = NodeRef::<html::Div>::new();
    let at_end = RwSignal::new(true);
    let to_end = move || {
        if let Some(scroller) = scroller.get_untracked() {
            scroller.set_scroll_top(scroller.scroll_height());
        }
    };
    let follow = move || {
        if at_end.get_untracked() {
            request_animation_frame(to_end);
        }
    };
    // What was just sent is looked at, wherever the visitor was.
    Effect::new(move || {
        session.sent.track();
        at_end.set(true);
    });
    Effect::new(move || {
        rows.track();
        session.model.track();
        session.details.track();
        session.visible.track();
        follow();
    });
    let scrolled = move |_| {
        if let Some(scroller) = scroller.get_untracked() {
            let below = scroller.scroll_height() - scroller.scroll_top() - scroller.client_height();
            at_end.set(below < NEAR);
        }
    };
    let newer = move || {
        let click = move |_| {
            at_end.set(true);
            to_end();
        };
        (!at_end.get()).then(|| view! { <button class="btn newer" on:click=click>{words.newer}</button> })
    };
    view! {
        <div class="scroll" node_ref=scroller on:scroll=scrolled>
            <div
                class="log"
                role="log"
                aria-label=words.conversation
                aria-live=move || if session.settled.get() { "polite" } else { "off" }
            >
                <For each=move || rows.get() key=|row| row.key.clone() let:row>
                    {row::row(session, row, rows)}
                </For>
            </div>
            {tail::tail(session)}
        </div>
        {newer}
    }
    .into_any()
}
