//! A line over HTTP, as browsers keep one where no socket gets through: one request at a time, held by the edge; when there
//! is something to say meanwhile, it is given up for the next one, which carries it.

use std::sync::atomic::{AtomicU32, Ordering};

use reqwest::Client;
use reqwest::header::{CONTENT_TYPE, COOKIE, ORIGIN};
use serde_json::Value;
use shared::protocol::FRAMES_AT_ONCE;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;

use super::wire::Heard;
use crate::wait::{must, within};

/// Where to, as whom, and how far.
#[derive(Debug, Clone)]
pub struct Line {
    client: Client,
    address: String,
    headers: Vec<(reqwest::header::HeaderName, String)>,
    /// The name of the line.
    pub name: String,
    /// How many requests were made on it, this one included.
    pub requests: u64,
    /// How many answers were had on it.
    pub answers: u64,
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Polled {
    /// The HTTP status; anything but 200 ends the line.
    pub status: u16,
    /// The frames, as text.
    pub frames: Vec<String>,
}

impl Line {
    /// A line to an address `http://…`.
    pub fn new(address: &str, origin: Option<&str>, cookie: Option<&str>) -> Self {
        static MINTED: AtomicU32 = AtomicU32::new(1);
        let client = Client::builder().no_proxy().build();
        let origin = origin.map(|origin| (ORIGIN, origin.to_owned()));
        let cookie = cookie.map(|cookie| (COOKIE, cookie.to_owned()));
        Self {
            client: must("an HTTP client", client),
            address: address.to_owned(),
            headers: origin.into_iter().chain(cookie).collect(),
            name: format!("line{}", MINTED.fetch_add(1, Ordering::Relaxed)),
            requests: 1,
            answers: 0,
        }
    }

    /// Posts frames and waits for the answer, however long it is held. `Err` says why there is none.
    pub async fn posts(&self, frames: &[String]) -> Result<Polled, String> {
        let Self {
            address,
            name,
            requests,
            answers,
            ..
        } = self;
        let address = format!("{address}?line={name}&r={requests}&n={answers}");
        let mut request = self.client.post(address).body(frames.join("\n"));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let answer = request.send().await.map_err(|error| error.to_string())?;
        let status = answer.status().as_u16();
        let kind = answer.headers().get(CONTENT_TYPE).cloned();
        let text = answer.text().await.map_err(|error| error.to_string())?;
        let ours = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-ndjson"));
        if !ours {
            return Err(format!("not frames but {text}"));
        }
        let frames = text.lines().map(str::to_owned).collect();
        Ok(Polled { status, frames })
    }

    /// [`Line::posts`] for stories: counts the answer as had, and panics when there is none in time.
    pub async fn asks(&mut self, frames: &[String]) -> Polled {
        let answer = must("an answer", within("an answer", self.posts(frames)).await);
        self.had_answer();
        answer
    }

    /// Posts frames to which there is nothing to answer, and returns once the edge holds them: an older request on the line is
    /// answered with nothing when, and because, this one takes its place.
    pub async fn is_held(&mut self, frames: &[String]) -> Held {
        let older = self.clone();
        self.requests += 1;
        let newer = self.clone();
        let posted = frames.to_vec();
        let held = Held(tokio::spawn(async move { newer.posts(&posted).await }));
        let answer = within("the older request's answer", older.posts(frames)).await;
        let nothing = Polled {
            status: 200,
            frames: Vec::new(),
        };
        assert_eq!(answer, Ok(nothing), "there was something to answer");
        held
    }

    /// The answer was had; what comes next is the next request.
    pub fn had_answer(&mut self) {
        self.answers += 1;
        self.requests += 1;
    }
}

/// A request that the edge holds.
pub struct Held(JoinHandle<Result<Polled, String>>);

impl Held {
    /// What it is answered with in the end.
    pub async fn answer(self) -> Polled {
        let answer = must("a task", within("the answer to what is held", self.0).await);
        must("an answer", answer)
    }
}

impl Polled {
    /// The frames of one kind, such as `accepted`.
    pub fn of(&self, kind: &str) -> Vec<Value> {
        let frames = self
            .frames
            .iter()
            .filter_map(|text| serde_json::from_str::<Value>(text).ok());
        frames.filter_map(|frame| frame.get(kind).cloned()).collect()
    }

    /// The numbers of the events in it, in their order.
    pub fn events(&self) -> Vec<u64> {
        let kinds = ["welcome", "events"].iter().flat_map(|kind| self.of(kind));
        let lists = kinds.filter_map(|frame| frame["events"].as_array().cloned());
        lists
            .flatten()
            .filter_map(|event| event["seq"].as_u64())
            .collect()
    }
}

/// A line that is kept by a task of its own.
pub struct Poller {
    says: UnboundedSender<String>,
    hears: UnboundedReceiver<Heard>,
    task: JoinHandle<()>,
}

impl Poller {
    /// Begins when hello is said.
    pub fn start(line: Line) -> Self {
        let (says, to_say) = unbounded_channel();
        let (tell, hears) = unbounded_channel();
        let task = tokio::spawn(keep(line, to_say, tell));
        Self { says, hears, task }
    }

    /// Says a frame.
    pub fn text(&self, text: &str) {
        // When the line is over, that is heard.
        self.says.send(text.to_owned()).ok();
    }

    /// The next thing that comes.
    pub async fn hear(&mut self) -> Heard {
        self.hears.recv().await.unwrap_or(Heard::Closed(None))
    }
}

impl Drop for Poller {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn keep(mut line: Line, mut to_say: UnboundedReceiver<String>, tell: UnboundedSender<Heard>) {
    let Some(mut hello) = to_say.recv().await else {
        return;
    };
    let mut waiting: Vec<String> = Vec::new();
    loop {
        while let Ok(text) = to_say.try_recv() {
            waiting.push(text);
        }
        let now: Vec<String> = waiting.drain(..waiting.len().min(FRAMES_AT_ONCE)).collect();
        let carries = !now.is_empty();
        let frames: Vec<String> = std::iter::once(hello.clone()).chain(now).collect();
        let answer = tokio::select! {
            answer = line.posts(&frames) => answer,
            // Only what carries nothing is given up.
            Some(text) = to_say.recv(), if !carries => {
                waiting.push(text);
                line.requests += 1;
                continue;
            }
        };
        let Ok(answer) = answer else {
            tell.send(Heard::Closed(None)).ok();
            return;
        };
        line.had_answer();
        if let Some(last) = answer.events().last() {
            hello = holding(&hello, *last);
        }
        for text in answer.frames {
            if tell.send(Heard::Text(text)).is_err() {
                return;
            }
        }
        if answer.status != 200 {
            tell.send(Heard::Closed(Some(4000 + answer.status))).ok();
            return;
        }
    }
}

/// The hello of a client that holds everything up to `last`.
fn holding(hello: &str, last: u64) -> String {
    let mut hello: Value = must("hello in JSON", serde_json::from_str(hello));
    hello["hello"]["last"] = last.into();
    hello.to_string()
}
