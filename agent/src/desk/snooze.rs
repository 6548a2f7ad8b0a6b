//! The dialog that puts a conversation away until a time.

use leptos::{ev::SubmitEvent, prelude::*};
use shared::ids::Millis;

use super::{dialog::Modal, talk::Talk};
use crate::{
    browser::clock,
    lean::{flag, on, part_if, text},
};

/// The dialog, over an opened conversation.
#[component]
pub fn SnoozeDialog(talk: Talk, open: RwSignal<bool>) -> impl IntoView {
    // Done when it is away.
    let away = Memo::new(move |_| talk.state.with(|state| state.asides.snoozed_until));
    Effect::new(move |before: Option<Option<Millis>>| {
        let now = away.get();
        if before.is_some_and(|before| before != now) && now.is_some() {
            open.set(false);
        }
        now
    });
    view! {
        <Modal open title="Snooze">
            <Until talk />
        </Modal>
    }
}

#[component]
fn Until(talk: Talk) -> impl IntoView {
    let at = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    talk.refused.set(None);
    let busy = move || talk.asked.with(Option::is_some);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.set(None);
        match clock::local(&at.get_untracked()) {
            Some(until) => talk.snooze(Some(until)),
            None => problem.set(Some("Choose a day and a time.".to_owned())),
        }
    };
    let soon = |(words, until): (&'static str, Millis)| {
        view! {
            <button class="btn wide" type="button" disabled=flag(busy) on:click=on(move |_| talk.snooze(Some(until)))>
                <span>{words}</span> <span class="num quiet">{clock::moment(until)}</span>
            </button>
        }
        .into_any()
    };
    let words = move || problem.get().or_else(|| talk.refused.get());
    view! {
        <form class="body" on:submit=on(submit)>
            <p class="small quiet">
                "It stays yours and comes back then, with an alert; or earlier, when the visitor writes."
            </p>
            <div class="choices down">{clock::later().into_iter().map(soon).collect_view()}</div>
            <div class="field">
                <label for="snooze-until">"Or until"</label>
                <div class="copy">
                    <input class="input" id="snooze-until" type="datetime-local" on:input=on(move |event| at.set(event_target_value(&event))) />
                    <button class="btn main" disabled=flag(busy)>{text(move || if busy() { "Saving…" } else { "Put away" })}</button>
                </div>
            </div>
            <div role="alert">{part_if(move || words().map(|words| view! { <p class="problem">{words}</p> }.into_any()))}</div>
        </form>
    }
}
