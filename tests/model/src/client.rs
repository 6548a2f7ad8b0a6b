//! A browser: what it shows, what it has not had acknowledged, and what is under way to it. The outbox is the real one.

use shared::{
    conversation::{Audience, Command, Envelope, State, evolve},
    ids::{ClientId, Millis, Seq},
    link::Outbox,
};

use crate::rule::{Held, Rule, demand};

/// From the object to a browser.
#[derive(Debug, Clone)]
pub enum Down<R: Audience> {
    /// Events, in order.
    Events(Vec<Envelope<R>>),
    /// Something asked was accepted, as this event.
    Accepted(ClientId, Seq),
    /// Something asked was refused.
    Refused(ClientId),
}

/// A browser.
#[derive(Debug, Clone, Default)]
pub struct Client<R: Audience> {
    /// What it shows.
    pub page: State<R>,
    /// What it asked and is not acknowledged.
    pub outbox: Outbox<Command>,
    /// Whether its line is up.
    pub online: bool,
    /// Frames under way to it.
    pub down: Vec<Down<R>>,
    /// Every acknowledgement it got.
    pub told: Vec<(ClientId, Seq)>,
}

impl<R: Audience> Client<R> {
    /// Asks for something: it goes into the outbox first.
    pub fn asks(&mut self, id: ClientId, command: Command, now: Millis) {
        self.outbox.push(id, now, command);
    }

    /// The page is loaded again: what was shown is gone, the outbox was stored.
    pub fn reload(&mut self) {
        self.cut();
        self.page = State::default();
    }

    /// The line breaks; what was under way to the browser is gone.
    pub fn cut(&mut self) {
        self.online = false;
        self.down.clear();
    }

    /// A frame arrives, in or out of turn, once or again.
    pub fn receives(&mut self, frame: &Down<R>) -> Held {
        match frame {
            Down::Events(events) => {
                for envelope in events {
                    let next = envelope.seq == self.page.last.next();
                    let folded = evolve(&mut self.page, envelope);
                    demand(Rule::VisitorsCopy, folded == next, || format!("{envelope:?}"))?;
                }
            }
            Down::Accepted(id, seq) => {
                self.outbox.acknowledge(id);
                let first = self.told.iter().find(|(known, _)| known == id);
                let same = first.is_none_or(|(_, first)| first == seq);
                demand(Rule::Acknowledged, same, || {
                    format!("{id}: {first:?}, then {seq}")
                })?;
                if first.is_none() {
                    self.told.push((id.clone(), *seq));
                }
            }
            Down::Refused(id) => {
                // A refusal that was overtaken by the acknowledgement finds nothing in the outbox.
                self.outbox.refuse(id, "refused");
            }
        }
        Ok(())
    }
}
