//! Answers: JSON, problems and pages, each with the headers that every one of its kind has.

use serde::Serialize;
use worker::{Response, ResponseBuilder};

use crate::problem::{Outcome, Problem};

/// A value as JSON. Answers of the API belong to whoever asked: no cache keeps them.
pub fn json<T: Serialize>(value: &T) -> Outcome<Response> {
    Ok(private()?.from_json(value)?)
}

/// Values as lines of JSON.
pub fn lines<T: Serialize>(values: &[T]) -> Outcome<Response> {
    let mut text = String::new();
    for value in values {
        text += &serde_json::to_string(value).map_err(|e| Problem::internal(&e))?;
        text.push('\n');
    }
    let builder = private()?.with_header("content-type", "application/x-ndjson; charset=utf-8")?;
    Ok(builder.fixed(text.into_bytes()))
}

/// Frames of the wire, one a line.
pub fn frames(frames: &[String], status: u16) -> Outcome<Response> {
    let builder = private()?
        .with_status(status)
        .with_header("content-type", "application/x-ndjson; charset=utf-8")?;
    Ok(builder.fixed(frames.join("\n").into_bytes()))
}

/// A value as JSON, with a cookie to keep or to forget.
pub fn json_with_cookie<T: Serialize>(value: &T, cookie: &str) -> Outcome<Response> {
    Ok(private()?.with_header("set-cookie", cookie)?.from_json(value)?)
}

/// A refusal, with its status.
pub fn problem(problem: &Problem) -> worker::Result<Response> {
    let mut builder = private()?.with_status(problem.code.status());
    if let Some(seconds) = problem.retry_after_s {
        builder = builder.with_header("retry-after", &seconds.to_string())?;
    }
    builder.from_json(problem)
}

/// A page with its content security policy. Pages hold no secrets, but name hashed files: they are asked for anew.
pub fn page(html: String, csp: &str, status: u16) -> Outcome<Response> {
    let builder = private()?
        .with_status(status)
        .with_header("content-security-policy", csp)?
        // Not `no-referrer`: with it a form's post would name no origin, and would be refused.
        .with_header("referrer-policy", "same-origin")?
        .with_header(
            "permissions-policy",
            "camera=(), geolocation=(), microphone=(), payment=()",
        )?;
    Ok(builder.from_html(html)?)
}

fn private() -> worker::Result<ResponseBuilder> {
    Response::builder()
        .with_header("cache-control", "no-store")?
        .with_header("x-content-type-options", "nosniff")
}
