//! Which part of a long list is on the page: what can be seen, and as much around it as is needed while more is put there.
//! A thousand who wait cost no more than fifty do.

use std::ops::Range;

/// So many items are on the page at a time. Enough for the tallest screens.
pub const ON_PAGE: usize = 48;
/// At least so many of them are beyond either edge of what can be seen; otherwise the part moves.
const BEYOND: usize = 8;

/// Where the part begins that is on the page, when it began at `begin`, those in `seen` can be seen and there are `count`.
/// It stays where it is while it can, so that a wheel turned a little changes nothing.
pub fn begin(begin: usize, seen: &Range<usize>, count: usize) -> usize {
    let latest = count.saturating_sub(ON_PAGE);
    let enough = begin <= seen.start.saturating_sub(BEYOND)
        && (seen.end + BEYOND).min(count) <= begin + ON_PAGE
        && begin <= latest;
    if enough {
        return begin;
    }
    let around = ON_PAGE.saturating_sub(seen.len()) / 2;
    seen.start.saturating_sub(around).min(latest)
}

/// How far down a list must be scrolled, in items, so that the one at `place` can be seen whole, when it is scrolled down
/// by `top` and shows `height` of them. No further than needed.
pub fn reveal(place: usize, top: f64, height: f64) -> f64 {
    // Lists are far shorter than 2^52.
    #[allow(clippy::cast_precision_loss)]
    let place = place as f64;
    // Where even one does not fit, its beginning is shown.
    top.max(place + 1.0 - height).min(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_on_the_page_holds_what_is_seen_and_stays_while_it_can() {
        assert_eq!(begin(0, &(0..10), 1_000), 0, "at the top");
        assert_eq!(begin(0, &(30..40), 1_000), 0, "still enough below");
        assert_eq!(
            begin(0, &(43..53), 1_000),
            24,
            "moved, with what is seen in its middle"
        );
        assert_eq!(begin(24, &(32..42), 1_000), 24, "on the way back");
        assert_eq!(begin(24, &(31..41), 1_000), 12, "too near to its beginning");
        assert_eq!(begin(24, &(990..1_000), 1_000), 952, "the end");
        assert_eq!(begin(952, &(0..10), 1_000), 0, "and the beginning again");
        assert_eq!(begin(500, &(2..7), 7), 0, "a list that became short");
        assert_eq!(begin(0, &(0..0), 0), 0, "and empty");
    }

    #[test]
    fn whatever_can_be_seen_is_on_the_page() {
        for count in [0, 1, 47, 48, 49, 100, 1_000] {
            let mut from = 0;
            for start in (0..count).chain((0..count).rev()).step_by(3) {
                let seen = start..(start + 12).min(count);
                from = begin(from, &seen, count);
                assert!(
                    from <= seen.start && seen.end <= from + ON_PAGE,
                    "{count}: {seen:?}"
                );
                assert!(from + ON_PAGE <= count.max(ON_PAGE));
            }
        }
    }

    #[test]
    fn a_list_is_scrolled_no_further_than_needed() {
        for (place, top, expect) in [
            (3, 0.0, 0.0),
            (9, 0.0, 1.5),
            (12, 11.5, 11.5),
            (12, 12.5, 12.0),
            (0, 700.0, 0.0),
        ] {
            assert!(
                (reveal(place, top, 8.5) - expect).abs() < 0.001,
                "{place} from {top}"
            );
        }
        assert!(
            (reveal(4, 0.0, 0.5) - 4.0).abs() < 0.001,
            "a screen too low for one"
        );
    }
}
