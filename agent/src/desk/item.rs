//! One item of the queue: why, what about, who, for how long.

use leptos::prelude::*;
use shared::{
    conversation::BOUNCE_LIMIT,
    ids::ConversationId,
    queue::{Item, Stage},
};

use super::state::DeskState;
use crate::{
    browser::clock::moment,
    icons,
    lean::{flag, maybe, on, part, part_if, text},
    model::{
        place,
        talk_words::Act,
        time::{clock, spoken},
        waiting::{Tone, is_for_all, is_held_by, is_open, ring},
    },
};

/// The circle's length is set to 100, so that a dash is a percentage.
const WHOLE: u64 = 100;

/// An item, which changes as the queue says so.
#[component]
pub fn QueueItem(id: ConversationId) -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let id = StoredValue::new(id);
    let item = Memo::new(move |_| id.with_value(|id| desk.item(id)));
    let line = move || {
        let found = id.with_value(|id| desk.finding().line(id));
        found.or_else(|| item.with(|item| item.as_ref().map(|item| item.line.clone())))
    };
    let used = Memo::new(move |_| {
        let now = desk.now.get();
        item.with(|item| {
            item.as_ref()
                .filter(|item| is_open(item))
                .and_then(|item| ring(item, now))
        })
    });
    let is_open_here =
        move || id.with_value(|id| desk.address.with(|address| address.conversation() == Some(id)));
    let unread = move || item.with(|item| item.as_ref().is_some_and(|item| desk.is_unread(item)));
    let for_all = move || item.with(|item| item.as_ref().is_some_and(is_for_all));
    let claimable = Memo::new(move |_| item.with(|item| item.as_ref().is_some_and(is_open)));
    let tone = move || used.get().map_or(Tone::Calm, |(_, tone)| tone);
    let said_wait = move || format!("waiting {}{}", spoken(waited(desk, item)), tone().words());
    view! {
        <li
            class="item"
            class:away=flag(move || item.with(|item| item.as_ref().is_some_and(|item| item.snoozed.is_some())))
            data-tone=text(move || tone().name()) data-open=text(move || is_open_here().to_string())>
            <button
                class="open"
                id=text(move || id.with_value(|id| format!("item-{id}")))
                aria-current=maybe(move || is_open_here().then_some("true"))
                on:focus=on(move |_| desk.picked.set(Some(id.get_value())))
                on:click=on(move |_| id.with_value(|id| desk.open(id)))
            >
                {part(move || sign(item, used))}
                <span class="lines">
                    <span class="head">
                        <span class="why">{maybe(move || item.with(|item| item.as_ref().map(|item| title(item, desk))))}</span>
                        {part_if(move || for_all().then(|| view! { <span class="chip">"All teams"</span> }.into_any()))}
                        {part_if(move || unread().then(|| view! { <span class="chip">"New"</span> }.into_any()))}
                        {part_if(move || {
                            claimable
                                .get()
                                .then(|| {
                                    view! {
                                        <span class="wait num" aria-hidden="true">{text(move || clock(waited(desk, item)))}</span>
                                        <span class="sr">{text(said_wait)}</span>
                                    }.into_any()
                                })
                        })}
                    </span>
                    <span class="need">{maybe(line)}</span>
                    {part_if(move || {
                        id.with_value(|id| desk.others_at(id)).map(|words| view! { <span class="others">{words}</span> }.into_any())
                    })}
                    <span class="who">{maybe(move || item.with(|item| item.as_ref().map(who)))}</span>
                </span>
            </button>
            {part_if(move || {
                claimable
                    .get()
                    .then(|| {
                        view! {
                            <button class="btn claim" on:click=on(move |_| id.with_value(|id| desk.open_to(id, Act::Claim)))>
                                "Claim"
                            </button>
                        }.into_any()
                    })
            })}
        </li>
    }
}

fn waited(desk: DeskState, item: Memo<Option<Item>>) -> u64 {
    let now = desk.now.get();
    item.with(|item| item.as_ref().map_or(0, |item| now.since(item.since)))
}

/// The ring of an item that waits; else a sign of where it stands.
fn sign(item: Memo<Option<Item>>, used: Memo<Option<(u64, Tone)>>) -> AnyView {
    let stage = item.with(|item| item.as_ref().map(|item| item.stage.clone()));
    let icon = match stage {
        Some(Stage::Waiting | Stage::Promised) => {
            let dash = move || used.get().map(|(used, _)| format!("{used} {WHOLE}"));
            return view! {
                <svg class="ring" viewBox="0 0 20 20" aria-hidden="true">
                    <circle class="base" cx="10" cy="10" r="7.5" />
                    <circle class="used" cx="10" cy="10" r="7.5" pathLength="100" stroke-dasharray=dash />
                </svg>
            }
            .into_any();
        }
        Some(Stage::Held { .. }) => icons::person().into_any(),
        Some(Stage::Closed) => icons::check().into_any(),
        Some(Stage::Assistant) | None => icons::talk().into_any(),
    };
    view! { <span class="sign">{icon}</span> }.into_any()
}

fn title(item: &Item, desk: DeskState) -> String {
    let why = || item.why().unwrap_or_else(|| "Waiting for a person".to_owned());
    match &item.stage {
        Stage::Waiting if item.bounces >= BOUNCE_LIMIT => {
            format!("{} · passed on {} times", why(), item.bounces)
        }
        Stage::Waiting => why(),
        Stage::Held { .. } if is_held_by(item, &desk.my_id()) => match item.snoozed {
            Some(until) => format!("Snoozed until {}", moment(until)),
            None => why(),
        },
        Stage::Held { by } => format!("{} has the floor", by.name),
        Stage::Promised => "Answer by e-mail promised".to_owned(),
        Stage::Assistant => "The assistant has the floor".to_owned(),
        Stage::Closed => "Closed".to_owned(),
    }
}

fn who(item: &Item) -> String {
    let verified = item.verified.as_ref().map(|name| format!("{name}, verified"));
    let who = verified
        .or_else(|| item.email.clone())
        .unwrap_or_else(|| place::visitor(&item.conversation));
    match &item.page {
        Some(page) => format!("{who} · {}", place::name(page)),
        None => who,
    }
}
