//! Asks for a person, in words; and asks what it is talking to. Runs in the widget before any network answer and again
//! at the edge: the same code, the same verdict.
//!
//! A grammar over what words can do (`lexicon`): some ask ("talk", "verbinden"), some name a person ("human", "asesor"),
//! some are glue between the two ("to a real"). The text is read clause by clause; the forms of a request are `asked`
//! (who is asked for by a verb) and `other` (alone, "anyone there?", "call me back", "no bots"); `probe` holds the forms of
//! the question what one talks to. Time is linear in the text, for every form reaches a fixed number of words.

mod asked;
mod clause;
mod fuzzy;
mod lexicon;
mod other;
mod probe;
mod roles;

use clause::clauses;

use crate::text::fold;

/// Where a text asks for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The words that ask, folded.
    pub words: String,
}

/// Whether the text asks for a person, and with which words.
pub fn detect(text: &str) -> Option<Match> {
    let folded = fold(text);
    clauses(&folded, &|clause, rest| {
        // One after the other, the surest form first.
        let asks = asked::asked(clause)
            .or_else(|| asked::asked_last(clause))
            .or_else(|| asked::asked_alone(clause))
            .or_else(|| other::called_back(clause))
            .or_else(|| other::shall(clause))
            .or_else(|| {
                // What can also be said of whom one talks to.
                let asks = other::no_machine(clause)
                    .or_else(|| other::there(clause))
                    .or_else(|| other::bare(clause))?;
                probe::probe(clause).is_none().then_some(asks)
            })?;
        (!asked::helped(clause, asks) || !probes(rest)).then_some(asks)
    })
    .or_else(|| run(&folded, lexicon::RUNS))
}

/// Whether the text asks what it is talking to, a person or a machine, and with which words. Not a request for a person.
pub fn probe(text: &str) -> Option<Match> {
    let folded = fold(text);
    clauses(&folded, &|clause, _| probe::probe(clause)).or_else(|| run(&folded, lexicon::PROBES))
}

/// "I need help from a person. Is this one?" waits for the answer.
fn probes(rest: &str) -> bool {
    clauses(rest, &|clause, _| probe::probe(clause)).is_some()
}

/// Of scripts that put no spaces between words: one of these runs within a word.
fn run(folded: &str, runs: &str) -> Option<Match> {
    let unspaced = |c: char| c >= '\u{3040}';
    if !folded.contains(unspaced) {
        return None;
    }
    let run = runs.split(' ').find(|run| folded.contains(*run))?;
    Some(Match {
        words: run.to_owned(),
    })
}

#[cfg(test)]
mod tests;
