//! How good the handoff was: one press, after the close, by whoever dealt with it.

use leptos::prelude::*;
use shared::conversation::{Member, Rating, Standing, State};

use super::talk::Talk;
use crate::lean::{flag, on, part_if, text};

const RATINGS: [(Rating, &str); 5] = [
    (Rating::Useful, "Useful"),
    (Rating::TooLate, "Too late"),
    (Rating::Unneeded, "Not needed"),
    (Rating::WrongQueue, "Wrong queue"),
    (Rating::BriefWrong, "Brief wrong"),
];

/// Who had the escalation that ended with the chat.
fn last_holder(state: &State) -> Option<&Member> {
    let ended = state
        .ended
        .as_ref()
        .filter(|case| case.ended == Some(state.boundary));
    match ended.map(|case| &case.standing) {
        Some(Standing::Held { by, .. }) => Some(by),
        _ => None,
    }
}

/// The question with its answers. Nothing while the conversation is open, or where somebody else closed it.
#[component]
pub fn Rate(talk: Talk) -> impl IntoView {
    let me = talk.desk().my_id();
    let asked = Memo::new(move |_| {
        talk.state.with(|state| {
            let by = state.closing.as_ref().map(|closing| closing.by.as_ref());
            // Where the visitor ended it, whoever was with them dealt with it.
            let by = by.and_then(|by| by.or_else(|| last_holder(state)));
            by.is_some_and(|by| by.id == me) && state.cases > 0
        })
    });
    let given = Memo::new(move |_| {
        talk.state.with(|state| {
            let last = state.asides.ratings.last();
            last.filter(|(case, _)| *case == state.cases)
                .map(|(_, rating)| *rating)
        })
    });
    let busy = move || talk.asked.with(Option::is_some);
    let choice = move |(rating, words): (Rating, &'static str)| {
        view! {
            <button
                class="btn"
                aria-pressed=text(move || (given.get() == Some(rating)).to_string())
                disabled=flag(busy)
                on:click=on(move |_| talk.rate(rating))
            >
                {words}
            </button>
        }
        .into_any()
    };
    part_if(move || {
        asked.get().then(|| {
            view! {
                <div class="rate" role="group" aria-labelledby="rate-words">
                    <p id="rate-words" role="status">
                        {text(move || if given.get().is_some() { "Thank you. It counts towards when a person is called." } else { "How was this handoff?" })}
                    </p>
                    <div class="choices">{RATINGS.into_iter().map(choice).collect_view()}</div>
                </div>
            }
            .into_any()
        })
    })
}
