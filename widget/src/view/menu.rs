//! The header's menu: what is done seldom. The browser opens and closes it; the frame's own script closes it after a choice.

use leptos::prelude::*;

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
        item(words.transcript, Session::save);
    }
    item(words.sound[usize::from(!app.storage.sounds())], Session::mute);
    if model.ends() {
        item(words.end[1], |session| session.ending(true));
    }
    view! {
        <button class="icon" type="button" popovertarget=MENU aria-label=words.menu title=words.menu>
            {icon::stroke(icon::MORE)}
        </button>
        <div id=MENU popover="auto">{items}</div>
    }
}
