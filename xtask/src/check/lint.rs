//! Format and lints, of the crates that run natively and of those that run as Wasm, each for its own target.

use std::process::Command;

use crate::command;
use crate::layout::Layout;
use crate::problem::{Outcome, Problem};
use crate::setup::WASM_TARGET;

/// Every file is as rustfmt writes it.
pub fn format(layout: &Layout) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["fmt", "--all", "--", "--check", "--files-with-diff"])
        .current_dir(layout.root());
    command::read(&mut cargo)
        .map(drop)
        .map_err(|problem| problem.fix("Run `cargo fmt --all`."))
}

/// Every crate with its tests, as the tests compile it: natively.
pub fn native(layout: &Layout) -> Outcome {
    clippy(layout, &["--workspace", "--all-targets"])
}

/// What runs in browsers and at the edge, as it is shipped.
pub fn wasm(layout: &Layout) -> Outcome {
    let packages = [
        "--package",
        "widget",
        "--package",
        "agent",
        "--package",
        "edge",
        "--lib",
    ];
    clippy(layout, &[&packages[..], &["--target", WASM_TARGET]].concat())
}

fn clippy(layout: &Layout, arguments: &[&str]) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["clippy", "--quiet", "--locked"])
        .args(arguments)
        .args(["--", "--deny", "warnings"]);
    command::run(cargo.current_dir(layout.root())).map_err(|problem| {
        Problem::new("clippy found something")
            .caused_by(problem)
            .fix("Read its lines above.")
    })
}
