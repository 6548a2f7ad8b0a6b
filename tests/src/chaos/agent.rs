//! An agent's minute: takes what waits, often at the same time as a colleague, replies, gives back or closes; and
//! sometimes walks away.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use shared::conversation::{Floor, Inside};
use shared::ids::{ClientId, ConversationId, Epoch, MemberId, QueueId, Seq};
use shared::link::Carrier;
use shared::protocol::{AgentFrame, TransferTo, VERSION};

use super::browser::{Browser, now};
use super::chance::Chance;
use super::desk::Desk;
use super::link::{self, Link, Target};
use super::tally::Tally;
use crate::wait::must;

/// Agents look at so many of those who are next, so that several choose the same.
const LOOKED_AT: u64 = 3;
/// What an agent waits for an answer or a welcome before going on with something else. Outboxes go on by themselves.
const PATIENCE: Duration = Duration::from_secs(6);

type Window = Browser<Inside, AgentFrame>;

/// An agent.
pub struct Agent {
    /// Every conversation they ever opened.
    pub windows: BTreeMap<ConversationId, Window>,
    me: MemberId,
    number: u64,
    origin: String,
    cookie: String,
    desk: Desk,
    chance: Chance,
    seed: u64,
    tally: Arc<Tally>,
}

impl Agent {
    /// The agent with this number and this session.
    pub fn new(
        number: u64,
        me: MemberId,
        (origin, cookie): (&str, &str),
        seed: u64,
        tally: &Arc<Tally>,
    ) -> Self {
        Self {
            windows: BTreeMap::new(),
            me,
            number,
            origin: origin.to_owned(),
            cookie: cookie.to_owned(),
            desk: Desk::new(
                origin,
                cookie,
                link::carrier(number),
                Chance::of(seed, "desk", number),
            ),
            chance: Chance::of(seed, "agent", number),
            seed,
            tally: Arc::clone(tally),
        }
    }

    /// Works until the time is over.
    pub async fn works(&mut self, time: Duration) {
        let end = now() + time;
        while now() < end {
            let pause = self.chance.between(50, 400);
            self.desk.lives(pause).await;
            if let Some(conversation) = self.chooses() {
                let mut window = self.opens(&conversation);
                self.serves(&mut window, end.saturating_duration_since(now()))
                    .await;
                window.rests();
                self.windows.insert(conversation, window);
            }
        }
        self.desk.rests();
    }

    /// Opens whatever has something in its outbox until that is answered. Returns whether all was.
    pub async fn settles(&mut self, patience: Duration) -> bool {
        let mut all = true;
        for window in self.windows.values_mut().filter(|window| !window.is_empty()) {
            all &= window.until(patience, Browser::is_settled).await;
            window.rests();
        }
        all
    }

    /// Somebody near the head of the queue; now and then somebody who did not call and whom the assistant may be answering
    /// in this moment.
    fn chooses(&mut self) -> Option<ConversationId> {
        let uncalled = self.chance.happens(250);
        let from = if uncalled {
            self.desk.with_assistant()
        } else {
            self.desk.waiting()
        };
        let most = LOOKED_AT.min(from.len() as u64);
        let at = usize::try_from(self.chance.below(most)).unwrap_or_default();
        from.into_iter().nth(at)
    }

    fn opens(&mut self, conversation: &ConversationId) -> Window {
        self.windows.remove(conversation).unwrap_or_else(|| {
            let name = format!("a{}-{}", self.number, self.windows.len());
            window(
                &name,
                conversation,
                (&self.origin, &self.cookie, link::carrier(self.number)),
                self.seed,
                &self.tally,
            )
        })
    }

    async fn serves(&mut self, window: &mut Window, left: Duration) {
        let patience = PATIENCE.min(left);
        if !window.until(patience, Window::is_welcomed).await {
            return;
        }
        if !self.takes(window, patience).await {
            return;
        }
        for _ in 0..self.chance.below(4) {
            self.replies(window).await;
            let pause = self.chance.between(20, 500);
            window.lives(pause).await;
            if self.chance.happens(60) {
                // The browser crashed; a reply may be in its outbox.
                window.reloads();
            }
        }
        match self.chance.below(100) {
            0..12 => self.tally.silent.one(),
            12..28 => {
                self.tally.transfers.one();
                let epoch = window.talk.state.epoch;
                self.asks(window, |id| pass_on(id, epoch), patience).await;
            }
            28..58 => {
                let epoch = Some(window.talk.state.epoch);
                self.asks(window, |id| AgentFrame::HandBack { id, epoch }, patience)
                    .await;
            }
            _ => {
                let epoch = Some(window.talk.state.epoch);
                self.asks(window, |id| close(id, epoch), patience).await;
            }
        }
    }

    /// Takes the floor. Returns whether they have it.
    async fn takes(&mut self, window: &mut Window, patience: Duration) -> bool {
        if window.talk.state.case.is_some() {
            self.asks(window, |id| AgentFrame::Claim { id }, patience).await;
        } else {
            self.asks(window, |id| AgentFrame::TakeOver { id }, patience)
                .await;
        }
        let me = &self.me;
        window
            .until(Duration::from_millis(200), |window| holds(window, me))
            .await
    }

    async fn replies(&mut self, window: &mut Window) {
        if !holds(window, &self.me) {
            return;
        }
        self.tally.replied.one();
        let epoch = window.talk.state.epoch;
        let text = format!("This is agent {} with reply {}", self.number, window.asked.len());
        window.asks(|id| AgentFrame::Reply { id, epoch, text }).await;
    }

    async fn asks(
        &mut self,
        window: &mut Window,
        make: impl FnOnce(ClientId) -> AgentFrame,
        patience: Duration,
    ) {
        self.tally.acts.one();
        let id = window.asks(make).await;
        window
            .until(patience, |window| window.answer(&id).is_some())
            .await;
    }
}

impl Window {
    fn is_empty(&self) -> bool {
        self.talk.pending() == 0
    }
}

/// An agent's browser with one conversation open.
pub fn window(
    name: &str,
    conversation: &ConversationId,
    (origin, cookie, carrier): (&str, &str, Carrier),
    seed: u64,
    tally: &Arc<Tally>,
) -> Window {
    let target = Target {
        origin: origin.to_owned(),
        path: format!("/api/v1/conversations/{conversation}/agent"),
        cookie: Some(cookie.to_owned()),
        carrier,
    };
    let hello = |last: Seq| AgentFrame::Hello { v: VERSION, last };
    Browser::new(name, Link::new(target, Chance::of(seed, name, 0)), tally, hello)
}

fn holds(window: &Window, me: &MemberId) -> bool {
    matches!(window.talk.state.floor(), Floor::Agent(member) if member.id == *me)
}

/// To the team's queue, whoever is there.
fn pass_on(id: ClientId, epoch: Epoch) -> AgentFrame {
    let to = TransferTo::Queue(must("a queue's id", QueueId::new("general")));
    let note = "For somebody who knows more about this.".to_owned();
    AgentFrame::Transfer { id, epoch, to, note }
}

fn close(id: ClientId, epoch: Option<Epoch>) -> AgentFrame {
    AgentFrame::Close {
        id,
        epoch,
        category: "question".to_owned(),
        outcome: "solved".to_owned(),
    }
}
