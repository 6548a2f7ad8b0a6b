//! When to try again. Many browsers lose their line at the same moment (a deploy closes every socket), so the waits
//! grow and are spread at random.

/// The longest first wait, in milliseconds.
const FIRST: f64 = 600.0;
/// No wait is longer than this, in milliseconds.
const LONGEST: f64 = 20_000.0;
/// No wait is shorter than this, in milliseconds: a refused socket must not become a tight loop.
const SHORTEST: f64 = 150.0;

/// Milliseconds to wait before attempt `attempt` (0 is the first after a loss); `chance` is in `0.0..1.0`.
pub fn wait(attempt: u32, chance: f64) -> u64 {
    let ceiling = (FIRST * f64::from(1u32 << attempt.min(8))).min(LONGEST);
    // Bounded by LONGEST, and positive.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let wait = (SHORTEST + (ceiling - SHORTEST) * chance) as u64;
    wait
}

#[cfg(test)]
mod tests {
    use super::wait;

    #[test]
    fn waits_grow_up_to_a_bound_and_are_never_nothing() {
        assert_eq!(wait(0, 0.0), 150);
        for attempt in 0..60 {
            let longest = wait(attempt, 0.999_999);
            assert!((150..=20_000).contains(&longest), "{attempt}: {longest}");
            assert!(longest <= wait(attempt + 1, 0.999_999), "{attempt}");
        }
        assert!(wait(5, 0.999_999) > 15_000);
    }
}
