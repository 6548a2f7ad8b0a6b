//! What stops a measurement: told to whoever typed the command, with what would be right.

use std::fmt;

/// Why there is no result. Never a panic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(String);

/// The result of every step here.
pub type Outcome<T = ()> = Result<T, Fault>;

impl Fault {
    /// A fault in words.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}
