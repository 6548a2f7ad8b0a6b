//! Runs the measurements (`xtask/lab`), compiled optimised: a program of its own, so that no other command waits for it.

use std::ffi::OsString;
use std::process::Command;

use crate::command;
use crate::layout::Layout;
use crate::problem::{Outcome, Problem};

/// Compiles what is stale and runs it on these words. It says itself what is wrong with them, or with a file.
pub fn lab(layout: &Layout, name: &str, rest: Vec<OsString>) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--release", "--quiet", "--locked", "--package", "lab"]);
    // Files are named from where one stands, so the folder stays and the checkout is named instead.
    cargo.arg("--manifest-path").arg(layout.at("Cargo.toml"));
    if rest.iter().any(|word| word == "answers") {
        cargo.args(["--features", "answers"]);
    }
    cargo.arg("--").arg(name).args(rest);
    command::run(&mut cargo).map_err(|_| Problem::new(format!("`cargo xtask {name}` has no result")))
}
