//! The owner's rules as data: what an owner wrote, over the defaults in `default.toml`.
//!
//! A policy is read whole or refused whole, with everything that is wrong in it at once. `Policy::default()` is what a
//! small shop can keep for ever; an owner changes a part and leaves the rest. `docs/policy.md` describes it to owners.

mod fields;
mod gather;
mod nearest;
mod quiet;
mod read;
mod rules;
mod texts;
mod tree;
mod validate;

use std::{collections::BTreeMap, sync::OnceLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::{ids::QueueId, text::fingerprint, triggers::topic::Topic};

pub use gather::{EntityRule, PageRules, Question};
pub use quiet::Quiet;
pub use rules::{Because, Keyword, Then, Thresholds, TopicRule, TopicThen, Triggers};
pub use texts::{Overrides, Text, fill, fill_as_is};
pub use tree::Tree;
pub use validate::Problem;

/// The only source of the defaults; complete, for it is read without any other beneath it.
const DEFAULT: &str = include_str!("default.toml");

/// The rules of one site.
// `remote = "Self"`: what is derived reads only complete policies and serves the default alone; everything else is read
// field by field over the default, by the implementations below.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct Policy {
    /// The version of the format: 1.
    pub version: u32,
    /// Whether the assistant goes on helping while the visitor waits for a person.
    pub help_while_waiting: bool,
    /// The team that takes what no other rule sends elsewhere. A queue without a home is thus impossible.
    pub queue: Queue,
    /// Further teams.
    #[serde(default)]
    pub queues: Vec<Queue>,
    /// Words and phrases that call a person.
    #[serde(default)]
    pub keywords: Vec<Keyword>,
    /// How the owner's own numbers look: what else is captured for the brief.
    #[serde(default)]
    pub entities: Vec<EntityRule>,
    /// What the visitor is asked once a person is called, in this order.
    #[serde(default)]
    pub intake: Vec<Question>,
    /// What is kept of the pages a visitor was on.
    #[serde(default)]
    pub pages: PageRules,
    /// What is done about each topic. Complete: a topic that the owner does not name keeps its default.
    pub topics: BTreeMap<Topic, TopicRule>,
    /// Which signals are looked at.
    pub triggers: Triggers,
    /// Numbers that decide between answer, offer and escalate.
    pub thresholds: Thresholds,
    /// How long things may take.
    pub times: Times,
    /// What visitors are told otherwise than Baton would say it.
    #[serde(default, skip_deserializing)]
    pub texts: Overrides,
}

/// A team and the place where its escalations wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    /// Its id.
    pub id: QueueId,
    /// Its name, as visitors read it: "the billing team".
    pub name: String,
    /// Its name in other languages, by language tag in lower case.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
    /// When its agents are not to be disturbed by sound and notifications.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet: Option<Quiet>,
}

/// How long things may take, in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// An assistant's turn is ended after this, whatever happened to it.
    pub turn_ms: u64,
    /// A first reply is due this long after an escalation.
    pub respond_ms: u64,
    /// Nobody came: the team is alerted again after this.
    pub alert_ms: u64,
    /// Nobody came: members of every queue see it after this; at the latest when the visitor is offered to leave an
    /// address.
    pub widen_ms: u64,
    /// Nobody came: the visitor is offered to leave an address after this.
    pub offer_details_ms: u64,
    /// Then the team is alerted at this interval.
    pub overdue_ms: u64,
    /// A member who claimed has this long to the first reply; then it goes back to the queue.
    pub lease_ms: u64,
    /// A member who has the floor has this long to the next reply, from the visitor's first message without one; then
    /// it goes back to the queue.
    pub next_reply_ms: u64,
    /// A visitor who left an address is promised an answer within this.
    pub promise_ms: u64,
}

impl Default for Policy {
    fn default() -> Self {
        Self::standard().clone()
    }
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, to)
    }
}

/// Reads what differs from the default, or all of it.
impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::from_tree(&Tree::deserialize(from)?)
            .map_err(|problems| D::Error::custom(Problem::sentence(&problems, "")))
    }
}

impl Policy {
    /// The default, shared.
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Policy> = OnceLock::new();
        STANDARD.get_or_init(|| {
            let read = toml::Deserializer::parse(DEFAULT).and_then(Self::deserialize);
            // A file of this folder, which a test reads: it cannot fail on anybody's machine but ours.
            read.unwrap_or_else(|error| unreachable!("default.toml: {error}"))
        })
    }

    /// Reads TOML that holds what differs from the default.
    ///
    /// # Errors
    /// Everything that is wrong in it; where it is no TOML, the line.
    pub fn from_toml(text: &str) -> Result<Self, Vec<Problem>> {
        let tree = toml::from_str(text).map_err(|error| vec![Problem::syntax(text, &error)])?;
        Self::from_tree(&tree)
    }

    /// Reads what an owner wrote, in whatever form it came.
    ///
    /// # Errors
    /// Everything that is wrong in it.
    pub fn from_tree(tree: &Tree) -> Result<Self, Vec<Problem>> {
        match Self::read(tree) {
            (policy, problems) if problems.is_empty() => Ok(policy),
            (_, problems) => Err(problems),
        }
    }

    /// The policy as far as it can be read, with what is wrong: for what was stored by another version, where an old
    /// rule that is no more must not keep a visitor from being served.
    pub fn read(tree: &Tree) -> (Self, Vec<Problem>) {
        let (mut policy, mut problems) = (Self::default(), Vec::new());
        read::policy(tree, &mut policy, &mut problems);
        policy.contradictions(&mut problems);
        (policy, problems)
    }

    /// Everything that is wrong; empty when the policy can be used.
    pub fn problems(&self) -> Vec<Problem> {
        Self::read(&self.tree()).1
    }

    /// The queue of that id, or the default one.
    pub fn queue(&self, id: Option<&QueueId>) -> &Queue {
        id.and_then(|id| self.queues.iter().find(|queue| queue.id == *id))
            .unwrap_or(&self.queue)
    }

    /// What is done about a topic.
    pub fn topic(&self, topic: Topic) -> Option<&TopicRule> {
        self.topics
            .get(&topic)
            .or_else(|| Self::standard().topics.get(&topic))
    }

    /// Names this policy's content: 16 hex digits, the same for the same rules and owner's words however they were
    /// written down, in any build of this version.
    pub fn hash(&self) -> String {
        let mut spelling = String::new();
        // A `String` takes whatever is written to it.
        let _ = self.tree().canonical(&mut spelling);
        format!("{:016x}", fingerprint(&["policy", &spelling]))
    }

    /// The whole policy as it would be written down.
    fn tree(&self) -> Tree {
        let value =
            toml::Value::try_from(self).and_then(|value| Tree::deserialize(value).map_err(toml_error));
        value.unwrap_or_default()
    }
}

fn toml_error(error: toml::de::Error) -> toml::ser::Error {
    serde::ser::Error::custom(error)
}

#[cfg(test)]
mod tests;
