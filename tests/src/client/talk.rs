//! What visitors' and agents' clients have in common: the fold, the outbox, the waiting.

use std::collections::HashMap;
use std::fmt::{self, Debug};

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::conversation::{Audience, Entry, Envelope, Event, From, State, evolve};
use shared::ids::{ClientId, Millis, Seq};
use shared::link::Outbox;
use shared::protocol::{Live, ServerFrame};

use super::wire::{Heard, Wire};
use crate::wait::{PATIENCE, must};

/// A refusal, as a client gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// For programs.
    pub code: String,
    /// For people.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

/// One client's side of one conversation. `R` is what it may see, `F` what it sends.
pub struct Talk<R: Audience, F> {
    line: Option<Wire>,
    minted: u32,
    name: String,
    outbox: Outbox<F>,
    answers: HashMap<ClientId, Result<Seq, Refused>>,
    /// Every answer to something asked, in the order heard.
    pub answered: Vec<(ClientId, Result<Seq, Refused>)>,
    /// The conversation as this client's browser would have it.
    pub state: State<R>,
    /// Every event, in order.
    pub log: Vec<Envelope<R>>,
    /// Every frame as it came, for stories about what must not be in one.
    pub raw: Vec<String>,
    /// What is not an event, as last heard.
    pub live: Live,
    /// Every draft that was shown.
    pub drafts: Vec<String>,
    /// Who was seen writing: a member's name, or none for the visitor.
    pub typing: Vec<Option<String>>,
    /// Refusals that belong to nothing asked.
    pub refused: Vec<Refused>,
    /// How the last line ended.
    pub ended: Option<Option<u16>>,
}

impl<R: Audience, F: Serialize + Clone + Debug> Talk<R, F> {
    /// A client that has no line yet. `name` begins the ids it mints.
    pub(crate) fn new(name: &str) -> Self {
        Self {
            line: None,
            minted: 0,
            name: name.to_owned(),
            outbox: Outbox::default(),
            answers: HashMap::new(),
            answered: Vec::new(),
            state: State::default(),
            log: Vec::new(),
            raw: Vec::new(),
            live: Live::default(),
            drafts: Vec::new(),
            typing: Vec::new(),
            refused: Vec::new(),
            ended: None,
        }
    }

    /// Takes a fresh line: says hello, waits for the welcome, sends what is not acknowledged again.
    pub(super) async fn greet(&mut self, line: Wire, hello: &F) {
        (self.line, self.ended) = (Some(line), None);
        self.send(hello).await;
        let before = self.raw.len();
        let what = format!("the welcome of {}", self.name);
        self.until(&what, |talk| {
            talk.raw[before..]
                .iter()
                .any(|raw| raw.starts_with("{\"welcome\""))
                .then_some(())
        })
        .await;
        for frame in self.unacknowledged() {
            self.send(&frame).await;
        }
    }

    /// Takes a fresh line, says hello and is refused for good; returns the code.
    pub(super) async fn knocks(&mut self, line: Wire, hello: &F) -> String {
        (self.line, self.ended) = (Some(line), None);
        self.send(hello).await;
        self.is_sent_away().await;
        self.refused.pop().map(|refused| refused.code).unwrap_or_default()
    }

    /// What a new line must carry, in order.
    pub(crate) fn unacknowledged(&self) -> Vec<F> {
        self.outbox
            .to_send()
            .map(|pending| pending.what.clone())
            .collect()
    }

    /// Takes in a frame, for who keeps the line themselves. What is in the log is no longer on its way, whether its
    /// acknowledgement arrived or not.
    pub(crate) fn takes(&mut self, text: String) {
        self.take(must("a frame we know", serde_json::from_str(&text)));
        self.raw.push(text);
        let here: Vec<ClientId> = self.outbox.to_send().map(|pending| pending.id.clone()).collect();
        for id in here.iter().filter(|id| self.state.accepted.has(id)) {
            self.outbox.acknowledge(id);
        }
    }

    /// The page is loaded again: nothing is left but the outbox, as it was kept in storage. What was heard stays known
    /// to the story.
    pub(crate) fn forgets(&mut self)
    where
        F: DeserializeOwned,
    {
        let kept = must("the outbox as JSON", serde_json::to_string(&self.outbox));
        self.outbox = must("the kept outbox", serde_json::from_str(&kept));
        (self.state, self.log) = (State::default(), Vec::new());
    }

    /// Mints an id as browsers do.
    pub fn mint(&mut self) -> ClientId {
        self.minted += 1;
        must("an id", ClientId::new(format!("{}-{}", self.name, self.minted)))
    }

    /// Sends a frame and waits for nothing.
    pub async fn send(&mut self, frame: &F) {
        let text = must("a frame", serde_json::to_string(frame));
        if let Some(line) = &mut self.line {
            line.text(&text).await;
        }
    }

    /// Puts something in the outbox and sends it, if there is a line; waits for nothing.
    pub async fn sends(&mut self, make: impl FnOnce(ClientId) -> F) -> ClientId {
        let (id, frame) = self.puts(make);
        self.send(&frame).await;
        id
    }

    /// Puts something in the outbox, for who keeps the line themselves.
    pub(crate) fn puts(&mut self, make: impl FnOnce(ClientId) -> F) -> (ClientId, F) {
        let id = self.mint();
        let frame = make(id.clone());
        self.outbox.push(id.clone(), Millis(0), frame.clone());
        (id, frame)
    }

    /// Waits for the answer to what was sent with this id.
    pub async fn answer_to(&mut self, id: &ClientId) -> Result<Seq, Refused> {
        self.until(&format!("the answer to {id}"), |talk| talk.answers.remove(id))
            .await
    }

    /// Asks for something and waits for the answer.
    pub async fn asks(&mut self, make: impl FnOnce(ClientId) -> F) -> Result<Seq, Refused> {
        let id = self.sends(make).await;
        self.answer_to(&id).await
    }

    /// Asks for something that is accepted. Returns the event it became.
    pub async fn does(&mut self, make: impl FnOnce(ClientId) -> F) -> Seq {
        let id = self.sends(make).await;
        let seq = must(&format!("{id} was to be accepted"), self.answer_to(&id).await);
        self.until("the event", |talk| (talk.state.last >= seq).then_some(()))
            .await;
        seq
    }

    /// Asks for something that is refused. Returns the code.
    pub async fn is_refused(&mut self, make: impl FnOnce(ClientId) -> F) -> String {
        match self.asks(make).await {
            Err(refused) => refused.code,
            Ok(seq) => panic!("was accepted as {seq}, and should have been refused"),
        }
    }

    /// Reads what comes until `see` finds something; panics with `what` when patience ends.
    pub async fn until<T>(&mut self, what: &str, mut see: impl FnMut(&mut Self) -> Option<T>) -> T {
        let reading = async {
            loop {
                if let Some(found) = see(self) {
                    return found;
                }
                self.hear().await;
            }
        };
        let found = tokio::time::timeout(PATIENCE, reading).await.ok();
        found.unwrap_or_else(|| {
            panic!(
                "{} waited in vain for: {what}\n{:#?}",
                self.name, self.state.thread
            )
        })
    }

    /// Waits for an entry of the thread after `after` that `is` recognises.
    pub async fn reads(&mut self, what: &str, after: Seq, is: impl Fn(&Entry<R>) -> bool) -> Entry<R> {
        let find = |talk: &mut Self| talk.state.thread.iter().find(|e| e.seq > after && is(e)).cloned();
        self.until(what, find).await
    }

    /// Waits for exactly these words, from whomever.
    pub async fn reads_words(&mut self, words: &str) -> Entry<R> {
        let what = format!("“{words}”");
        self.reads(&what, Seq(0), |entry| entry.text == words).await
    }

    /// Waits for what the assistant says after `after`.
    pub async fn reads_assistant(&mut self, after: Seq) -> Entry<R> {
        self.reads("the assistant", after, |entry| entry.from == From::Assistant)
            .await
    }

    /// Waits for a message of Baton's own after `after`.
    pub async fn reads_notice(&mut self, after: Seq) -> Entry<R> {
        self.reads("a notice", after, |entry| entry.from == From::System)
            .await
    }

    /// Waits for an event after `after` that `is` recognises.
    pub async fn sees<T>(&mut self, what: &str, after: Seq, is: impl Fn(&Event<R>) -> Option<T>) -> T {
        let find = |talk: &mut Self| {
            talk.log
                .iter()
                .filter(|e| e.seq > after)
                .find_map(|e| is(&e.event))
        };
        self.until(what, find).await
    }

    /// Waits for the next refusal that belongs to nothing asked.
    pub async fn is_told_off(&mut self) -> Refused {
        self.until("a refusal", |talk| talk.refused.pop()).await
    }

    /// Waits for the edge to end the line; returns its code.
    pub async fn is_sent_away(&mut self) -> Option<u16> {
        self.until("the end of the line", |talk| talk.ended).await
    }

    /// Drops the line without a goodbye, as a train in a tunnel would.
    pub fn drops(&mut self) {
        self.line = None;
    }

    /// What is sent and not acknowledged.
    pub fn pending(&self) -> usize {
        self.outbox.to_send().count()
    }

    async fn hear(&mut self) {
        let Some(line) = &mut self.line else {
            // Nothing will come; whoever waits is told so when patience ends.
            return std::future::pending().await;
        };
        match line.hear().await {
            Heard::Text(text) => {
                self.take(must("a frame we know", serde_json::from_str(&text)));
                self.raw.push(text);
            }
            Heard::Closed(code) => (self.line, self.ended) = (None, Some(code)),
        }
    }

    fn take(&mut self, frame: ServerFrame<R>) {
        match frame {
            ServerFrame::Welcome { events, live, .. } => {
                self.live = live;
                self.fold(events);
            }
            ServerFrame::Events { events } => self.fold(events),
            ServerFrame::Accepted { id, seq } => {
                self.outbox.acknowledge(&id);
                self.answers(id, Ok(seq));
            }
            ServerFrame::Refused {
                id: Some(id),
                code,
                message,
            } => {
                self.outbox.take(&id);
                self.answers(id, Err(Refused { code, message }));
            }
            ServerFrame::Refused {
                id: None,
                code,
                message,
            } => self.refused.push(Refused { code, message }),
            ServerFrame::Draft { text, .. } => self.drafts.push(text),
            ServerFrame::Typing { name } => self.typing.push(name),
            ServerFrame::Live { live } => self.live = live,
        }
    }

    fn answers(&mut self, id: ClientId, answer: Result<Seq, Refused>) {
        self.answered.push((id.clone(), answer.clone()));
        self.answers.insert(id, answer);
    }

    fn fold(&mut self, events: Vec<Envelope<R>>) {
        for envelope in events {
            assert!(
                evolve(&mut self.state, &envelope),
                "{}: a gap or a twin: {} came after {}",
                self.name,
                envelope.seq,
                self.state.last
            );
            self.log.push(envelope);
        }
    }
}
