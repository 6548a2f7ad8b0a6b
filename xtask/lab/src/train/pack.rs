//! What a machine learnt, as the bytes of a table in the layout of `shared::triggers::explicit::table`.

use shared::triggers::explicit::table::{self, LARGEST, UNIT};

use super::machine::Machine;

/// The bytes of the table.
pub(super) fn table(learnt: &Machine, scales: &[f64]) -> Vec<u8> {
    let weights: Vec<i8> = learnt
        .weights
        .iter()
        .zip(scales)
        .map(|(weight, scale)| whole(weight * scale, LARGEST))
        .map(|weight| i8::try_from(weight).unwrap_or(0))
        .collect();
    let bias = i16::try_from(whole(learnt.bias, i16::MAX.into())).unwrap_or(i16::MIN);
    table::write(&weights, bias)
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
fn whole(number: f64, most: i32) -> i32 {
    let scaled = (number * f64::from(UNIT))
        .round()
        .clamp(f64::from(-most), f64::from(most));
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what an i32 holds")]
    let whole = scaled as i32;
    whole
}
