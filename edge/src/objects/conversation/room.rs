//! The middle of the object: state, the append, and sending to everyone who listens.

use std::cell::{Cell, RefCell};

use serde::Serialize;
use shared::{
    conversation::{
        self, Command, Context, Envelope, Event, Inside, Outcome as Decided, Page, Presence, Refusal,
        ToVisitor,
    },
    ids::{ClientId, Seq, TurnId},
    policy::Policy,
    protocol::{Live, ServerFrame, ToAgentFrame, ToVisitorFrame},
};
use worker::{Env, State, WebSocket};

use super::{
    calls::Place,
    lane::Lane,
    log::{Fact, Identity, Log},
    peer::{AGENTS, Peer, VISITORS, attached},
};
use crate::{
    clock,
    problem::{Outcome, Problem},
};

/// The object's parts.
pub struct Room {
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
    pub fn new(state: State, env: Env, log: Log) -> Self {
        Self {
            state,
            env,
            log,
            lane: Lane::default(),
            waking: Cell::new(0),
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
                Event::Escalated { .. } | Event::Lapsed { .. } | Event::Waited { .. }
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
        self.look(|memory| memory.state.accepted.get(id).map(|(seq, _)| *seq))
    }

    /// Whether somebody holds more than there is: they were away when the conversation was erased.
    pub fn is_before(&self, last: Seq) -> Outcome<bool> {
        self.look(|memory| memory.state.last < last)
    }

    /// Every socket that said hello, with who is there.
    fn listeners(&self, tag: &str) -> impl Iterator<Item = (WebSocket, Peer)> {
        self.state
            .get_websockets_with_tag(tag)
            .into_iter()
            .filter_map(|socket| attached::<Peer>(&socket).map(|peer| (socket, peer)))
            .filter(|(_, peer)| peer.greeted.is_some())
    }

    /// Sends to every visitor's socket.
    pub fn tell_visitors(&self, frame: &ToVisitorFrame) {
        self.listeners(VISITORS)
            .for_each(|(socket, _)| tell(&socket, frame));
    }

    /// Sends to every agent's socket.
    pub fn tell_agents(&self, frame: &ToAgentFrame) {
        self.listeners(AGENTS)
            .for_each(|(socket, _)| tell(&socket, frame));
    }

    /// The first act settled whose conversation this is. Whoever greeted it before with another secret hears nothing of it.
    fn send_strangers_away(&self, secret: Option<&str>) {
        for (socket, peer) in self.listeners(VISITORS) {
            if peer
                .greeted
                .is_some_and(|greeting| Some(greeting.secret.as_str()) != secret)
            {
                self.left(&socket);
                turn_away(
                    &socket,
                    "wrong_secret",
                    "This conversation belongs to somebody else.",
                )
                .ok();
            }
        }
    }

    fn tell_events(&self, envelopes: &[Envelope]) {
        let to_visitor = envelopes.iter().map(Envelope::to_visitor).collect();
        self.tell_visitors(&ServerFrame::Events { events: to_visitor });
        self.tell_agents(&ServerFrame::Events {
            events: envelopes.to_vec(),
        });
    }

    /// What is not an event, as a visitor or an agent sees it now.
    pub fn live(&self, for_agents: bool) -> Outcome<Live> {
        let mut live = self.look(|memory| memory.live.clone())?;
        if for_agents {
            live.viewers = self
                .listeners(AGENTS)
                .filter_map(|(_, peer)| Some(peer.member?.name))
                .collect();
            live.viewers.sort();
            live.viewers.dedup();
        }
        Ok(live)
    }

    /// Tells agents who has the conversation open.
    pub fn tell_viewers(&self) {
        if let Ok(live) = self.live(true) {
            self.tell_agents(&ServerFrame::Live { live });
        }
    }

    /// The queue says how the place in line is now.
    pub fn place(&self, place: &Place) {
        let live = Live {
            position: place.position,
            attended: Some(place.attended),
            viewers: Vec::new(),
        };
        let changed = self.with_memory(|memory| std::mem::replace(&mut memory.live, live.clone()) != live);
        if matches!(changed, Ok(true)) {
            self.tell_visitors(&ServerFrame::Live { live });
            self.tell_viewers();
        }
    }

    /// A socket is gone.
    pub fn left(&self, socket: &WebSocket) {
        let was_agent = attached::<Peer>(socket).is_some_and(|peer| peer.member.is_some());
        // Out of the list before the others are told.
        if let Some(mut peer) = attached::<Peer>(socket) {
            peer.greeted = None;
            super::peer::attach(socket, &peer).ok();
        }
        if was_agent {
            self.tell_viewers();
        }
    }
}

/// Sends one frame. A socket that breaks meanwhile is no error: its client asks for what it missed.
pub fn tell<T: Serialize>(socket: &WebSocket, frame: &T) {
    socket.send(frame).ok();
}

/// Says that something asked was refused.
pub fn tell_refused(socket: &WebSocket, id: Option<&ClientId>, code: &str, message: &str) {
    let (id, code, message) = (id.cloned(), code.to_owned(), message.to_owned());
    // A refusal is the same for every audience.
    tell::<ServerFrame<ToVisitor>>(socket, &ServerFrame::Refused { id, code, message });
}

/// Refuses a socket for good: says why, then closes it with the code of ours for "not allowed".
pub fn turn_away(socket: &WebSocket, code: &str, message: &str) -> worker::Result<()> {
    tell_refused(socket, None, code, message);
    socket.close(Some(4403), Some(code))
}

/// Says that the conversation was erased, and ends the socket: what its client holds is of no use any more.
pub fn tell_erased(socket: &WebSocket) -> worker::Result<()> {
    tell_refused(socket, None, "erased", "This conversation was deleted.");
    socket.close(Some(4410), Some("erased"))
}

/// Refuses words that hold a character which could not be read. The platform has put U+FFFD in the place of bytes that were no
/// UTF-8 before we see them, so storing them would store something nobody wrote. Returns whether it did.
pub fn tell_unreadable(socket: &WebSocket, id: &ClientId, frame: &str) -> bool {
    let unreadable = frame.contains(char::REPLACEMENT_CHARACTER);
    if unreadable {
        let message =
            "This holds a character that could not be read (\u{fffd}). Remove it and send it again.";
        tell_refused(socket, Some(id), "not_utf8", message);
    }
    unreadable
}

/// Says that something of ours failed.
pub fn tell_problem(socket: &WebSocket, problem: &Problem) {
    tell_refused(socket, None, "internal", &problem.message);
}

/// Says what became of a command to the one who asked.
pub fn tell_applied(room: &Room, socket: &WebSocket, id: &ClientId, applied: &Applied) -> Outcome<()> {
    let seq = match applied {
        Applied::Refused(refusal) => {
            tell_refused(socket, Some(id), refusal.code(), &refusal.to_string());
            return Ok(());
        }
        Applied::Already(seq) => Some(*seq),
        Applied::New { .. } | Applied::Nothing => room.accepted(id)?,
    };
    if let Some(seq) = seq {
        tell::<ServerFrame<Inside>>(socket, &ServerFrame::Accepted { id: id.clone(), seq });
    }
    Ok(())
}
