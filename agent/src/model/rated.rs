//! What was said of handoffs, in words.

use shared::{conversation::Rating, queue::handoff::Rated};

use crate::api::Tally;

/// The ratings in the order of their buttons.
pub const RATINGS: [(Rating, &str); 5] = [
    (Rating::Useful, "Useful"),
    (Rating::TooLate, "Too late"),
    (Rating::Unneeded, "Not needed"),
    (Rating::WrongQueue, "Wrong queue"),
    (Rating::BriefWrong, "Brief wrong"),
];

/// Thanks for a rating, with what has come together for its reason.
pub fn told(tally: &Tally) -> String {
    let part = |rated: &Rated| {
        let words = RATINGS.iter().find(|(known, _)| *known == rated.rating);
        words.map(|(_, words)| format!("{} {}", rated.count, words.to_ascii_lowercase()))
    };
    let rated: Vec<String> = tally.rated.iter().filter_map(part).collect();
    format!(
        "Thank you. Handoffs for this reason so far: {}. Rated: {}.",
        tally.called,
        rated.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::triggers::ReasonCode;

    #[test]
    fn what_came_together_is_told_by_number() {
        let tally = Tally {
            reason: ReasonCode::Button,
            called: 12,
            rated: [(Rating::Useful, 3), (Rating::BriefWrong, 1)]
                .map(|(rating, count)| Rated { rating, count })
                .into(),
        };
        assert_eq!(
            told(&tally),
            "Thank you. Handoffs for this reason so far: 12. Rated: 3 useful, 1 brief wrong."
        );
    }
}
