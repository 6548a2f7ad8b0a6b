//! The owner's rules as data. `Policy::default()` is what a small shop can keep for ever; an owner changes a part and
//! leaves the rest. Every field has a default, so that a policy written for an earlier version still loads.

mod texts;
mod validate;

use serde::{Deserialize, Serialize};

use crate::{ids::QueueId, text::fingerprint};

pub use texts::{Texts, fill};
pub use validate::Problem;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// The rules of one site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The team that takes what no other rule sends elsewhere. A queue without a home is thus impossible.
    pub queue: Queue,
    /// Further teams.
    pub queues: Vec<Queue>,
    /// Words and phrases that call a person.
    pub keywords: Vec<Keyword>,
    /// Numbers that decide between answer, offer and escalate.
    pub thresholds: Thresholds,
    /// How long things may take.
    pub times: Times,
    /// Whether the assistant goes on helping while the visitor waits for a person.
    pub help_while_waiting: bool,
    /// What visitors are told.
    pub texts: Texts,
}

/// A team and the place where its escalations wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    /// Its id.
    pub id: QueueId,
    /// Its name, as visitors read it: "the billing team".
    pub name: String,
}

/// Words or a phrase of the owner's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keyword {
    /// The phrase; matched without case and marks, on word borders.
    pub phrase: String,
    /// What is done.
    #[serde(default)]
    pub then: Then,
    /// The queue; the default one when none is named.
    #[serde(default)]
    pub queue: Option<QueueId>,
}

/// What a rule does when it fires.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// A person is called.
    #[default]
    Escalate,
    /// A person is offered.
    Offer,
}

/// Numbers that decide between answer, offer and escalate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Thresholds {
    /// Percent. Confidence below this: a person is offered instead of an answer.
    pub offer_below: u32,
    /// After so many failed attempts on one need, a person is offered.
    pub offer_after_failures: u32,
    /// After so many failed attempts on one need, a person is called.
    pub escalate_after_failures: u32,
    /// So many answers the assistant may give in one chapter; then a person is offered.
    pub most_answers: u32,
}

/// How long things may take, in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Times {
    /// An assistant's turn is ended after this, whatever happened to it.
    pub turn_ms: u64,
    /// A first reply is due this long after an escalation.
    pub respond_ms: u64,
    /// Nobody came: the team is alerted again after this.
    pub alert_ms: u64,
    /// Nobody came: the visitor is offered to leave an address after this.
    pub offer_details_ms: u64,
    /// Then the team is alerted at this interval.
    pub overdue_ms: u64,
    /// A member who claimed has this long to the first reply; then it goes back to the queue.
    pub lease_ms: u64,
    /// A visitor who left an address is promised an answer within this.
    pub promise_ms: u64,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            queue: Queue {
                id: default_queue(),
                name: "the team".to_owned(),
            },
            queues: Vec::new(),
            keywords: Vec::new(),
            thresholds: Thresholds::default(),
            times: Times::default(),
            help_while_waiting: true,
            texts: Texts::default(),
        }
    }
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            offer_below: 45,
            offer_after_failures: 2,
            escalate_after_failures: 3,
            most_answers: 20,
        }
    }
}

impl Default for Times {
    // Lease, alert and details: what the incumbents' defaults and the guides agree on (features.md, section 3).
    fn default() -> Self {
        Self {
            turn_ms: 40 * SECOND,
            respond_ms: 15 * MINUTE,
            alert_ms: 30 * SECOND,
            offer_details_ms: 5 * MINUTE,
            overdue_ms: 10 * MINUTE,
            lease_ms: 3 * MINUTE,
            promise_ms: 24 * HOUR,
        }
    }
}

fn default_queue() -> QueueId {
    // The literal is well formed; an empty id would be refused by nothing but this one place.
    match QueueId::new("general") {
        Ok(id) => id,
        Err(_) => unreachable!("a literal of ascii letters is an id"),
    }
}

impl Policy {
    /// The queue of that id, or the default one.
    pub fn queue(&self, id: Option<&QueueId>) -> &Queue {
        id.and_then(|id| self.queues.iter().find(|queue| queue.id == *id))
            .unwrap_or(&self.queue)
    }

    /// Names this policy's content: 16 hex digits, the same for the same rules in any build.
    pub fn hash(&self, as_json: &str) -> String {
        format!("{:016x}", fingerprint(&["policy", as_json]))
    }
}
