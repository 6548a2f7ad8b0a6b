//! After the last message: what is being written, what is being asked of the visitor, how they may begin.

use leptos::prelude::*;
use shared::words::Word;

use super::{button, card, line};
use crate::{
    boot::MOST_SUGGESTIONS,
    model::Model,
    outbox::Ask,
    platform,
    session::{App, Session},
};

/// The card's id in the page.
const CARD: &str = "card";

/// Puts the focus on what is asked.
pub fn focus() {
    super::focus(CARD);
}

/// Everything below the log that scrolls with it. What is being written is not announced: the finished message is.
pub fn tail(session: Session, app: &App) -> impl IntoView + use<> {
    let words = session.words;
    let model = app.model.borrow();
    let draft = model.draft.as_ref().map(|(_, draft)| draft.clone());
    let thinks = model.talk.turn.is_some() && draft.is_none();
    let who = model
        .typing
        .as_deref()
        .or_else(|| thinks.then_some(words.get(Word::Assistant)));
    view! {
        <div class="tail">
            {line("typing", None, who.map(|who| words.with(Word::Writing, who)).unwrap_or_default())}
            {line("draft", None, draft.unwrap_or_default())}
            {choices(session, app, &model)}
            {card::details(session, app, &model)}
        </div>
    }
}

/// What can be answered with a press: to load anew, whether to end, the offer of a person, whether it is solved, whether it
/// helped, the owner's question, how to begin.
fn choices(session: Session, app: &App, model: &Model) -> impl IntoView + use<> {
    let words = session.words;
    let mut buttons = Vec::new();
    let press = |class, words: &str, ask: Option<Ask>| {
        let act = move || match &ask {
            // Said as if it were typed: what is heard in it counts.
            Some(Ask::Say { text, .. }) => session.say(text),
            Some(ask) => session.ask(ask.clone()),
            None => session.ending(false),
        };
        button(class, words.to_owned(), Box::new(act))
    };
    let ask = |class, word, ask| press(class, words.get(word), ask);
    let idle = !model.sends();
    let (mut class, mut label, mut title) = ("card pair", "", "");
    if model.stale {
        label = words.get(Word::Stale);
        title = label;
        buttons.push(button(
            "btn main",
            words.get(Word::Reload).to_owned(),
            Box::new(platform::reload),
        ));
    } else if app.ending.get() && model.ends() {
        label = words.get(Word::End);
        title = label;
        buttons.push(ask("btn main", Word::EndYes, Some(Ask::End)));
        buttons.push(ask("btn", Word::EndNo, None));
    } else if let Some(([question, yes, no], answer)) = model.asks().filter(|_| idle) {
        label = words.get(question);
        // Of a chat that is over the thread asks nothing itself, and neither answer is the better one.
        let over = !model.ends();
        title = if over { label } else { "" };
        let first = if over { "btn" } else { "btn main" };
        buttons.push(ask(first, yes, Some(answer(true))));
        buttons.push(ask("btn", no, Some(answer(false))));
    } else {
        class = "asks";
        if model.talk.asked.is_some() && idle {
            buttons.push(ask("btn", Word::Skip, Some(Ask::Skip)));
        } else if model.empty() {
            label = words.get(Word::Suggestions);
            for question in app.boot.suggestions.iter().take(MOST_SUGGESTIONS) {
                let text = question.clone();
                buttons.push(press("btn", question, Some(Ask::Say { text, calls: false })));
            }
        }
    }
    let hidden = buttons.is_empty();
    view! {
        <div class=class id=CARD tabindex="-1" role="group" aria-label=label hidden=hidden>
            {line("", Some("status"), title.to_owned())}
            {buttons}
        </div>
    }
}
