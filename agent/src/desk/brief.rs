//! The brief of an opened conversation, and what is known about its visitor. Every reference leads to its message.

use leptos::prelude::*;
use shared::{
    brief::Line,
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
    let lines = Memo::new(move |_| {
        talk.state
            .with(|state| state.case.as_ref().map(|case| case.brief.lines.clone()))
    });
    let begun = Memo::new(move |_| talk.state.with(|state| state.last.0 > 0));
    let back = move |_| address::open(&Address::Thread(id.clone()));
    view! {
        <aside class="brief" role="region" aria-label="Brief">
            <h2>
                <button class="icon only-narrow" aria-label="Back to the thread" on:click=on(back)>{icons::back()}</button>
                "Brief"
            </h2>
            {part(move || match lines.get() {
                Some(lines) => view! { <dl class="facts">{lines.into_iter().map(|line| fact(talk, line).into_any()).collect_view()}</dl> }.into_any(),
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

fn fact(talk: Talk, line: Line) -> impl IntoView {
    let known = line.text.is_some();
    view! {
        <dt>{line.label.words()}</dt>
        <dd class:unknown=!known>
            <span class="words">{line.text.unwrap_or_else(|| "unknown".to_owned())}</span>
            {line.evidence.into_iter().map(|seq| view! { <Cite talk seq /> }.into_any()).collect_view()}
        </dd>
    }
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
            let email = state.case.as_ref().and_then(|case| case.email.clone());
            let began = state.opened_at.map(clock::moment);
            [
                ("E-mail", email),
                ("Language", state.locale.clone()),
                ("Began", began),
            ]
        })
    };
    let facts = move || {
        let fact = |(name, value): (&'static str, Option<String>)| {
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
            let page = |(at, page): &(Millis, shared::conversation::Page)| {
                (*at, place::name(page).to_owned(), page.url.clone())
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
