//! The brief of an opened conversation, and what is known about its visitor. Every reference leads to its message.

use leptos::prelude::*;
use shared::{
    brief::{self, Entity, Label, Line, summary},
    conversation::{Case, From, State, Visit, Vouched},
    ids::{Millis, Seq},
};

use super::talk::Talk;
use crate::{
    browser::{address, clock, page},
    icons,
    lean::{on, part, part_if},
    model::{address::Address, place},
};

/// How many of the last pages are listed.
const PAGES: usize = 6;

/// The brief.
#[component]
pub fn Brief(talk: Talk) -> impl IntoView {
    let id = talk.id.get_value();
    let told = Memo::new(move |_| talk.state.with(told));
    let begun = Memo::new(move |_| talk.state.with(|state| state.last.0 > 0));
    let back = move |_| address::open(&Address::Thread(id.clone()));
    view! {
        <aside class="brief" role="region" aria-label="Brief">
            <h2>
                <button class="icon only-narrow" aria-label="Back to the thread" on:click=on(back)>{icons::back()}</button>
                "Brief"
            </h2>
            {part(move || match told.get() {
                Some(Told { over, lines, facts, summary }) => {
                    view! {
                        {over.map(|over| view! { <p class="small quiet lone">{over}</p> })}
                        <dl class="facts">{lines.into_iter().map(|line| fact(talk, line, &facts).into_any()).collect_view()}</dl>
                        {(!summary.is_empty()).then(|| by_model(talk, &summary))}
                    }
                        .into_any()
                }
                None if begun.get() => {
                    view! { <p class="small quiet lone">"Nobody is called here now, so there is no brief. It is written the moment a person is needed."</p> }
                        .into_any()
                }
                None => ().into_any(),
            })}
            {part_if(move || begun.get().then(|| view! { <Visitor talk /> }.into_any()))}
        </aside>
    }
}

/// The brief as it is shown.
#[derive(Clone, PartialEq)]
struct Told {
    /// That the call it was written for is over, and how.
    over: Option<&'static str>,
    /// The lines, with the events that can be shown.
    lines: Vec<Line>,
    /// What the visitor named.
    facts: Vec<Entity>,
    /// What a model added.
    summary: Vec<summary::Told>,
}

/// The brief of the open call; else that of the last one, which stays to be read.
fn told(state: &State) -> Option<Told> {
    let case: &Case = state.case.as_ref().or(state.ended.as_ref())?;
    let mut lines = brief::lines(state, case);
    for line in &mut lines {
        line.evidence
            .retain(|seq| state.entry(*seq).is_some_and(|entry| entry.from != From::System));
    }
    Some(Told {
        over: state.case.is_none().then_some(if case.solved {
            "The visitor said that it is solved. This was known at the last call."
        } else {
            "Nobody is called here now. This was known at the last call."
        }),
        lines,
        facts: brief::entities(state, case),
        summary: match &state.asides.summary {
            Some(summary) if summary.escalation == case.opened => summary.lines.clone(),
            _ => Vec::new(),
        },
    })
}

fn fact(talk: Talk, line: Line, facts: &[Entity]) -> impl IntoView {
    let known = line.text.is_some();
    // Each thing named on a row of its own, with its own message.
    let words = if line.label == Label::Facts && !facts.is_empty() {
        let row = |fact: &Entity| {
            let (kind, text, seq) = (fact.kind.words().to_owned(), fact.text.clone(), fact.message);
            view! { <li><span class="kind">{kind}</span> " " <b>{text}</b> " " <Cite talk seq /></li> }
                .into_any()
        };
        view! { <ul class="named">{facts.iter().map(row).collect_view()}</ul> }.into_any()
    } else {
        let cites = line
            .evidence
            .into_iter()
            .map(|seq| view! { <Cite talk seq /> }.into_any());
        view! {
            <span class="words">{line.text.unwrap_or_else(|| "unknown".to_owned())}</span>
            {cites.collect_view()}
        }
        .into_any()
    };
    view! {
        <dt>{line.label.words()}</dt>
        <dd class:unknown=!known>{words}</dd>
    }
}

/// What a model says of it, each line with the messages that it quotes.
fn by_model(talk: Talk, lines: &[summary::Told]) -> AnyView {
    let row = |line: &summary::Told| {
        let mut seqs: Vec<Seq> = Vec::new();
        for quote in &line.quotes {
            if let Err(at) = seqs.binary_search(&quote.message) {
                seqs.insert(at, quote.message);
            }
        }
        let cites = seqs.into_iter().map(|seq| view! { <Cite talk seq /> }.into_any());
        view! { <li>{line.text.clone()} " " {cites.collect_view()}</li> }.into_any()
    };
    view! {
        <h3>"Summary, by the model"</h3>
        <ul class="by-model">{lines.iter().map(row).collect_view()}</ul>
    }
    .into_any()
}

/// A reference that shows its message, on a narrow screen by going to the thread first.
#[component]
fn Cite(talk: Talk, seq: Seq) -> impl IntoView {
    let press = move |_| {
        talk.reveal(seq);
        let id = talk.id.get_value();
        if talk
            .desk()
            .address
            .with_untracked(|address| *address == Address::Brief(id.clone()))
        {
            address::open(&Address::Thread(id));
        }
        // When the thread is there.
        set_timeout(
            move || page::show(&format!("m{seq}")),
            std::time::Duration::from_millis(60),
        );
    };
    view! {
        <button class="cite" aria-label=format!("Show message {seq}") on:click=on(press)>
            {format!("#{seq}")}
        </button>
    }
}

#[component]
fn Visitor(talk: Talk) -> impl IntoView {
    let known = move || {
        talk.state.with(|state| {
            let case = state.case.as_ref().or(state.ended.as_ref());
            let text = |name: &str, value: Option<String>| (name.to_owned(), value);
            let mut known = match &state.person {
                Some(Vouched { person, .. }) => {
                    let person = &**person;
                    let mut known = vec![
                        text("Identity", Some(format!("{}, verified", person.called()))),
                        text("Id", Some(person.id.clone())),
                    ];
                    known.extend(person.email.clone().map(|email| text("E-mail", Some(email))));
                    let attributes = person.attributes.iter();
                    known.extend(attributes.map(|(name, value)| text(name, Some(value.clone()))));
                    known
                }
                None => vec![text("Identity", None)],
            };
            known.extend([
                text("Left", case.and_then(|case| case.email.clone())),
                text("Language", state.locale.clone()),
                text("Time zone", state.timezone.clone()),
                text("Device", state.device.map(|device| device.words().to_owned())),
                text("Began", state.opened_at.map(clock::moment)),
            ]);
            // What a visitor may leave and did not is no gap in what is known.
            known.retain(|(name, value)| name != "Left" || value.is_some());
            known
        })
    };
    let facts = move || {
        let fact = |(name, value): (String, Option<String>)| {
            let known = value.is_some();
            view! {
                <dt>{name}</dt>
                <dd class:unknown=!known>{value.unwrap_or_else(|| "unknown".to_owned())}</dd>
            }
            .into_any()
        };
        known().into_iter().map(fact).collect_view().into_any()
    };
    let pages = Memo::new(move |_| {
        talk.state.with(|state| {
            let page = |visit: &Visit| {
                (
                    visit.at,
                    place::name(&visit.page).to_owned(),
                    visit.page.url.clone(),
                )
            };
            state.pages.iter().rev().take(PAGES).map(page).collect::<Vec<_>>()
        })
    });
    view! {
        <h3>"Visitor"</h3>
        <dl class="facts">{part(facts)}</dl>
        {part_if(move || (!pages.with(Vec::is_empty)).then(|| view! { <h3>"Pages, latest first"</h3> <ol class="pages">{pages.get().into_iter().map(|row| page_row(row).into_any()).collect_view()}</ol> }.into_any()))}
    }
}

fn page_row((at, name, url): (Millis, String, String)) -> impl IntoView {
    let path = Some(place::path(&url).to_owned()).filter(|path| *path != name);
    let name = if place::is_link(&url) {
        view! { <a href=url target="_blank" rel="noopener noreferrer">{name}</a> }.into_any()
    } else {
        name.into_any()
    };
    view! {
        <li>
            <time datetime=clock::machine(at)>{clock::time_of_day(at)}</time>
            <span>{name} {path.map(|path| view! { <span class="path">{path}</span> })}</span>
        </li>
    }
}
