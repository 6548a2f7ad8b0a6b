//! Who reads an event.
//!
//! The log holds everything; a visitor's copy lacks what is for the team alone. That is a matter of types, not of
//! care: `Event<ToVisitor>` has no place for a brief, a decision or a note, so no frame to a visitor can carry one, and
//! the code that would read one is not even compiled into the widget.

use std::fmt::Debug;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned, de::IgnoredAny};

use super::aside::{Aside, Asides, Overhears};
use super::person::Person;
use crate::{brief::Brief, triggers::Decision};

/// A reader of events, by what they may see beyond the thread itself.
pub trait Audience: Clone + Copy + Debug + PartialEq + Eq + Default + 'static {
    /// What this reader sees of a decision's signals, scores and reasons.
    type Decision: Clone + Debug + PartialEq + Serialize + DeserializeOwned + 'static;
    /// What this reader sees of a brief.
    type Brief: Clone + Debug + PartialEq + Serialize + DeserializeOwned + 'static;
    /// What this reader sees of who the visitor is.
    type Person: Clone + Debug + PartialEq + Serialize + DeserializeOwned + 'static;
    /// What this reader sees of what members do among themselves.
    type Aside: Clone + Debug + PartialEq + Serialize + DeserializeOwned + 'static;
    /// What this reader keeps of it.
    type Asides: Overhears<Self::Aside> + Clone + Debug + PartialEq + Default + Send + Sync + 'static;
}

/// The log itself and the site's members: everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inside;

impl Audience for Inside {
    type Decision = Box<Decision>;
    type Brief = Box<Brief>;
    type Person = Box<Person>;
    type Aside = Aside;
    type Asides = Asides;
}

/// The visitor: the thread, who has the floor and what happens next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ToVisitor;

impl Audience for ToVisitor {
    type Decision = Withheld;
    type Brief = Withheld;
    type Person = Withheld;
    type Aside = Withheld;
    type Asides = ();
}

/// Stands where something is that this reader does not see. `null` on the wire; reads anything, keeps nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Withheld;

impl Serialize for Withheld {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for Withheld {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}
