//! Cards that ask the visitor for something: whether they want a person, where to answer them, to load anew.

use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

use super::{button, element, focus, nothing, paragraph};
use crate::{
    model::Model,
    outbox::Ask,
    session::{App, Session},
    strip::{Action, strip},
};

/// The form's field, by its id in the page.
const EMAIL: &str = "email";

/// The offer of a person.
pub fn offer(session: Session) -> AnyView {
    let [title, yes, no] = session.words.offer;
    let answer = move |accept| move || session.ask(Ask::Offer(accept));
    view! {
        <div class="card" role="group" aria-label=title>
            <div class="pair">{button("btn main", yes, answer(true))}{button("btn", no, answer(false))}</div>
        </div>
    }
    .into_any()
}

/// The details form: there when nobody is in, or when the visitor asked for it; gone once an address was left.
pub fn details(session: Session, app: &App, model: &Model) -> AnyView {
    let strip = strip(model, session.words, |_| String::new());
    let wanted = app.details.get().unwrap_or(strip.mood == "away");
    if !wanted || strip.action != Action::Details || model.leaving() {
        return nothing();
    }
    let words = session.words;
    let submit: Box<dyn FnMut(ev::SubmitEvent) + Send> = Box::new(move |event| {
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
    });
    let bad = app.bad_email.get();
    let told = if bad {
        paragraph("bad", Some("alert"), words.bad_email.to_owned())
    } else {
        nothing()
    };
    view! {
        <form class="card" aria-label=words.leave_details novalidate on:submit=submit>
            <strong>{words.details_title}</strong>
            {paragraph("", None, words.details_hint.to_owned())}
            <label class="field">
                {words.email}
                <input id=EMAIL type="email" autocomplete="email" aria-invalid=bad.then_some("true") />
            </label>
            {told}
            <div class="pair">
                <button class="btn main" type="submit">{words.send_details}</button>
                {button("btn", words.not_now, move || session.details(false))}
            </div>
        </form>
    }
    .into_any()
}

/// The edge speaks another version.
pub fn stale(session: Session) -> AnyView {
    let words = session.words;
    let said = paragraph("", None, words.stale.to_owned());
    let load = button("btn main", words.reload, move || session.reload());
    view! { <div class="card" role="alert">{said}{load}</div> }.into_any()
}
