//! Who may speak, explored in every order.
//!
//! The network is the worst there is: anything a client may ever have sent can arrive at any moment, in any order, or
//! never; an assistant's work can end in any later turn or epoch; time can pass without the alarm ringing. A repeat of
//! what was accepted is tried in every state (see [`crate::check`]), so it needs no steps of its own.

use std::sync::Arc;

use shared::{
    conversation::{Command, Outcome},
    ids::{ClientId, Epoch, TurnId},
    policy::Policy,
};
use stateright::{Model, Property};

use crate::{
    cast::{self, EMAIL, Who, Words, Work},
    check::{self, LATE},
    object::Object,
    rule::{Broken, Held},
    seen::Met,
};

/// One thing that may happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// The visitor does something, by its place in [`Bounds::visitor`].
    Visitor(usize),
    /// The assistant's work on a turn, begun in an epoch, comes to this.
    Settle(TurnId, Epoch, Work),
    /// A member claims.
    Claim(Who),
    /// A member takes the floor from the assistant.
    TakeOver(Who),
    /// A member writes, believing in an epoch.
    Reply(Who, Epoch),
    /// A member gives the floor to the assistant, believing in an epoch.
    HandBack(Who, Epoch),
    /// A member closes, believing in an epoch.
    Close(Who, Epoch),
    /// A member leaves the site for good.
    Release(Who),
    /// The alarm rings.
    Ring,
    /// Time passes to the next due moment; the alarm has not rung yet.
    Pass,
    /// Time passes far beyond it.
    PassLate,
}

/// What a visitor may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Visit {
    /// Write.
    Say(Words),
    /// Press **Talk to a person**.
    Press,
    /// Answer the offer.
    Offer(bool),
    /// Leave an address.
    Details,
    /// Send the plain form.
    Form,
    /// End the chat.
    End,
    /// Say whether it helped.
    Judge,
}

/// How far is explored. Whatever is not named here is unbounded: claims, replies, lapses, hand-backs, closes, alarms.
#[derive(Debug, Clone)]
pub struct Bounds {
    /// What the visitor may do, and how often.
    pub visitor: Vec<(Visit, u8)>,
    /// The owner's rules.
    pub policy: Policy,
    /// What was met.
    pub met: Arc<Met>,
}

impl Bounds {
    /// One message of each kind, one call, one address, one end: what a test can afford to the end.
    pub fn small(help_while_waiting: bool) -> Self {
        let visitor = vec![
            (Visit::Say(Words::Question), 1),
            (Visit::Say(Words::Person), 1),
            (Visit::Press, 1),
            (Visit::Details, 1),
            (Visit::End, 1),
        ];
        let policy = cast::policy(help_while_waiting);
        let met = Arc::default();
        Self { visitor, policy, met }
    }

    /// A second question, an answered offer, the plain form, a judgement: for the longer run, or for a test that stops at a depth.
    pub fn wide(help_while_waiting: bool) -> Self {
        let visitor = vec![
            (Visit::Say(Words::Question), 2),
            (Visit::Say(Words::Person), 1),
            (Visit::Press, 1),
            (Visit::Offer(true), 1),
            (Visit::Offer(false), 1),
            (Visit::Details, 1),
            (Visit::Form, 1),
            (Visit::End, 1),
            (Visit::Judge, 1),
        ];
        let policy = cast::policy(help_while_waiting);
        let met = Arc::default();
        Self { visitor, policy, met }
    }
}

/// A conversation, and how much of the bounds is used.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// The conversation.
    pub object: Object,
    /// How often the visitor did each thing.
    pub used: Vec<u8>,
    /// Ids minted so far.
    pub minted: u32,
    /// A rule that a step broke.
    pub broken: Option<Broken>,
}

impl Bounds {
    fn command(&self, world: &World, act: Act) -> Option<Command> {
        let id = ClientId::new(format!("c{}", world.minted)).expect("well formed");
        Some(match act {
            Act::Visitor(at) => match self.visitor[at].0 {
                Visit::Say(words) => Command::Say {
                    id,
                    text: words.text().to_owned(),
                },
                Visit::Press => Command::CallPerson { id },
                Visit::Offer(accept) => Command::AnswerOffer { id, accept },
                Visit::Details => Command::LeaveDetails {
                    id,
                    email: EMAIL.to_owned(),
                },
                Visit::End => Command::End { id },
                Visit::Judge => Command::Judge { id, helped: true },
                Visit::Form => Command::Form {
                    id,
                    text: Words::Question.text().to_owned(),
                    email: EMAIL.to_owned(),
                },
            },
            Act::Settle(turn, epoch, work) => Command::Settle {
                turn,
                epoch,
                attempt: work.attempt(),
            },
            Act::Claim(who) => Command::Claim { id, by: who.member() },
            Act::TakeOver(who) => Command::TakeOver { id, by: who.member() },
            Act::Reply(who, epoch) => Command::Reply {
                id,
                by: who.member(),
                epoch,
                text: "Hello.".to_owned(),
            },
            Act::HandBack(who, epoch) => Command::HandBack {
                id,
                by: who.member(),
                epoch: Some(epoch),
            },
            Act::Close(who, epoch) => Command::Close {
                id,
                by: who.member(),
                epoch: Some(epoch),
                category: "Setup".to_owned(),
                outcome: "Solved".to_owned(),
            },
            Act::Release(who) => Command::Release {
                member: who.member().id,
            },
            Act::Ring => Command::Tick,
            Act::Pass | Act::PassLate => return None,
        })
    }

    /// The world after a step; none when the step changes nothing.
    fn step(&self, world: &World, act: Act) -> Held<Option<World>> {
        let Some(command) = self.command(world, act) else {
            return Ok(pass(world, act));
        };
        let outcome = world.object.decide(&self.policy, &command);
        let changes = matches!(outcome, Ok(Outcome::Append(_) | Outcome::Already(_)));
        if !changes {
            return Ok(None);
        }
        let mut next = world.clone();
        next.minted += 1;
        if let Act::Visitor(at) = act {
            next.used[at] += 1;
        }
        next.object.follow(&command, outcome)?;
        self.met.look(&next.object.log);
        Ok(Some(next))
    }
}

fn pass(world: &World, act: Act) -> Option<World> {
    let due = world.object.due().filter(|due| *due > world.object.now)?;
    let mut next = world.clone();
    next.object.now = if act == Act::Pass { due } else { due.plus(LATE) };
    Some(next)
}

/// What an assistant's shell may hand in: work on the turn that runs, on the one before, in this epoch or an earlier.
fn settles(world: &World, acts: &mut Vec<Act>) {
    let (seen, now) = (&world.object.witness, world.object.state.epoch);
    for (turn, begun) in seen.begun.iter().rev().take(2) {
        for work in Work::ALL {
            acts.push(Act::Settle(*turn, *begun, work));
        }
        if *begun != now {
            acts.push(Act::Settle(*turn, now, Work::Found));
        }
        if now.0 > 0 {
            acts.push(Act::Settle(*turn, Epoch(now.0 - 1), Work::Found));
        }
    }
}

impl Model for Bounds {
    type State = World;
    type Action = Act;

    fn init_states(&self) -> Vec<World> {
        vec![World {
            used: vec![0; self.visitor.len()],
            ..World::default()
        }]
    }

    fn actions(&self, world: &World, acts: &mut Vec<Act>) {
        if world.broken.is_some() {
            return;
        }
        let left = |at: &usize| world.used[*at] < self.visitor[*at].1;
        acts.extend((0..self.visitor.len()).filter(left).map(Act::Visitor));
        settles(world, acts);
        let epoch = world.object.state.epoch;
        for who in Who::ALL {
            acts.extend([Act::Claim(who), Act::TakeOver(who), Act::Release(who)]);
            // As this browser shows it, and as it was before the floor last changed hands.
            let before = epoch.0.checked_sub(1).map(Epoch);
            for epoch in std::iter::once(epoch).chain(before) {
                acts.extend([
                    Act::Reply(who, epoch),
                    Act::HandBack(who, epoch),
                    Act::Close(who, epoch),
                ]);
            }
        }
        acts.extend([Act::Ring, Act::Pass, Act::PassLate]);
    }

    fn next_state(&self, world: &World, act: Act) -> Option<World> {
        match self.step(world, act) {
            Ok(next) => next,
            Err(broken) => Some(World {
                broken: Some(broken),
                ..world.clone()
            }),
        }
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property::always(
            "every rule holds",
            |bounds: &Self, world: &World| breach(bounds, world).is_none(),
        )]
    }
}

/// The rule that is broken in this world, if one is.
pub fn breach(bounds: &Bounds, world: &World) -> Option<Broken> {
    let found = world.broken.clone();
    found.or_else(|| check::state(&world.object, &bounds.policy).err())
}
