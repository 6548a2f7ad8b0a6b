//! The middle of the object: state, the append, and sending to everyone who listens.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use shared::{
    conversation::{
        self, About, Aside, Command, Context, Device, Envelope, Event, Outcome as Decided, Page, Person,
        Presence, Refusal,
    },
    ids::{ClientId, Seq, TurnId},
    policy::Policy,
    protocol::Live,
};
use worker::{Env, State};

use super::{
    lane::Lane,
    log::{Fact, Identity, Log},
};
use crate::{
    clock,
    objects::line::Polls,
    problem::{Outcome, Problem},
};

/// The object's parts.
pub struct Room {
    /// Itself, for work that outlives what began it.
    pub me: Weak<Room>,
    /// The platform's handle.
    pub state: State,
    /// Bindings.
    pub env: Env,
    /// Storage.
    pub log: Log,
    /// What visitors ask, one after the other.
    pub lane: Lane,
    /// How many wake-ups are being worked on: the platform's alarm is gone by then and the next one not set yet.
    pub waking: Cell<u32>,
    /// The escalation that was written last, until a model is asked about it.
    pub called: Cell<Option<Seq>>,
    /// Lines over HTTP.
    pub polls: Rc<Polls>,
    /// A copy of what storage says, made at first need.
    memory: RefCell<Option<Memory>>,
}

/// What is kept while the object is awake. All of it can be had again.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// The fold of the log.
    pub state: conversation::State,
    /// The policy last seen, with its hash.
    pub policy: Option<(String, Policy)>,
    /// The place in line and whether anybody is there.
    pub live: Live,
    /// Headings of the owner's pages that the last look-up found in the visitor's words.
    pub names: Vec<String>,
}

/// Who asks, beyond the command itself.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// Which conversation, stored with the first event.
    pub identity: &'a Identity,
    /// The fingerprint of the visitor's secret, stored with the first event.
    pub secret: Option<&'a str>,
    /// The browser's language tag.
    pub locale: Option<&'a str>,
    /// The page.
    pub page: Option<&'a Page>,
    /// Who is there to come.
    pub presence: Presence,
    /// Who the visitor is, if the owner's server vouched for it.
    pub person: Option<&'a Person>,
    /// The browser's time zone.
    pub timezone: Option<&'a str>,
    /// What kind of device it runs on.
    pub device: Option<Device>,
}

impl<'a> Asker<'a> {
    /// Nobody in particular: the object itself, or a member.
    pub fn of(identity: &'a Identity, presence: Presence) -> Self {
        Self {
            identity,
            secret: None,
            locale: None,
            page: None,
            presence,
            person: None,
            timezone: None,
            device: None,
        }
    }
}

/// What became of a command.
#[derive(Debug, Clone, PartialEq)]
pub enum Applied {
    /// Events were appended.
    New {
        /// The turn that they started, if they did.
        started: Option<TurnId>,
    },
    /// It had been accepted before, as this event.
    Already(Seq),
    /// There was nothing to do.
    Nothing,
    /// It was refused; nothing was stored.
    Refused(Refusal),
}

impl Room {
    /// The parts of an object that just woke.
    pub fn new(me: Weak<Self>, state: State, env: Env, log: Log) -> Self {
        Self {
            me,
            state,
            env,
            log,
            lane: Lane::default(),
            waking: Cell::new(0),
            called: Cell::new(None),
            polls: Rc::default(),
            memory: RefCell::new(None),
        }
    }

    /// Looks at what is known. Never held over a wait.
    pub fn look<T>(&self, see: impl FnOnce(&Memory) -> T) -> Outcome<T> {
        self.with_memory(|memory| see(memory))
    }

    /// Changes what is known beside the log.
    pub fn with_memory<T>(&self, change: impl FnOnce(&mut Memory) -> T) -> Outcome<T> {
        let mut memory = self.memory.borrow_mut();
        if memory.is_none() {
            let (state, policy) = (self.log.load()?, self.log.policy()?);
            *memory = Some(Memory {
                state,
                policy,
                live: Live::default(),
                names: Vec::new(),
            });
        }
        match memory.as_mut() {
            Some(memory) => Ok(change(memory)),
            None => Err(Problem::internal(&"memory vanished")),
        }
    }

    /// Forgets what is in memory; storage has the truth.
    pub fn forget(&self) {
        *self.memory.borrow_mut() = None;
    }

    /// Decides about a command and appends what it causes: events, the mark that the queue is to hear of it, and with the first
    /// event who this is, in one write. Then tells everyone. Does not wait, so nothing comes between.
    pub fn apply(&self, asker: &Asker<'_>, command: &Command) -> Outcome<Applied> {
        let now = clock::now();
        let decided = self.look(|memory| {
            let fallback = Policy::default();
            let (hash, policy) = match &memory.policy {
                Some((hash, policy)) => (hash.as_str(), policy),
                None => ("default", &fallback),
            };
            let (presence, locale, page) = (asker.presence, asker.locale, asker.page);
            let context = Context {
                now,
                policy,
                policy_hash: hash,
                presence,
                locale,
                page,
                about: About {
                    names: &memory.names,
                    person: asker.person,
                    timezone: asker.timezone,
                    device: asker.device,
                },
            };
            let decided = conversation::decide(&memory.state, command, &context);
            (decided, memory.state.last)
        })?;
        let (events, last) = match decided {
            (Ok(Decided::Append(events)), last) => (events, last),
            (Ok(Decided::Already(seq)), _) => return Ok(Applied::Already(seq)),
            (Ok(Decided::Nothing), _) => return Ok(Applied::Nothing),
            (Err(refusal), _) => return Ok(Applied::Refused(refusal)),
        };
        let envelopes: Vec<Envelope> = events
            .into_iter()
            .zip(last.0 + 1..)
            .map(|(event, seq)| Envelope {
                seq: Seq(seq),
                at: now,
                event,
            })
            .collect();
        let facts = self.facts(asker, last, &envelopes)?;
        if let Err(problem) = self.log.append(&envelopes, &facts) {
            self.forget();
            return Err(problem);
        }
        self.with_memory(|memory| {
            for envelope in &envelopes {
                conversation::evolve(&mut memory.state, envelope);
            }
        })?;
        if last == Seq(0) {
            self.send_strangers_away(asker.secret);
        }
        self.tell_events(&envelopes);
        let called = envelopes
            .iter()
            .find(|envelope| matches!(envelope.event, Event::Escalated { .. }));
        if let Some(called) = called {
            self.called.set(Some(called.seq));
        }
        let started = envelopes.iter().find_map(|envelope| match envelope.event {
            Event::TurnStarted { turn, .. } => Some(turn),
            _ => None,
        });
        Ok(Applied::New { started })
    }

    /// What is stored beside these events.
    fn facts(&self, asker: &Asker<'_>, last: Seq, events: &[Envelope]) -> Outcome<Vec<(Fact, String)>> {
        let alert = events.iter().any(|e| {
            matches!(
                e.event,
                Event::Escalated { .. }
                    | Event::Lapsed { .. }
                    | Event::Waited { .. }
                    | Event::Transferred { .. }
                    | Event::Aside(Aside::Woken { id: None })
            )
        });
        let pending = self.log.fact(Fact::Unsent)?.as_deref() == Some("1");
        let mut facts = vec![(Fact::Unsent, u8::from(alert || pending).to_string())];
        if last == Seq(0) {
            facts.push((Fact::Site, asker.identity.site.to_string()));
            facts.push((Fact::Conversation, asker.identity.conversation.to_string()));
            facts.extend(asker.secret.map(|secret| (Fact::Secret, secret.to_owned())));
            if let Some((hash, policy)) = self.look(|memory| memory.policy.clone())? {
                let json = serde_json::to_string(&policy).map_err(|error| Problem::internal(&error))?;
                facts.extend([(Fact::PolicyHash, hash), (Fact::Policy, json)]);
            }
        }
        Ok(facts)
    }

    /// The acknowledgement of an id, if it was accepted.
    pub fn accepted(&self, id: &ClientId) -> Outcome<Option<Seq>> {
        self.look(|memory| memory.state.accepted.get(id).map(|one| one.seq))
    }

    /// Whether somebody holds more than there is: they were away when the conversation was erased.
    pub fn is_before(&self, last: Seq) -> Outcome<bool> {
        self.look(|memory| memory.state.last < last)
    }
}
