//! The conversation with everything around it: three browsers on bad lines, the assistant's work, storage that outlives
//! memory, and the queue that hears of changes late, twice or after a newer one.

use shared::{
    conversation::{Command, Destination, Inside, ToVisitor},
    ids::{ClientId, ConversationId, Epoch, Seq, TurnId},
    policy::Policy,
    queue::{Item, item},
};

use crate::{
    cast::{EMAIL, Who, Words, Work},
    client::{Client, Down},
    object::{Became, Object, id_of},
    rule::{Held, Rule, demand},
};

/// Whose browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// The visitor's.
    Visitor,
    /// A member's.
    Agent(Who),
}

impl Peer {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Visitor, Self::Agent(Who::Ada), Self::Agent(Who::Bob)];
}

/// From a browser to the object.
#[derive(Debug, Clone)]
pub enum Up {
    /// Everything after this is wanted.
    Hello(Seq),
    /// Something is asked.
    Ask(Command),
}

/// Everything.
#[derive(Debug, Clone, Default)]
pub struct Wire {
    /// The conversation.
    pub object: Object,
    /// The visitor's browser.
    pub visitor: Client<ToVisitor>,
    /// The members' browsers.
    pub agents: [Client<Inside>; 2],
    /// Frames under way to the object.
    pub up: Vec<(Peer, Up)>,
    /// Work of the assistant under way.
    pub work: Vec<(TurnId, Epoch)>,
    /// Stored with the events: the queue has not acknowledged the last of them.
    pub mark: bool,
    /// Under way to the queue.
    pub items: Vec<Item>,
    /// What the queue knows.
    pub queue: Option<Item>,
    /// Ids of everything that people asked.
    pub asked: Vec<ClientId>,
}

/// Runs one expression for the browser of a peer, whatever its audience.
macro_rules! with {
    ($wire:expr, $peer:expr, $client:ident => $do:expr) => {
        match $peer {
            Peer::Visitor => {
                let $client = &mut $wire.visitor;
                $do
            }
            Peer::Agent(who) => {
                let $client = &mut $wire.agents[who as usize];
                $do
            }
        }
    };
}

impl Wire {
    /// A person does something: it goes into their outbox, and out if the line is up.
    pub fn asks(&mut self, peer: Peer, make: impl FnOnce(ClientId, Epoch) -> Command) {
        let id = ClientId::new(format!("c{}", self.asked.len())).expect("well formed");
        self.asked.push(id.clone());
        let now = self.object.now;
        with!(self, peer, client => {
            let command = make(id.clone(), client.page.epoch);
            client.asks(id, command.clone(), now);
            if client.online {
                self.up.push((peer, Up::Ask(command)));
            }
        });
    }

    /// The visitor's acts.
    pub fn visits(&mut self, which: u32) {
        self.asks(Peer::Visitor, |id, _| match which % 9 {
            0..=2 => Command::Say {
                id,
                text: Words::Question.text().to_owned(),
            },
            3 => Command::Say {
                id,
                text: Words::Person.text().to_owned(),
            },
            4 => Command::CallPerson { id },
            5 => Command::AnswerOffer {
                id,
                accept: which & 8 == 0,
            },
            6 => Command::End { id },
            7 => Command::Judge {
                id,
                helped: which & 8 == 0,
            },
            _ => Command::LeaveDetails {
                id,
                email: EMAIL.to_owned(),
            },
        });
    }

    /// A member's acts, with the epoch that their browser shows.
    pub fn helps(&mut self, who: Who, which: u32) {
        let by = who.member();
        self.asks(Peer::Agent(who), |id, epoch| match which % 10 {
            0 | 1 => Command::Claim { id, by },
            2 => Command::TakeOver { id, by },
            3..=5 => Command::Reply {
                id,
                by,
                epoch,
                text: "Hello.".to_owned(),
            },
            6 => Command::HandBack {
                id,
                by,
                epoch: Some(epoch),
            },
            8 => {
                let other = who.other().member();
                Command::Transfer {
                    id,
                    by,
                    epoch,
                    to: Destination::Member {
                        id: other.id.clone(),
                        there: Some(other),
                    },
                    note: "Between us.".to_owned(),
                }
            }
            9 => Command::Transfer {
                id,
                by,
                epoch,
                to: Destination::Queue(Policy::standard().queue.id.clone()),
                note: String::new(),
            },
            _ => Command::Close {
                id,
                by,
                epoch: Some(epoch),
                category: "Setup".to_owned(),
                outcome: "Solved".to_owned(),
            },
        });
    }

    /// A line comes up: hello, then everything that is not acknowledged, again.
    pub fn connects(&mut self, peer: Peer) {
        with!(self, peer, client => {
            client.cut();
            client.online = true;
            self.up.push((peer, Up::Hello(client.page.last)));
            let pending = client.outbox.to_send();
            self.up.extend(pending.map(|pending| (peer, Up::Ask(pending.what.clone()))));
        });
    }

    /// A frame arrives at the object.
    pub fn arrives(&mut self, (peer, frame): (Peer, Up), policy: &Policy) -> Held {
        match frame {
            Up::Hello(last) => {
                let start = usize::try_from(last.0).unwrap_or(usize::MAX);
                self.tell_events(&[peer], start);
                Ok(())
            }
            Up::Ask(command) => {
                let became = self.applies(&command, policy)?;
                let Some(id) = id_of(&command) else { return Ok(()) };
                let known = self.object.state.accepted.get(id).map(|one| one.seq);
                let seq = match became {
                    Became::Already(seq) => Some(seq),
                    Became::Refused(_) => None,
                    Became::Appended(_) | Became::Nothing => known,
                };
                let written = seq.is_none_or(|seq| known == Some(seq));
                demand(Rule::Acknowledged, written, || {
                    format!("{id}: {seq:?}, not {known:?}")
                })?;
                with!(self, peer, client => {
                    if client.online {
                        client.down.push(seq.map_or(
                            Down::Refused(id.clone()),
                            |seq| Down::Accepted(id.clone(), seq),
                        ));
                    }
                });
                Ok(())
            }
        }
    }

    /// The object decides, appends, and tells everyone who listens.
    pub fn applies(&mut self, command: &Command, policy: &Policy) -> Held<Became> {
        let before = self.object.log.len();
        let became = self.object.apply(policy, command)?;
        if self.object.log.len() > before {
            self.mark = true;
            self.tell_events(&Peer::ALL, before);
        }
        Ok(became)
    }

    fn tell_events(&mut self, peers: &[Peer], start: usize) {
        let log = self.object.log.get(start..).unwrap_or_default();
        for peer in peers {
            match peer {
                Peer::Visitor if self.visitor.online => {
                    let events = log.iter().map(|envelope| envelope.to_visitor()).collect();
                    self.visitor.down.push(Down::Events(events));
                }
                Peer::Agent(who) if self.agents[*who as usize].online => {
                    let events = log.iter().map(|envelope| (**envelope).clone()).collect();
                    self.agents[*who as usize].down.push(Down::Events(events));
                }
                _ => {}
            }
        }
    }

    /// The assistant begins to work on the turn that runs.
    pub fn begins_work(&mut self) {
        if let Some(turn) = self.object.state.turn {
            self.work.push((turn.id, self.object.state.epoch));
        }
    }

    /// Work ends.
    pub fn ends_work(&mut self, (turn, epoch): (TurnId, Epoch), work: Work, policy: &Policy) -> Held {
        let attempt = work.attempt();
        self.applies(&Command::Settle { turn, epoch, attempt }, policy)
            .map(drop)
    }

    /// The mark is seen: the queue is told how the conversation is now.
    pub fn tells_queue(&mut self) {
        if self.mark {
            let conversation = ConversationId::new("v").expect("a literal of ascii letters is an id");
            self.items
                .push(item(&conversation, &self.object.state, self.object.now));
        }
    }

    /// An item arrives at the queue; its acknowledgement arrives or is lost.
    pub fn queue_hears(&mut self, item: &Item, acknowledged: bool) -> Held {
        let known = self.queue.as_ref().map(|known| known.version);
        if item.replaces(known) {
            self.queue = Some(item.clone());
        }
        let now = self.queue.as_ref().map(|known| known.version);
        demand(Rule::QueueCatchesUp, now >= known, || {
            format!("{known:?}, then {now:?}")
        })?;
        // Newer events set the mark again: only the acknowledgement of the newest clears it.
        if acknowledged && item.version == self.object.state.last {
            self.mark = false;
        }
        Ok(())
    }

    /// A deploy or an eviction: memory is gone, sockets break, work dies; storage stays.
    pub fn evict(&mut self, work_survives: bool) {
        self.object.evict();
        for peer in Peer::ALL {
            with!(self, peer, client => client.cut());
        }
        if !work_survives {
            self.work.clear();
        }
    }
}
