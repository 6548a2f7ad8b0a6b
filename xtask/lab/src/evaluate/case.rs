//! One line with what its label asks for and what the detectors made of it.

use std::path::PathBuf;

use crate::fault::Outcome;
use crate::lines::{self, Labelled};

/// What would be right for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// One of these outcomes.
    OneOf(&'static [&'static str]),
    /// Any outcome but these: to say one of them is a false alarm.
    NoneOf(&'static [&'static str]),
    /// Nothing is asked of it; it is counted and shown.
    Open,
    /// Nobody knows this label here; it is counted and listed.
    UnknownLabel,
}

/// What a detector makes of a line.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Under what it is counted: its label, or a part of it.
    pub label: String,
    /// What would be right.
    pub wanted: Wanted,
    /// What was decided, as a stable name.
    pub outcome: &'static str,
    /// The words or numbers it was decided by.
    pub because: String,
}

/// A judged line.
#[derive(Debug, Clone)]
pub struct Case {
    /// Where it stands: file and number.
    pub place: String,
    /// Its text.
    pub text: String,
    /// Its language.
    pub lang: String,
    /// Its source.
    pub source: String,
    /// What came of it.
    pub judged: Judged,
}

/// Outcomes that are counted together, with a precision and a recall.
#[derive(Debug)]
pub struct Class {
    /// Its name.
    pub name: &'static str,
    /// The outcomes.
    pub outcomes: &'static [&'static str],
}

impl Wanted {
    /// Whether this class is what is wanted.
    pub fn wants(self, class: &Class) -> bool {
        matches!(self, Self::OneOf(right) if right.iter().any(|outcome| class.has(outcome)))
    }

    /// Whether the outcome is right; none when nothing is asked.
    pub fn right(self, outcome: &str) -> Option<bool> {
        match self {
            Self::OneOf(right) => Some(right.contains(&outcome)),
            Self::NoneOf(alarms) => Some(!alarms.contains(&outcome)),
            Self::Open | Self::UnknownLabel => None,
        }
    }

    /// Whether this line counts when a class's precision is taken.
    pub fn counts(self) -> bool {
        matches!(self, Self::OneOf(_) | Self::NoneOf(_))
    }
}

impl Case {
    /// Whether the label means anything here.
    pub fn known(&self) -> bool {
        self.judged.wanted != Wanted::UnknownLabel
    }

    /// Whether it was decided right; none when nothing is asked.
    pub fn right(&self) -> Option<bool> {
        self.judged.wanted.right(self.judged.outcome)
    }
}

impl Class {
    /// Whether the outcome belongs to it.
    pub fn has(&self, outcome: &str) -> bool {
        self.outcomes.contains(&outcome)
    }
}

/// Reads labelled files and judges each line.
pub fn judge(files: &[PathBuf], of: fn(&Labelled) -> Judged) -> Outcome<Vec<Case>> {
    let mut cases = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let lines: Vec<(usize, Labelled)> =
            lines::read(file, "`text` and `label`, and mostly `lang` and `source`")?;
        cases.extend(lines.into_iter().map(|(number, line)| Case {
            place: format!("{name}:{number}"),
            judged: of(&line),
            text: line.text,
            lang: line.lang,
            source: line.source,
        }));
    }
    Ok(cases)
}
