//! Finding conversations: the search over all of them, and the filter of the list by queue and reason.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use shared::{ids::ConversationId, queue::Item};

use super::state::DeskState;
use crate::{
    api::{self, Hit},
    icons,
    lean::{list, on, part_if, text},
};

/// The id of the search field.
pub const SEARCH: &str = "search";
/// What is typed is looked for after this pause.
const PAUSE: Duration = Duration::from_millis(180);

/// What is looked for, and what was found.
#[derive(Clone, Copy)]
pub struct Finding {
    /// Where in the list the part begins that is on the page.
    pub begin: RwSignal<usize>,
    /// What is typed.
    pub typed: RwSignal<String>,
    /// What was found; none while nothing is looked for.
    pub found: RwSignal<Option<Found>>,
    /// Only this team's, by its name; all when empty.
    team: RwSignal<String>,
    /// Only with this reason, in words; any when empty.
    why: RwSignal<String>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    hits: Vec<Hit>,
    problem: Option<String>,
}

impl Found {
    /// The conversations, best first.
    pub fn ids(&self) -> Vec<ConversationId> {
        self.hits
            .iter()
            .map(|hit| hit.item.conversation.clone())
            .collect()
    }

    /// How a conversation that was found stands.
    pub fn item(&self, id: &ConversationId) -> Option<Item> {
        Some(self.hit(id)?.item.clone())
    }

    fn hit(&self, id: &ConversationId) -> Option<&Hit> {
        self.hits.iter().find(|hit| hit.item.conversation == *id)
    }
}

impl Default for Finding {
    fn default() -> Self {
        Self {
            begin: RwSignal::new(0),
            typed: RwSignal::default(),
            found: RwSignal::default(),
            team: RwSignal::default(),
            why: RwSignal::default(),
        }
    }
}

impl Finding {
    /// The words around what was found in a conversation, if it was found by its words.
    pub fn line(self, id: &ConversationId) -> Option<String> {
        let line = self
            .found
            .with(|found| found.as_ref()?.hit(id).map(|hit| hit.line.clone()));
        line.filter(|line| !line.is_empty())
    }

    /// Whether an item passes the filter.
    pub fn passes(self, item: &Item) -> bool {
        let team = self.team.with(|team| team.is_empty() || *team == item.team);
        team && self
            .why
            .with(|why| why.is_empty() || item.why().as_ref() == Some(why))
    }

    /// Whether the filter lets only some through.
    pub fn is_narrowed(self) -> bool {
        !self.team.with(String::is_empty) || !self.why.with(String::is_empty)
    }

    /// Lets everything through, and looks for nothing.
    pub fn clear(self) {
        self.team.set(String::new());
        self.why.set(String::new());
        self.typed.set(String::new());
        self.found.set(None);
    }

    fn look(self, typed: String) {
        self.typed.set(typed.clone());
        if typed.trim().is_empty() {
            return self.found.set(None);
        }
        set_timeout(
            move || {
                if self.typed.with_untracked(|now| *now != typed) {
                    return;
                }
                spawn_local(async move {
                    let found = match api::search(&typed).await {
                        Ok(hits) => Found { hits, problem: None },
                        Err(why) => Found {
                            problem: Some(why.message),
                            ..Found::default()
                        },
                    };
                    // Something else may be looked for meanwhile.
                    if self.typed.try_with_untracked(|now| *now == typed) == Some(true) {
                        self.found.set(Some(found));
                    }
                });
            },
            PAUSE,
        );
    }
}

/// The search field.
#[component]
pub fn Search() -> impl IntoView {
    let finding = expect_context::<DeskState>().finding();
    view! {
        <div class="search" role="search">
            {icons::search()}
            <input
                class="input"
                id=SEARCH
                type="search"
                aria-label="Search conversations"
                placeholder="Search conversations"
                maxlength="200"
                autocomplete="off"
                prop:value=text(move || finding.typed.get())
                on:input=on(move |event| finding.look(event_target_value(&event)))
            />
            <kbd aria-hidden="true">"/"</kbd>
        </div>
    }
}

/// The filter by team and reason; only where there is something to choose from.
#[component]
pub fn Filter() -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let of = move |what: fn(&Item) -> Option<String>| {
        Memo::new(move |_| {
            desk.items.with(|items| {
                let mut words = Vec::new();
                for word in items.values().filter_map(what) {
                    if let Err(at) = words.binary_search(&word) {
                        words.insert(at, word);
                    }
                }
                words
            })
        })
    };
    let teams = of(|item| Some(item.team.clone()).filter(|team| !team.is_empty()));
    let reasons = of(Item::why);
    let chosen = move || desk.finding().is_narrowed();
    let worth = Memo::new(move |_| chosen() || teams.with(Vec::len) > 1 || reasons.with(Vec::len) > 1);
    part_if(move || {
        worth.get().then(|| {
            view! {
                <div class="filter" role="group" aria-label="Only">
                    <Choice label="Queue" any="All queues" of=teams value=desk.finding().team />
                    <Choice label="Reason" any="Any reason" of=reasons value=desk.finding().why />
                </div>
            }
            .into_any()
        })
    })
}

#[component]
fn Choice(
    label: &'static str,
    any: &'static str,
    of: Memo<Vec<String>>,
    value: RwSignal<String>,
) -> impl IntoView {
    let keys = move || of.get();
    let option = |name: String| view! { <option value=name.clone()>{name.clone()}</option> }.into_any();
    view! {
        <div class="pick">
            <select
                class="input"
                aria-label=label
                prop:value=text(move || value.get())
                on:change=on(move |event| value.set(event_target_value(&event)))
            >
                <option value="">{any}</option>
                {list(keys, option)}
            </select>
            {icons::chevron()}
        </div>
    }
}

/// How much was found, or why nothing can be: for everybody, and for screen readers as it changes.
#[component]
pub fn Outcome() -> impl IntoView {
    let finding = expect_context::<DeskState>().finding();
    let words = move || {
        finding.found.with(|found| match found {
            None => String::new(),
            Some(Found {
                problem: Some(why), ..
            }) => format!("The search did not work. {why}"),
            Some(found) => match found.hits.len() {
                0 => "Nothing was found. Try fewer or other words.".to_owned(),
                1 => "1 conversation found".to_owned(),
                count => format!("{count} conversations found, the latest first"),
            },
        })
    };
    view! { <p class="outcome small quiet" role="status">{text(words)}</p> }
}
