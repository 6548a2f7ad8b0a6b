//! The thin line under the header: who has the floor, what happens next, and the way to a person.

use leptos::prelude::*;
use shared::{triggers::explicit, words::Word};

use super::button;
use crate::{
    platform::clock,
    session::{App, Session},
    strip::{self as told, Action, Strip},
};

/// The strip.
pub fn strip(session: Session, app: &App) -> impl IntoView + use<> {
    let words = session.words;
    let Strip {
        mood,
        who,
        next,
        action,
    } = told::strip(&app.model.borrow(), words, clock::moment);
    let call = action == Action::Person;
    let button = (action != Action::None).then(|| {
        let name = if call {
            words.get(Word::Person)
        } else {
            words.get(Word::LeaveDetails)
        };
        // Pointed out as soon as the words being written ask for it.
        let urged = call && explicit::asks(&app.text.borrow());
        let act = move || {
            if call {
                session.call();
            } else {
                session.details(true);
            }
        };
        button(
            if urged { "act urge" } else { "act" },
            name.to_owned(),
            Box::new(act),
        )
    });
    let button = Vec::from_iter(button);
    view! {
        <div class="strip" data-mood=mood>
            <p role="status"><b>{who}</b><span>{next}</span></p>
            {button}
        </div>
    }
}
