//! What is on the screen: a function of what is known, drawn again as a whole when that changes. Leptos' renderer
//! compares with what was drawn before and touches what differs; what was typed and focused stays.

mod card;
pub mod composer;
mod icon;
mod menu;
mod row;
mod strip;
pub mod tail;
mod thread;

pub use thread::follow;

use std::cell::RefCell;

use leptos::{
    ev,
    prelude::*,
    tachys::view::{Mountable, Render},
};
use shared::words::Word;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::{platform::window, session::Session};

thread_local! {
    /// Draws over what was drawn before.
    static DRAW: RefCell<Option<Box<dyn FnMut()>>> = const { RefCell::new(None) };
}

/// Draws the widget into an element for the first time.
pub fn mount(session: Session, place: &Element) {
    let mut drawn = whole(session).build();
    drawn.mount(place, None);
    DRAW.set(Some(Box::new(move || whole(session).rebuild(&mut drawn))));
    window_event_listener_untyped("keydown", move |event| {
        if event
            .dyn_ref::<ev::KeyboardEvent>()
            .is_some_and(|event| event.key() == "Escape")
        {
            session.close();
        }
    });
}

/// Draws it again, and keeps the end of the thread in sight if it was.
pub fn draw(session: Session) {
    DRAW.with_borrow_mut(|draw| {
        if let Some(draw) = draw {
            draw();
        }
    });
    follow(session);
}

fn whole(session: Session) -> impl IntoView {
    let words = session.words;
    let app = session.app();
    let menu = menu::menu(session, &app);
    view! {
        <header class="top">
            <h1>{app.boot.name.clone()}</h1>
            {menu}
            {icon_button("icon", app.host.is_none(), [words.get(Word::CloseChat); 2], None, icon::CLOSE, Box::new(move || session.close()))}
        </header>
        {strip::strip(session, &app)}
        {thread::thread(session, &app)}
        {composer::composer(session, &app)}
    }
}

/// A button with words on it. Its act is boxed: one kind of handler instead of one for each button.
fn button(class: &'static str, words: String, act: Box<dyn FnMut() + Send>) -> impl IntoView {
    let mut act = act;
    view! { <button class=class type="button" on:click=move |_| act()>{words}</button> }
}

/// A button with a picture on it; pressed or not, where that means something. One kind for all, as above.
fn icon_button(
    class: &'static str,
    hidden: bool,
    [label, title]: [&'static str; 2],
    pressed: Option<bool>,
    path: &'static str,
    act: Box<dyn FnMut() + Send>,
) -> impl IntoView {
    let mut act = act;
    let pressed = pressed.map(|pressed| if pressed { "true" } else { "false" });
    view! {
        <button
            class=class
            type="button"
            hidden=hidden
            aria-label=label
            title=title
            aria-pressed=pressed
            on:click=move |_| act()
        >
            {icon::stroke(path)}
        </button>
    }
}

/// A paragraph; out of sight while it has no words. An `Option` of it would say the same with more code.
fn line(class: &'static str, role: Option<&'static str>, words: String) -> impl IntoView {
    let hidden = words.is_empty();
    view! { <p class=class role=role dir="auto" hidden=hidden>{words}</p> }
}

/// An element of the page by its id.
fn element<E: JsCast>(id: &str) -> Option<E> {
    window().document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn focus(id: &str) {
    if let Some(element) = element::<HtmlElement>(id) {
        // An element that is on the page can be asked for the focus.
        let _ = element.focus();
    }
}
