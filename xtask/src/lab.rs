//! Runs the measurements (`xtask/lab`), compiled optimised: a program of its own, so that no other command waits for it.

use std::ffi::OsString;
use std::fs;
use std::process::Command;

use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};
use crate::{build, command, say, setup};

/// Compiles what is stale and runs it on these words. It says itself what is wrong with them, or with a file.
pub fn lab(layout: &Layout, name: &str, rest: Vec<OsString>) -> Outcome {
    if name == "evaluate" && rest.first().is_some_and(|what| what == "agreement") {
        return agreement(layout, &rest[1..]);
    }
    if name == "evaluate" && rest.first().is_some_and(|what| what == "handovers") {
        return handovers(layout, &rest[1..]);
    }
    let mut lab = program(layout, rest.iter().any(|word| word == "answers"));
    lab.arg(name).args(rest);
    command::run(&mut lab).map_err(|_| Problem::new(format!("`cargo xtask {name}` has no result")))
}

/// Whether everything that is decided about every line is the same natively, in workerd and in a browser. The native part
/// runs optimised, as the tables are made; the other two are what the edge and the widget are compiled to.
fn agreement(layout: &Layout, files: &[OsString]) -> Outcome {
    if files.is_empty() {
        return Err(Problem::new("No file was named")
            .fix("Name files of JSON lines: `cargo xtask evaluate agreement FILE...`"));
    }
    build::lab(layout)?;
    setup::browser()?;
    say::step("deciding about every line natively");
    let native = layout.scratch().join("native.digests");
    let digests = command::read(program(layout, false).arg("digests").args(files))?;
    fs::write(&native, digests).explain(|| format!("{} could not be written", native.display()))?;
    say::step("deciding about every line in workerd and in Chromium");
    let mut agree = cargo(layout);
    agree
        .args(["--package", "tests", "--bin", "agree", "--"])
        .arg(native);
    command::run(agree.args(files)).map_err(|_| Problem::new("There is no agreement"))
}

/// Whether the briefs of dialogues claim only what was said: fed through a real edge, read on an agent's line.
fn handovers(layout: &Layout, files: &[OsString]) -> Outcome {
    if files.is_empty() {
        return Err(Problem::new("No file was named")
            .fix("Name files of dialogues: `cargo xtask evaluate handovers FILE...`"));
    }
    build::build(layout, &build::Part::ALL)?;
    let mut handovers = cargo(layout);
    handovers.args(["--package", "tests", "--bin", "handovers", "--"]);
    command::run(handovers.args(files)).map_err(|_| Problem::new("Not every brief holds"))
}

fn program(layout: &Layout, with_index: bool) -> Command {
    let mut lab = cargo(layout);
    lab.args(["--release", "--package", "lab", "--bin", "lab"]);
    if with_index {
        lab.args(["--features", "answers"]);
    }
    lab.arg("--");
    lab
}

/// Files are named from where one stands, so the folder stays and the checkout is named instead.
fn cargo(layout: &Layout) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--manifest-path"]);
    cargo.arg(layout.at("Cargo.toml"));
    cargo
}
