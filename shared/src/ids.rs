//! The names things go by, each its own type so that none is mistaken for another.
//!
//! Text ids check their form where they are made, also when they arrive in JSON: an id that exists is well formed.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadId;

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is 1 to 64 of a-z, 0-9, '-' and '_'")
    }
}

impl std::error::Error for BadId {}

fn well_formed(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Checks the form: 1 to 64 of `a-z`, `0-9`, `-` and `_`.
            pub fn new(text: impl Into<String>) -> Result<Self, BadId> {
                let text = text.into();
                if well_formed(&text) { Ok(Self(text)) } else { Err(BadId) }
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;
            fn try_from(text: String) -> Result<Self, BadId> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id!(
    /// One owner's installation.
    SiteId
);
text_id!(
    /// One thread, from first message to close. Minted by the visitor's browser; it opens nothing without its secret.
    ConversationId
);
text_id!(
    /// Minted by a client for one thing it asks; the same id is accepted once.
    ClientId
);
text_id!(
    /// A member of a site: an agent or an owner.
    MemberId
);
text_id!(
    /// Where escalations of one team wait.
    QueueId
);

/// The place of an event in its conversation's log: 1 is the first, there is no gap and no twin. 0 is "nothing yet".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seq(pub u64);

impl Seq {
    /// The number after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Grows each time the right to speak changes hands. Whoever speaks states the epoch they believe in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Epoch(pub u32);

/// Which turn of the conversation, counted from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TurnId(pub u32);

/// A moment: milliseconds since 1970-01-01 UTC. Below 2^53, so JSON and JavaScript hold it exactly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub u64);

impl Millis {
    /// The moment `ms` milliseconds later.
    #[must_use]
    pub fn plus(self, ms: u64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Milliseconds from `earlier` to this moment; 0 when `earlier` is later.
    pub fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_another_form_cannot_be_made_or_parsed() {
        for bad in ["", "A", "a b", "a/b", "é", &"x".repeat(65)] {
            assert!(ClientId::new(bad).is_err(), "{bad}");
            assert!(
                serde_json::from_value::<ClientId>(serde_json::json!(bad)).is_err(),
                "{bad}"
            );
        }
        assert_eq!(ClientId::new("c-1_z").unwrap().as_str(), "c-1_z");
    }
}
