//! The thread of an opened conversation: its head, the strip, the log, the composer.

use leptos::{html, prelude::*};
use shared::{ids::Seq, link};

use super::{
    close::CloseDialog,
    composer::Composer,
    dialogs::Dialogs,
    message::{Pending, RowView, Writing},
    rate::Rate,
    snooze::SnoozeDialog,
    state::Link,
    strip::{Strip, strip_of},
    talk::{PAGE, Reply, Talk},
    transfer::TransferDialog,
};
use crate::{
    browser::{address, clock},
    icons,
    lean::{flag, list, maybe, on, part, part_if, text},
    model::{address::Address, place, thread::rows},
};

/// So near to the end counts as at the end, in pixels.
const AT_END_PX: i32 = 48;

/// The thread.
#[component]
pub fn Thread(talk: Talk) -> impl IntoView {
    let strip = strip_of(talk);
    let nothing = Memo::new(move |_| talk.loaded.get() && talk.state.with(|state| state.last.0 == 0));
    let mine = Memo::new(move |_| strip.with(|strip| strip.mine));
    view! {
        <section class="thread" aria-label="Thread">
            {part(move || {
                if nothing.get() {
                    view! { <NothingHere talk /> }.into_any()
                } else {
                    view! {
                        <Head talk mine />
                        <Strip talk strip />
                        <Log talk />
                        <Rate talk />
                        <Composer talk strip />
                    }
                    .into_any()
                }
            })}
        </section>
    }
}

#[component]
fn NothingHere(talk: Talk) -> impl IntoView {
    let why = move || {
        talk.refused
            .get()
            .unwrap_or_else(|| "It may have been erased.".to_owned())
    };
    view! {
        <div class="blank">
            {icons::talk()} <h2>"There is no such conversation"</h2> <p>{why}</p>
            <button class="btn" on:click=on(|_| address::open(&Address::Queue))>"Back to the queue"</button>
        </div>
    }
}

#[component]
fn Head(talk: Talk, mine: Memo<bool>) -> impl IntoView {
    let dialogs = expect_context::<Dialogs>();
    let id = talk.id.get_value();
    let name = place::visitor(&id);
    let title = move || {
        talk.state.with(|state| {
            let verified = state
                .person
                .as_ref()
                .map(|vouched| vouched.person.called().to_owned());
            let left = || state.case.as_ref().and_then(|case| case.email.clone());
            verified.or_else(left).unwrap_or_else(|| name.clone())
        })
    };
    let verified = Memo::new(move |_| talk.state.with(|state| state.person.is_some()));
    let about = move || {
        talk.state
            .with(|state| state.page().map(|page| place::name(page).to_owned()))
    };
    view! {
        <header class="thread-head">
            <button class="icon only-narrow" aria-label="Back to the queue" on:click=on(|_| address::open(&Address::Queue))>
                {icons::back()}
            </button>
            <div class="title">
                <h2>
                    {text(title)}
                    {part_if(move || verified.get().then(|| view! { " " <span class="vouched">{icons::check()} "verified"</span> }.into_any()))}
                </h2>
                <p>{maybe(about)}</p>
            </div>
            <div class="acts">
                <button class="btn only-narrow" on:click=on(move |_| address::open(&Address::Brief(id.clone())))>"Brief"</button>
                {part_if(move || mine.get().then(|| view! { <Holders talk /> }.into_any()))}
            </div>
        </header>
        {part_if(move || {
            mine.get()
                .then(|| {
                    view! {
                        <CloseDialog talk open=dialogs.close />
                        <TransferDialog talk open=dialogs.transfer />
                        <SnoozeDialog talk open=dialogs.snooze />
                    }.into_any()
                })
        })}
    }
}

/// What only the member who has the floor can do.
#[component]
fn Holders(talk: Talk) -> impl IntoView {
    let dialogs = expect_context::<Dialogs>();
    let snoozed = Memo::new(move |_| talk.state.with(|state| state.asides.snoozed_until.is_some()));
    let snooze = move |_| {
        if snoozed.get_untracked() {
            talk.snooze(None);
        } else {
            dialogs.snooze.set(true);
        }
    };
    view! {
        <button class="btn" on:click=on(move |_| dialogs.transfer.set(true))>"Transfer"</button>
        <button class="btn" on:click=on(snooze)>{text(move || if snoozed.get() { "Wake now" } else { "Snooze" })}</button>
        <button class="btn" aria-label="Close conversation" on:click=on(move |_| dialogs.close.set(true))>
            <span>"Close"<span class="only-wide">" conversation"</span></span>
        </button>
    }
}

#[component]
fn Log(talk: Talk) -> impl IntoView {
    let log = NodeRef::<html::Div>::new();
    let at_end = RwSignal::new(true);
    let unseen = RwSignal::new(false);
    let me = talk.desk().my_id();
    let listed = Memo::new(move |_| talk.state.with(|state| rows(state, &me, clock::day)));
    let to_end = move || {
        request_animation_frame(move || {
            // By then the thread may be gone.
            if let Some(log) = log.try_get_untracked().flatten() {
                log.set_scroll_top(log.scroll_height());
            }
        });
    };
    let scrolled = move |_| {
        if let Some(log) = log.get_untracked() {
            let end = log.scroll_height() - log.scroll_top() - log.client_height() <= AT_END_PX;
            at_end.set(end);
            unseen.update(|unseen| *unseen &= !end);
        }
    };
    follow(talk, listed, at_end, unseen, to_end);
    let count = move || listed.with(Vec::len);
    let earlier = Memo::new(move |_| talk.before_page(count()));
    let row = move |key: String| {
        let seq = key.parse().map_or(Seq(0), Seq);
        let found = listed.with_untracked(|rows| {
            let at = rows.binary_search_by_key(&seq, |row| row.seq).ok()?;
            Some((rows.get(at)?.clone(), at + 1 == rows.len()))
        });
        let new = |last| last && talk.loaded.get_untracked();
        found
            .map(|(row, last)| view! { <RowView row new=new(last) /> }.into_any())
            .into_any()
    };
    // Page by page: what is put before a list as one thing moves nothing that is there, and a page that is far from view is
    // not laid out.
    let page_keys = move || {
        let pages = earlier.get() / PAGE..count().div_ceil(PAGE);
        pages.map(|page| page.to_string()).collect()
    };
    let page = move |page: String| {
        let begin = page.parse().map_or(0, |page: usize| page * PAGE);
        let row_keys = move || {
            listed.with(|rows| {
                let page = rows.iter().skip(begin).take(PAGE);
                page.map(|row| row.seq.to_string()).collect()
            })
        };
        view! { <div class="page">{list(row_keys, row)}</div> }.into_any()
    };
    let key = |pending: &link::Pending<Reply>| pending.id.to_string();
    let pending_keys = move || talk.outbox.with(|outbox| outbox.all().iter().map(key).collect());
    let pending = move |wanted: String| {
        let is_it = |pending: &&link::Pending<Reply>| key(pending) == wanted;
        let found = talk
            .outbox
            .with_untracked(|outbox| outbox.all().iter().find(is_it).cloned());
        found
            .map(|pending| view! { <Pending talk reply=pending.what /> }.into_any())
            .into_any()
    };
    view! {
        <div class="scroll">
            <div
                class="log"
                class:all=flag(move || talk.desk().decisions.get())
                role="log"
                aria-label="Conversation"
                aria-busy=text(move || (!talk.loaded.get()).to_string())
                tabindex="0"
                node_ref=log
                on:scroll=on(scrolled)
            >
                {part_if(move || (!talk.loaded.get()).then(|| view! { <p class="quiet small">"Fetching the thread…"</p> }.into_any()))}
                {part_if(move || {
                    (earlier.get() > 0)
                        .then(|| {
                            view! {
                                <button class="btn wide earlier" on:click=on(move |_| talk.earlier(untrack(count)))>
                                    {text(move || format!("Show earlier messages ({} more)", earlier.get()))}
                                </button>
                            }.into_any()
                        })
                })}
                {list(page_keys, page)} {list(pending_keys, pending)}
                <Writing talk />
            </div>
            {part_if(move || {
                unseen
                    .get()
                    .then(|| {
                        view! {
                            <button class="btn pill" on:click=on(move |_| to_end())>
                                {icons::down()} "New messages"
                            </button>
                        }.into_any()
                    })
            })}
        </div>
        {part_if(move || {
            (talk.link.get() == Link::Lost && talk.desk().link.get() == Link::Open)
                .then(|| {
                    view! {
                        <div class="link inner" role="status">
                            <span>"This conversation is being connected again."</span>
                            <button class="text-btn" on:click=on(move |_| talk.try_now())>"Try now"</button>
                        </div>
                    }.into_any()
                })
        })}
    }
}

/// Keeps the end in view while the agent is there, or has just written; else says that there is something new.
fn follow(
    talk: Talk,
    listed: Memo<Vec<crate::model::thread::Row>>,
    at_end: RwSignal<bool>,
    unseen: RwSignal<bool>,
    to_end: impl Fn() + Copy + 'static,
) {
    Effect::new(move |before: Option<(usize, usize)>| {
        let now = (
            listed.with(Vec::len),
            talk.outbox.with(|outbox| outbox.all().len()),
        );
        talk.draft.track();
        talk.typing.track();
        let (rows, sent) = before.unwrap_or_default();
        if at_end.get_untracked() || now.1 > sent {
            to_end();
        } else if now.0 > rows {
            unseen.set(true);
        }
        now
    });
}
