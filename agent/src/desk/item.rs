//! One item of the queue: why, what about, who, for how long.

use leptos::prelude::*;
use shared::{
    conversation::BOUNCE_LIMIT,
    ids::ConversationId,
    queue::{Item, Stage},
};

use super::{listed::element, state::DeskState};
use crate::{
    browser::clock::moment,
    icons,
    lean::{flag, maybe, on, part_if, text},
    model::{
        place,
        talk_words::Act,
        time::{clock, spoken},
        waiting::{Tone, is_for_all, is_held_by, is_open, ring},
        window::ON_PAGE,
    },
};

/// The circle's length is set to 100, so that a dash is a percentage.
const WHOLE: u64 = 100;

/// An item. What the queue says of it is put on the page at once, with as little as can be that changes by itself: dozens of
/// these come and go while somebody scrolls.
#[component]
pub fn QueueItem(id: ConversationId) -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let id = StoredValue::new(id);
    let item = Memo::new(move |_| id.with_value(|id| desk.item(id)));
    let used = Memo::new(move |_| {
        let now = desk.now.get();
        item.with(|item| {
            item.as_ref()
                .filter(|item| is_open(item))
                .and_then(|item| ring(item, now))
        })
    });
    let place = Memo::new(move |_| id.with_value(|id| desk.place(id)));
    let far = move || !(desk.begin()..desk.begin() + ON_PAGE).contains(&place.get());
    view! {
        <li
            class="item"
            class:far=flag(far)
            // Only some of the list are on the page; this is how many there are.
            aria-posinset=text(move || (place.get() + 1).to_string())
            aria-setsize=text(move || desk.listed().with(Vec::len).to_string())
            data-tone=text(move || tone(used).name())
            data-open=text(move || id.with_value(|id| desk.is_before(id)).to_string())
        >
            {part_if(move || item.with(|item| item.as_ref().map(|item| told(desk, item, used))))}
        </li>
    }
}

/// What the queue says of a conversation, and what can be done with it.
fn told(desk: DeskState, item: &Item, used: Memo<Option<(u64, Tone)>>) -> AnyView {
    let id = StoredValue::new(item.conversation.clone());
    let since = item.since;
    let wait = move || desk.now.get().since(since);
    let said_wait = move || format!("waiting {}{}", spoken(wait()), tone(used).words());
    let line = id.with_value(|id| desk.finding().line(id));
    let unread = {
        let item = item.clone();
        move || {
            desk.is_unread(&item)
                .then(|| view! { <span class="chip">"New"</span> }.into_any())
        }
    };
    let waits = is_open(item).then(|| {
        view! {
            <span class="wait num" aria-hidden="true">{text(move || clock(wait()))}</span>
            <span class="sr">{text(said_wait)}</span>
        }
    });
    let claim = is_open(item).then(|| {
        view! {
            <button class="btn claim" on:click=on(move |_| id.with_value(|id| desk.open_to(id, Act::Claim)))>
                "Claim"
            </button>
        }
    });
    view! {
        <button
            class="open"
            class:away=item.snoozed.is_some()
            id=element(&item.conversation)
            aria-current=maybe(move || id.with_value(|id| desk.is_before(id)).then_some("true"))
            on:focus=on(move |_| desk.picked.set(Some(id.get_value())))
            on:click=on(move |_| id.with_value(|id| desk.open(id)))
        >
            {sign(item, used)}
            <span class="lines">
                <span class="head">
                    <span class="why">{title(item, desk)}</span>
                    {is_for_all(item).then(|| view! { <span class="chip">"All teams"</span> })}
                    {part_if(unread)}
                    {waits}
                </span>
                <span class="about">
                    <span class="need">{line.unwrap_or_else(|| item.line.clone())}</span>
                    {part_if(move || {
                        id.with_value(|id| desk.others_at(id)).map(|words| view! { <span class="others">{words}</span> }.into_any())
                    })}
                </span>
                <span class="who">{who(item)}</span>
            </span>
        </button>
        {claim}
    }
    .into_any()
}

fn tone(used: Memo<Option<(u64, Tone)>>) -> Tone {
    used.get().map_or(Tone::Calm, |(_, tone)| tone)
}

/// The ring of an item that waits; else a sign of where it stands.
fn sign(item: &Item, used: Memo<Option<(u64, Tone)>>) -> AnyView {
    let icon = match item.stage {
        Stage::Waiting | Stage::Promised => {
            let dash = move || used.get().map(|(used, _)| format!("{used} {WHOLE}"));
            return view! {
                <svg class="ring" viewBox="0 0 20 20" aria-hidden="true">
                    <circle class="base" cx="10" cy="10" r="7.5" />
                    <circle class="used" cx="10" cy="10" r="7.5" pathLength="100" stroke-dasharray=dash />
                </svg>
            }
            .into_any();
        }
        Stage::Held { .. } => icons::person().into_any(),
        Stage::Closed => icons::check().into_any(),
        Stage::Assistant => icons::talk().into_any(),
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
