//! The pages of `docs/`: what the demo assistant knows, and what its source links open.

use std::fs;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use crate::layout::Layout;
use crate::problem::{Explain, Outcome};
use crate::stamp::entries;

/// Pages for those who change Baton. They can be read, but visitors of a site do not ask about them.
const FOR_MAINTAINERS: [&str; 4] = ["architecture", "performance", "reliability", "triggers"];

/// One page of `docs/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The file's name without its ending, which is also the last part of its address.
    pub name: String,
    /// Its first heading.
    pub title: String,
    /// Its text.
    pub markdown: String,
}

/// Every page of `docs/`, in the order of their names.
pub fn read(layout: &Layout) -> Outcome<Vec<Page>> {
    let mut pages = Vec::new();
    for path in entries(&layout.at("docs"))? {
        if path.extension().is_some_and(|extension| extension == "md") {
            let markdown =
                fs::read_to_string(&path).explain(|| format!("{} could not be read", path.display()))?;
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            pages.push(Page {
                title: title(&markdown).unwrap_or_else(|| name.clone()),
                name,
                markdown,
            });
        }
    }
    Ok(pages)
}

fn title(markdown: &str) -> Option<String> {
    let heading = markdown.lines().find_map(|line| line.strip_prefix("# "))?;
    Some(heading.trim().to_owned())
}

impl Page {
    /// Whether the demo assistant answers from it.
    pub fn is_knowledge(&self) -> bool {
        !FOR_MAINTAINERS.contains(&self.name.as_str())
    }

    /// The page's body as HTML. HTML inside the Markdown is shown as text; links between pages are made to work.
    pub fn to_html(&self) -> String {
        let events = Parser::new_ext(&self.markdown, Options::ENABLE_TABLES).map(|event| match event {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => Event::Start(Tag::Link {
                link_type,
                dest_url: local(dest_url),
                title,
                id,
            }),
            other => other,
        });
        let mut body = String::new();
        html::push_html(&mut body, events);
        body
    }
}

/// `install.md#csp` is `/docs/install#csp` here; other addresses stay as they are.
fn local(target: CowStr<'_>) -> CowStr<'_> {
    let (path, fragment) = target
        .split_once('#')
        .map_or((&*target, None), |(path, part)| (path, Some(part)));
    match path.strip_suffix(".md") {
        Some(name) if !name.contains([':', '/']) => match fragment {
            Some(part) => format!("/docs/{name}#{part}").into(),
            None => format!("/docs/{name}").into(),
        },
        _ => target,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(markdown: &str) -> String {
        Page {
            name: "x".into(),
            title: "x".into(),
            markdown: markdown.into(),
        }
        .to_html()
    }

    #[test]
    fn html_in_a_page_is_text() {
        assert!(!html("a <script>alert(1)</script> b").contains("<script>"));
    }

    #[test]
    fn links_between_pages_open_here() {
        assert!(html("[a](install.md#csp)").contains("href=\"/docs/install#csp\""));
        assert!(html("[a](https://example.com/a.md)").contains("href=\"https://example.com/a.md\""));
    }

    #[test]
    fn the_title_is_the_first_heading() {
        assert_eq!(
            title("\n# Install the tag\n\n## More").as_deref(),
            Some("Install the tag")
        );
    }
}
