//! Origins: the edge's own, which every change and every socket must come from, and the ones a site lists.

use url::{Host, Url};

use crate::problem::{Code, Outcome};

/// Refuses a request that does not come from the edge's own pages. `origin` is the request's `Origin` header, which
/// browsers set and pages cannot forge; a request without one is refused too.
pub fn must_be_own(origin: Option<&str>, edge: &Url) -> Outcome<()> {
    if origin == Some(edge.origin().ascii_serialization().as_str()) {
        Ok(())
    } else {
        Err(Code::WrongOrigin.into())
    }
}

/// A listed origin in the form that browsers compare: scheme, host and port, nothing else. `https://*.example.com`
/// lists every name under one.
pub fn normalised(listed: &str) -> Option<String> {
    let listed = listed.trim();
    if let Some((scheme, under)) = listed.split_once("://*.") {
        let plain = normalised(&format!("{scheme}://{under}")).filter(|plain| !plain.contains('*'))?;
        // "*." in front of an address or of a bare name such as `com` would list far more than was meant.
        let url = Url::parse(&plain).ok()?;
        return match url.host()? {
            Host::Domain(name) if name.contains('.') => Some(plain.replacen("://", "://*.", 1)),
            _ => None,
        };
    }
    let url = Url::parse(listed).ok()?;
    let bare = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    // The host is written into a header: only what a name or an address can hold.
    let plain = |host: &str| {
        host.bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'[' | b']' | b':'))
    };
    let known = matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(plain);
    (bare && known).then(|| url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_brought_into_the_form_that_browsers_compare() {
        for (listed, normal) in [
            ("https://example.com", Some("https://example.com")),
            (" https://Example.COM/ ", Some("https://example.com")),
            ("https://example.com:443", Some("https://example.com")),
            ("http://127.0.0.1:8788", Some("http://127.0.0.1:8788")),
            ("https://bücher.example", Some("https://xn--bcher-kva.example")),
            ("https://*.example.com", Some("https://*.example.com")),
            ("https://*.com", None),
            ("https://*", None),
            ("https://*.*.example.com", None),
            ("https://*.10.0.0.1", None),
            ("*", None),
            ("example.com", None),
            ("ftp://example.com", None),
            ("https://example.com/path", None),
            ("https://user@example.com", None),
            ("https://example.com; script-src *", None),
            ("https://a'b.example", None),
            ("javascript:alert(1)", None),
            ("null", None),
            ("", None),
        ] {
            assert_eq!(normalised(listed).as_deref(), normal, "{listed}");
        }
    }

    #[test]
    fn only_the_edges_own_pages_may_change_anything() {
        let edge = Url::parse("http://localhost:8787/api/v1/me").unwrap();
        assert!(must_be_own(Some("http://localhost:8787"), &edge).is_ok());
        for origin in [
            None,
            Some("null"),
            Some("http://localhost:8788"),
            Some("https://localhost:8787"),
            Some(""),
        ] {
            assert!(must_be_own(origin, &edge).is_err(), "{origin:?}");
        }
    }
}
