//! A hash table of fixed hashing: the same on every machine, one look for each beginning of a word.

/// Fowler, Noll and Vo's published offset basis and prime (FNV-1a, 64 bit).
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;
/// The shortest beginning that is looked for, in bytes.
const SHORTEST: usize = 3;

/// Values by the 64-bit hash of their word; a collision among a few thousand words is out of the question, and a test
/// of the lexicon would see it.
pub(super) struct Table<V> {
    slots: Vec<Option<(u64, V)>>,
}

impl<V: Copy> Table<V> {
    /// With so many slots, a power of two. It does not grow: a test sees that it stays at most half full.
    pub(super) fn with_room(room: usize) -> Self {
        Self {
            slots: vec![None; room.next_power_of_two()],
        }
    }

    pub(super) fn find(&self, word: &str) -> Option<V> {
        self.get(word.bytes().fold(BASIS, step))
    }

    /// The value of the longest word here that `word` begins with.
    pub(super) fn find_longest_prefix(&self, word: &str) -> Option<V> {
        let mut hash = BASIS;
        let mut found = None;
        for (at, byte) in word.bytes().enumerate() {
            hash = step(hash, byte);
            if at + 1 >= SHORTEST
                && let Some(value) = self.get(hash)
            {
                found = Some(value);
            }
        }
        found
    }

    /// The value of this word, put in if it was not there.
    pub(super) fn entry(&mut self, word: &str, new: V) -> &mut V {
        let hash = word.bytes().fold(BASIS, step);
        let at = self.place(hash);
        &mut self.slots[at].get_or_insert((hash, new)).1
    }

    fn get(&self, hash: u64) -> Option<V> {
        self.slots[self.place(hash)].map(|(_, value)| value)
    }

    /// Where this hash is, or would be. There is always a free slot: see [`Table::with_room`].
    fn place(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        // The low bits of the product mix best.
        let mut at = usize::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or(0) & mask;
        for _ in 0..self.slots.len() {
            match &self.slots[at] {
                Some((there, _)) if *there != hash => at = (at + 1) & mask,
                _ => break,
            }
        }
        at
    }

    /// How full it is, of a hundred.
    #[cfg(test)]
    pub(super) fn fill(&self) -> usize {
        self.slots.iter().flatten().count() * 100 / self.slots.len()
    }
}

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(PRIME)
}
