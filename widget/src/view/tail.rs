//! After the last message: what is being written, what is being asked of the visitor, how they may begin.

use leptos::prelude::*;

use super::{button, card, line};
use crate::{
    boot::MOST_SUGGESTIONS,
    model::Model,
    outbox::Ask,
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
            {choices(session, &model, &app.boot.suggestions)}
            {card::details(session, app, &model)}
            {model.stale.then(|| card::stale(session))}
        </div>
    }
}

/// What can be answered with a press: the offer of a person, whether it is solved, the owner's question, how to begin.
fn choices(session: Session, model: &Model, questions: &[String]) -> impl IntoView + use<> {
    let words = session.words;
    let mut buttons = Vec::new();
    let mut ask = |class, words: &str, ask: Ask| {
        let act = move || match &ask {
            // Said as if it were typed: what is heard in it counts.
            Ask::Say { text, .. } => session.say(text),
            ask => session.ask(ask.clone()),
        };
        buttons.push(button(class, words.to_owned(), Box::new(act)));
    };
    let idle = !model.sends();
    let (mut class, mut label) = ("card pair", "");
    if let Some(([title, yes, no], answer)) = model.asks(words).filter(|_| idle) {
        label = title;
        ask("btn main", yes, answer(true));
        ask("btn", no, answer(false));
    } else {
        class = "asks";
        if model.talk.asked.is_some() && idle {
            ask("btn", words.skip, Ask::Skip);
        } else if model.empty() {
            label = words.suggestions;
            for question in questions.iter().take(MOST_SUGGESTIONS) {
                let text = question.clone();
                ask("btn", question, Ask::Say { text, calls: false });
            }
        }
    }
    let hidden = buttons.is_empty();
    view! { <div class=class role="group" aria-label=label hidden=hidden>{buttons}</div> }
}
