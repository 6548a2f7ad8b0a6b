//! Where the visitor writes. Nothing typed is lost: the text is kept as it grows and leaves only into the outbox.

use leptos::{ev, prelude::*};
use shared::{conversation::VISITOR_LIMIT, words::Word};
use web_sys::HtmlTextAreaElement;

use super::{element, icon, icon_button, line};
use crate::{
    session::{App, Session},
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
pub fn composer(session: Session, app: &App) -> impl IntoView + use<> {
    let words = session.words;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        session.send();
    };
    let text = app.text.borrow();
    let why = app.model.borrow().refused.clone().unwrap_or_default();
    let length = text.chars().count();
    let used = if length < COUNTS_FROM {
        String::new()
    } else {
        words.used(length, VISITOR_LIMIT)
    };
    view! {
        {line("note", Some("alert"), why)}
        <form class="write" on:submit=submit>
            {line(if length > VISITOR_LIMIT { "count over" } else { "count" }, Some("status"), used)}
            {called(session, app)}
            <div class="grow">
                <div class="twin" aria-hidden="true">{[text.as_str(), "\u{200b}"].concat()}</div>
                <textarea
                    id=FIELD
                    rows="1"
                    dir="auto"
                    aria-label=words.get(Word::Message)
                    placeholder=words.get(Word::Write)
                    on:input=move |_| input(session)
                    on:keydown=move |event| key(session, &event)
                ></textarea>
            </div>
            <button class="icon send" type="submit" aria-label=words.get(Word::Send) disabled=!sendable(&text)>
                {icon::stroke(icon::SEND)}
            </button>
        </form>
    }
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

/// **Talk to a person** where the strip has something else to offer: pressed, for a person is called or here.
fn called(session: Session, app: &App) -> impl IntoView + use<> {
    let words = session.words;
    let strip = strip(&app.model.borrow(), words, |_| String::new());
    icon_button(
        "icon asked",
        strip.action == Action::Person,
        [words.get(Word::Person), words.get(Word::PersonCalled)],
        Some(true),
        icon::PERSON,
        Box::new(move || session.call()),
    )
}
