//! One row of the log.

use leptos::prelude::*;
use shared::conversation::Source;

use crate::{
    platform::clock,
    rows::{Caption, Row, Side},
    session::Session,
};

/// Draws a row once; only what can change afterwards is looked up again: a message on its way is promoted in place, so
/// that it is neither shown nor announced twice.
pub fn row(session: Session, row: Row, rows: Memo<Vec<Row>>) -> AnyView {
    let Row { key, side, name, team, lead, text, sources, at, seq, state, .. } = row.clone();
    let fresh = session.settled.get_untracked();
    let now = if side == Side::Visitor {
        Memo::new(move |_| {
            let found = |rows: &Vec<Row>| rows.iter().rev().find(|row| row.key == key).cloned();
            rows.with(found).unwrap_or_else(|| row.clone())
        })
    } else {
        Memo::new(move |_| Row { lead, seq, state, ..row.clone() })
    };
    let class = ["row ", side.name(), if fresh { " fresh" } else { "" }].concat();
    view! {
        <div class=class class:lead=move || now.with(|row| row.lead)>
            {speaker(side, name, team, lead)}
            <div
                class="msg"
                data-from=side.name()
                data-seq=move || now.with(|row| row.seq.map(|seq| seq.0.to_string()))
                data-state=move || now.with(|row| row.state)
            >
                <p dir="auto">{text}</p>
                {references(sources)}
            </div>
            {at.map(|at| view! { <time>{clock::time(at)}</time> })}
            {(side == Side::Visitor).then(|| caption(session, now))}
        </div>
    }
    .into_any()
}

/// Who speaks: named where they begin, and to screen readers on every row.
fn speaker(side: Side, name: String, team: String, lead: bool) -> AnyView {
    if side == Side::System {
        return ().into_any();
    }
    if side == Side::Visitor || !lead {
        return view! { <span class="sr">{name}</span> }.into_any();
    }
    let disc = (side == Side::Agent).then(|| {
        let initials = initials(&name);
        view! { <span class="disc" aria-hidden="true">{initials}</span> }
    });
    view! { <p class="name">{disc} {name} <span>{team}</span></p> }.into_any()
}

fn initials(name: &str) -> String {
    let mut firsts = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = firsts.next();
    first.into_iter().chain(firsts.next_back()).flat_map(char::to_uppercase).collect()
}

fn references(sources: Vec<Source>) -> Option<AnyView> {
    let one = |(at, source): (usize, Source)| {
        let number = ["[", &(at + 1).to_string(), "]"].concat();
        let title = if source.title.is_empty() { source.url.clone() } else { source.title };
        let title = if leads_somewhere(&source.url) {
            view! { <a href=source.url target="_blank" rel="noopener">{title}</a> }.into_any()
        } else {
            title.into_any()
        };
        view! { <li><span>{number}</span>{title}</li> }
    };
    let lines: Vec<_> = sources.into_iter().enumerate().map(one).collect();
    (!lines.is_empty()).then(|| view! { <ol class="refs">{lines}</ol> }.into_any())
}

/// Whether an address is a page: http, https or relative. Anything else with a scheme is shown as text.
fn leads_somewhere(url: &str) -> bool {
    let lower = url.trim_start().to_ascii_lowercase();
    let scheme = lower.split(['/', '?', '#']).next().unwrap_or_default();
    lower.starts_with("https://") || lower.starts_with("http://") || !scheme.contains(':')
}

fn caption(session: Session, row: Memo<Row>) -> impl IntoView {
    let words = session.words;
    move || {
        let row = row.get();
        match row.caption {
            Caption::None => ().into_any(),
            Caption::Quiet(text) => view! { <p class="sub">{text}</p> }.into_any(),
            Caption::Failed(why) => {
                let again = move |_| session.again(&row.key);
                view! { <p class="sub bad">{why}" "<button on:click=again>{words.try_again}</button></p> }.into_any()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{initials, leads_somewhere};

    #[test]
    fn initials_are_the_first_and_the_last() {
        for (name, letters) in [("Mara Kling", "MK"), ("ada", "A"), ("A b c", "AC"), ("", ""), ("Łucja Ö", "ŁÖ")] {
            assert_eq!(initials(name), letters);
        }
    }

    #[test]
    fn only_pages_are_links() {
        for url in ["https://a.example/x", "HTTP://a.example", "/docs/a", "docs/a?x=a:b", "#part"] {
            assert!(leads_somewhere(url), "{url}");
        }
        for url in ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "java\tscript:x"] {
            assert!(!leads_somewhere(url), "{url}");
        }
    }
}
