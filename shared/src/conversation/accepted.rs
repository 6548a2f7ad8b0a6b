//! What was accepted from clients, so that a repeat is known for one.
//!
//! A plain list: it grows by one entry an accepted request, in order, and is searched once a request. At 2,000 entries
//! that takes some ten microseconds, and a visitor need not download a tree.

use crate::ids::{ClientId, Seq};

/// One accepted request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The id its client gave it.
    pub id: ClientId,
    /// The event it became.
    pub seq: Seq,
    /// A fingerprint of what was asked.
    pub print: u64,
}

/// All of them, in the order of their events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AcceptedList(Vec<Accepted>);

impl AcceptedList {
    /// Adds one, whose id is not in it.
    pub(super) fn add(&mut self, id: &ClientId, seq: Seq, print: u64) {
        let id = id.clone();
        self.0.push(Accepted { id, seq, print });
    }

    /// The one with this id. Repeats are mostly of what came last.
    pub fn get(&self, id: &ClientId) -> Option<&Accepted> {
        self.0.iter().rev().find(|accepted| accepted.id == *id)
    }

    /// Whether there is one with this id.
    pub fn has(&self, id: &ClientId) -> bool {
        self.get(id).is_some()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Accepted> {
        self.0.iter()
    }
}
