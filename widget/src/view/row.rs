//! One row of the log. It is plain: drawn again in place when the thread changes, so that a message on its way is
//! promoted where it stands and neither shown nor announced twice.

use leptos::prelude::*;
use shared::conversation::Source;

use super::{button, nothing, paragraph};
use crate::{
    platform::clock,
    rows::{Caption, Row, Side},
    session::Session,
};

/// Draws a row.
pub fn row(session: Session, row: Row) -> AnyView {
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
    let fresh = session.app().settled.get();
    let class = [
        "row ",
        side.name(),
        if lead { " lead" } else { "" },
        if fresh { " fresh" } else { "" },
    ]
    .concat();
    view! {
        <div class=class>
            {speaker(side, name, team, lead)}
            <div class="msg" data-from=side.name() data-seq=seq.map(|seq| seq.0.to_string()) data-state=state>
                <p dir="auto">{text}</p>
                {references(sources)}
            </div>
            <time>{at.map(clock::time).unwrap_or_default()}</time>
            {under(session, key, caption)}
        </div>
    }
    .into_any()
}

/// Who speaks: named where they begin, and to screen readers on every row.
fn speaker(side: Side, name: String, team: String, lead: bool) -> AnyView {
    if side == Side::System {
        return nothing();
    }
    if side == Side::Visitor || !lead {
        return paragraph("sr", None, name);
    }
    let disc = if side == Side::Agent {
        initials(&name)
    } else {
        String::new()
    };
    view! { <p class="name"><i class="disc" aria-hidden="true">{disc}</i>{name}<span>{team}</span></p> }
        .into_any()
}

fn initials(name: &str) -> String {
    let mut firsts = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = firsts.next();
    first
        .into_iter()
        .chain(firsts.next_back())
        .flat_map(char::to_uppercase)
        .collect()
}

fn references(sources: Vec<Source>) -> AnyView {
    if sources.is_empty() {
        return nothing();
    }
    let one = |(at, Source { title, url }): (usize, Source)| {
        let number = ["[", &(at + 1).to_string(), "]"].concat();
        let title = if title.is_empty() { url.clone() } else { title };
        // Without an address it is not a link.
        let href = leads_somewhere(&url).then_some(url);
        view! { <li><span>{number}</span><a href=href target="_blank" rel="noopener">{title}</a></li> }
            .into_any()
    };
    let lines: Vec<_> = sources.into_iter().enumerate().map(one).collect();
    view! { <ol class="refs">{lines}</ol> }.into_any()
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

fn under(session: Session, key: String, caption: Caption) -> AnyView {
    match caption {
        Caption::None => nothing(),
        Caption::Quiet(words) => paragraph("sub", None, words.to_owned()),
        Caption::Failed(why) => {
            let again = button("again", session.words.try_again, move || session.again(&key));
            view! { <p class="sub bad">{why}" "{again}</p> }.into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{initials, leads_somewhere};

    #[test]
    fn initials_are_the_first_and_the_last() {
        for (name, letters) in [
            ("Mara Kling", "MK"),
            ("ada", "A"),
            ("A b c", "AC"),
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
