//! The thin line under the header: who has the floor, what happens next, and the way to a person.

use leptos::prelude::*;
use shared::triggers::explicit;

use crate::{
    platform::clock,
    session::Session,
    strip::{self, Action},
};

/// The strip.
pub fn strip(session: Session) -> AnyView {
    let words = session.words;
    let strip = Memo::new(move |_| session.model.with(|model| strip::strip(model, words, clock::moment)));
    // Seen in the words as they are written, before they are sent: the way is pointed out.
    let urge = Memo::new(move |_| session.text.with(|text| explicit::detect(text).is_some()));
    let action = move || match strip.with(|strip| strip.action) {
        Action::Person => view! {
            <button class="act" class:urge=move || urge.get() on:click=move |_| session.call()>
                {words.person}
            </button>
        }
        .into_any(),
        Action::Details => view! {
            <button class="act" on:click=move |_| session.details.set(Some(true))>{words.leave_details}</button>
        }
        .into_any(),
        Action::None => ().into_any(),
    };
    view! {
        <div class="strip" data-mood=move || strip.with(|strip| strip.mood)>
            <span class="dot"></span>
            <p role="status">
                <b>{move || strip.with(|strip| strip.who.clone())}</b>
                <span>{move || strip.with(|strip| strip.next.clone())}</span>
            </p>
            {action}
        </div>
    }
    .into_any()
}
