//! Asks for a person, in words. Runs in the widget before any network answer and again at the edge: the same code, the
//! same verdict.
//!
//! A grammar over three classes of words: one that asks ("talk", "verbinden"), one that names a person ("human",
//! "asesor"), and the glue that may stand between ("to a real"). Between and after only glue may stand, so that "talk to
//! my estate agent" or "human resources" do not count; and a negation shortly before takes it back.

mod lexicon;

use lexicon::{Class, class};

use crate::text::{fold, words};

/// How many words of glue may stand between asking and the person.
const REACH: usize = 7;
/// How many words before asking a negation counts.
const NEGATION_REACH: usize = 3;
/// A message of at most so many words may name a person without asking: "agent please".
const BARE: usize = 5;

/// Where a text asks for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The words that ask, folded.
    pub words: String,
}

/// Whether the text asks for a person, and with which words.
pub fn detect(text: &str) -> Option<Match> {
    let folded = fold(text);
    // Clauses apart: nothing reaches over a full stop.
    folded.split(['.', '!', '?', ';', '\n', ',']).find_map(|clause| {
        let tokens: Vec<&str> = words(clause).collect();
        let classes: Vec<Class> = tokens.iter().map(|word| class(word)).collect();
        let (from, to) = bare(&classes)
            .or_else(|| asked(&classes))
            .or_else(|| asked_last(&classes))?;
        if asks_about_others(&tokens[..from]) {
            return None;
        }
        Some(Match {
            words: tokens[from..=to].join(" "),
        })
    })
}

/// Whether the text asks what it is talking to, a person or a machine, and with which words. Not a request for a person.
pub fn probe(_text: &str) -> Option<Match> {
    None
}

/// A short clause that holds nothing but a person and glue.
fn bare(classes: &[Class]) -> Option<(usize, usize)> {
    let short = (1..=BARE).contains(&classes.len());
    let named = classes.contains(&Class::Person);
    let only = classes.iter().all(|c| {
        matches!(
            c,
            Class::Person | Class::Glue | Class::After | Class::Ask | Class::AskLast
        )
    });
    (short && named && only).then(|| (0, classes.len() - 1))
}

/// Asking, glue, a person, and then nothing that makes it another thing.
fn asked(classes: &[Class]) -> Option<(usize, usize)> {
    let asking = |at: &usize| matches!(classes[*at], Class::Ask | Class::AskLast);
    let between = |at: &usize| {
        matches!(
            classes[*at],
            Class::Glue | Class::Person | Class::Ask | Class::AskLast
        )
    };
    (0..classes.len()).filter(asking).find_map(|ask| {
        let reach = classes.len().min(ask + 1 + REACH);
        let person = (ask + 1..reach)
            .take_while(between)
            .filter(|at| classes[*at] == Class::Person)
            .last()?;
        let ends_well = classes.get(person + 1).is_none_or(|next| *next != Class::Other);
        (ends_well && !negated(classes, ask)).then_some((ask, person))
    })
}

/// A person, glue, and then what asks: the order of German and Dutch.
fn asked_last(classes: &[Class]) -> Option<(usize, usize)> {
    let between = |at: &usize| matches!(classes[*at], Class::Glue | Class::After | Class::Person);
    (0..classes.len())
        .filter(|at| classes[*at] == Class::Person)
        .find_map(|person| {
            let reach = classes.len().min(person + 1 + REACH);
            let ask = (person + 1..reach).find(|at| !between(at))?;
            (classes[ask] == Class::AskLast && !negated(classes, person)).then_some((person, ask))
        })
}

/// A question about what somebody else does: "when does the assistant call a person". Told by a clause that begins as a
/// question, has another subject right before what asks, and no first person before that.
fn asks_about_others(before: &[&str]) -> bool {
    let question = before
        .first()
        .is_some_and(|word| lexicon::QUESTION.contains(word));
    let other = before.len() > 1 && before.last().is_some_and(|word| class(word) == Class::Other);
    question && other && !before.iter().any(|word| lexicon::FIRST_PERSON.contains(word))
}

fn negated(classes: &[Class], at: usize) -> bool {
    classes[at.saturating_sub(NEGATION_REACH)..at].contains(&Class::Negation)
}

#[cfg(test)]
mod tests;
