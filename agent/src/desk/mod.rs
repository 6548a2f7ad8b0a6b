//! The desk: the queue, the thread and the brief of what is open. Side by side, or one after the other where narrow.

mod bar;
mod brief;
mod close;
mod composer;
mod dialog;
mod dialogs;
mod find;
mod helpers;
mod item;
mod keys;
mod listed;
mod members;
mod message;
mod presence;
mod queue;
mod queue_line;
mod rate;
mod snooze;
mod state;
mod strip;
mod talk;
mod thread;
mod transfer;

use leptos::prelude::*;

use crate::{
    api::Me,
    browser::page,
    icons,
    lean::{part, text},
    model::address::Address,
};
use bar::{Bar, LinkBar};
use brief::Brief;
use dialogs::Dialogs;
use keys::{Keys, KeysOpen, SingleKeys};
use queue::Queue;
use queue_line::QueueLine;
use state::{DeskState, Tab};
use talk::{Talk, Talks};
use thread::Thread;

/// The desk of a member.
#[component]
pub fn Desk(me: Me) -> impl IntoView {
    let desk = DeskState::new(me);
    provide_context(desk);
    let line = QueueLine::open(desk);
    provide_context(line);
    presence::tell(desk, line);
    provide_context(KeysOpen(RwSignal::new(false)));
    provide_context(Dialogs::default());
    provide_context(SingleKeys::kept());
    let talks = Talks::new(desk);
    let open = Memo::new(move |_| desk.address.with(|address| address.conversation().cloned()));
    Effect::new(move || {
        let count = desk.wanting();
        page::set_title(&if count == 0 {
            "Baton".to_owned()
        } else {
            format!("({count}) Baton")
        });
    });
    on_cleanup(|| page::set_title("Baton"));
    let parts = move || match open.get() {
        Some(id) => {
            let talk = talks.watch(&id);
            on_cleanup(move || talks.unwatch(talk));
            view! { <Conversation talk /> }.into_any()
        }
        None => view! { <NothingOpen /> }.into_any(),
    };
    view! {
        <div class="desk">
            <Bar />
            <LinkBar />
            <main class="parts" data-part=text(move || desk.address.with(Address::part))>
                <Queue />
                {part(parts)}
            </main>
            <p class="sr" aria-live="polite">{text(move || desk.said.get())}</p>
            <Keys />
        </div>
    }
}

#[component]
fn Conversation(talk: Talk) -> impl IntoView {
    let dialogs = expect_context::<Dialogs>();
    dialogs.talk.set(Some(talk));
    on_cleanup(move || {
        dialogs.talk.try_set(None);
    });
    // What is open has been seen.
    Effect::new(move || {
        let last = talk.state.with(|state| state.last);
        talk.desk().seen.update(|seen| {
            seen.insert(talk.id.get_value(), last);
        });
    });
    // What the agent asked for in the queue, before this was open.
    Effect::new(move || {
        let mine = |(id, _): &(_, _)| *id == talk.id.get_value();
        if let Some((_, act)) = talk.desk().wish.get().filter(mine) {
            talk.desk().wish.set(None);
            talk.act(act);
        }
    });
    // Whoever just took the floor looks for it among their own.
    let mine = Memo::new(move |_| talk.is_mine());
    Effect::new(move |before: Option<bool>| {
        let mine = mine.get();
        if before == Some(false) && mine && talk.loaded.get_untracked() {
            talk.desk().tab.set(Tab::Mine);
        }
        mine
    });
    view! {
        <Thread talk />
        <Brief talk />
    }
}

#[component]
fn NothingOpen() -> impl IntoView {
    view! {
        <section class="thread" aria-label="Thread">
            <div class="blank">
                {icons::talk()} <h2>"No conversation open"</h2>
                <p>"Open one from the queue to read its brief and its thread."</p>
                <div class="keys">
                    <span><kbd>"j"</kbd> " " <kbd>"k"</kbd> " move"</span>
                    <span><kbd>"Enter"</kbd> " open"</span>
                    <span><kbd>"c"</kbd> " claim"</span>
                    <span><kbd>"?"</kbd> " all keys"</span>
                </div>
            </div>
        </section>
        <aside class="brief" role="region" aria-label="Brief">
            <h2>"Brief"</h2>
            <p class="small quiet lone">"What to know first about a conversation stands here."</p>
        </aside>
    }
}
