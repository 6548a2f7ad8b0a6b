//! One row of the log. Rows are compared in place, so a message on its way is promoted where it stands and is neither
//! shown nor announced twice.

use leptos::prelude::*;
use shared::{conversation::Source, text::first, words::Word};

use super::{button, line};
use crate::{
    digits::digits,
    platform::clock,
    rows::{Caption, Row, Side},
    session::Session,
};

/// Draws a row; `settled` when what is added now is new.
pub fn row(session: Session, fresh: bool, row: Row) -> impl IntoView {
    let Row {
        key,
        side,
        name,
        team,
        lead,
        text,
        sources,
        at,
        seq,
        state,
        caption,
    } = row;
    let class = [
        "row ",
        side.name(),
        if lead { " lead" } else { "" },
        if fresh { " fresh" } else { "" },
    ];
    let (under, why, failed) = match caption {
        Caption::None => ("sub", String::new(), false),
        Caption::Quiet(words) => ("sub", words.to_owned(), false),
        Caption::Failed(why) => ("sub bad", why, true),
    };
    // Named where they begin, and to screen readers on every row; what Baton says speaks for itself.
    let speaker = match side {
        Side::System => "none",
        Side::Agent | Side::Assistant if lead => "name",
        _ => "sr",
    };
    let disc = if side == Side::Agent {
        initials(&name)
    } else {
        String::new()
    };
    let hidden = why.is_empty();
    let again = failed.then(|| {
        let words = session.words.get(Word::TryAgain).to_owned();
        button("", words, Box::new(move || session.again(&key)))
    });
    // A list like the others, and not an `Option`: one kind of code less.
    let again = Vec::from_iter(again);
    view! {
        <div class=class.concat()>
            <p class=speaker><i class="disc" aria-hidden="true">{disc}</i>{name}<span>{team}</span></p>
            <div class="msg" data-from=side.name() data-seq=seq.map(|seq| digits(seq.0)) data-state=state>
                {words(&text)}
                {references(sources)}
            </div>
            <time>{at.map(clock::time).unwrap_or_default()}</time>
            <p class=under hidden=hidden>
                {why}
                {again}
            </p>
        </div>
    }
}

/// What was said, with a listing of its own ground.
fn words(text: &str) -> impl IntoView + use<> {
    let [before, listing, after] = first(text).map(str::to_owned);
    (
        line("", None, before),
        line("code", None, listing),
        line("", None, after),
    )
}

/// The first letters of the first and the last name; the style sheet makes them capitals.
fn initials(name: &str) -> String {
    let mut letters = String::new();
    letters.extend(name.chars().next());
    if let Some((_, last)) = name.trim_end().rsplit_once(' ') {
        letters.extend(last.chars().next());
    }
    letters
}

fn references(sources: Vec<Source>) -> impl IntoView {
    let mut lines = Vec::new();
    for Source { title, url } in sources {
        let title = if title.is_empty() { url.clone() } else { title };
        // Without an address it is not a link.
        let href = leads_somewhere(&url).then_some(url);
        lines.push(view! { <li><a href=href target="_blank" rel="noopener">{title}</a></li> });
    }
    view! { <ol class="refs">{lines}</ol> }
}

/// Whether an address is a page: http, https or relative. Anything else with a scheme is shown as text.
fn leads_somewhere(url: &str) -> bool {
    let begins = |scheme: &str| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let first = url.split(['/', '?', '#']).next().unwrap_or_default();
    begins("https://") || begins("http://") || !first.contains(':')
}

#[cfg(test)]
mod tests {
    use super::{initials, leads_somewhere};

    #[test]
    fn initials_are_the_first_and_the_last() {
        for (name, letters) in [
            ("Mara Kling", "MK"),
            ("ada", "a"),
            ("A b c ", "Ac"),
            ("", ""),
            ("Łucja Ö", "ŁÖ"),
        ] {
            assert_eq!(initials(name), letters);
        }
    }

    #[test]
    fn only_pages_are_links() {
        for url in [
            "https://a.example/x",
            "HTTP://a.example",
            "/docs/a",
            "docs/a?x=a:b",
            "#part",
        ] {
            assert!(leads_somewhere(url), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "java\tscript:x",
        ] {
            assert!(!leads_somewhere(url), "{url}");
        }
    }
}
