//! One row of the log. Rows are compared in place, so a message on its way is promoted where it stands and is neither
//! shown nor announced twice.

use leptos::prelude::*;
use shared::conversation::Source;

use super::{button, paragraph};
use crate::{
    platform::clock,
    rows::{Caption, Row, Side},
    session::Session,
};

/// Draws a row; `settled` when what is added now is new.
pub fn row(session: Session, settled: bool, row: Row) -> impl IntoView {
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
        if settled { " fresh" } else { "" },
    ];
    let (quiet, failed) = match caption {
        Caption::None => (None, None),
        Caption::Quiet(words) => (Some(words), None),
        Caption::Failed(why) => (None, Some(why)),
    };
    let failed = failed.map(|why| {
        let again = button("again", session.words.try_again, move || session.again(&key));
        view! { <p class="sub bad">{why}" "{again}</p> }
    });
    view! {
        <div class=class.concat()>
            {speaker(side, name, team, lead)}
            <div class="msg" data-from=side.name() data-seq=seq.map(|seq| seq.0.to_string()) data-state=state>
                <p dir="auto">{text}</p>
                {references(sources)}
            </div>
            <time>{at.map(clock::time)}</time>
            {quiet.map(|words| paragraph("sub", None, words.to_owned()))}
            {failed}
        </div>
    }
}

/// Who speaks: named where they begin, and to screen readers on every row.
fn speaker(side: Side, name: String, team: String, lead: bool) -> impl IntoView {
    let disc = (side == Side::Agent).then(|| initials(&name));
    let named = lead && matches!(side, Side::Agent | Side::Assistant);
    (side != Side::System).then(|| {
        view! {
            <p class=if named { "name" } else { "sr" }>
                <i class="disc" aria-hidden="true">{disc}</i>{name}<span>{team}</span>
            </p>
        }
    })
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
