//! One measure, its limit, and how a table of them is printed.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::say;

/// One line of the table; as JSON, what a measuring program prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    pub unit: Cow<'static, str>,
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
            (true, false) if self.limit.is_none() => "MISSED",
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
        let bound = |bound: Option<f64>| bound.map_or(String::new(), |bound| number(bound, &row.unit));
        say::line(&format!(
            "| {} | {} | {} | {} | {} |",
            row.what,
            number(row.found, &row.unit),
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
            unit: "ms".into(),
        }
    }

    #[test]
    fn tells_wanted_from_limit() {
        assert_eq!(row(10.0).verdict(), "holds");
        assert_eq!(row(15.5).verdict(), "over what is wanted");
        assert_eq!(row(20.5).verdict(), "BROKEN");
        let wish = Row {
            limit: None,
            ..row(15.5)
        };
        assert_eq!(wish.verdict(), "MISSED");
        assert!(wish.holds(), "nothing but a limit can be broken");
    }

    #[test]
    fn reads_what_a_measuring_program_prints() {
        let line = r#"{"what":"x","found":10.5,"unit":"µs"}"#;
        let read: Row = serde_json::from_str(line).unwrap();
        assert_eq!((read.found, read.wanted, read.verdict()), (10.5, None, ""));
    }
}
