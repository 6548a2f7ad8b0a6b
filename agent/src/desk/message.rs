//! The rows of the log: messages, notices, decisions, what is on its way, who is writing.

use leptos::prelude::*;
use shared::{conversation::Source, text::parts};

use super::{
    state::Link,
    talk::{Reply, Talk, Writer},
};
use crate::{
    browser::clock,
    lean::{maybe, part_if, text},
    model::{
        decided::Decided,
        place,
        thread::{Kind, Message, Row},
    },
};

/// One row, with the day and the decision that stand before it. A new one is seen to come in.
#[component]
pub fn RowView(row: Row, new: bool) -> impl IntoView {
    let Row {
        seq,
        at,
        day,
        decision,
        kind,
    } = row;
    let id = format!("m{seq}");
    let body = match kind {
        Kind::Notice(text) => view! {
            <div class="row" id=id tabindex="-1" data-from="system" data-seq=seq.0>
                <span class="words">{text} <span class="sr">{format!(", at {}", clock::time_of_day(at))}</span></span>
            </div>
        }
        .into_any(),
        Kind::Note { by, text } => view! {
            <div class="entry note ours first" id=id tabindex="-1" data-from="note" data-seq=seq.0>
                <div class="by">
                    <b>{by}</b>
                    <time datetime=clock::machine(at)>{clock::time_of_day(at)}</time>
                    <span>"· note, only your team sees it"</span>
                </div>
                <div class="msg" title=clock::moment(at)>
                    <div class="bubble"><div class="words" dir="auto">{text}</div></div>
                    <span class="ref" aria-hidden="true">{format!("#{seq}")}</span>
                </div>
            </div>
        }
        .into_any(),
        Kind::Message(message) => {
            let class = entry_class(message.from, message.head, new);
            let head = message.head.then(|| head(&message, at));
            view! {
                <div class=class id=id tabindex="-1" data-from=message.from data-seq=seq.0 data-state="sent">
                    {head}
                    <div class="msg" title=clock::moment(at)>
                        <div class="bubble">
                            {words(&message.text)}
                            {sources(message.sources)}
                        </div>
                        <span class="ref" aria-hidden="true">{format!("#{seq}")}</span>
                    </div>
                </div>
            }
            .into_any()
        }
    };
    view! {
        {day.map(|day| view! { <div class="row day"><span>{day}</span></div> })}
        {decision.map(decision_row)}
        {body}
    }
}

/// What was said, listings apart.
fn words(text: &str) -> impl IntoView + use<> {
    let part = |(part, listing): (&str, bool)| {
        let class = if listing { "words listing" } else { "words" };
        view! { <div class=class dir="auto">{part.to_owned()}</div> }
    };
    parts(text).into_iter().map(part).collect::<Vec<_>>()
}

/// A decision as a thin row; its rules and scores for whoever opens it.
fn decision_row(decided: Decided) -> impl IntoView {
    let class = if decided.plain {
        "row decision plain"
    } else {
        "row decision"
    };
    let details = decided
        .details
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any());
    view! {
        <div class=class>
            <details>
                <summary>{decided.words}</summary>
                <ul>{details.collect_view()}</ul>
            </details>
        </div>
    }
}

fn entry_class(from: &str, head: bool, new: bool) -> String {
    let side = if from == "visitor" { "" } else { " ours" };
    let first = if head { " first" } else { "" };
    format!("entry {from}{side}{first}{}", if new { " new" } else { "" })
}

fn head(message: &Message, at: shared::ids::Millis) -> impl IntoView + use<> {
    view! {
        <div class="by">
            <b>{message.by.clone()}</b>
            <time datetime=clock::machine(at)>{clock::time_of_day(at)}</time>
            {message.remark.clone().map(|remark| view! { <span>{format!("· {remark}")}</span> })}
        </div>
    }
}

fn sources(sources: Vec<Source>) -> Option<impl IntoView> {
    let link = |(at, source): (usize, Source)| {
        let words = format!("[{}] {}", at + 1, source.title);
        // An address that is no page of the web is shown, not followed.
        if place::is_link(&source.url) {
            view! { <li><a href=source.url target="_blank" rel="noopener noreferrer">{words}</a></li> }
                .into_any()
        } else {
            view! { <li>{words}</li> }.into_any()
        }
    };
    (!sources.is_empty()).then(|| {
        view! { <ul class="sources" aria-label="Sources">{sources.into_iter().enumerate().map(link).collect_view()}</ul> }
    })
}

/// Words that are not in the thread yet.
#[component]
pub fn Pending(talk: Talk, reply: Reply) -> impl IntoView {
    let on_its_way = move || {
        if talk.link.get() == Link::Open {
            "sending"
        } else {
            "not sent yet"
        }
    };
    let from = if reply.note { "note" } else { "agent" };
    view! {
        <div class=format!("entry {from} ours") data-from=from data-state="sending">
            <div class="msg">
                <div class="bubble"><div class="words" dir="auto">{reply.text}</div></div>
                <span class="ref">{text(on_its_way)}</span>
            </div>
        </div>
    }
}

/// Who is writing, and what the assistant has written so far.
#[component]
pub fn Writing(talk: Talk) -> impl IntoView {
    let me = talk.desk().me.with_value(|me| me.member.name.clone());
    let who = move || {
        talk.typing.get().and_then(|who| match who {
            Writer::Visitor => Some("The visitor is writing…".to_owned()),
            Writer::Member(name) if name == me => None,
            Writer::Member(name) => Some(format!("{name} is writing…")),
        })
    };
    let drafted = move || {
        talk.draft
            .with(|draft| draft.as_ref().map(|(_, text)| text.clone()))
    };
    let turn = Memo::new(move |_| talk.state.with(|state| state.turn.is_some()));
    view! {
        {part_if(move || {
            drafted()
                .map(|text| {
                    view! {
                        // Not announced while it grows: the finished answer is.
                        <div class="entry assistant ours first draft" aria-hidden="true">
                            <div class="by"><b>"Assistant"</b> <span>"is writing"</span></div>
                            <div class="msg"><div class="bubble"><div class="words" dir="auto">{text}</div></div></div>
                        </div>
                    }.into_any()
                })
        })}
        <p class="typing" aria-live="off">
            {maybe(move || who().or_else(|| (turn.get() && drafted().is_none()).then(|| "The assistant is at work…".to_owned())))}
        </p>
    }
}
