//! After the last message: what is being written, what is being asked of the visitor, how they may begin.

use leptos::prelude::*;

use super::{button, card, line};
use crate::{
    boot::MOST_SUGGESTIONS,
    model::Model,
    session::{App, Session},
};

/// Everything below the log that scrolls with it. What is being written is not announced: the finished message is.
pub fn tail(session: Session, app: &App) -> impl IntoView + use<> {
    let words = session.words;
    let model = app.model.borrow();
    let draft = model.draft.as_ref().map(|(_, draft)| draft.clone());
    let thinks = model.talk.turn.is_some() && draft.is_none();
    let who = model
        .typing
        .as_deref()
        .or_else(|| thinks.then_some(words.assistant));
    view! {
        <div class="tail">
            {line("typing", None, who.map(|who| words.is_writing(who)).unwrap_or_default())}
            {line("draft", None, draft.unwrap_or_default())}
            {model.offered().then(|| card::offer(session))}
            {model.waits(model.talk.solved_asked.is_some()).then(|| card::solved(session))}
            {model.waits(model.talk.asked.is_some()).then(|| card::skip(session))}
            {card::details(session, app, &model)}
            {model.stale.then(|| card::stale(session))}
            {suggestions(session, &model, &app.boot.suggestions)}
        </div>
    }
}

fn suggestions(session: Session, model: &Model, questions: &[String]) -> impl IntoView + use<> {
    let most = if model.empty() { MOST_SUGGESTIONS } else { 0 };
    let mut buttons = Vec::new();
    for question in questions.iter().take(most) {
        let said = question.clone();
        buttons.push(button(
            "btn",
            question.clone(),
            Box::new(move || session.say(&said)),
        ));
    }
    let (label, hidden) = (session.words.suggestions, buttons.is_empty());
    view! { <div class="asks" role="group" aria-label=label hidden=hidden>{buttons}</div> }
}
