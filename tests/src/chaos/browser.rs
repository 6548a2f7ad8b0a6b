//! One browser with one conversation open, over a bad network: what the model client does, and beside it what every real one
//! does, from keeping an outbox over a reload to sending nothing before the welcome.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::conversation::{Audience, Floor};
use shared::ids::{ClientId, Seq};
use tokio::time::{Instant, sleep_until};

use super::link::{Link, Sign};
use super::tally::Tally;
use crate::client::{Refused, Talk};
use crate::wait::must;

/// The first frame of a line, from the last event that is held.
type Hello<F> = Box<dyn Fn(Seq) -> F + Send + Sync>;

/// A browser.
pub struct Browser<R: Audience, F> {
    /// What it holds.
    pub talk: Talk<R, F>,
    /// Everything it ever asked, in order, with the id it asked it with.
    pub asked: Vec<(ClientId, F)>,
    /// Drafts of the assistant that came while a person had the floor.
    pub drafts_over: u64,
    hello: Hello<F>,
    link: Link,
    welcomed: bool,
    tally: Arc<Tally>,
}

impl<R, F> Browser<R, F>
where
    R: Audience,
    F: Serialize + DeserializeOwned + Clone + std::fmt::Debug,
{
    /// A browser that was just opened. `name` begins the ids it mints.
    pub fn new(
        name: &str,
        link: Link,
        tally: &Arc<Tally>,
        hello: impl Fn(Seq) -> F + Send + Sync + 'static,
    ) -> Self {
        Self {
            talk: Talk::new(name),
            asked: Vec::new(),
            drafts_over: 0,
            hello: Box::new(hello),
            link,
            welcomed: false,
            tally: Arc::clone(tally),
        }
    }

    /// Asks for something: into the outbox, and out if there is a line. Before the welcome nothing goes out, for what was
    /// asked earlier goes first.
    pub async fn asks(&mut self, make: impl FnOnce(ClientId) -> F) -> ClientId {
        let (id, frame) = self.talk.puts(make);
        self.asked.push((id.clone(), frame.clone()));
        if self.welcomed {
            self.send(&frame).await;
        }
        id
    }

    /// Says something that nobody keeps, such as that somebody is writing.
    pub async fn mentions(&mut self, frame: &F) {
        if self.welcomed {
            self.send(frame).await;
        }
    }

    /// Lives until `done`, or for so long. Returns whether it was done.
    pub async fn until(&mut self, patience: Duration, mut done: impl FnMut(&Self) -> bool) -> bool {
        let end = now() + patience;
        loop {
            if done(self) {
                return true;
            }
            let sign = tokio::select! {
                sign = self.link.next() => sign,
                () = sleep_until(end) => return false,
            };
            self.takes(sign).await;
        }
    }

    /// Lives for so long.
    pub async fn lives(&mut self, ms: u64) {
        self.until(Duration::from_millis(ms), |_| false).await;
    }

    /// Whether the line is there and nothing waits to be acknowledged.
    pub fn is_settled(&self) -> bool {
        self.welcomed && self.talk.pending() == 0
    }

    /// Whether the conversation is here.
    pub fn is_welcomed(&self) -> bool {
        self.welcomed
    }

    /// What became of something asked, once that is known.
    pub fn answer(&self, id: &ClientId) -> Option<Result<Seq, Refused>> {
        if let Some(known) = self.talk.state.accepted.get(id) {
            return Some(Ok(known.seq));
        }
        let mut answers = self.talk.answered.iter().rev();
        answers
            .find(|(answered, _)| answered == id)
            .map(|(_, answer)| answer.clone())
    }

    /// The line is let go of, as by a closed laptop. Living on makes it again.
    pub fn rests(&mut self) {
        self.welcomed = false;
        self.link.rest();
    }

    /// The page is loaded again: what is left is what storage held, the outbox.
    pub fn reloads(&mut self) {
        self.tally.reloads.one();
        self.rests();
        self.talk.forgets();
    }

    async fn takes(&mut self, sign: Sign) {
        match sign {
            Sign::Open => {
                self.welcomed = false;
                let hello = (self.hello)(self.talk.state.last);
                self.send(&hello).await;
            }
            Sign::Lost => self.welcomed = false,
            Sign::Text(text) => self.hears(text).await,
        }
    }

    async fn hears(&mut self, text: String) {
        let welcome = text.starts_with("{\"welcome\"");
        if text.starts_with("{\"draft\"") {
            self.tally.drafts.one();
            let held = matches!(self.talk.state.floor(), Floor::Agent(_));
            self.drafts_over += u64::from(held);
        }
        let untold = self.talk.refused.len();
        self.talk.takes(text);
        let internal = self.talk.refused[untold..]
            .iter()
            .filter(|refused| refused.code == "internal");
        self.tally.internal.add(internal.count() as u64);
        if welcome {
            self.welcomed = true;
            self.link.welcomed();
            for frame in self.talk.unacknowledged() {
                self.tally.resent.one();
                self.send(&frame).await;
            }
        }
    }

    async fn send(&mut self, frame: &F) {
        let text = must("a frame", serde_json::to_string(frame));
        self.link.send(&text).await;
    }
}

/// The moment it is.
#[allow(
    clippy::disallowed_methods,
    reason = "tests run natively, where there is a clock"
)]
pub fn now() -> Instant {
    Instant::now()
}
