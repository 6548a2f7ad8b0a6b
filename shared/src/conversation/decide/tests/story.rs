//! A conversation in a test: its log, its state, and verbs to act on it.

use crate::{
    conversation::{
        About, Aside, Attempt, Command, Context, Destination, Envelope, Event, Member, Outcome, Presence,
        Refusal, State, decide, due, evolve,
    },
    ids::{ClientId, Epoch, MemberId, Millis, QueueId, TurnId},
    knowledge::Passage,
    policy::Policy,
};

/// One conversation under test.
#[derive(Debug, Clone)]
pub struct Story {
    pub state: State,
    pub log: Vec<Envelope>,
    pub policy: Policy,
    pub now: Millis,
    pub presence: Presence,
    pub locale: &'static str,
    ids: u32,
}

impl Story {
    /// A conversation in which nothing happened, with one member available.
    pub fn new() -> Self {
        Self {
            state: State::default(),
            log: Vec::new(),
            policy: Policy::default(),
            now: Millis(1_000_000),
            presence: Presence::Known(1),
            locale: "en",
            ids: 0,
        }
    }

    /// A fresh client id.
    pub fn id(&mut self) -> ClientId {
        self.ids += 1;
        ClientId::new(format!("c{}", self.ids)).unwrap()
    }

    /// Decides and, when something is to be appended, folds it. Returns the names of the events.
    pub fn apply(&mut self, command: &Command) -> Result<Vec<&'static str>, Refusal> {
        let context = Context {
            now: self.now,
            policy: &self.policy,
            policy_hash: "test",
            presence: self.presence,
            locale: Some(self.locale),
            page: None,
            about: About::default(),
        };
        let Outcome::Append(events) = decide(&self.state, command, &context)? else {
            return Ok(Vec::new());
        };
        Ok(events.into_iter().map(|event| self.append(event)).collect())
    }

    fn append(&mut self, event: Event) -> &'static str {
        let name = name(&event);
        let envelope = Envelope {
            seq: self.state.last.next(),
            at: self.now,
            event,
        };
        assert!(evolve(&mut self.state, &envelope), "the next event folds");
        self.log.push(envelope);
        name
    }

    pub fn says(&mut self, text: &str) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        // Apart, so that no story runs into the limit on messages a minute.
        self.now = self.now.plus(10_000);
        self.apply(&Command::Say {
            id,
            text: text.to_owned(),
        })
    }

    pub fn presses(&mut self) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        self.apply(&Command::CallPerson { id })
    }

    /// The visitor ends the chat.
    pub fn ends(&mut self) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        self.apply(&Command::End { id })
    }

    /// The visitor leaves an address.
    pub fn leaves(&mut self, email: &str) -> Result<Vec<&'static str>, Refusal> {
        let (id, email) = (self.id(), email.to_owned());
        self.apply(&Command::LeaveDetails { id, email })
    }

    /// The visitor says whether it helped.
    pub fn judges(&mut self, helped: bool) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        self.apply(&Command::Judge { id, helped })
    }

    pub fn answers_offer(&mut self, accept: bool) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        self.apply(&Command::AnswerOffer { id, accept })
    }

    /// The assistant's work on the turn under way comes to this.
    pub fn settles(&mut self, attempt: Attempt) -> Result<Vec<&'static str>, Refusal> {
        let turn = self.state.turn.map_or(TurnId(0), |turn| turn.id);
        let epoch = self.state.epoch;
        self.apply(&Command::Settle { turn, epoch, attempt })
    }

    /// The knowledge answers the turn under way.
    pub fn finds(&mut self, body: &str) -> Result<Vec<&'static str>, Refusal> {
        self.settles(Attempt::Quote {
            passages: vec![passage(body)],
        })
    }

    /// The knowledge holds nothing on it.
    pub fn finds_nothing(&mut self) -> Result<Vec<&'static str>, Refusal> {
        self.settles(Attempt::Quote { passages: Vec::new() })
    }

    pub fn claims(&mut self, who: &str) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        self.apply(&Command::Claim { id, by: member(who) })
    }

    pub fn takes_over(&mut self, who: &str) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        self.apply(&Command::TakeOver { id, by: member(who) })
    }

    pub fn replies(&mut self, who: &str, epoch: Epoch, text: &str) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        self.apply(&Command::Reply {
            id,
            by: member(who),
            epoch,
            text: text.to_owned(),
        })
    }

    pub fn closes(&mut self, who: &str) -> Result<Vec<&'static str>, Refusal> {
        self.closes_in(who, self.state.epoch)
    }

    pub fn closes_in(&mut self, who: &str, epoch: Epoch) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        let (category, outcome) = ("Billing".to_owned(), "Solved".to_owned());
        self.apply(&Command::Close {
            id,
            by: member(who),
            epoch: Some(epoch),
            category,
            outcome,
        })
    }

    pub fn hands_back(&mut self, who: &str) -> Result<Vec<&'static str>, Refusal> {
        self.hands_back_in(who, Some(self.state.epoch))
    }

    pub fn hands_back_in(&mut self, who: &str, epoch: Option<Epoch>) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        let by = member(who);
        self.apply(&Command::HandBack { id, by, epoch })
    }

    /// Passes it on, with a note if it has words.
    pub fn transfers(
        &mut self,
        who: &str,
        to: Destination,
        note: &str,
    ) -> Result<Vec<&'static str>, Refusal> {
        let (id, epoch) = (self.id(), self.state.epoch);
        self.apply(&Command::Transfer {
            id,
            by: member(who),
            epoch,
            to,
            note: note.to_owned(),
        })
    }

    pub fn notes(&mut self, who: &str, text: &str) -> Result<Vec<&'static str>, Refusal> {
        let id = self.id();
        self.apply(&Command::Note {
            id,
            by: member(who),
            text: text.to_owned(),
        })
    }

    /// Puts it away for so many milliseconds, or takes it up again.
    pub fn snoozes(&mut self, who: &str, ms: Option<u64>) -> Result<Vec<&'static str>, Refusal> {
        let (id, until) = (self.id(), ms.map(|ms| self.now.plus(ms)));
        self.apply(&Command::Snooze {
            id,
            by: member(who),
            until,
        })
    }

    /// Time goes to the next moment at which something is due, and the alarm rings.
    pub fn next_alarm(&mut self) -> Vec<&'static str> {
        let Some(at) = due(&self.state) else {
            return Vec::new();
        };
        self.now = self.now.max(at);
        self.apply(&Command::Tick).unwrap()
    }
}

/// A member of this name.
pub fn member(name: &str) -> Member {
    Member {
        id: MemberId::new(name.to_lowercase()).unwrap(),
        name: name.to_owned(),
    }
}

/// The queue of this name, as a destination.
pub fn queue(id: &str) -> Destination {
    Destination::Queue(QueueId::new(id).unwrap())
}

/// A passage of this text.
pub fn passage(body: &str) -> Passage {
    Passage {
        title: "Help".into(),
        heading: String::new(),
        url: "/help".into(),
        body: body.into(),
        score: 1.0,
    }
}

fn name(event: &Event) -> &'static str {
    match event {
        Event::Opened { .. } => "opened",
        Event::Reopened => "reopened",
        Event::Moved { .. } => "moved",
        Event::Identified { .. } => "identified",
        Event::Said { .. } => "said",
        Event::TurnStarted { .. } => "turn",
        Event::Answered { .. } => "answered",
        Event::Offered { .. } => "offered",
        Event::Passed { .. } => "passed",
        Event::Declined { .. } => "declined",
        Event::ReplyDue { .. } => "reply_due",
        Event::AskedAgain { .. } => "asked_again",
        Event::Asked { .. } => "asked",
        Event::Told { .. } => "told",
        Event::Skipped { .. } => "skipped",
        Event::SolvedHeard { .. } => "solved_heard",
        Event::NotSolved { .. } => "not_solved",
        Event::Solved { .. } => "solved",
        Event::Ended { .. } => "ended",
        Event::Judged { .. } => "judged",
        Event::Escalated { .. } => "escalated",
        Event::Waited { .. } => "waited",
        Event::DetailsLeft { .. } => "details",
        Event::Claimed { .. } => "claimed",
        Event::Lapsed { .. } => "lapsed",
        Event::Replied { .. } => "replied",
        Event::HandedBack { .. } => "handed_back",
        Event::Transferred { .. } => "transferred",
        Event::Aside(aside) => match aside {
            Aside::Noted { .. } => "noted",
            Aside::Snoozed { .. } => "snoozed",
            Aside::Woken { .. } => "woken",
            Aside::Rated { .. } => "rated",
            Aside::Summarised { .. } => "summarised",
        },
        Event::Closed { .. } => "closed",
    }
}
