//! `evaluate`: the shipped detectors on labelled lines, and how often they are right. Each kind of line is a module that
//! says what a label asks for and what the detectors make of the text; counting and printing are common.

mod answers;
pub mod briefs;
mod case;
mod explicit;
mod print;
mod repetition;
mod report;
mod sentiment;
#[cfg(test)]
mod tests;
mod topics;

use std::path::PathBuf;

use crate::fault::Outcome;
use case::{Case, Class};
use report::{Report, Target};

/// What can be evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Asks for a person.
    Explicit,
    /// What a message is about.
    Topics,
    /// How the visitor feels.
    Sentiment,
    /// The same again, corrections.
    Repetition,
    /// Whether the knowledge answers.
    Answers,
}

/// What the command line says.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The labelled files.
    pub files: Vec<PathBuf>,
    /// One JSON object instead of tables.
    pub json: bool,
    /// Each source alone, too.
    pub by_source: bool,
    /// The lines decided wrong, too.
    pub wrong: bool,
    /// Only sources that hold one of these.
    pub only: Vec<String>,
    /// No source that holds one of these.
    pub without: Vec<String>,
}

impl Options {
    fn wants(&self, source: &str) -> bool {
        let any = |list: &[String]| list.iter().any(|part| source.contains(part.as_str()));
        (self.only.is_empty() || any(&self.only)) && !any(&self.without)
    }
}

impl Kind {
    /// The kind that a command line names.
    pub fn named(name: &str) -> Option<Self> {
        [
            Self::Explicit,
            Self::Topics,
            Self::Sentiment,
            Self::Repetition,
            Self::Answers,
        ]
        .into_iter()
        .find(|kind| kind.name() == name)
    }

    /// Its name on the command line and in the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Topics => "topics",
            Self::Sentiment => "sentiment",
            Self::Repetition => "repetition",
            Self::Answers => "answers",
        }
    }

    fn cases(self, options: &Options) -> Outcome<Vec<Case>> {
        match self {
            Self::Explicit => case::judge(&options.files, explicit::judge),
            Self::Topics => case::judge(&options.files, topics::judge),
            Self::Sentiment => case::judge(&options.files, sentiment::judge),
            Self::Repetition => case::judge(&options.files, repetition::judge),
            Self::Answers => answers::cases(&options.files),
        }
    }

    /// What can be right or wrong: names for sets of outcomes.
    fn classes(self) -> &'static [Class] {
        match self {
            Self::Explicit => explicit::CLASSES,
            Self::Topics => topics::CLASSES,
            Self::Sentiment => sentiment::CLASSES,
            Self::Repetition => repetition::CLASSES,
            Self::Answers => answers::CLASSES,
        }
    }

    /// What is to be reached.
    fn targets(self, report: &Report) -> Vec<Target> {
        match self {
            Self::Explicit => explicit::targets(report),
            Self::Topics => topics::targets(report),
            Self::Sentiment => sentiment::targets(report),
            Self::Repetition => repetition::targets(report),
            Self::Answers => answers::targets(report),
        }
    }
}

/// Runs the detectors on every line; returns what to print. A missed target is a result, not a fault.
pub fn evaluate(kind: Kind, options: &Options) -> Outcome<String> {
    let mut cases = kind.cases(options)?;
    cases.retain(|case| options.wants(&case.source));
    let mut report = Report::of(kind.name(), kind.classes(), &cases, options);
    report.targets = kind.targets(&report);
    if options.json {
        print::json(&report)
    } else {
        Ok(print::tables(&report))
    }
}
