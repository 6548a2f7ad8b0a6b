//! What is on the screen. Each part is a function of the session; none holds state that another part needs.
//!
//! Parts that change are boxed closures of few types ([`Text`], [`Block`], [`Value`]): Leptos compiles its machinery
//! once per type of closure, and a visitor downloads each copy.

mod card;
pub mod composer;
mod icon;
mod row;
mod strip;
mod tail;
pub mod thread;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{platform::window, session::Session};

/// Text that changes.
pub type Text = Box<dyn FnMut() -> String + Send>;
/// A part that changes as a whole.
pub type Block = Box<dyn FnMut() -> AnyView + Send>;
/// An attribute that changes; none removes it.
pub type Value = Box<dyn FnMut() -> Option<String> + Send>;
/// What a press does.
pub type Press = Box<dyn FnMut(ev::MouseEvent) + Send>;

/// The whole widget.
pub fn app(session: Session) -> AnyView {
    window_event_listener_untyped("keydown", move |event| {
        let escape = event
            .dyn_ref::<ev::KeyboardEvent>()
            .is_some_and(|event| event.key() == "Escape");
        if escape {
            session.close();
        }
    });
    let close = session.app().host.is_some().then(|| {
        let label = session.words.close_chat;
        view! { <button class="icon" aria-label=label on:click=press(move || session.close())>{icon::close()}</button> }
            .into_any()
    });
    view! {
        <header class="top"><h1>{session.app().boot.name.clone()}</h1>{close}</header>
        {strip::strip(session)}
        {thread::thread(session)}
        {composer::composer(session)}
    }
    .into_any()
}

fn block(draw: impl FnMut() -> AnyView + Send + 'static) -> Block {
    Box::new(draw)
}

fn text(write: impl FnMut() -> String + Send + 'static) -> Text {
    Box::new(write)
}

fn value(say: impl FnMut() -> Option<String> + Send + 'static) -> Value {
    Box::new(say)
}

fn press(mut act: impl FnMut() + Send + 'static) -> Press {
    Box::new(move |_| act())
}

/// A button with words on it.
fn button(class: &'static str, words: &'static str, act: impl FnMut() + Send + 'static) -> AnyView {
    view! { <button class=class type="button" on:click=press(act)>{words}</button> }.into_any()
}

/// A paragraph.
fn paragraph(class: &'static str, role: Option<&'static str>, words: String) -> AnyView {
    view! { <p class=class role=role>{words}</p> }.into_any()
}

fn nothing() -> AnyView {
    ().into_any()
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
