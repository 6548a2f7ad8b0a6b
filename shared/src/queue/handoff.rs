//! How handoffs went, counted by the reason of the call: what members and visitors said of them.

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{Rating, State},
    triggers::ReasonCode,
};

/// The last escalation of a conversation, with what was said of it so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handoff {
    /// Which escalation of the conversation, counted from 1.
    pub number: u32,
    /// Why it was opened.
    pub reason: ReasonCode,
    /// Whether it helped, once the visitor has said so.
    pub helped: Option<bool>,
}

/// What is known of the handoffs with one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The reason.
    pub reason: ReasonCode,
    /// The same in words.
    pub title: String,
    /// How many there were.
    pub called: u32,
    /// How many were rated so, in the order of the ratings; only those that occur.
    pub rated: Vec<Rated>,
    /// How many visitors said that it helped.
    pub helped: u32,
    /// How many said that it did not.
    pub not_helped: u32,
}

/// How often handoffs were rated so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    /// The rating.
    pub rating: Rating,
    /// How often.
    pub count: u32,
}

/// The last escalation, open or over; none where nobody was called.
pub fn handoff(state: &State) -> Option<Handoff> {
    let case = state.case.as_ref().or(state.ended.as_ref())?;
    // What the visitor says of a chapter is about the escalation that ended with it.
    let closing = state.ended_with_it().and(state.closing.as_ref());
    Some(Handoff {
        number: case.call.number,
        reason: case.decision.reasons.first()?.code,
        helped: closing.and_then(|closing| closing.helped),
    })
}

/// One handoff, as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Why it was opened.
    pub reason: ReasonCode,
    /// How the member who dealt with it rated it.
    pub rating: Option<Rating>,
    /// Whether it helped, as the visitor says.
    pub helped: Option<bool>,
    /// How many of them.
    pub count: u32,
}

/// The tallies of all reasons that occurred, the most frequent first.
pub fn tallies(counted: &[Counted]) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for one in counted {
        let at = tallies.iter().position(|tally| tally.reason == one.reason);
        let at = at.unwrap_or_else(|| {
            tallies.push(Tally {
                reason: one.reason,
                title: one.reason.words().to_owned(),
                called: 0,
                rated: Vec::new(),
                helped: 0,
                not_helped: 0,
            });
            tallies.len() - 1
        });
        let tally = &mut tallies[at];
        tally.called += one.count;
        match one.helped {
            Some(true) => tally.helped += one.count,
            Some(false) => tally.not_helped += one.count,
            None => {}
        }
        if let Some(rating) = one.rating {
            match tally.rated.iter_mut().find(|rated| rated.rating == rating) {
                Some(rated) => rated.count += one.count,
                None => tally.rated.push(Rated {
                    rating,
                    count: one.count,
                }),
            }
        }
    }
    for tally in &mut tallies {
        tally.rated.sort_by_key(|rated| rated.rating);
    }
    // Reasons that are as frequent stay in the order of their codes, so that two answers are alike.
    tallies.sort_by_key(|tally| (std::cmp::Reverse(tally.called), tally.reason));
    tallies
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(reason: ReasonCode, rating: Option<Rating>, helped: Option<bool>, count: u32) -> Counted {
        Counted {
            reason,
            rating,
            helped,
            count,
        }
    }

    #[test]
    fn handoffs_are_counted_by_reason_the_most_frequent_first() {
        let button = ReasonCode::Button;
        let tallies = tallies(&[
            one(ReasonCode::NoSource, None, None, 2),
            one(button, Some(Rating::TooLate), Some(false), 1),
            one(button, Some(Rating::Useful), None, 3),
            one(button, Some(Rating::Useful), Some(true), 2),
            one(button, None, Some(true), 4),
        ]);
        let reasons: Vec<_> = tallies.iter().map(|tally| (tally.reason, tally.called)).collect();
        assert_eq!(reasons, [(button, 10), (ReasonCode::NoSource, 2)]);
        let pressed = &tallies[0];
        let rated: Vec<_> = pressed
            .rated
            .iter()
            .map(|rated| (rated.rating, rated.count))
            .collect();
        assert_eq!(rated, [(Rating::Useful, 5), (Rating::TooLate, 1)]);
        assert_eq!((pressed.helped, pressed.not_helped), (6, 1));
        assert_eq!(pressed.title, button.words());
        assert_eq!(tallies[1].rated, []);
    }
}
