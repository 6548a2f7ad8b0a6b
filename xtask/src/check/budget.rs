//! Fails when a size budget is broken.

use crate::bench::{Row, sizes};
use crate::layout::Layout;
use crate::problem::{Outcome, Problem};
use crate::say;

/// Measures what `build` made; what is only wished for is remarked.
pub fn check(layout: &Layout) -> Outcome {
    let rows = sizes(layout)?;
    for row in rows.iter().filter(|row| row.holds() && !row.is_as_wanted()) {
        say::warn(&format!(
            "{}: {} {}, wanted at most {}",
            row.what,
            row.found,
            row.unit,
            row.wanted.unwrap_or(0.0)
        ));
    }
    let broken: Vec<String> = rows
        .iter()
        .filter(|row| !row.holds())
        .map(
            |Row {
                 what,
                 found,
                 limit,
                 unit,
                 ..
             }| format!("{what}: {found} {unit}, limit {}", limit.unwrap_or(0.0)),
        )
        .collect();
    if broken.is_empty() {
        return Ok(());
    }
    Err(Problem::new("A budget is broken")
        .because(broken.join("\n"))
        .fix("`cargo xtask bench` prints the parts; find what grew. Budgets are not raised."))
}
