//! The dialog that ends a conversation: what it was about, how it ended.

use leptos::{ev::SubmitEvent, prelude::*};

use super::{dialog::Modal, talk::Talk};
use crate::{
    icons,
    lean::{flag, on, part_if, text},
    model::filing::{CATEGORIES, OUTCOMES},
};

/// The dialog, over an opened conversation.
#[component]
pub fn CloseDialog(talk: Talk, open: RwSignal<bool>) -> impl IntoView {
    let closed = Memo::new(move |_| talk.state.with(|state| state.closing.is_some()));
    Effect::new(move || {
        if closed.get() {
            open.set(false);
        }
    });
    view! {
        <Modal open title="Close conversation">
            <Filing talk open />
        </Modal>
    }
}

#[component]
fn Filing(talk: Talk, open: RwSignal<bool>) -> impl IntoView {
    let (category, outcome) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None::<String>);
    talk.refused.set(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (category, outcome) = (category.get_untracked(), outcome.get_untracked());
        if category.is_empty() || outcome.is_empty() {
            problem.set(Some("Choose a category and an outcome.".to_owned()));
        } else {
            problem.set(None);
            talk.close(category, outcome);
        }
    };
    let busy = move || talk.asked.with(Option::is_some);
    let words = move || problem.get().or_else(|| talk.refused.get());
    view! {
        <form class="body" on:submit=on(submit)>
            <p class="small quiet">
                "The visitor is told that it is closed. What they write next begins a new chapter of the same thread."
            </p>
            <Choice label="Category" id="category" first="What was it about?" list=&CATEGORIES value=category />
            <Choice label="Outcome" id="outcome" first="How did it end?" list=&OUTCOMES value=outcome />
            <div role="alert">{part_if(move || words().map(|words| view! { <p class="problem">{words}</p> }.into_any()))}</div>
            <div class="feet">
                <button class="btn" type="button" on:click=on(move |_| open.set(false))>"Keep open"</button>
                <button class="btn main" disabled=flag(busy)>{text(move || if busy() { "Closing…" } else { "Close" })}</button>
            </div>
        </form>
    }
}

#[component]
fn Choice(
    label: &'static str,
    id: &'static str,
    first: &'static str,
    list: &'static [(&'static str, &'static str)],
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <div class="pick">
                <select class="input" id=id on:change=on(move |event| value.set(event_target_value(&event)))>
                    <option value="" disabled selected>{first}</option>
                    {list.iter().map(|(code, words)| view! { <option value=*code>{*words}</option> }.into_any()).collect_view()}
                </select>
                {icons::chevron()}
            </div>
        </div>
    }
}
