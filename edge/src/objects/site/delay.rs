//! How long a failed sign-in makes the next one wait: 1, 2, 4 … seconds, 5 minutes at most.

/// The longest wait, in milliseconds.
const LONGEST_MS: u64 = 5 * 60 * 1_000;
/// After a day of peace, failed tries are forgotten. In milliseconds.
pub const FORGOTTEN_MS: u64 = 24 * 60 * 60 * 1_000;

/// How many milliseconds after the last of so many failed tries the next one is looked at.
pub fn after(failed: u32) -> u64 {
    match failed {
        0 => 0,
        failed => 2_u64
            .saturating_pow(failed - 1)
            .saturating_mul(1_000)
            .min(LONGEST_MS),
    }
}

/// How many milliseconds are left to wait.
pub fn left(failed: u32, last_ms: u64, now_ms: u64) -> u64 {
    (last_ms + after(failed)).saturating_sub(now_ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_five_minutes() {
        let waits: Vec<u64> = [0, 1, 2, 3, 9, 10, 40, 64, 65, u32::MAX]
            .into_iter()
            .map(after)
            .collect();
        assert_eq!(
            waits,
            [
                0, 1_000, 2_000, 4_000, 256_000, 300_000, 300_000, 300_000, 300_000, 300_000
            ]
        );
    }

    #[test]
    fn what_is_left_runs_out() {
        assert_eq!(left(2, 10_000, 10_500), 1_500);
        assert_eq!(left(2, 10_000, 12_000), 0);
        assert_eq!(left(0, 0, 0), 0);
    }
}
