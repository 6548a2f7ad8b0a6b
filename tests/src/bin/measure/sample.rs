//! Times taken of one thing, and what they come to.

use tokio::time::{Duration, Instant};
use xtask::bench::Row;

/// Times of the same thing, in milliseconds.
#[derive(Debug, Default)]
pub struct Sample {
    times: Vec<f64>,
}

impl Sample {
    /// Takes the time since `start`.
    pub fn since(&mut self, start: Instant) {
        self.add(start.elapsed());
    }

    /// Takes a time.
    pub fn add(&mut self, time: Duration) {
        self.times.push(time.as_secs_f64() * 1000.0);
    }

    /// The smallest time that `percent` of all do not exceed.
    pub fn percentile(&self, percent: usize) -> f64 {
        let mut times = self.times.clone();
        times.sort_by(f64::total_cmp);
        let rank = (times.len() * percent).div_ceil(100);
        times.get(rank.saturating_sub(1)).copied().unwrap_or_default()
    }

    /// The 95th percentile against what is wanted, and the median and 99th below it.
    pub fn rows(&self, what: &str, wanted: f64) -> Vec<Row> {
        vec![
            row(&format!("{what}, p95"), self.percentile(95), Some(wanted)),
            row("— p50", self.percentile(50), None),
            row("— p99", self.percentile(99), None),
        ]
    }
}

/// A row in milliseconds.
pub fn row(what: &str, found: f64, wanted: Option<f64>) -> Row {
    Row {
        what: what.to_owned(),
        found,
        wanted,
        limit: None,
        unit: "ms".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_were_taken() {
        let mut sample = Sample::default();
        assert!(sample.percentile(95).abs() < f64::EPSILON, "nothing was taken");
        for ms in (1..=100).rev() {
            sample.add(Duration::from_millis(ms));
        }
        assert!((sample.percentile(50) - 50.0).abs() < 1e-9);
        assert!((sample.percentile(95) - 95.0).abs() < 1e-9);
        assert!((sample.percentile(100) - 100.0).abs() < 1e-9);
    }
}
