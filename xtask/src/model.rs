//! Runs the longer exploration (`tests/model`): a program of its own, optimised, so that no other command waits for it.

use std::ffi::OsString;
use std::process::Command;

use crate::command;
use crate::layout::Layout;
use crate::problem::{Outcome, Problem};

/// How it is compiled, here and in `test`: see the workspace's `Cargo.toml`.
pub const PROFILE: &str = "model";

/// Explores every order of things, then lives random lives, and prints what was tried.
pub fn model(layout: &Layout, rest: Vec<OsString>) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo.args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "model",
        "--profile",
        PROFILE,
        "--",
    ]);
    cargo.args(rest).current_dir(layout.root());
    command::run(&mut cargo).map_err(|problem| {
        Problem::new("A rule can be broken, or the exploration could not run")
            .caused_by(problem)
            .fix("Read the lines above: they hold the shortest way to the breach that was found.")
    })
}
