//! The weights: which feature speaks for or against which topic, and how loud.
//!
//! `weights.bin` is made by `cargo xtask train topics DATA_FOLDER` and by nothing else. Its layout, all little-endian: the
//! magic `BTW2`; the biases, twelve `i16`; then [`SLOTS`] checks (`u16`, 0 for an empty slot), which lie together so that what
//! is not there is told from little memory; then as many times twelve `i8`. A feature's slot is found by open addressing. All
//! weights are in [`UNIT`]ths.

use super::Topic;

/// One, in the table's fixed-point numbers.
pub const UNIT: i32 = 64;
/// How many topics there are.
pub const TOPICS: usize = Topic::ALL.len();
/// Places for features. A power of two.
pub const SLOTS: usize = 1 << 15;
/// Places that may be taken, so that looking for what is not there ends soon.
pub const MOST_FEATURES: usize = SLOTS / 4 * 3;
/// Begins every table of this layout.
pub const MAGIC: [u8; 4] = *b"BTW2";

/// Where the checks begin.
const CHECKS: usize = MAGIC.len() + 2 * TOPICS;
/// Where the weights begin.
const ROWS: usize = CHECKS + 2 * SLOTS;
const SIZE: usize = ROWS + TOPICS * SLOTS;

static WEIGHTS: &[u8; SIZE] = include_bytes!("weights.bin");

/// What each topic starts with.
pub(super) fn biases() -> [i32; TOPICS] {
    std::array::from_fn(|topic| {
        let at = MAGIC.len() + 2 * topic;
        i32::from(i16::from_le_bytes([WEIGHTS[at], WEIGHTS[at + 1]]))
    })
}

/// The slot of a feature; none for one that was never seen in training.
pub(super) fn find(key: u64) -> Option<usize> {
    let (mut slot, check) = place(key);
    // The table is never full, but a damaged one must not hang.
    for _ in 0..SLOTS {
        let at = CHECKS + 2 * slot;
        let found = u16::from_le_bytes([WEIGHTS[at], WEIGHTS[at + 1]]);
        if found == check {
            return Some(slot);
        }
        if found == 0 {
            return None;
        }
        slot = (slot + 1) % SLOTS;
    }
    None
}

/// What the feature of a slot says for or against each topic.
pub(super) fn weights(slot: usize) -> [i8; TOPICS] {
    let at = ROWS + slot * TOPICS;
    std::array::from_fn(|topic| WEIGHTS[at + topic].cast_signed())
}

/// The table of these biases and features, in the layout above. Features of the same check in one run of slots would
/// be taken for each other; of such twins the first stays.
pub fn write(biases: &[i16; TOPICS], features: &[(u64, [i8; TOPICS])]) -> Vec<u8> {
    let mut bytes = vec![0; SIZE];
    bytes[..MAGIC.len()].copy_from_slice(&MAGIC);
    for (topic, bias) in biases.iter().enumerate() {
        let at = MAGIC.len() + 2 * topic;
        bytes[at..at + 2].copy_from_slice(&bias.to_le_bytes());
    }
    for (key, weights) in features.iter().take(MOST_FEATURES) {
        let (mut slot, check) = place(*key);
        loop {
            let at = CHECKS + 2 * slot;
            let found = u16::from_le_bytes([bytes[at], bytes[at + 1]]);
            if found == check {
                break;
            }
            if found == 0 {
                bytes[at..at + 2].copy_from_slice(&check.to_le_bytes());
                let row = ROWS + slot * TOPICS;
                for (byte, weight) in bytes[row..row + TOPICS].iter_mut().zip(weights) {
                    *byte = weight.to_le_bytes()[0];
                }
                break;
            }
            slot = (slot + 1) % SLOTS;
        }
    }
    bytes
}

/// Where a feature belongs, and what tells it from its neighbours there. Never 0.
#[expect(
    clippy::cast_possible_truncation,
    reason = "parts of the key are taken on purpose"
)]
fn place(key: u64) -> (usize, u16) {
    (key as usize % SLOTS, ((key >> 48) as u16).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_table_has_its_layout() {
        assert_eq!(WEIGHTS[..MAGIC.len()], MAGIC);
        assert!(
            biases().iter().all(|bias| (-4 * UNIT..0).contains(bias)),
            "nothing said is no topic"
        );
    }

    #[test]
    fn a_written_table_is_as_long_as_the_read_one() {
        assert_eq!(
            write(&[0; TOPICS], &[(7, [1; TOPICS]), (7, [2; TOPICS])]).len(),
            WEIGHTS.len()
        );
    }
}
