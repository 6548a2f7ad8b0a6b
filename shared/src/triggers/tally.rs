//! What adds up over a conversation since the last boundary: answers given, attempts that failed.

use crate::{
    conversation::{Entry, From, State},
    knowledge::terms,
    triggers::Verdict,
};

/// Two messages with at least this share of words in common, in percent, are about the same need.
const SAME_NEED: usize = 60;

/// Counts since the last boundary.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Answers the assistant gave.
    pub answers: u32,
    /// Attempts on the present need that did not help: turns in a row that ended with an offer, and answers after which
    /// the visitor asked the same again.
    pub failures: u32,
}

/// Counts over the thread, before the turn under way is settled.
pub fn tally(state: &State) -> Tally {
    let past: Vec<&Entry> = state
        .thread
        .iter()
        .filter(|entry| entry.seq > state.boundary && !state.unanswered.contains(&entry.seq))
        .collect();
    let answers = past
        .iter()
        .filter(|entry| verdict(entry) == Some(Verdict::Answer))
        .count();
    let now: Vec<String> = state.asked().flat_map(|entry| terms(&entry.text)).collect();
    Tally {
        answers: count(answers),
        failures: failures(&past, &now),
    }
}

fn failures(past: &[&Entry], now: &[String]) -> u32 {
    let mut failed = 0;
    let mut asked: Vec<String> = Vec::new();
    let mut open = true;
    // Backwards from the newest: offers count while they are in a row, the same need counts wherever it stood.
    for entry in past.iter().rev() {
        match (&entry.from, verdict(entry)) {
            (From::Assistant, Some(Verdict::Offer)) if open => failed += 1,
            (From::Assistant, Some(Verdict::Answer)) => {
                open = false;
                asked.clear();
                asked.push(String::new());
            }
            (From::Visitor, _) => {
                let after_answer = asked.first().is_some_and(String::is_empty);
                if after_answer && alike(&terms(&entry.text), now) {
                    failed += 1;
                    asked.clear();
                }
            }
            _ => {}
        }
    }
    count(failed)
}

fn alike(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let common = short.iter().filter(|word| long.contains(word)).count();
    !short.is_empty() && common * 100 >= long.len() * SAME_NEED
}

fn verdict(entry: &Entry) -> Option<Verdict> {
    entry.decision.as_ref().map(|decision| decision.verdict)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
