//! Runs the storm (`tests/src/chaos`): visitors and agents over a bad network, on a real workerd that is killed now and then.

use std::ffi::OsString;
use std::process::Command;

use crate::build::{self, Part};
use crate::command;
use crate::layout::Layout;
use crate::problem::{Outcome, Problem};

/// Builds what is stale and lets it storm. It prints what was tried and what was found.
pub fn chaos(layout: &Layout, rest: Vec<OsString>) -> Outcome {
    build::build(layout, &Part::ALL)?;
    let mut cargo = Command::new("cargo");
    cargo.args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "tests",
        "--bin",
        "chaos",
        "--",
    ]);
    cargo.args(rest).current_dir(layout.root());
    command::run(&mut cargo).map_err(|problem| {
        Problem::new("Something was lost, doubled, reordered or left alone in the storm, or it could not run")
            .caused_by(problem)
            .fix("Read the lines above: they hold the conversation's log. The same `--seed` makes a storm of the same kind.")
    })
}
