//! After the last message: what is being written, what is being asked of the visitor, how they may begin.

use leptos::prelude::*;

use super::{block, card, nothing, press};
use crate::{boot::MOST_SUGGESTIONS, model::Model, session::Session};

/// Everything below the log that scrolls with it.
pub fn tail(session: Session) -> AnyView {
    let parts = block(move || {
        let app = session.watch();
        let model = app.model.borrow();
        // Always five, so that each is drawn again in its own place and keeps what was typed into it.
        vec![
            writing(session, &model),
            if model.offered() {
                card::offer(session)
            } else {
                nothing()
            },
            card::details(session, &app, &model),
            if model.stale {
                card::stale(session)
            } else {
                nothing()
            },
            if model.empty() {
                suggestions(session, &app.boot.suggestions)
            } else {
                nothing()
            },
        ]
        .into_any()
    });
    view! { <div class="tail">{parts}</div> }.into_any()
}

/// The assistant's words as they come, or that somebody is writing. Not announced: the finished message is.
fn writing(session: Session, model: &Model) -> AnyView {
    let words = session.words;
    let who = match (&model.typing, &model.draft) {
        (Some(name), _) => words.is_writing(name),
        (None, Some((_, draft))) => {
            return view! { <div class="draft" dir="auto" aria-hidden="true">{draft.clone()}</div> }
                .into_any();
        }
        (None, None) if model.talk.turn.is_some() => words.is_writing(words.assistant),
        (None, None) => return nothing(),
    };
    view! { <p class="typing"><i aria-hidden="true"><b></b></i>{who}</p> }.into_any()
}

fn suggestions(session: Session, questions: &[String]) -> AnyView {
    let one = |question: &String| {
        let said = question.clone();
        let ask = press(move || session.say(&said));
        view! { <button class="btn" type="button" on:click=ask>{question.clone()}</button> }.into_any()
    };
    let buttons: Vec<_> = questions.iter().take(MOST_SUGGESTIONS).map(one).collect();
    view! { <div class="asks" role="group" aria-label=session.words.suggestions>{buttons}</div> }.into_any()
}
