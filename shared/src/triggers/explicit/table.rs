//! The weights: what each feature says for or against.
//!
//! The tables are made by `cargo xtask train request DATA_FOLDER` and `… train probe …` and by nothing else. Layout: one
//! `i8` for each of [`SLOTS`] slots, most of them 0; then what a sentence begins with, an `i16`, little-endian. Features
//! that fall into one slot share its weight: the trainer saw them so too.

use super::features::Sentence;

/// Places for features. A power of two.
pub const SLOTS: usize = 1 << 15;
/// How long a table is, in bytes.
pub const SIZE: usize = SLOTS + 2;
/// One, in the table's whole numbers.
pub const UNIT: i32 = 16;
/// A weight's largest size: the less it may be, the less visitors download.
pub const LARGEST: i32 = 7;

/// A trained table.
#[derive(Debug)]
pub struct Table(&'static [u8; SIZE]);

/// Asks for a person. Shipped in the widget.
pub(super) static REQUEST: Table = Table(include_bytes!("request.bin"));
/// Asks what it is talking to.
pub(super) static PROBE: Table = Table(include_bytes!("probe.bin"));

impl Table {
    /// What a feature says.
    #[expect(clippy::cast_possible_wrap, reason = "the byte is an i8")]
    pub fn weight(&self, slot: usize) -> i32 {
        self.0.get(slot).map_or(0, |byte| i32::from(*byte as i8))
    }

    /// What a sentence says, in [`UNIT`]ths; it says yes above 0.
    pub fn sum(&self, sentence: &Sentence<'_>) -> i32 {
        let bias = i16::from_le_bytes([self.0[SLOTS], self.0[SLOTS + 1]]);
        let slots = sentence.slots();
        slots
            .iter()
            .fold(i32::from(bias), |sum, slot| sum + self.weight(*slot))
    }
}

/// The bytes of a table.
pub fn write(weights: &[i8], bias: i16) -> Vec<u8> {
    let mut bytes: Vec<u8> = weights.iter().map(|weight| weight.to_le_bytes()[0]).collect();
    bytes.resize(SLOTS, 0);
    bytes.extend(bias.to_le_bytes());
    bytes
}
