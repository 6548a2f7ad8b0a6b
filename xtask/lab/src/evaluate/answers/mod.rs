//! Would this question be answered? Documents are indexed and looked up as the edge does it, and the support that the
//! triggers find is held against the policy's own bound.

#[cfg(feature = "answers")]
mod index;
#[cfg(feature = "answers")]
mod pairs;

use std::path::PathBuf;

use super::case::{Case, Class};
use super::report::{Report, Target};
use crate::fault::Outcome;

const ANSWER: &str = "answer";

/// What fires.
pub const CLASSES: &[Class] = &[Class {
    name: ANSWER,
    outcomes: &[ANSWER],
}];

/// The questions of every pair of files, judged.
#[cfg(feature = "answers")]
pub fn cases(files: &[PathBuf]) -> Outcome<Vec<Case>> {
    let mut cases = Vec::new();
    for pair in pairs::pairs(files)? {
        let index = index::Index::of(&pair.documents)?;
        for (number, question) in pair.questions {
            cases.push(Case {
                place: format!("{}:{number}", pair.name),
                judged: index.judge(&question)?,
                text: question.text,
                lang: question.lang,
                source: question.source,
            });
        }
    }
    Ok(cases)
}

/// This build has no index.
#[cfg(not(feature = "answers"))]
pub fn cases(_files: &[PathBuf]) -> Outcome<Vec<Case>> {
    Err(crate::fault::Fault::new(
        "This build has no index. Run `cargo xtask evaluate answers`, which compiles one in.",
    ))
}

/// What is to be reached.
pub fn targets(report: &Report) -> Vec<Target> {
    vec![
        Target::at_most(
            "not answerable, yet answered",
            report.share("not_answerable", &[ANSWER]),
            0.10,
        ),
        Target::at_least(
            "answerable and answered",
            report.share("answerable", &[ANSWER]),
            0.80,
        ),
    ]
}
