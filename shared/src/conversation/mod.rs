//! A conversation is its event log.
//!
//! [`decide()`] says which events a command causes, or why it is refused; [`evolve()`] folds events into [`State`]; both
//! are pure. The Conversation object at the edge appends what `decide` returns in one write; widget and agent view hold
//! the same state by folding the same events. [`schedule`] says when time itself has something to do.

mod accepted;
mod aside;
mod audience;
mod command;
mod copy;
pub mod decide;
mod event;
mod evolve;
mod person;
mod refusal;
mod state;

pub use accepted::{Accepted, AcceptedList};
pub use aside::{Aside, Asides, Note, Overhears, Rating, Summary};
pub use audience::{Audience, Inside, ToVisitor, Withheld};
pub use command::{About, Attempt, Command, Context, Destination, Failure, Outcome, Presence};
pub use decide::decide;
pub use decide::schedule::{self, due};
pub use event::{Call, Envelope, Event, Member, Page, Source, WaitStep};
pub use evolve::evolve;
pub use person::{Device, Person};
pub use refusal::Refusal;
pub use state::{Asked, Case, Closing, Entry, Floor, From, Standing, State, Told, Turn, Visit, Vouched};

/// After so many transfers without a reply, an escalation goes to the site's first queue and stays until somebody replies.
pub const BOUNCE_LIMIT: u32 = 3;
/// The longest message a visitor may send, in characters.
pub const VISITOR_LIMIT: usize = 4_000;
/// The longest message an agent may send, in characters.
pub const AGENT_LIMIT: usize = 10_000;
