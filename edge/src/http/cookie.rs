//! The session cookie: `baton_session=SITE.RANDOM`, out of reach of scripts and of other sites' requests.

use url::Url;

use crate::secrets::token::Token;

/// The cookie's name.
const NAME: &str = "baton_session";

/// The session token in a `Cookie` header, if there is one of the right form.
pub fn session(header: &str) -> Option<Token> {
    header
        .split(';')
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| name.trim() == NAME)
        .and_then(|(_, value)| Token::parse(value.trim()))
}

/// The `Set-Cookie` value that keeps a session for `seconds`.
pub fn keep(token: &Token, seconds: u64, edge: &Url) -> String {
    format!("{NAME}={token}; Max-Age={seconds}; {}", attributes(edge))
}

/// The `Set-Cookie` value that ends a session.
pub fn forget(edge: &Url) -> String {
    format!("{NAME}=; Max-Age=0; {}", attributes(edge))
}

/// `Secure`, except on the developer's own machine, where there is no TLS.
fn attributes(edge: &Url) -> &'static str {
    if matches!(edge.host_str(), Some("localhost" | "127.0.0.1" | "[::1]")) {
        "Path=/; HttpOnly; SameSite=Lax"
    } else {
        "Path=/; HttpOnly; SameSite=Lax; Secure"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_is_found_among_other_cookies() {
        let text = format!("demo.{}", "ab".repeat(32));
        let header = format!("a=b; {NAME}={text}; c");
        assert_eq!(session(&header).unwrap().to_string(), text);
        assert!(session("a=b").is_none());
        assert!(session(&format!("{NAME}=forged")).is_none());
        assert!(session(&format!("x{NAME}={text}")).is_none());
    }

    #[test]
    fn the_cookie_is_secure_wherever_there_is_tls() {
        let token = Token::parse(&format!("demo.{}", "ab".repeat(32))).unwrap();
        let far = keep(&token, 60, &Url::parse("https://chat.example/").unwrap());
        assert!(
            far.contains("; Max-Age=60; ") && far.ends_with("; HttpOnly; SameSite=Lax; Secure"),
            "{far}"
        );
        let near = keep(&token, 60, &Url::parse("http://127.0.0.1:8787/").unwrap());
        assert!(near.ends_with("SameSite=Lax"), "{near}");
    }
}
