//! Content security policies of the edge's own pages. Nothing inline, nothing from elsewhere; who may frame a page is
//! what tells the pages apart.

use url::Url;

/// For the widget's document: framed by the site's origins and no others.
pub fn frame(edge: &Url, origins: &[String]) -> String {
    let ancestors = if origins.is_empty() {
        "'none'".to_owned()
    } else {
        origins.join(" ")
    };
    page(edge, &ancestors)
}

/// For the agent view: framed by nobody.
pub fn agent_view(edge: &Url) -> String {
    page(edge, "'none'")
}

/// For pages of plain text, which do nothing: anybody may frame them, so that an owner sees what is wrong.
pub fn message() -> String {
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'".to_owned()
}

fn page(edge: &Url, ancestors: &str) -> String {
    let scheme = if edge.scheme() == "https" { "wss" } else { "ws" };
    let authority = &edge[url::Position::BeforeHost..url::Position::AfterPort];
    // 'self' covers the page's own sockets by the specification, and in Safari before 15.4 does not.
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         connect-src 'self' {scheme}://{authority}; img-src 'self' data:; form-action 'self'; base-uri 'none'; \
         frame-ancestors {ancestors}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_is_for_the_listed_origins_only() {
        let edge = Url::parse("http://127.0.0.1:8787/frame/demo?x=1").unwrap();
        let policy = frame(&edge, &["https://a.example".into(), "https://*.b.example".into()]);
        assert!(
            policy.ends_with("; frame-ancestors https://a.example https://*.b.example"),
            "{policy}"
        );
        assert!(
            policy.contains("connect-src 'self' ws://127.0.0.1:8787;"),
            "{policy}"
        );
        assert!(frame(&edge, &[]).ends_with("frame-ancestors 'none'"));
    }

    #[test]
    fn sockets_are_encrypted_where_the_page_is() {
        let edge = Url::parse("https://chat.example/agent").unwrap();
        assert!(agent_view(&edge).contains("connect-src 'self' wss://chat.example;"));
    }
}
