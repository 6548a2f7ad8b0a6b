//! `test`: every check there is, in the order in which they fail fastest, and a line of counts at the end.
//!
//! A failed check does not stop the others: one run shows all that is wrong.

mod budget;
mod cargo_test;
mod lint;
mod tally;
mod tidy;
mod wrangler;

use crate::build::{self, Part};
use crate::layout::Layout;
use crate::problem::{Outcome, Problem};
use crate::{model, say, setup};
use tally::Tally;

/// A part of the tests that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    /// Format, lints, tidiness, and the tests that need no runtime.
    Unit,
    /// The budgets, and the edge from outside on a real workerd.
    Edge,
    /// The stories in a real browser.
    Browser,
}

impl Suite {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Unit, Self::Edge, Self::Browser];

    /// The suite that a command line names.
    pub fn named(name: &str) -> Outcome<Self> {
        match name {
            "unit" => Ok(Self::Unit),
            "edge" => Ok(Self::Edge),
            "browser" => Ok(Self::Browser),
            _ => {
                Err(Problem::new(format!("There are no tests `{name}`"))
                    .fix("Tests are: unit, edge, browser."))
            }
        }
    }
}

/// Installs what is missing, runs the suites, prints the counts; a failure anywhere is the result.
pub fn test(layout: &Layout, suites: &[Suite]) -> Outcome {
    let mut tally = Tally::default();
    setup::for_build(layout)?;
    if suites.contains(&Suite::Browser) {
        setup::browser()?;
    }
    if suites.contains(&Suite::Unit) {
        unit(layout, &mut tally)?;
    }
    if suites.contains(&Suite::Edge) || suites.contains(&Suite::Browser) {
        build::build(layout, &Part::ALL)?;
    }
    if suites.contains(&Suite::Edge) {
        tally.check("budgets", budget::check(layout));
        tally.check("no machine in what is shipped", tidy::shipped(layout));
        tally.check("wrangler accepts the build", wrangler::dry_run(layout));
        tally.add(cargo_test::run(
            layout,
            &["--package", "tests", "--test", "edge"],
        )?);
    }
    if suites.contains(&Suite::Browser) {
        build::lab(layout)?;
        tally.add(cargo_test::run(
            layout,
            &["--package", "tests", "--test", "browser"],
        )?);
    }
    say::line(&tally.to_string());
    if tally.failed == 0 {
        Ok(())
    } else {
        Err(Problem::new("Not everything passed"))
    }
}

fn unit(layout: &Layout, tally: &mut Tally) -> Outcome {
    setup::lint_tools()?;
    tally.check("format", lint::format(layout));
    tally.check("tidy", tidy::sources(layout));
    tally.check("lints, native", lint::native(layout));
    tally.check("lints, Wasm", lint::wasm(layout));
    tally.add(cargo_test::run(
        layout,
        &["--workspace", "--exclude", "tests", "--exclude", "model"],
    )?);
    // Every order of things is tried, which takes long unless it is optimised.
    tally.add(cargo_test::run(
        layout,
        &["--package", "model", "--profile", model::PROFILE],
    )?);
    tally.add(cargo_test::run(layout, &["--package", "tests", "--lib"])?);
    Ok(())
}
