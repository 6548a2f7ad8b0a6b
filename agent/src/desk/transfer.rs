//! The dialog that passes a conversation on: to a team or a colleague, with a note for them.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use shared::{
    ids::{MemberId, QueueId},
    protocol::TransferTo,
};

use super::{dialog::Modal, talk::Talk};
use crate::{
    api::{self, Team},
    icons,
    lean::{flag, on, part, part_if, text},
};

/// The dialog, over an opened conversation.
#[component]
pub fn TransferDialog(talk: Talk, open: RwSignal<bool>) -> impl IntoView {
    // Whoever passed it on has it no more, and the dialog goes with the buttons; it is not to open by itself later.
    on_cleanup(move || {
        open.try_set(false);
    });
    view! {
        <Modal open title="Transfer">
            <Passing talk open />
        </Modal>
    }
}

#[component]
fn Passing(talk: Talk, open: RwSignal<bool>) -> impl IntoView {
    let (to, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let team = RwSignal::new(None::<Team>);
    let problem = RwSignal::new(None::<String>);
    talk.refused.set(None);
    spawn_local(async move {
        match api::team().await {
            Ok(found) => drop(team.try_set(Some(found))),
            Err(why) => drop(problem.try_set(Some(why.message))),
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match to.with_untracked(|to| destination(to)) {
            Some(to) => {
                problem.set(None);
                talk.transfer(to, note.get_untracked());
            }
            None => problem.set(Some("Choose a team or a colleague.".to_owned())),
        }
    };
    let busy = move || talk.asked.with(Option::is_some);
    let words = move || problem.get().or_else(|| talk.refused.get());
    let choice = move || match team.get() {
        Some(team) => view! { <Choice talk team to /> }.into_any(),
        None => view! { <p class="quiet small">"Asking who is in…"</p> }.into_any(),
    };
    view! {
        <form class="body" on:submit=on(submit)>
            <p class="small quiet">"The visitor is told who comes. Brief, thread and notes go along."</p>
            {part(choice)}
            <div class="field">
                <label for="transfer-note">"Note for them"</label>
                <textarea
                    class="input note"
                    id="transfer-note"
                    rows="3"
                    maxlength="10000"
                    placeholder="What they should know. The visitor never sees it."
                    on:input=on(move |event| note.set(event_target_value(&event)))
                ></textarea>
            </div>
            <div role="alert">{part_if(move || words().map(|words| view! { <p class="problem">{words}</p> }.into_any()))}</div>
            <div class="feet">
                <button class="btn" type="button" on:click=on(move |_| open.set(false))>"Keep it"</button>
                <button class="btn main" disabled=flag(busy)>{text(move || if busy() { "Passing on…" } else { "Pass on" })}</button>
            </div>
        </form>
    }
}

/// The teams, and the colleagues; who is not in can be seen but not chosen.
#[component]
fn Choice(talk: Talk, team: Team, to: RwSignal<String>) -> impl IntoView {
    let me = talk.desk().my_id();
    let queues = team
        .queues
        .into_iter()
        .map(|queue| view! { <option value=format!("queue:{}", queue.id)>{queue.name}</option> }.into_any());
    let others: Vec<_> = team
        .members
        .into_iter()
        .filter(|member| member.id != me)
        .collect();
    let colleagues = (!others.is_empty()).then(|| {
        let list = others.into_iter().map(|member| {
            let away = if member.available { "" } else { " · not available" };
            let words = format!("{}{away}", member.name);
            view! { <option value=format!("member:{}", member.id) disabled=!member.available>{words}</option> }
                .into_any()
        });
        view! { <optgroup label="Colleagues">{list.collect_view()}</optgroup> }
    });
    view! {
        <div class="field">
            <label for="transfer-to">"To"</label>
            <div class="pick">
                <select class="input" id="transfer-to" on:change=on(move |event| to.set(event_target_value(&event)))>
                    <option value="" disabled selected>"Choose a team or a colleague"</option>
                    <optgroup label="Teams">{queues.collect_view()}</optgroup>
                    {colleagues}
                </select>
                {icons::chevron()}
            </div>
        </div>
    }
}

fn destination(value: &str) -> Option<TransferTo> {
    match value.split_once(':')? {
        ("queue", id) => QueueId::new(id).ok().map(TransferTo::Queue),
        ("member", id) => MemberId::new(id).ok().map(TransferTo::Member),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_a_team_or_a_member_and_nothing_else() {
        let queue = QueueId::new("billing").map(TransferTo::Queue);
        assert_eq!(destination("queue:billing"), queue.ok());
        let member = MemberId::new("m1").map(TransferTo::Member);
        assert_eq!(destination("member:m1"), member.ok());
        for bad in ["", "billing", "queue:", "room:1"] {
            assert_eq!(destination(bad), None, "{bad}");
        }
    }
}
