//! How good the handoff was: one press, after the close, by whoever dealt with it.

use leptos::{prelude::*, task::spawn_local};
use shared::{
    conversation::{Member, Rating, Standing, State},
    queue::handoff::handoff,
};

use super::talk::Talk;
use crate::{
    api::{self, Tally},
    lean::{flag, on, part_if, text},
    model::rated::{self, RATINGS},
};

/// Who had the escalation that ended with the chat.
fn last_holder(state: &State) -> Option<&Member> {
    match &state.ended_with_it()?.standing {
        Standing::Held { by, .. } => Some(by),
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
    let tally = RwSignal::new(None::<Tally>);
    Effect::new(move || {
        let (last, handoff) = talk.state.with(|state| (state.last, handoff(state)));
        // The queue counts, and shows by its item that it has heard of the press.
        let heard = talk.desk().items.with(|items| {
            let item = items.get(&talk.id.get_value());
            item.is_some_and(|item| item.version >= last)
        });
        if given.get().is_some() && heard {
            spawn_local(async move {
                if let Ok(all) = api::handoffs().await {
                    let mine = handoff.map(|handoff| handoff.reason);
                    tally.try_set(all.into_iter().find(|tally| Some(tally.reason) == mine));
                }
            });
        }
    });
    let words = move || match (given.get(), tally.get()) {
        (None, _) => "How was this handoff?".to_owned(),
        (Some(_), None) => "Thank you.".to_owned(),
        (Some(_), Some(tally)) => rated::told(&tally),
    };
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
                        {text(words)}
                    </p>
                    <div class="choices">{RATINGS.into_iter().map(choice).collect_view()}</div>
                </div>
            }
            .into_any()
        })
    })
}
