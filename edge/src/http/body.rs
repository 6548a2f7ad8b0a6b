//! Reading a request's body: never more than its address takes, and with errors that name the field.

use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;
use worker::Request;

use crate::problem::{Code, Outcome, Problem};

/// The most bytes an ordinary request may have.
pub const SMALL: usize = 64 * 1024;
/// The most bytes a site's documents may have together.
pub const DOCUMENTS: usize = 8 * 1024 * 1024;

/// The body as a value; at most `limit` bytes are read.
pub async fn json<T: DeserializeOwned>(request: &mut Request, limit: usize) -> Outcome<T> {
    parse(&bytes(request, limit).await?)
}

/// The body as bytes; at most `limit` are read, whatever the headers claim.
pub async fn bytes(request: &mut Request, limit: usize) -> Outcome<Vec<u8>> {
    let claimed = request
        .headers()
        .get("content-length")?
        .and_then(|length| length.parse::<usize>().ok());
    if claimed.is_some_and(|length| length > limit) {
        return Err(too_large(limit));
    }
    if request.inner().body().is_none() {
        return Ok(Vec::new());
    }
    let mut stream = request.stream()?;
    let mut read = Vec::with_capacity(claimed.unwrap_or_default());
    while let Some(chunk) = stream.try_next().await? {
        if read.len() + chunk.len() > limit {
            return Err(too_large(limit));
        }
        read.extend_from_slice(&chunk);
    }
    Ok(read)
}

fn too_large(limit: usize) -> Problem {
    Problem::new(
        Code::TooLarge,
        format!(
            "The request is larger than the {} KB that this address takes.",
            limit / 1024
        ),
    )
}

/// Parses JSON; a wrong field is named by its path, such as `origins.0`.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Outcome<T> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string().replace('[', ".").replace(']', "");
        let said = error.inner().to_string();
        if error.inner().is_data() {
            let field = missing_field(&said)
                .map(|name| under(&path, name))
                .unwrap_or(path);
            let field = if field == "." { None } else { Some(field) };
            let place = field
                .as_deref()
                .map_or_else(String::new, |field| format!(" in `{field}`"));
            Problem {
                field,
                ..Problem::new(
                    Code::InvalidJson,
                    format!("The JSON does not fit{place}: {said}."),
                )
            }
        } else {
            Problem::new(
                Code::InvalidJson,
                format!("The request is not valid JSON: {said}."),
            )
        }
    })?;
    json.end()
        .map_err(|_| Problem::new(Code::InvalidJson, "The request has something after its JSON."))?;
    Ok(value)
}

/// Which field is missing, from serde's sentence: the path leads only to where it should be.
fn missing_field(said: &str) -> Option<&str> {
    said.strip_prefix("missing field `")?.split('`').next()
}

fn under(path: &str, name: &str) -> String {
    if path == "." {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct Shape {
        #[expect(dead_code, reason = "only its parsing is of interest")]
        inner: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    struct Inner {
        #[expect(dead_code, reason = "only its parsing is of interest")]
        number: u8,
    }

    #[track_caller]
    fn check(json: &str, field: Option<&str>) {
        let problem = parse::<Shape>(json.as_bytes()).unwrap_err();
        assert_eq!(
            (problem.code, problem.field.as_deref()),
            (Code::InvalidJson, field),
            "{}",
            problem.message
        );
    }

    #[test]
    fn errors_name_the_field() {
        check("{}", Some("inner"));
        check(r#"{"inner": [{"number": 1}, {}]}"#, Some("inner.1.number"));
        check(r#"{"inner": [{"number": "x"}]}"#, Some("inner.0.number"));
        check(r#"{"inner": 7}"#, Some("inner"));
    }

    #[test]
    fn what_is_not_json_is_said_to_be_none() {
        for json in ["", "{", "nonsense", "\u{fffd}", r#"{"inner": []} more"#] {
            check(json, None);
        }
        assert!(parse::<Shape>(b"{\"inner\": [{\"number\": \xff}]}").is_err());
    }
}
