//! Where the visitor writes. Nothing typed is lost: the text is kept as it grows and leaves only into the outbox.

use leptos::{ev, prelude::*};
use shared::conversation::VISITOR_LIMIT;
use web_sys::HtmlTextAreaElement;

use super::{block, element, icon, nothing, paragraph, press, text, value};
use crate::{
    session::Session,
    strip::{Action, strip},
};

/// From so many characters on, the count is shown.
const COUNTS_FROM: usize = VISITOR_LIMIT - 400;
/// The field's id in the page.
const FIELD: &str = "message";
/// What a browser reports as the key while an input method composes, where `isComposing` comes too late.
const COMPOSING: u32 = 229;

/// Puts the cursor into the field.
pub fn focus() {
    super::focus(FIELD);
}

/// Puts text into the field.
pub fn fill(text: &str) {
    if let Some(field) = element::<HtmlTextAreaElement>(FIELD) {
        field.set_value(text);
    }
}

/// Whether a text can be sent as it is.
pub fn sendable(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= VISITOR_LIMIT
}

/// The composer.
pub fn composer(session: Session) -> AnyView {
    let words = session.words;
    let submit: Box<dyn FnMut(ev::SubmitEvent) + Send> = Box::new(move |event| {
        event.prevent_default();
        session.send();
    });
    let disabled = value(move || {
        let app = session.watch_text();
        (!sendable(&app.text.borrow())).then(String::new)
    });
    // The field's twin: what gives it its height.
    let twin = text(move || [session.watch_text().text.borrow().as_str(), "\u{200b}"].concat());
    view! {
        {block(move || refused(session))}
        <form class="write" on:submit=submit>
            {block(move || count(session))}
            {block(move || called(session))}
            <div class="grow">
                <div class="twin" aria-hidden="true">{twin}</div>
                <textarea
                    id=FIELD
                    rows="1"
                    dir="auto"
                    aria-label=words.message
                    placeholder=words.write
                    on:input=move |_| input(session)
                    on:keydown=move |event| key(session, &event)
                ></textarea>
            </div>
            <button class="icon send" type="submit" aria-label=words.send disabled=disabled>{icon::send()}</button>
        </form>
    }
    .into_any()
}

fn input(session: Session) {
    if let Some(field) = element::<HtmlTextAreaElement>(FIELD) {
        session.typed(field.value());
    }
}

fn key(session: Session, event: &ev::KeyboardEvent) {
    let composing = event.is_composing() || event.key_code() == COMPOSING;
    if event.key() == "Enter" && !event.shift_key() && !composing {
        event.prevent_default();
        session.send();
    }
}

fn count(session: Session) -> AnyView {
    let length = session.watch_text().text.borrow().chars().count();
    if length < COUNTS_FROM {
        return nothing();
    }
    let class = if length > VISITOR_LIMIT {
        "count over"
    } else {
        "count"
    };
    paragraph(class, Some("status"), session.words.used(length, VISITOR_LIMIT))
}

/// **Talk to a person** where the strip has something else to offer: pressed, for a person is called or here.
fn called(session: Session) -> AnyView {
    let words = session.words;
    if strip(&session.watch().model.borrow(), words, |_| String::new()).action == Action::Person {
        return nothing();
    }
    view! {
        <button
            class="icon asked"
            type="button"
            aria-label=words.person
            aria-pressed="true"
            title=words.person_called
            on:click=press(move || session.call())
        >
            {icon::person()}
        </button>
    }
    .into_any()
}

/// Why the last thing asked was refused.
fn refused(session: Session) -> AnyView {
    match &session.watch().model.borrow().refused {
        Some(why) => paragraph("note", Some("alert"), why.clone()),
        None => nothing(),
    }
}
