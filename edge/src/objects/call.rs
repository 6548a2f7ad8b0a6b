//! Typed questions to objects. The platform lets Rust speak to an object by `fetch` only; here a question is a type
//! that knows its path and its answer, and caller and object share it, so neither can misread the other.

use serde::{Serialize, de::DeserializeOwned};
use worker::{Headers, Method, Request, RequestInit, Response, Stub};

use crate::problem::{Outcome, Problem};

/// A question to an object. The same type is serialised by the caller and parsed by the object.
pub trait Call: Serialize + DeserializeOwned {
    /// Where the question is posted, such as `/turn`.
    const PATH: &'static str;
    /// What comes back.
    type Answer: Serialize + DeserializeOwned;
}

/// Asks an object and waits for its answer. A refusal of the object's arrives as the same [`Problem`].
pub async fn ask<C: Call>(stub: &Stub, call: &C) -> Outcome<C::Answer> {
    ask_with(stub, Headers::new(), call).await
}

/// Asks an object, with headers that say who asks.
pub async fn ask_with<C: Call>(stub: &Stub, headers: Headers, call: &C) -> Outcome<C::Answer> {
    let body = serde_json::to_string(call).map_err(|error| Problem::internal(&error))?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post)
        .with_headers(headers)
        .with_body(Some(body.into()));
    // The host is a placeholder: a stub leads to its object whatever the address says.
    let request = Request::new_with_init(&format!("https://object{}", C::PATH), &init)?;
    let mut response = stub.fetch_with_request(request).await?;
    let text = response.text().await?;
    if response.status_code() == 200 {
        serde_json::from_str(&text).map_err(|error| Problem::internal(&error))
    } else {
        Err(serde_json::from_str(&text).unwrap_or_else(|_| Problem::internal(&text)))
    }
}

/// The object's side: parses the question of a request whose path was matched with [`Call::PATH`].
pub async fn question<C: Call>(request: &mut Request) -> Outcome<C> {
    let text = request.text().await?;
    serde_json::from_str(&text).map_err(|error| Problem::internal(&error))
}

/// The object's side: the answer, or the refusal with its status.
pub fn answer<C: Call>(outcome: Outcome<C::Answer>) -> worker::Result<Response> {
    match outcome {
        Ok(answer) => Response::from_json(&answer),
        Err(problem) => Ok(Response::from_json(&problem)?.with_status(problem.code.status())),
    }
}
