//! What a machine learnt, as the bytes of a table in the layout of `shared::triggers::explicit::table`.

use shared::triggers::explicit::table::{self, LARGEST, UNIT};

use super::machine::Machine;

/// What was learnt, in the table's whole units.
pub(super) struct Whole {
    pub weights: Vec<i8>,
    pub bias: i16,
}

impl Whole {
    pub fn bytes(&self) -> Vec<u8> {
        table::write(&self.weights, self.bias)
    }
}

/// Rounds what was learnt.
pub(super) fn whole(learnt: &Machine, scales: &[f64]) -> Whole {
    let weights = learnt.weights.iter().zip(scales);
    Whole {
        weights: weights
            .map(|(weight, scale)| rounded(weight * scale, LARGEST))
            .map(|weight| i8::try_from(weight).unwrap_or(0))
            .collect(),
        bias: i16::try_from(rounded(learnt.bias, i16::MAX.into())).unwrap_or(i16::MIN),
    }
}

/// 1 for the features with the largest weights, 0 for all others.
pub(super) fn strongest(weights: &[f64], keep: usize) -> Vec<f64> {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|a, b| weights[*b].abs().total_cmp(&weights[*a].abs()).then(a.cmp(b)));
    let mut scales = vec![0.0; weights.len()];
    for at in order.into_iter().take(keep) {
        scales[at] = 1.0;
    }
    scales
}

/// A number in the table's whole units.
fn rounded(number: f64, most: i32) -> i32 {
    let scaled = (number * f64::from(UNIT))
        .round()
        .clamp(f64::from(-most), f64::from(most));
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what an i32 holds")]
    let whole = scaled as i32;
    whole
}
