//! Where on the site a visitor is, in few words.

use shared::{conversation::Page, ids::ConversationId};

/// The path of an address without scheme, host, query and fragment: `https://x.example/a/b?c=d` is `/a/b`.
/// Queries are left out of lists because they may hold what is nobody's business.
pub fn path(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let from_path = after_scheme.find('/').map_or("/", |at| &after_scheme[at..]);
    from_path
        .split(['?', '#'])
        .next()
        .filter(|path| !path.is_empty())
        .unwrap_or("/")
}

/// The page's title, or its path when it has none.
pub fn name(page: &Page) -> &str {
    let title = page.title.trim();
    if title.is_empty() { path(&page.url) } else { title }
}

/// What to call a visitor of whom only the conversation's id is known, so that two in a list are told apart.
pub fn visitor(conversation: &ConversationId) -> String {
    let id = conversation.as_str();
    // Ids are of one-byte letters, so that this never splits one.
    format!("Visitor {}", &id[id.len().saturating_sub(4)..])
}

/// Whether an address may become a link: only pages of the web, never a script.
pub fn is_link(url: &str) -> bool {
    url.starts_with("https://")
        || url.starts_with("http://")
        || (url.starts_with('/') && !url.starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_shown_by_their_path() {
        for (url, expect) in [
            ("https://x.example/a/b?c=d#e", "/a/b"),
            ("https://x.example", "/"),
            ("https://x.example?q=1", "/"),
            ("/a", "/a"),
            ("", "/"),
        ] {
            assert_eq!(path(url), expect, "{url}");
        }
    }

    #[test]
    fn only_pages_become_links() {
        assert!(is_link("https://x.example/") && is_link("/docs/a"));
        assert!(
            !is_link("javascript:alert(1)") && !is_link("//evil.example") && !is_link("data:text/html,x")
        );
    }
}
