//! Chance that can be had again: every proxy connection and every client draws from a stream of its own, made from the
//! seed. What the machine's own timing adds cannot be had again; the same seed gives the same kind of run, not the
//! same microseconds.

/// A stream of random numbers (`SplitMix64`).
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The stream of one thing: `what` it is and its number among its like.
    pub fn of(seed: u64, what: &str, number: u64) -> Self {
        let name = what.bytes().fold(seed, |sum, byte| {
            sum.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte)
        });
        let mut chance = Self(name ^ number.wrapping_mul(0xa076_1d64_78bd_642f));
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`; 0 when that is 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    /// A number from `low` to `high`, both possible.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True so often, in a thousand.
    pub fn happens(&mut self, permille: u64) -> bool {
        self.below(1_000) < permille
    }

    /// A number from 0 to 1.
    pub fn unit(&mut self) -> f64 {
        f64::from(u32::try_from(self.below(1 << 20)).unwrap_or_default()) / f64::from(1 << 20)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_and_another_thing_something_else() {
        let draw = |mut chance: Chance| (0..8).map(|_| chance.below(1_000)).collect::<Vec<_>>();
        assert_eq!(
            draw(Chance::of(1, "visitor", 2)),
            draw(Chance::of(1, "visitor", 2))
        );
        for other in [
            Chance::of(1, "visitor", 3),
            Chance::of(1, "agent", 2),
            Chance::of(2, "visitor", 2),
        ] {
            assert_ne!(draw(Chance::of(1, "visitor", 2)), draw(other));
        }
    }

    #[test]
    fn what_happens_in_so_many_of_a_thousand_does() {
        let mut chance = Chance::of(7, "coin", 0);
        let heads = (0..10_000).filter(|_| chance.happens(300)).count();
        assert!((2_700..3_300).contains(&heads), "{heads}");
    }
}
