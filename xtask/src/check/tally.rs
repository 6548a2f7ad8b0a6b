//! Counts what passed and what failed.

use std::fmt;
use std::ops::AddAssign;

use crate::problem::Outcome;
use crate::say;

/// The counts so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks and tests that held.
    pub passed: usize,
    /// Those that did not.
    pub failed: usize,
}

impl Tally {
    /// Counts one check and prints how it went.
    pub fn check(&mut self, name: &str, outcome: Outcome) {
        match outcome {
            Ok(()) => {
                say::step(&format!("{name}: holds"));
                self.passed += 1;
            }
            Err(problem) => {
                say::line(&format!("FAILED {name}: {problem}"));
                self.failed += 1;
            }
        }
    }

    /// Adds the counts of a test run.
    pub fn add(&mut self, other: Self) {
        *self += other;
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}
