//! What a developer command says when it cannot go on: what happened, why, and what to type.
//!
//! Every failure of `xtask` is a [`Problem`]; none is a panic or a backtrace.

use std::fmt;

/// One failure, told in the words of the person who typed the command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    what: String,
    why: Option<String>,
    fix: Option<String>,
}

/// The result of every step here.
pub type Outcome<T = ()> = Result<T, Problem>;

impl Problem {
    /// A problem of which only the fact is known yet.
    pub fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            why: None,
            fix: None,
        }
    }

    /// Adds the cause; an empty one says nothing and is left out.
    #[must_use]
    pub fn because(mut self, why: impl fmt::Display) -> Self {
        self.why = Some(why.to_string()).filter(|why| !why.trim().is_empty());
        self
    }

    /// Adds the problem that led to this one. Its cause is what helps; which program it was is said by ours.
    #[must_use]
    pub fn caused_by(self, inner: Self) -> Self {
        self.because(inner.why.unwrap_or(inner.what))
    }

    /// Adds what to type or change.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        for (label, text) in [("why", &self.why), ("do", &self.fix)] {
            if let Some(text) = text {
                write!(
                    f,
                    "\n  {label:>4}: {}",
                    text.trim_end().replace('\n', "\n        ")
                )?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// Turns any library's error into a [`Problem`].
pub trait Explain<T> {
    /// States what was being done when the error came up.
    fn explain(self, what: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: fmt::Display> Explain<T> for Result<T, E> {
    fn explain(self, what: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|error| Problem::new(what()).because(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_on_the_innermost_cause_once() {
        let inner = Problem::new("`node --version` failed").because("No such file");
        let outer = Problem::new("Node is missing").caused_by(inner);
        assert_eq!(outer, Problem::new("Node is missing").because("No such file"));
    }

    #[test]
    fn says_what_why_and_what_to_do() {
        let problem = Problem::new("Port 8787 is taken")
            .because("Something listens on it\nalready.")
            .fix("Stop it.");
        assert_eq!(
            problem.to_string(),
            "Port 8787 is taken\n   why: Something listens on it\n        already.\n    do: Stop it."
        );
    }
}
