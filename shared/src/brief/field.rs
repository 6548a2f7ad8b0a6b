//! Values that rest on messages, and the only way to make one.

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{Entry, State},
    ids::Seq,
};

/// What is known about one thing: a value with the messages it rests on, or that it is unknown. There is no third.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field<T> {
    /// Nobody said it.
    #[default]
    Unknown,
    /// It was said, or follows from what was.
    Known(Backed<T>),
}

/// A value with its evidence. Made by [`Field::of`] alone, which looks whether the value occurs there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backed<T> {
    value: T,
    evidence: Vec<Seq>,
}

/// A value that can be looked for in the events it is said to rest on.
pub trait Occurs {
    /// Whether it can be found in these events.
    fn occurs(&self, state: &State, evidence: &[Seq]) -> bool;
}

impl<T: Occurs> Field<T> {
    /// The value, if it rests on something and occurs in it; else unknown. Evidence is kept in order, each event once.
    pub fn of(state: &State, value: T, evidence: impl IntoIterator<Item = Seq>) -> Self {
        let mut evidence: Vec<Seq> = evidence.into_iter().collect();
        evidence.sort();
        evidence.dedup();
        if evidence.is_empty() || !value.occurs(state, &evidence) {
            return Self::Unknown;
        }
        Self::Known(Backed { value, evidence })
    }

    /// Whether what is said to be known occurs in its evidence: for what was read from storage.
    pub fn holds(&self, state: &State) -> bool {
        match self {
            Self::Unknown => true,
            Self::Known(Backed { value, evidence }) => !evidence.is_empty() && value.occurs(state, evidence),
        }
    }
}

impl<T> Field<T> {
    /// The value, if it is known.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Unknown => None,
            Self::Known(backed) => Some(&backed.value),
        }
    }

    /// What it rests on; nothing for the unknown.
    pub fn evidence(&self) -> &[Seq] {
        match self {
            Self::Unknown => &[],
            Self::Known(backed) => &backed.evidence,
        }
    }
}

/// Words of a message, exactly as they stand there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(pub String);

impl Occurs for Words {
    fn occurs(&self, state: &State, evidence: &[Seq]) -> bool {
        !self.0.is_empty() && entries(state, evidence).any(|entry| entry.text.contains(&self.0))
    }
}

/// The entries of these events.
pub(super) fn entries<'a>(state: &'a State, evidence: &'a [Seq]) -> impl Iterator<Item = &'a Entry> {
    evidence.iter().filter_map(|seq| state.entry(*seq))
}

/// Whether each of these events is an entry of the thread.
pub(super) fn are_entries(state: &State, evidence: &[Seq]) -> bool {
    evidence.iter().all(|seq| state.entry(*seq).is_some())
}
