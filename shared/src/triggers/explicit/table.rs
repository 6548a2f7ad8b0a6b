//! The weights: what each feature says for or against.
//!
//! The tables are made by `cargo xtask train request DATA_FOLDER` and `… train probe …` and by nothing else. Most slots have
//! no weight, and visitors download the table, so it is packed: first what a sentence begins with, an `i16`, little-endian;
//! then a byte a weight, the upper half how many empty slots lie before it, the lower half the weight plus 8. A lower half
//! of 0 is one more empty slot. Features that fall into one slot share its weight: the trainer saw them so too.

use std::sync::OnceLock;

/// Places for features. A power of two; with half as many, those that share a place cost three points of recall.
pub const SLOTS: usize = 1 << 16;
/// One, in the table's whole numbers.
pub const UNIT: i32 = 16;
/// A weight's largest size: it has half a byte.
pub const LARGEST: i32 = 7;
/// A weight of nothing in its half byte.
const ZERO: u8 = 8;

/// A trained table.
#[derive(Debug)]
pub struct Table {
    packed: &'static [u8],
    weights: OnceLock<Vec<i8>>,
}

/// Asks for a person. Shipped in the widget.
pub(super) static REQUEST: Table = Table::of(include_bytes!("request.bin"));
/// Asks what it is talking to.
pub(super) static PROBE: Table = Table::of(include_bytes!("probe.bin"));

impl Table {
    pub(crate) const fn of(packed: &'static [u8]) -> Self {
        Self {
            packed,
            weights: OnceLock::new(),
        }
    }

    /// What a feature says.
    pub fn weight(&self, slot: usize) -> i32 {
        let weights = self.weights.get_or_init(|| unpack(self.packed));
        weights.get(slot).map_or(0, |weight| i32::from(*weight))
    }

    /// What a sentence of these features says, in [`UNIT`]ths; it says yes above 0.
    pub fn sum(&self, slots: &[usize]) -> i32 {
        let bias = match *self.packed {
            [low, high, ..] => i16::from_le_bytes([low, high]),
            _ => 0,
        };
        let weights = self.weights.get_or_init(|| unpack(self.packed));
        let weight = |slot: &usize| weights.get(*slot).map_or(0, |weight| i32::from(*weight));
        slots.iter().fold(i32::from(bias), |sum, slot| sum + weight(slot))
    }
}

fn unpack(packed: &[u8]) -> Vec<i8> {
    let mut weights = vec![0; SLOTS];
    let mut at = 0;
    for byte in packed.iter().skip(2) {
        at += usize::from(byte >> 4);
        // Both are at most 15.
        let weight = (byte & 15).wrapping_sub(ZERO).cast_signed();
        if byte & 15 != 0
            && let Some(place) = weights.get_mut(at)
        {
            *place = weight;
        }
        at += 1;
    }
    weights
}

/// The bytes of a table. Weights lie between -[`LARGEST`] and [`LARGEST`].
pub fn write(weights: &[i8], bias: i16) -> Vec<u8> {
    let mut bytes = bias.to_le_bytes().to_vec();
    let mut empty = 0_u8;
    for weight in weights {
        match weight {
            0 if empty == 15 => {
                bytes.push(empty << 4);
                empty = 0;
            }
            0 => empty += 1,
            weight => {
                bytes.push(empty << 4 | weight.cast_unsigned().wrapping_add(ZERO));
                empty = 0;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let mut weights = vec![0_i8; SLOTS];
        for (at, weight) in [(0, 7), (1, -7), (17, 1), (18, -1), (50, 3), (SLOTS - 1, 2)] {
            weights[at] = weight;
        }
        let bytes = write(&weights, -12);
        assert_eq!(unpack(&bytes), weights);
        assert_eq!(bytes[..2], (-12_i16).to_le_bytes());
    }

    #[test]
    fn the_shipped_tables_hold_weights() {
        for table in [&REQUEST, &PROBE] {
            let known = (0..SLOTS).filter(|slot| table.weight(*slot) != 0).count();
            assert!((2_000..=20_000).contains(&known), "{known}");
        }
    }
}
