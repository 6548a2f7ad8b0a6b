//! The card that asks the visitor where to answer them.

use leptos::{ev, prelude::*};
use shared::words::Word;
use web_sys::HtmlInputElement;

use super::{button, element, focus, line};
use crate::{
    model::Model,
    session::{App, Session},
    strip::{Action, strip},
};

/// The form's field, by its id in the page.
const EMAIL: &str = "email";

/// The details form: there when nobody is in and nothing else is asked, or when the visitor asked for it; gone once an
/// address was left.
pub fn details(session: Session, app: &App, model: &Model) -> impl IntoView + use<> {
    let strip = strip(model, session.words, |_| String::new());
    let asked = model.talk.asked.is_some() || model.talk.solved_asked.is_some();
    let wanted = app.details.get().unwrap_or(strip.mood == "away" && !asked);
    let bad = app.bad_email.get();
    (wanted && strip.action == Action::Details && !model.leaving()).then(|| form(session, bad))
}

fn form(session: Session, bad: bool) -> impl IntoView {
    let words = session.words;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = element::<HtmlInputElement>(EMAIL) else {
            return;
        };
        let email = field.value().trim().to_owned();
        // The browser's own idea of an address; the edge has the last word.
        let fits = !email.is_empty() && field.check_validity();
        session.leave(&email, fits);
        if !fits {
            focus(EMAIL);
        }
    };
    view! {
        <form class="card" aria-label=words.get(Word::LeaveDetails) novalidate on:submit=submit>
            <strong>{words.get(Word::DetailsTitle)}</strong>
            {line("", None, words.get(Word::DetailsHint).to_owned())}
            <label class="field">
                {words.get(Word::Email)}
                <input id=EMAIL type="email" autocomplete="email" aria-invalid=bad.then_some("true") />
            </label>
            {line("bad", Some("alert"), if bad { words.get(Word::BadEmail).to_owned() } else { String::new() })}
            <div class="pair">
                <button class="btn main" type="submit">{words.get(Word::SendDetails)}</button>
                {button("btn", words.get(Word::NotNow).to_owned(), Box::new(move || session.details(false)))}
            </div>
        </form>
    }
}
