//! One measure, its limit, and how a table of them is printed.

use crate::say;

/// One line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// The number found.
    pub found: f64,
    /// What is hoped for; passing it is remarked.
    pub wanted: Option<f64>,
    /// What must hold; passing it fails the tests.
    pub limit: Option<f64>,
    /// The unit of all three, for example `bytes` or `ms`.
    pub unit: &'static str,
}

impl Row {
    /// Whether the limit holds.
    pub fn holds(&self) -> bool {
        self.limit.is_none_or(|limit| self.found <= limit)
    }

    /// Whether what is hoped for holds as well.
    pub fn is_as_wanted(&self) -> bool {
        self.holds() && self.wanted.is_none_or(|wanted| self.found <= wanted)
    }

    fn verdict(&self) -> &'static str {
        match (self.holds(), self.is_as_wanted()) {
            (false, _) => "BROKEN",
            (true, false) => "over what is wanted",
            (true, true) if self.limit.or(self.wanted).is_some() => "holds",
            (true, true) => "",
        }
    }
}

/// Prints the rows as a Markdown table, ready for `docs/performance.md`.
pub fn print(rows: &[Row]) {
    say::line("| measure | found | wanted | limit | |\n|---|---:|---:|---:|---|");
    for row in rows {
        let bound = |bound: Option<f64>| bound.map_or(String::new(), |bound| number(bound, row.unit));
        say::line(&format!(
            "| {} | {} | {} | {} | {} |",
            row.what,
            number(row.found, row.unit),
            bound(row.wanted),
            bound(row.limit),
            row.verdict()
        ));
    }
}

fn number(value: f64, unit: &str) -> String {
    if value.fract() == 0.0 {
        format!("{value:.0} {unit}")
    } else {
        format!("{value:.1} {unit}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(found: f64) -> Row {
        Row {
            what: "x".into(),
            found,
            wanted: Some(10.0),
            limit: Some(20.0),
            unit: "ms",
        }
    }

    #[test]
    fn tells_wanted_from_limit() {
        assert_eq!(row(10.0).verdict(), "holds");
        assert_eq!(row(15.5).verdict(), "over what is wanted");
        assert_eq!(row(20.5).verdict(), "BROKEN");
    }
}
