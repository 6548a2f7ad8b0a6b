//! The thin line under the header: who has the floor, what happens next, and the way to a person.

use leptos::prelude::*;
use shared::triggers::explicit;

use super::{block, button, nothing, press, text, value};
use crate::{
    platform::clock,
    session::Session,
    strip::{Action, Strip, strip as now},
};

/// The strip.
pub fn strip(session: Session) -> AnyView {
    let words = session.words;
    let told = move || -> Strip { now(&session.watch().model.borrow(), words, clock::moment) };
    let action = block(move || match told().action {
        Action::Person => call(session),
        Action::Details => button("act", words.leave_details, move || session.details(true)),
        Action::None => nothing(),
    });
    view! {
        <div class="strip" data-mood=value(move || Some(told().mood.to_owned()))>
            <span class="dot"></span>
            <p role="status"><b>{text(move || told().who)}</b><span>{text(move || told().next)}</span></p>
            {action}
        </div>
    }
    .into_any()
}

/// The way to a person. Pointed out as soon as the words being written ask for one.
fn call(session: Session) -> AnyView {
    let class = value(move || {
        let urged = explicit::detect(&session.watch_text().text.borrow()).is_some();
        Some(if urged { "act urge" } else { "act" }.to_owned())
    });
    view! { <button class=class type="button" on:click=press(move || session.call())>{session.words.person}</button> }
        .into_any()
}
