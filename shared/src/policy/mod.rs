//! The owner's rules as data. `Policy::default()` is what a small shop can keep for ever; an owner changes a part and
//! leaves the rest. Every field has a default, so that a policy written for an earlier version still loads.

mod rules;
mod texts;
mod validate;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::{ids::QueueId, text::fingerprint, triggers::topic::Topic};

pub use rules::{Because, Keyword, Then, Thresholds, TopicRule, TopicThen, Triggers};
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
    /// What is done about each topic. Complete: a topic that the owner does not name keeps its default.
    #[serde(deserialize_with = "over_the_defaults")]
    pub topics: BTreeMap<Topic, TopicRule>,
    /// Which signals are looked at.
    pub triggers: Triggers,
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
            topics: rules::default_topics(),
            triggers: Triggers::default(),
            thresholds: Thresholds::default(),
            times: Times::default(),
            help_while_waiting: true,
            texts: Texts::default(),
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

fn over_the_defaults<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<Topic, TopicRule>, D::Error> {
    let mut topics = rules::default_topics();
    topics.extend(BTreeMap::deserialize(from)?);
    Ok(topics)
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
