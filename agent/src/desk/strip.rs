//! The strip over the thread: who has the floor, and what this member can do about it.

use leptos::prelude::*;

use super::talk::Talk;
use crate::{
    browser::clock::moment,
    lean::{flag, maybe, on, part_if, text},
    model::{
        talk_words::{self, Act, Clock},
        time::clock,
    },
};

/// What the strip says now.
pub fn strip_of(talk: Talk) -> Memo<talk_words::Strip> {
    Memo::new(move |_| {
        talk.state
            .with(|state| talk_words::strip(state, &talk.desk().my_id(), moment))
    })
}

/// The strip.
#[component]
pub fn Strip(talk: Talk, strip: Memo<talk_words::Strip>) -> impl IntoView {
    let busy = move || talk.asked.with(Option::is_some);
    let act = Memo::new(move |_| strip.with(|strip| strip.act));
    let button = move || {
        act.get().map(|act| {
            let main = act == Act::Claim;
            view! {
                <button class="btn" class:main=main disabled=flag(busy) on:click=on(move |_| talk.act(act))>
                    {match act {
                        Act::Claim => "Claim",
                        Act::TakeOver => "Take over",
                        Act::HandBack => "Hand back to assistant",
                    }}
                </button>
            }
            .into_any()
        })
    };
    view! {
        <div class="strip">
            <div class="floor">
                <span class=text(move || format!("dot {}", strip.with(|strip| strip.dot))) aria-hidden="true"></span>
                <p>
                    <span role="status">{text(move || strip.with(|strip| strip.text.clone()))}</span>
                    // Outside the status: a clock that is read out every second is no help.
                    <span class="num quiet">{maybe(move || strip.with(|strip| strip.clock).map(|it| running(talk, it)))}</span>
                    <Others talk />
                </p>
            </div>
            <div class="acts">
                <button
                    class="text-btn"
                    aria-pressed=text(move || talk.desk().decisions.get().to_string())
                    title="Every decision of the assistant, with its scores and rules"
                    on:click=on(move |_| talk.desk().decisions.update(|shown| *shown = !*shown))
                >
                    "All decisions"
                </button>
                {part_if(button)}
            </div>
        </div>
    }
}

fn running(talk: Talk, running: Clock) -> String {
    let now = talk.desk().now.get();
    match running {
        Clock::Waited(since, due) => format!(" · {} of {}", clock(now.since(since)), clock(due.since(since))),
        Clock::Left(due) if now > due => " now".to_owned(),
        Clock::Left(due) => format!(" in {}", clock(due.since(now))),
    }
}

/// Who else has it before them, so that two people do not answer at once.
#[component]
fn Others(talk: Talk) -> impl IntoView {
    let others = move || talk.id.with_value(|id| talk.desk().others_at(id));
    view! { <span class="quiet">{maybe(move || others().map(|words| format!(" · {words}")))}</span> }
}
