//! Asking an OpenAI-compatible chat-completions endpoint, streamed. Whatever it does (refuse, hang, break off, talk
//! nonsense), the answer here is words or a [`Failure`], in bounded time.

use futures_util::future::{Either, select};
use serde::Serialize;
use shared::conversation::Failure;
use worker::{AbortController, Delay, Fetch, Headers, Method, Request, RequestInit, Response};

use super::{
    pace::Pace,
    prompt::Message,
    stream::{Next, Words, whole},
};
use crate::clock;

/// To the first words, in milliseconds: longer, and a visitor believes that nothing happens.
const FIRST_WORDS_MS: u64 = 15_000;
/// To the next words once it writes.
const NEXT_WORDS_MS: u64 = 8_000;
/// A call that failed before any word is tried this often in all.
const TRIES: usize = 2;
/// Longer answers are not: the model ran away.
const LONGEST_ANSWER: usize = 6_000;

/// An endpoint and the model asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// The address of the chat-completions endpoint.
    pub url: String,
    /// The model's name there.
    pub name: String,
    /// The key, where one is wanted.
    pub key: Option<String>,
}

#[derive(Serialize)]
struct Call<'a> {
    model: &'a str,
    messages: &'a [Message],
    stream: bool,
    temperature: f32,
}

/// What a model came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Words, whole.
    Written(String),
    /// It declined.
    Refused,
}

/// How one try ended.
enum Tried {
    /// Words, whole, or that it declined.
    Done(Reply),
    /// Worth another try: nothing was shown yet.
    Again(Failure),
    /// Not worth one.
    Failed(Failure),
}

impl Model {
    /// Lets the model write. `show` gets all the words so far, at the pace of [`Pace`] and at the end, and says whether they are
    /// still wanted.
    pub async fn write(&self, messages: &[Message], show: impl Fn(&str) -> bool) -> Result<Reply, Failure> {
        let mut why = Failure::Model;
        for _ in 0..TRIES {
            match self.try_once(messages, &show).await {
                Tried::Done(reply) => return Ok(reply),
                Tried::Failed(failure) => return Err(failure),
                Tried::Again(failure) => why = failure,
            }
        }
        Err(why)
    }

    /// The same where nobody reads along, and all of it within `ms` milliseconds.
    pub async fn write_within(&self, ms: u64, messages: &[Message]) -> Result<Reply, Failure> {
        let written = within(ms, self.write(messages, |_| true)).await;
        written.unwrap_or(Err(Failure::Timeout))
    }

    async fn try_once(&self, messages: &[Message], show: &impl Fn(&str) -> bool) -> Tried {
        let abort = Ending::default();
        let Ok(request) = self.request(messages) else {
            return Tried::Failed(Failure::Model);
        };
        let (call, signal) = (Fetch::Request(request), abort.0.signal());
        let answered = within(FIRST_WORDS_MS, call.send_with_signal(&signal)).await;
        match answered {
            None => Tried::Failed(Failure::Timeout),
            Some(Err(_)) => Tried::Again(Failure::Model),
            Some(Ok(response)) => read(response, show).await,
        }
    }

    fn request(&self, messages: &[Message]) -> worker::Result<Request> {
        let headers = Headers::new();
        headers.set("content-type", "application/json")?;
        headers.set("accept", "text/event-stream, application/json")?;
        if let Some(key) = &self.key {
            headers.set("authorization", &format!("Bearer {key}"))?;
        }
        let call = Call {
            model: &self.name,
            messages,
            stream: true,
            temperature: 0.2,
        };
        let mut init = RequestInit::new();
        init.with_method(Method::Post)
            .with_headers(headers)
            .with_body(Some(serde_json::to_string(&call)?.into()));
        Request::new_with_init(&self.url, &init)
    }
}

/// Ends a call when it goes, also when whoever waits for it gives up: a stream that nobody reads any more is not left
/// open. Of one that ended it changes nothing.
#[derive(Default)]
struct Ending(AbortController);

impl Drop for Ending {
    fn drop(&mut self) {
        std::mem::take(&mut self.0).abort();
    }
}

async fn read(mut response: Response, show: &impl Fn(&str) -> bool) -> Tried {
    match response.status_code() {
        200 => {}
        // The endpoint is busy or broken for the moment; a wrong key or address stays wrong.
        408 | 429 | 500..=599 => return Tried::Again(Failure::Model),
        _ => return Tried::Failed(Failure::Model),
    }
    let kind = response
        .headers()
        .get("content-type")
        .ok()
        .flatten()
        .unwrap_or_default();
    if !kind.starts_with("text/event-stream") {
        // An endpoint that does not stream answers at once.
        return match within(FIRST_WORDS_MS, response.text()).await {
            Some(Ok(body)) => match whole(&body) {
                Some(Next::More(text)) => Tried::Done(Reply::Written(text)),
                Some(Next::Refused) => Tried::Done(Reply::Refused),
                Some(Next::End) | None => Tried::Failed(Failure::Model),
            },
            Some(Err(_)) => Tried::Failed(Failure::Model),
            None => Tried::Failed(Failure::Timeout),
        };
    }
    let Ok(bytes) = response.stream() else {
        return Tried::Failed(Failure::Model);
    };
    let mut words = Words::new(bytes);
    let (mut text, mut pace) = (String::new(), Pace::default());
    loop {
        let patience = if text.is_empty() {
            FIRST_WORDS_MS
        } else {
            NEXT_WORDS_MS
        };
        let rest = pace.wait_ms(clock::now());
        let next = within(rest.unwrap_or(patience), words.next()).await;
        let show_now = match next {
            None if rest.is_some() => pace.rest(clock::now()),
            None => return Tried::Failed(Failure::Timeout),
            Some(Err(())) if text.is_empty() => return Tried::Again(Failure::Model),
            Some(Err(())) => return Tried::Failed(Failure::Model),
            Some(Ok(Next::End)) if text.trim().is_empty() => return Tried::Failed(Failure::Model),
            Some(Ok(Next::End)) => {
                if pace.rest(clock::now()) {
                    // Whether the answer is still wanted is decided when it is settled.
                    show(&text);
                }
                return Tried::Done(Reply::Written(text));
            }
            Some(Ok(Next::Refused)) => return Tried::Done(Reply::Refused),
            Some(Ok(Next::More(more))) => {
                text.push_str(&more);
                pace.more(clock::now())
            }
        };
        if text.len() > LONGEST_ANSWER || (show_now && !show(&text)) {
            return Tried::Failed(Failure::Model);
        }
    }
}

/// What `work` comes to, if it does within `ms` milliseconds.
async fn within<T>(ms: u64, work: impl Future<Output = T>) -> Option<T> {
    let timer = Delay::from(std::time::Duration::from_millis(ms));
    match select(Box::pin(work), timer).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}
