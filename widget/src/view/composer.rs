//! Where the visitor writes. Nothing typed is lost: the text is kept as it grows and leaves only into the outbox.

use leptos::{ev, html, prelude::*};
use shared::conversation::VISITOR_LIMIT;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icon;
use crate::{
    platform::window,
    session::Session,
    strip::{self, Action},
};

/// From so many characters on, the count is shown.
const COUNTS_FROM: usize = VISITOR_LIMIT - 400;
/// The field's id in the page.
const FIELD: &str = "message";
/// What a browser reports as the key while an input method composes, where `isComposing` comes too late.
const COMPOSING: u32 = 229;

/// Puts the cursor into the field.
pub fn focus() {
    let field = window().document().and_then(|document| document.get_element_by_id(FIELD));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // A field that is on the page can be focused.
        let _ = field.focus();
    }
}

/// The composer.
pub fn composer(session: Session) -> AnyView {
    let words = session.words;
    let field = NodeRef::<html::Textarea>::new();
    let length = Memo::new(move |_| session.text.with(|text| text.chars().count()));
    let sendable = Memo::new(move |_| length.get() <= VISITOR_LIMIT && session.text.with(|text| !text.trim().is_empty()));
    let send = move || {
        if sendable.get_untracked() {
            let text = session.text.get_untracked();
            session.say(text.trim());
            session.typed(String::new());
            focus();
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        let composing = event.is_composing() || event.key_code() == COMPOSING;
        if event.key() == "Enter" && !event.shift_key() && !composing {
            event.prevent_default();
            send();
        }
    };
    let input = move |_| {
        if let Some(field) = field.get_untracked() {
            session.typed(field.value());
        }
    };
    let count = move || {
        let over = move || length.get() > VISITOR_LIMIT;
        let used = move || words.used(length.get(), VISITOR_LIMIT);
        (length.get() >= COUNTS_FROM).then(|| view! { <span class="count" class:over=over role="status">{used}</span> })
    };
    view! {
        {refused(session)}
        <form class="write" on:submit=move |event| { event.prevent_default(); send() }>
            {count}
            {called(session)}
            <div class="grow">
                <div class="twin" aria-hidden="true">{move || session.text.get() + "\u{200b}"}</div>
                <textarea
                    id=FIELD
                    node_ref=field
                    rows="1"
                    dir="auto"
                    aria-label=words.message
                    placeholder=words.write
                    prop:value=move || session.text.get()
                    on:input=input
                    on:keydown=key
                ></textarea>
            </div>
            <button class="icon send" type="submit" aria-label=words.send disabled=move || !sendable.get()>
                {icon::send()}
            </button>
        </form>
    }
    .into_any()
}

/// **Talk to a person** where the strip has something else to offer: pressed, for a person is called or here.
fn called(session: Session) -> impl IntoView {
    let words = session.words;
    let elsewhere = Memo::new(move |_| {
        session.model.with(|model| strip::strip(model, words, |_| String::new()).action != Action::Person)
    });
    let button = move || {
        view! {
            <button
                class="icon asked"
                type="button"
                aria-label=words.person
                aria-pressed="true"
                title=words.person_called
                on:click=move |_| session.call()
            >
                {icon::person()}
            </button>
        }
    };
    move || elsewhere.get().then(button)
}

/// Why the last thing asked was refused.
fn refused(session: Session) -> impl IntoView {
    let why = Memo::new(move |_| session.model.with(|model| model.refused.clone()));
    move || why.get().map(|why| view! { <p class="note" role="alert">{why}</p> })
}
