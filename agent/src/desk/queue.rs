//! The queue: which list is shown, its items, and what to do when it is empty.

use leptos::prelude::*;
use shared::ids::ConversationId;

use super::{
    find::{Filter, Outcome, Search},
    item::QueueItem,
    state::{DeskState, Tab},
};
use crate::{
    api::Role,
    browser::{list as screen, page},
    lean::{flag, list, on, part, part_if, text},
    model::window::ON_PAGE,
};

/// The queue.
#[component]
pub fn Queue() -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let (listed, finding) = (desk.listed(), desk.finding());
    // A list begins at its top.
    Effect::new(move || {
        desk.tab.track();
        finding.found.track();
        finding.begin.set(0);
        screen::rewind();
    });
    let is_empty = Memo::new(move |_| listed.with(Vec::is_empty));
    // What the keyboard is on stays on the page, out of sight, so that it keeps the focus.
    let keys = move || listed.with(|ids| desk.on_page(ids));
    let scrolled = move |_| desk.follow_scroll();
    let item = |id: String| {
        ConversationId::new(id)
            .ok()
            .map(|id| view! { <QueueItem id /> }.into_any())
            .into_any()
    };
    let shown = move || {
        if !desk.loaded.get() {
            view! { <p class="empty small">"Asking who is waiting…"</p> }.into_any()
        } else if is_empty.get() {
            view! { <Empty tab=desk.tab.get() /> }.into_any()
        } else {
            // Here, because the list that it is about must be there.
            Effect::new(move || {
                let (begin, count) = (desk.begin(), listed.with(Vec::len));
                screen::leave_gaps(begin, count.saturating_sub(begin + ON_PAGE));
            });
            view! {
                <ul
                    class="queue-list"
                    class:found=flag(move || finding.found.with(Option::is_some))
                    id=screen::LIST
                    role="list"
                    aria-label="Queue"
                    on:scroll=on(scrolled)
                >
                    {list(keys, item)}
                </ul>
            }
            .into_any()
        }
    };
    view! {
        <section class="queue" aria-label="Conversations">
            <Search />
            <div class="tabs" role="group" aria-label="Show">
                <TabButton tab=Tab::Waiting words="Waiting" />
                <TabButton tab=Tab::Mine words="Mine" />
                <TabButton tab=Tab::All words="All" />
            </div>
            <Filter />
            <Outcome />
            {part(shown)}
        </section>
    }
}

#[component]
fn TabButton(tab: Tab, words: &'static str) -> impl IntoView {
    let desk = expect_context::<DeskState>();
    view! {
        <button aria-pressed=text(move || (desk.tab.get() == tab).to_string()) on:click=on(move |_| desk.tab.set(tab))>
            {words} " " <span class="num">{text(move || desk.count(tab).to_string())}</span>
        </button>
    }
}

#[component]
fn Empty(tab: Tab) -> impl IntoView {
    let finding = expect_context::<DeskState>().finding();
    if finding.found.with(Option::is_some) {
        return ().into_any();
    }
    if finding.is_narrowed() {
        return view! {
            <div class="empty">
                <h2>"Nothing here fits the filter."</h2>
                <button class="btn" on:click=on(move |_| finding.clear())>"Show all"</button>
            </div>
        }
        .into_any();
    }
    match tab {
        Tab::Waiting => view! { <NobodyWaits /> }.into_any(),
        Tab::Mine => view! {
            <div class="empty">
                <h2>"You have no conversation."</h2>
                <p class="small">"What you claim or take over is listed here until it is closed or handed back."</p>
            </div>
        }
        .into_any(),
        Tab::All => view! {
            <div class="empty">
                <h2>"There is no conversation yet."</h2>
                <p class="small">"As soon as a visitor writes, their conversation is listed here, whoever answers."</p>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn NobodyWaits() -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let away = move || desk.available.get() == Some(false);
    let (is_owner, site) = desk
        .me
        .with_value(|me| (me.member.role == Role::Owner, me.site.clone()));
    view! {
        <div class="empty">
            <h2>"Nobody is waiting."</h2>
            <p class="small">"A conversation that needs a person appears here by itself, with a sound."</p>
            <ol>
                {part_if(move || {
                    away()
                        .then(|| {
                            view! { <li><span>"Switch to " <b>"Available"</b> ", so that visitors are told that somebody is in."</span></li> }.into_any()
                        })
                })}
                <li>
                    <span>"Open a page that carries your chat button, or send its link to a colleague, and ask for a person."</span>
                </li>
            </ol>
            {is_owner.then(|| view! { <Tag site /> })}
        </div>
    }
}

/// The script tag, for an owner whose pages do not carry it yet.
#[component]
fn Tag(site: String) -> impl IntoView {
    let tag = format!(
        "<script async src=\"{}/baton.js\" data-site=\"{site}\"></script>",
        page::origin()
    );
    let copied = RwSignal::new(false);
    let copy = {
        let tag = tag.clone();
        move |_| {
            let tag = tag.clone();
            leptos::task::spawn_local(async move { copied.set(page::copy(&tag).await) });
        }
    };
    view! {
        <details class="more">
            <summary>"The chat button is not on your pages yet?"</summary>
            <p class="small">"Put this line into every page, before the end of its body:"</p>
            <code class="code">{tag}</code>
            <button class="text-btn" on:click=on(copy)>{text(move || if copied.get() { "Copied" } else { "Copy" })}</button>
        </details>
    }
}
