//! After the last message: what is being written, what is being asked of the visitor, how they may begin.

use leptos::prelude::*;

use super::card;
use crate::{
    boot::MOST_SUGGESTIONS,
    model::Model,
    session::Session,
};

/// Everything below the log that scrolls with it.
pub fn tail(session: Session) -> AnyView {
    let has = move |test: fn(&Model) -> bool| Memo::new(move |_| session.model.with(test));
    let offered = has(Model::offered);
    let stale = has(|model| model.stale);
    let begun = has(|model| !model.talk.thread.is_empty() || !model.outbox.items().is_empty());
    view! {
        <div class="tail">
            {writing(session)}
            {move || offered.get().then(|| card::offer(session))}
            {card::details(session)}
            {move || stale.get().then(|| card::stale(session))}
            {move || (!begun.get()).then(|| suggestions(session))}
        </div>
    }
    .into_any()
}

/// The assistant's words as they come, or that somebody is writing. Not announced: the finished message is.
fn writing(session: Session) -> impl IntoView {
    let words = session.words;
    let draft = Memo::new(move |_| session.model.with(|model| model.draft.as_ref().map(|(_, text)| text.clone())));
    let who = Memo::new(move |_| {
        session.model.with(|model| match &model.typing {
            Some(name) => Some(words.is_writing(name)),
            None if model.talk.turn.is_some() && model.draft.is_none() => Some(words.is_writing(words.assistant)),
            None => None,
        })
    });
    move || {
        if let Some(who) = who.get() {
            return view! { <p class="typing"><i aria-hidden="true"><b></b></i>{who}</p> }.into_any();
        }
        if draft.with(Option::is_some) {
            let text = move || draft.get().unwrap_or_default();
            return view! { <div class="draft" dir="auto" aria-hidden="true">{text}</div> }.into_any();
        }
        ().into_any()
    }
}

fn suggestions(session: Session) -> AnyView {
    let questions = session.boot.with_value(|boot| boot.suggestions.clone());
    let one = |question: String| {
        let said = question.clone();
        view! { <button class="btn" on:click=move |_| session.say(&said)>{question}</button> }
    };
    let buttons: Vec<_> = questions.into_iter().take(MOST_SUGGESTIONS).map(one).collect();
    view! { <div class="asks" role="group" aria-label=session.words.suggestions>{buttons}</div> }.into_any()
}
