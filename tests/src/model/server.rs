//! The scripted model's HTTP side.

use std::collections::VecDeque;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use futures_util::stream::{self, StreamExt};
use serde_json::{Value, json};
use shared::brief::summary;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::{Piece, Reply};
use crate::wait::{must, until};

/// One request that the model has seen.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// The `Authorization` header.
    pub authorization: Option<String>,
    /// The body: model, messages, whether a stream is asked for.
    pub body: Value,
}

#[derive(Default)]
struct Script {
    next: VecDeque<Reply>,
    otherwise: Option<Reply>,
    seen: Vec<Recorded>,
    summary: Option<Reply>,
    summaries: Vec<Recorded>,
    given_up: usize,
}

type Shared = Arc<Mutex<Script>>;

/// A running scripted model; it ends when dropped.
pub struct ModelServer {
    script: Shared,
    port: u16,
    task: JoinHandle<()>,
}

impl ModelServer {
    /// A model without a script yet; a request that nothing was scripted for is refused with 500.
    pub async fn start() -> Self {
        let listener = must("a free port", TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await);
        let port = must("the port's number", listener.local_addr()).port();
        let script = Shared::default();
        let router = Router::new()
            .route("/v1/chat/completions", post(complete))
            .with_state(Arc::clone(&script));
        let task = tokio::spawn(async move {
            // It serves until the task is aborted.
            let _ = axum::serve(listener, router).await;
        });
        Self { script, port, task }
    }

    /// The endpoint, as `BATON_MODEL_URL` names it.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/v1/chat/completions", self.port)
    }

    /// Scripts the reply to the next request that has none yet.
    pub fn then(&self, reply: Reply) -> &Self {
        self.script().next.push_back(reply);
        self
    }

    /// Scripts the reply to every request that has none of its own.
    pub fn always(&self, reply: Reply) -> &Self {
        self.script().otherwise = Some(reply);
        self
    }

    /// Scripts the reply to every request for a summary. Without it they are refused with 500.
    pub fn summarises(&self, reply: Reply) -> &Self {
        self.script().summary = Some(reply);
        self
    }

    /// Waits until so many summaries were asked for, and returns the last of these requests.
    pub async fn summary(&self, count: usize) -> Recorded {
        until(&format!("request {count} for a summary"), async || {
            self.summaries().get(count - 1).cloned()
        })
        .await
    }

    /// The requests for a summary.
    pub fn summaries(&self) -> Vec<Recorded> {
        self.script().summaries.clone()
    }

    /// Waits until whoever asked did not wait for an answer any longer, so many times.
    pub async fn is_given_up(&self, count: usize) {
        let given_up = async || (self.script().given_up >= count).then_some(());
        until(&format!("{count} requests given up"), given_up).await;
    }

    /// Everything that was asked so far, but for summaries.
    pub fn requests(&self) -> Vec<Recorded> {
        self.script().seen.clone()
    }

    /// Waits until that many requests have arrived, and returns the last of them.
    pub async fn request(&self, count: usize) -> Recorded {
        until(&format!("request {count} to the model"), async || {
            self.requests().get(count - 1).cloned()
        })
        .await
    }

    fn script(&self) -> std::sync::MutexGuard<'_, Script> {
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ModelServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn complete(State(script): State<Shared>, headers: HeaderMap, Json(body): Json<Value>) -> Response {
    let streams = body["stream"].as_bool().unwrap_or_default();
    let authorization = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| Some(value.to_str().ok()?.to_owned()));
    let instructions = body["messages"][0]["content"].as_str().unwrap_or_default();
    let summary = instructions.starts_with(summary::OPENING);
    let recorded = Recorded { authorization, body };
    let reply = {
        let mut script = script.lock().unwrap_or_else(PoisonError::into_inner);
        if summary {
            script.summaries.push(recorded);
            script.summary.clone()
        } else {
            script.seen.push(recorded);
            script.next.pop_front().or_else(|| script.otherwise.clone())
        }
    };
    match reply.unwrap_or(Reply::Status(500)) {
        Reply::Answer(pieces) if streams => event_stream(pieces, true),
        Reply::Answer(pieces) => whole(pieces).await,
        Reply::CutAfter(pieces) => event_stream(pieces, false),
        Reply::Status(status) => refusal(status),
        Reply::Silence => {
            // The server drops what it is doing for a caller who hung up.
            let _patience = Patience(script);
            std::future::pending().await
        }
        Reply::Endless => endless(Patience(script)),
        Reply::Nonsense => (
            [(header::CONTENT_TYPE, "text/event-stream")],
            "data: {\"lorem\": [\n\nipsum",
        )
            .into_response(),
    }
}

/// Counts, when it ends, that somebody gave up.
struct Patience(Shared);

impl Drop for Patience {
    fn drop(&mut self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).given_up += 1;
    }
}

/// Server-sent events; without an end the connection is dropped in the middle of the body.
fn event_stream(pieces: Vec<Piece>, ends: bool) -> Response {
    let last = if ends {
        let stop = json!({ "choices": [{ "index": 0, "delta": {}, "finish_reason": "stop" }] });
        Ok(Bytes::from(format!("data: {stop}\n\ndata: [DONE]\n\n")))
    } else {
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    };
    let deltas = stream::iter(pieces).filter_map(|piece| async move {
        let delta = json!({ "choices": [{ "index": 0, "delta": { "content": passed(piece).await? } }] });
        Some(Ok(Bytes::from(format!("data: {delta}\n\n"))))
    });
    let body = Body::from_stream(deltas.chain(stream::iter([last])));
    ([(header::CONTENT_TYPE, "text/event-stream")], body).into_response()
}

fn endless(patience: Patience) -> Response {
    let letters = stream::unfold(patience, |patience| async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let delta = json!({ "choices": [{ "index": 0, "delta": { "content": "a" } }] });
        Some((
            Ok::<_, io::Error>(Bytes::from(format!("data: {delta}\n\n"))),
            patience,
        ))
    });
    (
        [(header::CONTENT_TYPE, "text/event-stream")],
        Body::from_stream(letters),
    )
        .into_response()
}

async fn whole(pieces: Vec<Piece>) -> Response {
    let mut text = String::new();
    for piece in pieces {
        text.push_str(&passed(piece).await.unwrap_or_default());
    }
    let message = json!({ "role": "assistant", "content": text });
    Json(json!({ "choices": [{ "index": 0, "message": message, "finish_reason": "stop" }] })).into_response()
}

/// The words of a piece, or nothing once its gate is open.
async fn passed(piece: Piece) -> Option<String> {
    match piece {
        Piece::Text(text) => Some(text),
        Piece::Wait(gate) => {
            gate.passed().await;
            None
        }
        Piece::Pause(length) => {
            tokio::time::sleep(length).await;
            None
        }
    }
}

fn refusal(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (
        status,
        Json(json!({ "error": { "message": "scripted refusal", "type": "scripted" } })),
    )
        .into_response()
}
