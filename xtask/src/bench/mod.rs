//! The measures that Baton promises, in one table. Each group of numbers is a module that returns [`Row`]s.

mod sizes;
mod table;
mod timings;

pub use sizes::sizes;
pub use table::Row;

use crate::build::{self, Part};
use crate::layout::Layout;
use crate::problem::Outcome;
use crate::setup;

/// Builds what is stale, measures, and prints the table.
pub fn bench(layout: &Layout) -> Outcome {
    build::build(layout, &Part::ALL)?;
    build::lab(layout)?;
    setup::browser()?;
    let mut rows = sizes(layout)?;
    rows.extend(timings::timings(layout)?);
    table::print(&rows);
    Ok(())
}
