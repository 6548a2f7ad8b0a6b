//! Static files: the launcher, and the files with a hash in their names. They come from the binding `ASSETS`, which on
//! Cloudflare is its asset store and elsewhere a folder that knows no content types; so type, caching and compression
//! are decided here.

use sha2::{Digest, Sha256};
use worker::{EncodeBody, Env, Request, Response, ResponseBody, ResponseBuilder};

use crate::{
    problem::{Code, Outcome, Problem},
    secrets::token::hex,
};

/// The binding of the built files.
const BINDING: &str = "ASSETS";
/// A hashed name never gets other content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The launcher's name stays: a new one should reach visitors within minutes, and an old one serves meanwhile.
const FOR_MINUTES: &str = "public, max-age=300, stale-while-revalidate=86400";

/// The name of a file in `/assets/`: letters, digits, `-`, `_` and `.`, with an ending of known type. So it is a plain
/// file's name, wherever it is joined to a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetName(String);

impl AssetName {
    /// Checks the form.
    pub fn parse(name: &str) -> Option<Self> {
        let plain = name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
        let formed = plain && !name.starts_with('.') && !name.contains("..") && name.len() <= 128;
        (formed && content_type(name).is_some()).then(|| Self(name.to_owned()))
    }
}

/// What a file holds, by its ending.
fn content_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => return None,
    })
}

/// Answers with a file of `/assets/`.
pub async fn asset(env: &Env, request: &Request, name: &AssetName) -> Outcome<Response> {
    let stored = stored(env, request, &format!("/assets/{}", name.0)).await?;
    let builder = stored.headers(&name.0, FOR_EVER)?;
    Ok(builder.body(stored.body))
}

/// Answers with the launcher, or with "not modified" to who has it already.
pub async fn launcher(env: &Env, request: &Request) -> Outcome<Response> {
    let mut stored = stored(env, request, "/baton.js").await?;
    let bytes = Response::from_body(stored.body)?.bytes().await?;
    let etag = format!("\"{}\"", &hex(&Sha256::digest(&bytes))[..32]);
    stored.body = ResponseBody::Empty;
    let builder = stored
        .headers("baton.js", FOR_MINUTES)?
        .with_header("etag", &etag)?;
    let known = request.headers().get("if-none-match")?;
    if known.is_some_and(|known| holds(&known, &etag)) {
        return Ok(builder.with_status(304).empty());
    }
    Ok(builder.fixed(bytes))
}

/// The text of a built page such as `frame.html`.
pub async fn template(env: &Env, name: &str) -> Outcome<String> {
    let mut response = fetch(env, &format!("/{name}")).await?;
    if response.status_code() != 200 {
        return Err(Problem::internal(&format!("the build has no {name}")));
    }
    Ok(response.text().await?)
}

/// A file as it was found.
struct Stored {
    body: ResponseBody,
    compressed: bool,
}

impl Stored {
    fn headers(&self, name: &str, caching: &str) -> Outcome<ResponseBuilder> {
        let mut builder = Response::builder()
            .with_header(
                "content-type",
                content_type(name).unwrap_or("application/octet-stream"),
            )?
            .with_header("cache-control", caching)?
            .with_header("vary", "accept-encoding")?
            .with_header("x-content-type-options", "nosniff")?
            // The launcher runs on pages of other origins, some of which let in only what says so.
            .with_header("cross-origin-resource-policy", "cross-origin")?
            .with_header("access-control-allow-origin", "*")?;
        if self.compressed {
            builder = builder
                .with_header("content-encoding", "br")?
                .with_encode_body(EncodeBody::Manual);
        }
        Ok(builder)
    }
}

/// Finds a file, as its compressed twin when the client takes one and the build made one.
async fn stored(env: &Env, request: &Request, path: &str) -> Outcome<Stored> {
    let accepted = request.headers().get("accept-encoding")?.unwrap_or_default();
    if takes_brotli(&accepted) {
        let twin = fetch(env, &format!("{path}.br")).await?;
        if twin.status_code() == 200 {
            return Ok(Stored {
                body: twin.into_parts().1,
                compressed: true,
            });
        }
    }
    let plain = fetch(env, path).await?;
    match plain.status_code() {
        200 => Ok(Stored {
            body: plain.into_parts().1,
            compressed: false,
        }),
        404 => Err(Code::NotFound.into()),
        other => Err(Problem::internal(&format!(
            "the asset store answers {other} for {path}"
        ))),
    }
}

async fn fetch(env: &Env, path: &str) -> Outcome<Response> {
    Ok(env
        .assets(BINDING)?
        .fetch(format!("https://assets{path}"), None)
        .await?)
}

/// Whether an `Accept-Encoding` header lets brotli through.
fn takes_brotli(accepted: &str) -> bool {
    accepted.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let refused = parts.any(|part| part.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0_f32)));
        named && !refused
    })
}

/// Whether an `If-None-Match` header holds this tag; caches on the way may have weakened it.
fn holds(known: &str, etag: &str) -> bool {
    known
        .split(',')
        .map(|tag| tag.trim().trim_start_matches("W/"))
        .any(|tag| tag == etag || tag == "*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_of_known_type_are_files() {
        for name in ["widget-1a2b.js", "widget-1A_2b.wasm", "agent.min.css"] {
            assert!(AssetName::parse(name).is_some(), "{name}");
        }
        for name in [
            "",
            ".",
            "..",
            "..js",
            "a/b.js",
            "a\\b.js",
            "%2e%2e.js",
            "x.js.br",
            "x.html",
            ".js",
            "widget",
            "a..js",
            "é.js",
        ] {
            assert!(AssetName::parse(name).is_none(), "{name}");
        }
    }

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        for (header, takes) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=0.5", true),
            ("gzip, br;q=0", false),
            ("gzip, br; q=0.0", false),
            ("bro", false),
            ("", false),
        ] {
            assert_eq!(takes_brotli(header), takes, "{header}");
        }
    }

    #[test]
    fn a_known_tag_is_recognised_also_when_weakened() {
        assert!(holds("W/\"ab\", \"cd\"", "\"cd\"") && holds("W/\"ab\"", "\"ab\""));
        assert!(!holds("\"ab\"", "\"abc\""));
    }
}
