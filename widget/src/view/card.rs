//! Cards that ask the visitor for something: whether they want a person, where to answer them, to load anew.

use leptos::{ev, html, prelude::*};

use crate::{
    outbox::Ask,
    platform::clock,
    session::Session,
    strip::{self, Action},
};

/// The offer of a person.
pub fn offer(session: Session) -> AnyView {
    let [title, yes, no] = session.words.offer;
    let answer = move |accept| move |_| session.ask(Ask::Offer(accept));
    view! {
        <div class="card" role="group" aria-label=title>
            <div class="pair">
                <button class="btn main" on:click=answer(true)>{yes}</button>
                <button class="btn" on:click=answer(false)>{no}</button>
            </div>
        </div>
    }
    .into_any()
}

/// The details form: there when nobody is in, or when the visitor asked for it; gone once an address was left.
pub fn details(session: Session) -> impl IntoView {
    let words = session.words;
    let open = Memo::new(move |_| {
        session.model.with(|model| {
            let strip = strip::strip(model, words, clock::moment);
            let asked = session.details.get().unwrap_or(strip.mood == "away");
            let leaving = model.outbox.items().iter().any(|item| matches!(item.ask, Ask::Details(_)));
            asked && strip.action == Action::Details && !leaving
        })
    });
    move || open.get().then(|| form(session))
}

fn form(session: Session) -> AnyView {
    let words = session.words;
    let field = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(false);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let email = field.value().trim().to_owned();
        // The browser's own idea of an address; the edge has the last word.
        let fits = !email.is_empty() && field.check_validity();
        wrong.set(!fits);
        if fits {
            session.ask(Ask::Details(email));
        } else {
            // The field is on the page: this is a handler of its form.
            let _ = field.focus();
        }
    };
    let told = move || wrong.get().then(|| view! { <p class="bad" role="alert">{words.bad_email}</p> });
    view! {
        <form class="card" aria-label=words.leave_details novalidate on:submit=submit>
            <strong>{words.details_title}</strong>
            <p>{words.details_hint}</p>
            <label class="field">
                {words.email}
                <input
                    type="email"
                    autocomplete="email"
                    node_ref=field
                    aria-invalid=move || wrong.get().to_string()
                />
            </label>
            {told}
            <div class="pair">
                <button class="btn main" type="submit">{words.send_details}</button>
                <button class="btn" type="button" on:click=move |_| session.details.set(Some(false))>
                    {words.not_now}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// The edge speaks another version.
pub fn stale(session: Session) -> AnyView {
    let words = session.words;
    view! {
        <div class="card" role="alert">
            <p>{words.stale}</p>
            <button class="btn main" on:click=move |_| session.reload()>{words.reload}</button>
        </div>
    }
    .into_any()
}
