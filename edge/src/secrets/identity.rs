//! Identity tokens: a JWT with which the owner's server vouches for who a visitor is.
//!
//! One algorithm is spoken, HS256, and the token is not asked which: what it names must be that one, and the keys fit no
//! other. A token without an end is refused, and so is one that is over, not yet good, larger than any real one, or signed
//! with no key of the site. Nothing of a refused token is ever shown.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::Sha256;
use shared::{conversation::Person, text::clip};

/// The largest token, in bytes.
pub const LARGEST: usize = 4_096;
/// Clocks differ by so much, in seconds.
const SKEW_S: f64 = 30.0;
/// The longest id, name or value that is kept, in characters.
const LONGEST: usize = 200;
/// So many attributes are kept.
const MOST_ATTRIBUTES: usize = 20;
/// Claims that say something about the token and nothing about the person.
const OF_THE_TOKEN: [&str; 7] = ["sub", "exp", "nbf", "iat", "iss", "aud", "jti"];

/// Why a token is refused. Told to whoever wrote the page, in the browser's console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is no token, or not one of the only kind that is taken.
    Malformed(&'static str),
    /// No key of the site signed it.
    Signature,
    /// It is over.
    Expired,
    /// It is not good yet.
    Early,
    /// A claim is missing or of another kind.
    Claim(&'static str),
}

impl Refused {
    /// For programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Expired => "identity_expired",
            _ => "identity_refused",
        }
    }

    /// For whoever wrote the page.
    pub fn sentence(&self) -> String {
        let why = match self {
            Self::Malformed(why) | Self::Claim(why) => why,
            Self::Signature => "no identity key of this site signed it",
            Self::Expired => "it has expired. Sign a new one for each page",
            Self::Early => "it is not good yet: compare the clocks",
        };
        format!("The identity token was refused: {why}. The visitor stays unidentified.")
    }
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    typ: Option<String>,
    #[serde(default)]
    crit: Option<Value>,
}

/// Whom a token vouches for. `keys` are the site's secrets, `now` is in milliseconds since 1970.
pub fn verify(token: &str, keys: &[String], now: u64) -> Result<Person, Refused> {
    if token.len() > LARGEST {
        return Err(Refused::Malformed("it is larger than 4 KB"));
    }
    let mut parts = token.split('.');
    let (Some(header), Some(claims), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Refused::Malformed("it is no JWT: that has three parts"));
    };
    let read: Header = decoded(header).ok_or(Refused::Malformed("its header cannot be read"))?;
    let typed = read.typ.is_none_or(|typ| typ.eq_ignore_ascii_case("jwt"));
    if read.alg != "HS256" || !typed || read.crit.is_some() {
        return Err(Refused::Malformed(
            "its header names something else than HS256, the only kind taken",
        ));
    }
    let signature = URL_SAFE_NO_PAD
        .decode(signature)
        .map_err(|_| Refused::Malformed("its signature cannot be read"))?;
    let signed = &token[..header.len() + 1 + claims.len()];
    if !keys.iter().any(|key| is_signed(signed, &signature, key)) {
        return Err(Refused::Signature);
    }
    let claims: Map<String, Value> =
        decoded(claims).ok_or(Refused::Malformed("its claims cannot be read"))?;
    in_time(&claims, now)?;
    person(&claims)
}

fn decoded<T: for<'de> Deserialize<'de>>(part: &str) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

/// Compares in a time that says nothing about the key.
fn is_signed(signed: &str, signature: &[u8], key: &str) -> bool {
    Hmac::<Sha256>::new_from_slice(key.as_bytes()).is_ok_and(|mac| {
        mac.chain_update(signed.as_bytes())
            .verify_slice(signature)
            .is_ok()
    })
}

fn in_time(claims: &Map<String, Value>, now: u64) -> Result<(), Refused> {
    // Seconds since 1970 stay exact far beyond any date.
    #[allow(clippy::cast_precision_loss)]
    let now = (now / 1_000) as f64;
    let Some(end) = claims.get("exp").and_then(Value::as_f64) else {
        return Err(Refused::Claim("it has no `exp`: a token must end"));
    };
    if now >= end + SKEW_S {
        return Err(Refused::Expired);
    }
    match claims.get("nbf").map(Value::as_f64) {
        Some(None) => Err(Refused::Claim("its `nbf` is no number")),
        Some(Some(begin)) if now + SKEW_S < begin => Err(Refused::Early),
        _ => Ok(()),
    }
}

fn person(claims: &Map<String, Value>) -> Result<Person, Refused> {
    let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::trim);
    let id = text("sub").filter(|id| !id.is_empty() && id.chars().count() <= LONGEST);
    let id = id.ok_or(Refused::Claim(
        "it has no `sub`: your own id of the person, as text",
    ))?;
    let kept = |name: &str| {
        text(name)
            .filter(|text| !text.is_empty())
            .map(|text| clip(text, LONGEST))
    };
    let others = claims.iter().filter(|(name, _)| {
        !OF_THE_TOKEN.contains(&name.as_str()) && !["name", "email"].contains(&name.as_str())
    });
    let attributes: BTreeMap<String, String> = others
        .filter_map(|(name, value)| Some((clip(name, LONGEST), plain(value)?)))
        .take(MOST_ATTRIBUTES)
        .collect();
    Ok(Person {
        id: id.to_owned(),
        name: kept("name"),
        email: kept("email"),
        attributes,
    })
}

/// Text, numbers and switches are kept; what has parts is not for reading in one line.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(clip(text, LONGEST)),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: u64 = 1_800_000_000_000;

    fn signed(header: &Value, claims: &Value, key: &str) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(header), part(claims));
        let mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
        let mac = mac.chain_update(&signed).finalize().into_bytes();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac))
    }

    fn token(claims: &Value) -> String {
        signed(&json!({ "alg": "HS256", "typ": "JWT" }), claims, "key-b")
    }

    fn check(token: &str) -> Result<Person, Refused> {
        verify(token, &["key-a".to_owned(), "key-b".to_owned()], NOW)
    }

    fn claims() -> Value {
        json!({ "sub": "u1", "name": "Ada", "exp": NOW / 1_000 + 60, "plan": "pro", "seats": 4, "deep": {"a": 1}, "iat": 1 })
    }

    /// The example of RFC 7515, appendix A.1: its key is binary there, so only the form is taken from it.
    #[test]
    fn a_good_token_says_who_it_is_and_what_else_the_owner_gave() {
        let person = check(&token(&claims())).unwrap();
        assert_eq!((person.id.as_str(), person.called()), ("u1", "Ada"));
        let attributes: Vec<_> = person
            .attributes
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(attributes, [("plan", "pro"), ("seats", "4")]);
    }

    #[test]
    fn a_token_is_good_in_its_time_only() {
        let at = |claim: &str, seconds: u64| {
            let mut claims = claims();
            claims[claim] = json!(seconds);
            check(&token(&claims))
        };
        assert_eq!(at("exp", NOW / 1_000 - 31), Err(Refused::Expired));
        assert!(at("exp", NOW / 1_000 - 29).is_ok(), "clocks differ");
        assert_eq!(at("nbf", NOW / 1_000 + 60), Err(Refused::Early));
        assert!(at("nbf", NOW / 1_000).is_ok());
        let endless = json!({ "sub": "u1" });
        assert!(matches!(check(&token(&endless)), Err(Refused::Claim(_))));
        let textual = json!({ "sub": "u1", "exp": "never" });
        assert!(matches!(check(&token(&textual)), Err(Refused::Claim(_))));
    }

    #[test]
    fn nothing_but_the_one_algorithm_under_a_key_of_the_site_is_taken() {
        let good = token(&claims());
        assert_eq!(verify(&good, &["key-a".to_owned()], NOW), Err(Refused::Signature));
        assert_eq!(verify(&good, &[], NOW), Err(Refused::Signature));
        for header in [
            json!({ "alg": "none" }),
            json!({ "alg": "HS512" }),
            json!({ "alg": "RS256" }),
            json!({ "alg": "hs256" }),
            json!({ "alg": "HS256", "typ": "JWE" }),
            json!({ "alg": "HS256", "crit": ["exp"] }),
            json!({}),
        ] {
            let other = signed(&header, &claims(), "key-b");
            assert!(matches!(check(&other), Err(Refused::Malformed(_))), "{header}");
        }
        let mut parts: Vec<&str> = good.split('.').collect();
        let (forged, empty) = (URL_SAFE_NO_PAD.encode(r#"{"sub":"u2","exp":99999999999}"#), "");
        parts[1] = &forged;
        assert_eq!(check(&parts.join(".")), Err(Refused::Signature));
        parts[2] = empty;
        assert_eq!(check(&parts.join(".")), Err(Refused::Signature));
    }

    #[test]
    fn whatever_is_sent_is_refused_and_never_breaks_anything() {
        let good = token(&claims());
        for text in [
            "",
            ".",
            "..",
            "...",
            "a.b.c",
            "é.é.é",
            &good[1..],
            &good[..good.len() - 1],
            &"x".repeat(LARGEST + 1),
        ] {
            assert!(check(text).is_err(), "{text}");
        }
        for sub in [json!(null), json!(7), json!(""), json!("x".repeat(201))] {
            let mut claims = claims();
            claims["sub"] = sub;
            assert!(
                matches!(check(&token(&claims)), Err(Refused::Claim(_))),
                "{claims}"
            );
        }
    }
}
