//! After the last message: what is being written, what is being asked of the visitor, how they may begin.

use leptos::prelude::*;

use super::card;
use crate::{
    boot::MOST_SUGGESTIONS,
    model::Model,
    session::{App, Session},
};

/// Everything below the log that scrolls with it.
pub fn tail(session: Session, app: &App) -> impl IntoView + use<> {
    let model = app.model.borrow();
    let suggestions = model.empty().then(|| suggestions(session, &app.boot.suggestions));
    view! {
        <div class="tail">
            {writing(session, &model)}
            {model.draft.as_ref().map(|(_, draft)| so_far(draft.clone()))}
            {model.offered().then(|| card::offer(session))}
            {card::details(session, app, &model)}
            {model.stale.then(|| card::stale(session))}
            {suggestions}
        </div>
    }
}

/// Somebody is writing. Not announced: the finished message is.
fn writing(session: Session, model: &Model) -> impl IntoView + use<> {
    let words = session.words;
    let thinks = model.talk.turn.is_some() && model.draft.is_none();
    let who = model
        .typing
        .as_deref()
        .or_else(|| thinks.then_some(words.assistant));
    who.map(|who| view! { <p class="typing"><i aria-hidden="true"><b></b></i>{words.is_writing(who)}</p> })
}

/// The assistant's words as they come.
fn so_far(draft: String) -> impl IntoView {
    view! { <div class="draft" dir="auto" aria-hidden="true">{draft}</div> }
}

fn suggestions(session: Session, questions: &[String]) -> impl IntoView + use<> {
    let mut buttons = Vec::new();
    for question in questions.iter().take(MOST_SUGGESTIONS) {
        let said = question.clone();
        let ask = move |_| session.say(&said);
        buttons.push(view! { <button class="btn" type="button" on:click=ask>{question.clone()}</button> });
    }
    view! { <div class="asks" role="group" aria-label=session.words.suggestions>{buttons}</div> }
}
