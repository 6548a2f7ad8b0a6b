//! What a member need not write: the opener, a reply from the knowledge, canned replies. Each goes into the field, where
//! it can be changed; none is ever sent by itself.

use leptos::{prelude::*, task::spawn_local};
use shared::{
    conversation::{Entry, From, State},
    text::fold,
};

use super::{dialog::Modal, dialogs::Dialogs, talk::Talk};
use crate::{
    api::{self, Canned, Suggested, SuggestedReply},
    browser::page,
    icons,
    lean::{list, on, part, part_if, text},
    model::canned::filled,
};

/// What is proposed for the conversation that is open.
#[derive(Clone, Copy, Default)]
pub struct Proposed(RwSignal<Option<Suggested>>);

impl Proposed {
    /// Asks anew when the floor becomes this member's, and when the visitor wrote.
    pub fn to(talk: Talk) -> Self {
        let proposed = Self::default();
        let wanted = Memo::new(move |_| {
            let said = talk.state.with(|state| {
                let visitor = |entry: &&Entry| entry.from == From::Visitor;
                state.thread.iter().rev().find(visitor).map(|entry| entry.seq)
            });
            (talk.loaded.get() && talk.is_mine()).then_some(said)
        });
        Effect::new(move || {
            let Some(said) = wanted.get() else {
                return proposed.0.set(None);
            };
            // What was proposed to the question before is none to this one.
            proposed.dismiss();
            let id = talk.id.get_value();
            spawn_local(async move {
                // Proposals are a help: where none can be had, nothing is shown.
                let suggested = api::suggestions(&id).await.ok();
                if wanted.try_get_untracked() == Some(Some(said)) {
                    proposed.0.try_set(suggested);
                }
            });
        });
        proposed
    }

    /// The reply that is proposed, while the field is empty.
    pub fn reply(self, talk: Talk) -> Option<SuggestedReply> {
        let empty = talk.text.with(|text| text.trim().is_empty());
        let free = empty && !talk.noting().get() && talk.is_mine() && talk.state.with(is_asked);
        self.0
            .with(|proposed| proposed.as_ref()?.reply.clone())
            .filter(|_| free)
    }

    /// Puts the proposed reply into the field. Returns whether there was one.
    pub fn use_reply(self, talk: Talk) -> bool {
        let Some(reply) = untrack(|| self.reply(talk)) else {
            return false;
        };
        insert(talk, &reply.text);
        true
    }

    /// The opener, while this member has not written yet.
    fn opener(self, talk: Talk) -> Option<String> {
        let me = talk.desk().my_id();
        let begun = talk.state.with(|state| {
            let mine = |from: &From| matches!(from, From::Agent(by) if by.id == me);
            state
                .thread
                .iter()
                .any(|entry| entry.seq > state.boundary && mine(&entry.from))
        });
        let opener = self.0.with(|proposed| Some(proposed.as_ref()?.opener.clone()));
        opener.filter(|opener| !begun && !opener.is_empty())
    }

    /// Puts it out of sight.
    fn dismiss(self) {
        self.0.update(|proposed| {
            if let Some(proposed) = proposed {
                proposed.reply = None;
            }
        });
    }
}

/// Whether the visitor wrote and no member has replied to it.
fn is_asked(state: &State) -> bool {
    let of_people = |entry: &&Entry| matches!(entry.from, From::Visitor | From::Agent(_));
    let last = state.thread.iter().rev().find(of_people);
    last.is_some_and(|entry| entry.from == From::Visitor)
}

/// Puts words into the field for replies, after what is there, and the cursor with them.
fn insert(talk: Talk, words: &str) {
    talk.noting().set(false);
    talk.text.update(|text| {
        if text.trim().is_empty() {
            text.clear();
        } else {
            text.push_str("\n\n");
        }
        text.push_str(words);
    });
    page::focus_soon("reply");
}

/// The proposed reply over the field, greyed, with its sources.
#[component]
pub fn SuggestedWords(talk: Talk, proposed: Proposed) -> impl IntoView {
    let reply = Memo::new(move |_| proposed.reply(talk));
    part_if(move || {
        reply.get().map(|reply| {
            let sources: Vec<String> = reply.sources.iter().map(|source| source.title.clone()).collect();
            let from = match sources.len() {
                0 => "Suggested".to_owned(),
                _ => format!("Suggested, from {}", sources.join(", ")),
            };
            view! {
                <div class="proposed" role="group" aria-label="Suggested reply">
                    <p class="small quiet">{from}</p>
                    <p class="words" dir="auto">{reply.text}</p>
                    <div class="acts">
                        <button class="btn" on:click=on(move |_| {
                            proposed.use_reply(talk);
                        })>
                            "Use reply" <kbd>"Tab"</kbd>
                        </button>
                        <button class="text-btn" on:click=on(move |_| proposed.dismiss())>"Dismiss suggestion"</button>
                    </div>
                </div>
            }
            .into_any()
        })
    })
}

/// The buttons that put something into the field.
#[component]
pub fn Helpers(talk: Talk, proposed: Proposed) -> impl IntoView {
    let dialogs = expect_context::<Dialogs>();
    let mine = Memo::new(move |_| talk.is_mine() && !talk.noting().get());
    let opener = Memo::new(move |_| proposed.opener(talk));
    let open = move || {
        opener.get().map(|words| {
            view! { <button class="text-btn" on:click=on(move |_| insert(talk, &words))>"Insert opener"</button> }.into_any()
        })
    };
    part_if(move || {
        mine.get().then(|| {
            view! {
                <span class="helpers">
                    {part_if(open)}
                    <button class="text-btn" on:click=on(move |_| dialogs.canned.set(true))>"Canned replies"</button>
                </span>
                <Modal open=dialogs.canned title="Canned replies">
                    <Picker talk />
                </Modal>
            }
            .into_any()
        })
    })
}

#[component]
fn Picker(talk: Talk) -> impl IntoView {
    let dialogs = expect_context::<Dialogs>();
    let all = RwSignal::new(None::<Result<Vec<Canned>, String>>);
    let typed = RwSignal::new(String::new());
    spawn_local(async move {
        let found = api::canned().await.map_err(|why| why.message);
        all.try_set(Some(found));
    });
    let fitting = Memo::new(move |_| {
        let typed = fold(&typed.get());
        let fits = |reply: &&Canned| fold(&reply.name).contains(&typed) || fold(&reply.text).contains(&typed);
        let all = all.get().and_then(Result::ok).unwrap_or_default();
        all.iter().filter(fits).cloned().collect::<Vec<_>>()
    });
    let me = talk.desk().me.with_value(|me| me.member.name.clone());
    let pick = StoredValue::new(move |text: &str| {
        let words = talk.state.with_untracked(|state| filled(text, state, &me));
        dialogs.canned.set(false);
        insert(talk, &words);
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(first) = fitting.with_untracked(|fitting| fitting.first().cloned()) {
            pick.with_value(|pick| pick(&first.text));
        }
    };
    let row = move |name: String| {
        let text = fitting.with_untracked(|all| {
            all.iter()
                .find(|reply| reply.name == name)
                .map(|reply| reply.text.clone())
        });
        let text = StoredValue::new(text.unwrap_or_default());
        view! {
            <li>
                <button type="button" on:click=on(move |_| text.with_value(|text| pick.with_value(|pick| pick(text))))>
                    <b>{name}</b> <span class="small quiet">{text.get_value()}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let names = move || fitting.with(|all| all.iter().map(|reply| reply.name.clone()).collect());
    let state = move || {
        match all.get() {
        None => view! { <p class="quiet small">"Fetching the replies…"</p> }.into_any(),
        Some(Err(why)) => view! { <p class="problem" role="alert">{icons::warning()} <span>{why}</span></p> }.into_any(),
        Some(Ok(all)) if all.is_empty() => {
            view! { <p class="quiet small">"There is none yet. An owner adds them with the API: see “Canned replies” in the documentation."</p> }
                .into_any()
        }
        Some(Ok(_)) if fitting.with(Vec::is_empty) => view! { <p class="quiet small">"None fits these words."</p> }.into_any(),
        Some(Ok(_)) => ().into_any(),
    }
    };
    page::focus_soon("canned-search");
    view! {
        <form class="body" on:submit=on(submit)>
            <input
                class="input"
                id="canned-search"
                type="search"
                aria-label="Find a canned reply"
                placeholder="Find one; Enter takes the first"
                autocomplete="off"
                prop:value=text(move || typed.get())
                on:input=on(move |event| typed.set(event_target_value(&event)))
            />
            {part(state)}
            <ul class="canned" role="list" aria-label="Replies">{list(names, row)}</ul>
        </form>
    }
}
