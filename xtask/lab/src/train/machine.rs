//! A linear support vector machine with squared hinge loss, by coordinate descent in the dual (Hsieh and others, 2008).
//! Nothing but sums, products and quotients, in one order: the same weights on every machine.

/// An example as one topic sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// Its place among the inputs.
    pub at: usize,
    /// Whether it is about the topic.
    pub wanted: bool,
    /// How dear a mistake about it is.
    pub cost: f64,
}

/// What was learnt.
#[derive(Debug)]
pub(crate) struct Machine {
    /// One a feature, before its scale.
    pub weights: Vec<f64>,
    /// What a text without features gets.
    pub bias: f64,
}

/// Learns from rows of features, each of which is there or not; `scales` say how large a feature is when it is there.
pub(crate) fn train(inputs: &[Vec<usize>], rows: &[Row], scales: &[f64], rounds: usize) -> Machine {
    let mut machine = Machine {
        weights: vec![0.0; scales.len()],
        bias: 0.0,
    };
    let sizes: Vec<f64> = rows
        .iter()
        .map(|row| {
            inputs[row.at]
                .iter()
                .fold(1.0, |sum, at| sum + scales[*at] * scales[*at])
        })
        .collect();
    let mut duals = vec![0.0_f64; rows.len()];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut dice = 0x2545_f491_4f6c_dd1d;
    for _ in 0..rounds {
        shuffle(&mut order, &mut dice);
        for &turn in &order {
            let row = rows[turn];
            let sign = if row.wanted { 1.0 } else { -1.0 };
            let input = &inputs[row.at];
            let margin = input
                .iter()
                .fold(machine.bias, |sum, at| sum + machine.weights[*at] * scales[*at]);
            let slack = 0.5 / row.cost;
            let slope = sign * margin - 1.0 + slack * duals[turn];
            let dual = (duals[turn] - slope / (sizes[turn] + slack)).max(0.0);
            let step = (dual - duals[turn]) * sign;
            duals[turn] = dual;
            machine.bias += step;
            for at in input {
                machine.weights[*at] += step * scales[*at];
            }
        }
    }
    machine
}

/// Fisher and Yates' shuffle with Marsaglia's xorshift: an order without a pattern, but always the same.
fn shuffle(order: &mut [usize], dice: &mut u64) {
    for last in (1..order.len()).rev() {
        *dice ^= *dice << 13;
        *dice ^= *dice >> 7;
        *dice ^= *dice << 17;
        let below = last as u64 + 1;
        order.swap(last, usize::try_from(*dice % below).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_which_feature_decides() {
        // Feature 0 decides, 1 is there always, 2 by chance.
        let inputs = vec![vec![0, 1], vec![0, 1, 2], vec![1], vec![1, 2]];
        let rows: Vec<Row> = (0..4)
            .map(|at| Row {
                at,
                wanted: at < 2,
                cost: 1.0,
            })
            .collect();
        let learnt = train(&inputs, &rows, &[1.0; 3], 50);
        let score = |input: &[usize]| {
            input
                .iter()
                .fold(learnt.bias, |sum, at| sum + learnt.weights[*at])
        };
        assert!(score(&[0]) > 0.0 && score(&[2]) < 0.0, "{learnt:?}");
        assert!(learnt.weights[0] > 4.0 * learnt.weights[2].abs(), "{learnt:?}");
    }
}
