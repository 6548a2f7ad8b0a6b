//! Which of several passages is the one to quote. Other weights than those of support: there a line is held against all
//! questions, here passages are held against each other, and the heading says best what a passage is for.

use super::evidence::Evidence;

/// Points for each thousandth of what was found.
const COVERED: i64 = 16;
/// See [`COVERED`].
const HEADED: i64 = 8;
/// See [`COVERED`].
const ALIKE: i64 = 62;
/// See [`COVERED`].
const PAIRS: i64 = 30;
/// See [`COVERED`].
const HEADLINE: i64 = 18;
/// Points for each thousandth of the best passage's rank in the index, which knows how rare each word is on all pages.
const INDEXED: i64 = 12;
/// Taken away from a passage whose heading says the opposite.
const AGAINST: i64 = 20_000;

/// What speaks for a passage. `indexed`: its rank, in thousandths of the best one's.
pub(super) fn points(found: &Evidence, indexed: i64) -> i64 {
    COVERED * i64::from(found.covered)
        + HEADED * i64::from(found.headed)
        + ALIKE * i64::from(found.alike)
        + PAIRS * i64::from(found.pairs)
        + HEADLINE * i64::from(found.headline)
        + INDEXED * indexed
        - if found.against { AGAINST } else { 0 }
}

/// A rank in thousandths of the best one.
#[allow(clippy::cast_possible_truncation)] // between 0 and 1000
pub(super) fn of_best(rank: f64, best: f64) -> i64 {
    if best > 0.0 {
        (rank / best * 1000.0).clamp(0.0, 1000.0) as i64
    } else {
        0
    }
}
