//! How often a draft is shown: a model writes by the syllable, and a frame to everybody for each would cost more than it
//! shows. Pure: the moment comes in as an argument.

use shared::ids::Millis;

/// At most so often, in milliseconds: faster than anybody reads, slow enough to gather several words.
const EVERY_MS: u64 = 80;

/// Says when the words so far are to be shown.
#[derive(Debug, Default)]
pub struct Pace {
    shown: Option<Millis>,
    pending: bool,
}

impl Pace {
    /// There are more words. Returns whether they are to be shown now, which then counts as done.
    pub fn more(&mut self, now: Millis) -> bool {
        self.pending = true;
        self.take(now)
    }

    /// How long it may take until what is not shown yet is to be shown, in milliseconds; none when everything is.
    pub fn wait_ms(&self, now: Millis) -> Option<u64> {
        let left = self
            .shown
            .map_or(0, |shown| EVERY_MS.saturating_sub(now.since(shown)));
        self.pending.then_some(left)
    }

    /// The wait is over, or no more words come. Returns whether something was not shown yet, which then counts as done.
    pub fn rest(&mut self, now: Millis) -> bool {
        let pending = std::mem::take(&mut self.pending);
        if pending {
            self.shown = Some(now);
        }
        pending
    }

    fn take(&mut self, now: Millis) -> bool {
        self.wait_ms(now) == Some(0) && self.rest(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_are_shown_at_once_and_what_follows_is_gathered() {
        let mut pace = Pace::default();
        let shown: Vec<u64> = (0..=30)
            .map(|step| 1_000 + step * 10)
            .filter(|now| pace.more(Millis(*now)))
            .collect();
        assert_eq!(shown, [1_000, 1_080, 1_160, 1_240]);
    }

    #[test]
    fn the_last_words_are_shown_though_no_more_come() {
        let mut pace = Pace::default();
        assert!(
            pace.more(Millis(1_000)) && !pace.rest(Millis(1_001)),
            "all is shown"
        );
        assert_eq!(pace.wait_ms(Millis(1_001)), None);
        assert!(!pace.more(Millis(1_030)));
        assert_eq!(pace.wait_ms(Millis(1_030)), Some(50));
        assert_eq!(pace.wait_ms(Millis(9_999)), Some(0));
        assert!(pace.rest(Millis(1_080)) && !pace.rest(Millis(1_081)));
        assert!(!pace.more(Millis(1_100)), "counted from when they were shown");
    }
}
