//! What was asked of the edge and is not acknowledged yet.
//!
//! Delivery: everything pending is sent again on every new connection, under the id minted when it was written, and
//! the edge accepts an id once. So what is in here arrives exactly once, in order, however often the line breaks; and
//! whoever keeps it (as JSON, in the browser's storage) loses nothing to a reload.

use serde::{Deserialize, Serialize};

use crate::ids::{ClientId, Millis};

/// What is not acknowledged yet, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outbox<T> {
    pending: Vec<Pending<T>>,
}

/// One thing asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending<T> {
    /// The id it is asked with, now and when it is sent again.
    pub id: ClientId,
    /// When it was written, by the writer's clock.
    pub at: Millis,
    /// What is asked.
    pub what: T,
    /// How far it is.
    pub delivery: Delivery,
}

/// How far something asked is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// On its way, or waiting for the line. Sent again by itself.
    Sending,
    /// Refused. Not sent again: its writer is given the words back.
    Failed {
        /// Why, in a sentence for people.
        why: String,
    },
}

impl<T> Default for Outbox<T> {
    fn default() -> Self {
        Self { pending: Vec::new() }
    }
}

impl<T> Outbox<T> {
    /// Puts something in. It is to be sent now, if there is a line.
    pub fn push(&mut self, id: ClientId, at: Millis, what: T) {
        self.pending.push(Pending {
            id,
            at,
            what,
            delivery: Delivery::Sending,
        });
    }

    /// The edge has it. Returns whether it was in here.
    pub fn acknowledge(&mut self, id: &ClientId) -> bool {
        self.take(id).is_some()
    }

    /// The edge refused it: it stays, as failed. Returns whether it was in here.
    pub fn refuse(&mut self, id: &ClientId, why: &str) -> bool {
        let refused = self.pending.iter_mut().find(|pending| pending.id == *id);
        let stays = refused.map(|pending| pending.delivery = Delivery::Failed { why: why.to_owned() });
        stays.is_some()
    }

    /// Takes one out, to give the words back to the writer.
    pub fn take(&mut self, id: &ClientId) -> Option<Pending<T>> {
        let at = self.pending.iter().position(|pending| pending.id == *id)?;
        Some(self.pending.remove(at))
    }

    /// What is to be sent when a connection was made, in order.
    pub fn to_send(&self) -> impl Iterator<Item = &Pending<T>> {
        self.pending
            .iter()
            .filter(|pending| pending.delivery == Delivery::Sending)
    }

    /// Everything that is not acknowledged, in order: what the thread shows after its last message.
    pub fn all(&self) -> &[Pending<T>] {
        &self.pending
    }

    /// Whether nothing is pending.
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> ClientId {
        ClientId::new(text).unwrap()
    }

    fn three() -> Outbox<&'static str> {
        let mut outbox = Outbox::default();
        for (at, name) in [(1, "a"), (2, "b"), (3, "c")] {
            outbox.push(id(name), Millis(at), name);
        }
        outbox
    }

    fn to_send(outbox: &Outbox<&'static str>) -> Vec<&'static str> {
        outbox.to_send().map(|pending| pending.what).collect()
    }

    #[test]
    fn everything_is_sent_again_in_order_until_it_is_acknowledged() {
        let mut outbox = three();
        assert_eq!(to_send(&outbox), ["a", "b", "c"]);
        assert!(outbox.acknowledge(&id("b")));
        assert!(
            !outbox.acknowledge(&id("b")),
            "a second acknowledgement is of nothing"
        );
        assert_eq!(to_send(&outbox), ["a", "c"]);
    }

    #[test]
    fn what_was_refused_stays_but_waits_for_its_writer() {
        let mut outbox = three();
        assert!(outbox.refuse(&id("a"), "No."));
        assert_eq!(to_send(&outbox), ["b", "c"]);
        assert_eq!(
            outbox.all()[0].delivery,
            Delivery::Failed {
                why: "No.".to_owned()
            }
        );
        assert_eq!(outbox.take(&id("a")).map(|pending| pending.what), Some("a"));
        assert_eq!(outbox.all().len(), 2);
    }

    #[test]
    fn survives_being_kept_as_json() {
        let mut outbox = Outbox::default();
        outbox.push(id("a"), Millis(1), "a".to_owned());
        outbox.refuse(&id("a"), "No.");
        let kept = serde_json::to_string(&outbox).unwrap();
        assert_eq!(serde_json::from_str::<Outbox<String>>(&kept).unwrap(), outbox);
    }
}
