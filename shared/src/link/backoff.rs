//! When to connect again after the line broke.
//!
//! Grows with each failed attempt, so that an edge in trouble is left in peace; and is spread by chance, so that the
//! thousand browsers a deploy disconnects do not return in the same instant.

/// The longest wait before the first try: a deploy or a changed network is usually over by then.
const FIRST_MS: u64 = 800;
/// No wait is longer: somebody is sitting there.
const LONGEST_MS: u64 = 20_000;

/// Milliseconds to wait before try number `attempt` (0 is the first after a loss). `chance` is a random number from 0
/// to 1; the wait lies between half and the whole of what the attempt allows.
pub fn wait_ms(attempt: u32, chance: f64) -> u64 {
    let whole = FIRST_MS.saturating_mul(1 << attempt.min(16)).min(LONGEST_MS);
    let half = whole / 2;
    // In range: both are below 2^53, and the product is at most `half`.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let spread = (half as f64 * chance.clamp(0.0, 1.0)) as u64;
    half + spread
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(attempt: u32, low: u64, high: u64) {
        assert_eq!(
            (wait_ms(attempt, 0.0), wait_ms(attempt, 1.0)),
            (low, high),
            "attempt {attempt}"
        );
    }

    #[test]
    fn waits_double_up_to_the_longest() {
        check(0, 400, 800);
        check(1, 800, 1_600);
        check(4, 6_400, 12_800);
        check(5, 10_000, 20_000);
        check(u32::MAX, 10_000, 20_000);
    }

    #[test]
    fn a_bad_random_number_does_no_harm() {
        assert_eq!(wait_ms(0, -3.0), 400);
        assert_eq!(wait_ms(0, 7.0), 800);
        assert_eq!(wait_ms(0, f64::NAN), 400);
    }
}
