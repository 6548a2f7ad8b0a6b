//! Spans of time as agents read them. Tabular: the width changes seldom, so that a counting clock does not jump.

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A span as a clock: `0:41`, `59:59`, then `1 h 05`, then `3 d 2 h`.
pub fn clock(ms: u64) -> String {
    if ms < HOUR {
        format!("{}:{:02}", ms / MINUTE, ms % MINUTE / SECOND)
    } else if ms < DAY {
        format!("{} h {:02}", ms / HOUR, ms % HOUR / MINUTE)
    } else {
        format!("{} d {} h", ms / DAY, ms % DAY / HOUR)
    }
}

/// A span in words, for those who hear it: "41 seconds", "3 minutes", "2 hours", "5 days".
pub fn spoken(ms: u64) -> String {
    let (count, unit) = match ms {
        ms if ms < MINUTE => (ms / SECOND, "second"),
        ms if ms < HOUR => (ms / MINUTE, "minute"),
        ms if ms < DAY => (ms / HOUR, "hour"),
        ms => (ms / DAY, "day"),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(ms: u64, as_clock: &str, as_words: &str) {
        assert_eq!((clock(ms).as_str(), spoken(ms).as_str()), (as_clock, as_words));
    }

    #[test]
    fn spans_read_as_a_clock_and_in_words() {
        check(0, "0:00", "0 seconds");
        check(999, "0:00", "0 seconds");
        check(41_000, "0:41", "41 seconds");
        check(61_000, "1:01", "1 minute");
        check(HOUR - 1, "59:59", "59 minutes");
        check(HOUR + 5 * MINUTE, "1 h 05", "1 hour");
        check(3 * DAY + 2 * HOUR, "3 d 2 h", "3 days");
    }
}
