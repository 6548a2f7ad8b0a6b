//! The header's menu: what is done seldom. The browser opens and closes it; the frame's own script closes it after a choice.

use leptos::prelude::*;
use shared::words::Word;

use super::{button, icon};
use crate::session::{App, Session};

/// Its id in the page, known to the style sheet and to the frame's script.
const MENU: &str = "menu";

/// The button, and what it opens.
pub fn menu(session: Session, app: &App) -> impl IntoView + use<> {
    let words = session.words;
    let model = app.model.borrow();
    let mut items = Vec::new();
    let mut item = |words: &str, act: fn(Session)| {
        items.push(button("item", words.to_owned(), Box::new(move || act(session))));
    };
    if !model.empty() {
        item(words.get(Word::Transcript), Session::save);
    }
    item(
        words.get(if app.storage.sounds() {
            Word::SoundOff
        } else {
            Word::SoundOn
        }),
        Session::mute,
    );
    if model.ends() {
        item(words.get(Word::EndYes), |session| session.ending(true));
    }
    view! {
        <button class="icon" type="button" popovertarget=MENU aria-label=words.get(Word::Menu) title=words.get(Word::Menu)>
            {icon::stroke(icon::MORE)}
        </button>
        <div id=MENU popover="auto">{items}</div>
    }
}
