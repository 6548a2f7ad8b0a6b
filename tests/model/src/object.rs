//! The Conversation object without its platform: a log, the state folded from it, a clock. What it decides and folds is
//! the real `decide` and `evolve`; the rest of it is what `edge` does around them.

use std::{borrow::Borrow, sync::Arc};

use shared::{
    brief::flaws,
    conversation::{
        About, Command, Context, Envelope, Event, Outcome, Presence, Refusal, State, ToVisitor, decide, due,
        evolve,
    },
    ids::{Millis, Seq},
    policy::Policy,
};

use crate::{
    rule::{Held, Rule, demand},
    witness::Witness,
};

/// When every conversation begins.
pub const START: Millis = Millis(1_000_000);

/// A conversation under exploration.
#[derive(Debug, Clone)]
pub struct Object {
    /// The moment.
    pub now: Millis,
    /// What is stored.
    pub log: Vec<Arc<Envelope>>,
    /// What is held in memory.
    pub state: State,
    /// The same, folded by a visitor's client that gets everything.
    pub visitor: State<ToVisitor>,
    /// The independent observer.
    pub witness: Witness,
    /// How many events the last append wrote.
    pub fresh: usize,
    /// Everything that was acknowledged, with its first acknowledgement.
    pub acknowledged: Vec<(Arc<Command>, Seq)>,
}

/// What became of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// So many events were appended.
    Appended(usize),
    /// It had been accepted before.
    Already(Seq),
    /// There was nothing to do.
    Nothing,
    /// It was refused.
    Refused(Refusal),
}

impl Default for Object {
    fn default() -> Self {
        Self {
            now: START,
            log: Vec::new(),
            state: State::default(),
            visitor: State::default(),
            witness: Witness::default(),
            fresh: 0,
            acknowledged: Vec::new(),
        }
    }
}

impl Object {
    /// Decides, without changing anything.
    pub fn decide(&self, policy: &Policy, command: &Command) -> Result<Outcome, Refusal> {
        self.decide_at(policy, command, self.now)
    }

    /// Decides as if it were that moment.
    pub fn decide_at(&self, policy: &Policy, command: &Command, now: Millis) -> Result<Outcome, Refusal> {
        let context = Context {
            now,
            policy,
            policy_hash: "model",
            presence: Presence::Known(1),
            locale: Some("en"),
            page: None,
            about: About::default(),
        };
        decide(&self.state, command, &context)
    }

    /// Decides and appends.
    pub fn apply(&mut self, policy: &Policy, command: &Command) -> Held<Became> {
        let outcome = self.decide(policy, command);
        self.follow(command, outcome)
    }

    /// Does what was decided.
    pub fn follow(&mut self, command: &Command, outcome: Result<Outcome, Refusal>) -> Held<Became> {
        Ok(match outcome {
            Ok(Outcome::Append(events)) => {
                let count = events.len();
                self.fresh = count;
                for event in events {
                    let (seq, at) = (self.state.last.next(), self.now);
                    self.append(Envelope { seq, at, event }, command)?;
                }
                self.acknowledge(command)?;
                Became::Appended(count)
            }
            Ok(Outcome::Already(seq)) => {
                self.remember(command, seq)?;
                Became::Already(seq)
            }
            Ok(Outcome::Nothing) => Became::Nothing,
            Err(refusal) => Became::Refused(refusal),
        })
    }

    fn append(&mut self, envelope: Envelope, command: &Command) -> Held {
        self.witness.see(&envelope, command)?;
        let told = || format!("{envelope:?}");
        demand(Rule::Numbers, evolve(&mut self.state, &envelope), told)?;
        if let Event::Escalated { brief, .. } = &envelope.event {
            let flaws = flaws(&self.state, brief);
            demand(Rule::WholeEscalation, flaws.is_empty(), || {
                format!("{flaws:?} in {brief:?}")
            })?;
        }
        let copy = envelope.to_visitor();
        demand(Rule::VisitorsCopy, evolve(&mut self.visitor, &copy), told)?;
        // What comes twice, as after an overlapping resend, is folded once.
        demand(Rule::VisitorsCopy, !evolve(&mut self.visitor, &copy), told)?;
        self.log.push(Arc::new(envelope));
        Ok(())
    }

    /// What was appended for a client is known by the client's id from now on.
    fn acknowledge(&mut self, command: &Command) -> Held {
        let Some(id) = id_of(command) else { return Ok(()) };
        let seq = self.state.accepted.get(id).map(|one| one.seq);
        demand(Rule::Once, seq.is_some(), || format!("{command:?} is not kept"))?;
        self.acknowledged
            .extend(seq.map(|seq| (Arc::new(command.clone()), seq)));
        Ok(())
    }

    /// A repeat gets what was said the first time.
    fn remember(&mut self, command: &Command, seq: Seq) -> Held {
        let first = self
            .acknowledged
            .iter()
            .find(|(known, _)| id_of(known) == id_of(command));
        if let Some((_, first)) = first {
            return demand(Rule::Once, *first == seq, || {
                format!("{command:?}: {first}, then {seq}")
            });
        }
        self.acknowledged.push((Arc::new(command.clone()), seq));
        Ok(())
    }

    /// When the alarm is set.
    pub fn due(&self) -> Option<Millis> {
        due(&self.state)
    }

    /// Everything in memory is lost, and made again from what is stored.
    pub fn evict(&mut self) {
        self.state = fold(self.log.iter().map(|envelope| stored(envelope)));
    }
}

/// The state that events fold to.
pub fn fold<E: Borrow<Envelope>>(log: impl IntoIterator<Item = E>) -> State {
    let mut state = State::default();
    for envelope in log {
        evolve(&mut state, envelope.borrow());
    }
    state
}

/// An event as it comes back from the JSON it is stored as.
pub fn stored(envelope: &Envelope) -> Envelope {
    let json = serde_json::to_string(envelope).expect("an event can be written");
    serde_json::from_str(&json).expect("what was written can be read")
}

/// The client's id a command carries.
pub fn id_of(command: &Command) -> Option<&shared::ids::ClientId> {
    match command {
        Command::Say { id, .. }
        | Command::CallPerson { id }
        | Command::AnswerOffer { id, .. }
        | Command::LeaveDetails { id, .. }
        | Command::Skip { id }
        | Command::Solve { id, .. }
        | Command::End { id }
        | Command::Judge { id, .. }
        | Command::Form { id, .. }
        | Command::Claim { id, .. }
        | Command::TakeOver { id, .. }
        | Command::Reply { id, .. }
        | Command::HandBack { id, .. }
        | Command::Transfer { id, .. }
        | Command::Note { id, .. }
        | Command::Snooze { id, .. }
        | Command::Rate { id, .. }
        | Command::Close { id, .. } => Some(id),
        Command::Move { .. }
        | Command::Identify { .. }
        | Command::Settle { .. }
        | Command::Summarise { .. }
        | Command::Release { .. }
        | Command::Tick => None,
    }
}
