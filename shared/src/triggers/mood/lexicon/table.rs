//! A hash table of fixed hashing: the same on every machine, one look for each beginning of a word.

/// Fowler, Noll and Vo's published offset basis and prime (FNV-1a, 64 bit).
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;
/// The shortest beginning that is looked for, in bytes.
const SHORTEST: usize = 3;

/// Words of 64 bits that say what is surely not here.
const SEEN: usize = 512;

/// Values by the 64-bit hash of their word; a collision among a few thousand words is out of the question, and a test
/// of the lexicon would see it.
pub(super) struct Table<V> {
    slots: Vec<Option<(u64, V)>>,
    /// One bit for each hash that is here (some share one): most words are not, and are told so without a look.
    seen: [u64; SEEN],
}

/// The hash of a word.
pub(super) fn hash(word: &str) -> u64 {
    word.bytes().fold(BASIS, step)
}

impl<V: Copy> Table<V> {
    /// With so many slots, a power of two. It does not grow: a test sees that it stays at most half full.
    pub(super) fn with_room(room: usize) -> Self {
        Self {
            slots: vec![None; room.next_power_of_two()],
            seen: [0; SEEN],
        }
    }

    /// The value of the word with this hash.
    pub(super) fn find(&self, hash: u64) -> Option<V> {
        let (at, bit) = bit(hash);
        if self.seen[at] & bit == 0 {
            return None;
        }
        self.slots[self.place(hash)].map(|(_, value)| value)
    }

    /// The value of the longest word here that `word` begins with, and the hash of the whole word.
    pub(super) fn find_longest_prefix(&self, word: &str) -> (Option<V>, u64) {
        let mut hash = BASIS;
        let mut found = None;
        for (at, byte) in word.bytes().enumerate() {
            hash = step(hash, byte);
            if at + 1 >= SHORTEST
                && let Some(value) = self.find(hash)
            {
                found = Some(value);
            }
        }
        (found, hash)
    }

    /// The value of the word with this hash, put in if it was not there.
    pub(super) fn entry(&mut self, hash: u64, new: V) -> &mut V {
        let (at, bit) = bit(hash);
        self.seen[at] |= bit;
        let at = self.place(hash);
        &mut self.slots[at].get_or_insert((hash, new)).1
    }

    /// Where this hash is, or would be. There is always a free slot: see [`Table::with_room`].
    fn place(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = low(hash ^ (hash >> 32)) & mask;
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

/// The place of a hash among the bits.
fn bit(hash: u64) -> (usize, u64) {
    (low(hash >> 40) % SEEN, 1 << (hash >> 58))
}

fn low(bits: u64) -> usize {
    usize::try_from(bits & 0xffff_ffff).unwrap_or(0)
}

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(PRIME)
}
