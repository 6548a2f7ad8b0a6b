//! What the widget knows: the conversation folded from its events, what is still on its way, and how the line is.
//! Frames and presses go in; what is shown ([`rows`](crate::rows), [`strip`](crate::strip)) is worked out from it.

use shared::{
    conversation::{Case, Envelope, Event, Standing, State, ToVisitor, evolve},
    ids::{ClientId, Seq, TurnId},
    protocol::{Live, ToVisitorFrame, VERSION},
    words::Word,
};

use crate::outbox::{Ask, Item, Outbox};

/// How the line to the edge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Line {
    /// Not asked for, or being made for the first time: nothing to tell.
    #[default]
    Idle,
    /// Welcomed.
    Open,
    /// Lost, and being made again.
    Lost,
    /// The browser says that there is no network.
    Offline,
}

/// Everything the views are drawn from.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// The conversation.
    pub talk: State<ToVisitor>,
    /// What is not in it yet.
    pub outbox: Outbox,
    /// What is known beyond its events.
    pub live: Live,
    /// The line.
    pub line: Line,
    /// The assistant's words so far, in the turn under way.
    pub draft: Option<(TurnId, String)>,
    /// The agent who is writing.
    pub typing: Option<String>,
    /// The edge speaks another version of the protocol.
    pub stale: bool,
    /// Whether the thread is here as the edge had it: what comes now is new.
    pub restored: bool,
    /// What stands above the composer: why the last thing asked was refused, if it was not a message, or what was hidden in it.
    pub refused: Option<String>,
    /// Whether nothing outlives this page: neither the frame nor the page around it may keep anything.
    pub forgets: bool,
    /// Whether what is on its way does not outlive it.
    pub unkept: bool,
    /// Which team each escalation called, by the number of its event.
    pub teams: Vec<(Seq, String)>,
}

/// Why a conversation is over for this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// It was erased; what was typed and not sent belongs to the next one, but for what this one refused.
    Erased,
    /// It is another person's, and so is what was typed.
    OfAnother,
}

/// A question with its title and two answers, and what either says.
pub type YesOrNo = ([Word; 3], fn(bool) -> Ask);

/// A chat is over, and the visitor has not said whether it helped.
fn unjudged(talk: &State<ToVisitor>) -> bool {
    talk.closing
        .as_ref()
        .is_some_and(|closing| closing.helped.is_none())
}

/// What a frame brought, for those outside.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heard {
    /// Events are missing: the line must be made anew.
    pub gap: bool,
    /// The conversation is over for this browser: the next one begins.
    pub over: Option<Over>,
    /// What whoever wrote the page should know.
    pub warning: Option<String>,
    /// Items that left the outbox.
    pub settled: Vec<ClientId>,
    /// The message that was refused and stays in it, to be kept as such.
    pub failed: Option<Item>,
    /// What to tell the page, by name.
    pub news: Vec<&'static str>,
    /// The edge accepted us: what is on its way goes out.
    pub welcomed: bool,
    /// The number of the last reply of a person in it, if there was one.
    pub reply: Option<Seq>,
}

impl Model {
    /// Takes in one frame.
    pub fn hear(&mut self, frame: ToVisitorFrame) -> Heard {
        let mut heard = Heard::default();
        match frame {
            ToVisitorFrame::Welcome { v, events, live, .. } => {
                self.stale = v != VERSION;
                heard.gap = self.fold(&events, &mut heard);
                if !self.restored {
                    heard.news.clear();
                    heard.reply = None;
                }
                self.restored = true;
                self.live = live;
                self.line = Line::Open;
                heard.welcomed = true;
            }
            ToVisitorFrame::Events { events } => heard.gap = self.fold(&events, &mut heard),
            ToVisitorFrame::Accepted { id, seq } => self.outbox.accepted(&id, seq),
            ToVisitorFrame::Refused {
                id: Some(id),
                message,
                ..
            } => {
                heard.failed = self.outbox.refused(&id, &message);
                if heard.failed.is_none() {
                    self.refused = Some(message);
                    heard.settled.push(id);
                }
            }
            ToVisitorFrame::Refused {
                id: None,
                code,
                message,
            } => match code.as_str() {
                "version" => self.stale = true,
                "identity_other" => heard.over = Some(Over::OfAnother),
                "identity_refused" | "identity_expired" => heard.warning = Some(message),
                "erased" => {
                    self.refused = Some(message);
                    heard.over = Some(Over::Erased);
                    // What it refused goes with it.
                    heard.settled = self.outbox.settle(Item::failed);
                }
                _ => self.refused = Some(message),
            },
            ToVisitorFrame::Draft { turn, text } => self.draft = Some((turn, text)),
            ToVisitorFrame::Typing { name } => self.typing = name,
            ToVisitorFrame::Live { live } => self.live = live,
        }
        self.tidy(&mut heard);
        heard
    }

    /// The open escalation.
    pub fn case(&self) -> Option<&Case<ToVisitor>> {
        self.talk.case.as_ref()
    }

    /// Whether an agent has the floor.
    pub fn held(&self) -> bool {
        matches!(
            self.case(),
            Some(Case {
                standing: Standing::Held { .. },
                ..
            })
        )
    }

    /// Whether a call for a person is on its way and not in the log yet.
    pub fn calling(&self) -> bool {
        self.case().is_none() && self.outbox.items().iter().any(Item::calls)
    }

    /// Whether something is under way that the visitor would want to hear of with the panel closed.
    pub fn live(&self) -> bool {
        self.case().is_some() || self.talk.turn.is_some() || self.sends()
    }

    /// Whether something is on its way. What was refused is not.
    pub fn sends(&self) -> bool {
        self.outbox.items().iter().any(|item| !item.failed())
    }

    /// The question that waits for a yes or no, with what either says.
    pub fn asks(&self) -> Option<YesOrNo> {
        let talk = &self.talk;
        let asks: YesOrNo = if talk.offer.is_some() {
            ([Word::Offer, Word::OfferYes, Word::OfferNo], Ask::Offer)
        } else if talk.solved_asked.is_some() {
            ([Word::Solved, Word::SolvedYes, Word::SolvedNo], Ask::Solved)
        } else if unjudged(talk) {
            ([Word::Judge, Word::JudgeYes, Word::JudgeNo], Ask::Judge)
        } else {
            return None;
        };
        Some(asks)
    }

    /// Whether there is a chat that the visitor can end, and has not ended a moment ago.
    pub fn ends(&self) -> bool {
        let ending = self.outbox.items().iter().any(|item| item.ask == Ask::End);
        !self.empty() && self.talk.closing.is_none() && !ending
    }

    /// Whether nothing was said yet.
    pub fn empty(&self) -> bool {
        self.talk.thread.is_empty() && self.outbox.items().is_empty()
    }

    /// Whether an address is on its way.
    pub fn leaving(&self) -> bool {
        self.outbox
            .items()
            .iter()
            .any(|item| matches!(item.ask, Ask::Details(_)))
    }

    /// Takes in what another tab put on its way, or was refused; says whether something is to be sent now.
    pub fn join(&mut self, items: Vec<Item>) -> bool {
        let mut due = false;
        for item in items {
            if !self.talk.accepted.has(&item.id) {
                due |= self.outbox.follow(item);
            }
        }
        due
    }

    /// The line broke; what only came over it is over.
    pub fn lost(&mut self, online: bool) {
        self.draft = None;
        self.typing = None;
        self.line = if online { Line::Lost } else { Line::Offline };
    }

    /// Folds events; says whether one is missing.
    fn fold(&mut self, events: &[Envelope<ToVisitor>], heard: &mut Heard) -> bool {
        for envelope in events {
            if envelope.seq <= self.talk.last {
                continue;
            }
            if !evolve(&mut self.talk, envelope) {
                return true;
            }
            self.note(envelope, heard);
        }
        false
    }

    fn note(&mut self, envelope: &Envelope<ToVisitor>, heard: &mut Heard) {
        let news = &mut heard.news;
        match &envelope.event {
            Event::Escalated { call, .. } => {
                self.teams.push((envelope.seq, call.team.clone()));
                news.push("escalated");
            }
            Event::Transferred { call, .. } => self.teams.push((envelope.seq, call.team.clone())),
            Event::Claimed { .. } => news.push("agent_joined"),
            Event::Closed { .. } | Event::Ended { .. } => news.push("closed"),
            Event::Replied { .. } => {
                news.push("message");
                heard.reply = Some(envelope.seq);
            }
            Event::Answered { .. } | Event::Offered { .. } => news.push("message"),
            _ => {}
        }
        if !matches!(envelope.event, Event::Said { .. } | Event::Moved { .. }) {
            self.typing = None;
        }
    }

    /// What follows from what was heard: what is in the log is no longer on its way, a draft ends with its turn.
    fn tidy(&mut self, heard: &mut Heard) {
        let talk = &self.talk;
        heard.settled.append(
            &mut self
                .outbox
                .settle(|item| talk.accepted.has(&item.id) || item.reached(talk.last)),
        );
        let turn = talk.turn.map(|turn| turn.id);
        self.draft.take_if(|(of, _)| turn != Some(*of));
    }
}
