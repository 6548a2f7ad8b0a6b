//! Node and the packages that `package-lock.json` pins: esbuild, wasm-opt, workerd, wrangler.

use std::process::Command;
use std::time::Duration;

use crate::command;
use crate::layout::Layout;
use crate::problem::{Outcome, Problem};
use crate::say;
use crate::stamp::{Inputs, Stamp};

/// The oldest Node that the pinned wrangler runs on.
const OLDEST_NODE: u32 = 20;

/// About 150 MB come down; a quarter of an hour is enough on a slow line.
const NPM_LIMIT: Duration = Duration::from_mins(15);

const GET_NODE: &str = "Install Node 20 or later (https://nodejs.org, or your system's package `nodejs` with `npm`) and try again.";

/// Checks that a new enough Node is on the path.
pub fn node() -> Outcome {
    let printed = command::read(Command::new("node").arg("--version"))
        .map_err(|problem| Problem::new("Node is missing").caused_by(problem).fix(GET_NODE))?;
    match major(&printed) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(Problem::new(format!("Node {} is too old", printed.trim()))
            .because(format!("the build tools need Node {OLDEST_NODE} or later"))
            .fix(GET_NODE)),
    }
}

/// The first number of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Installs exactly what the lock file says, when it is not installed yet.
pub fn packages(layout: &Layout) -> Outcome {
    let inputs = Inputs::of("npm")
        .path(&layout.at("package.json"))?
        .path(&layout.at("package-lock.json"))?;
    // Inside node_modules, so that it goes when they go.
    let stamp = Stamp::new(layout.npm(".baton-stamp"), inputs);
    if stamp.is_current() && layout.workerd().is_file() && layout.esbuild().is_file() {
        return Ok(());
    }
    say::step("installing the pinned npm packages (npm ci)");
    let mut npm = Command::new("npm");
    // No package's own scripts: the programs are used as they come, and nothing else needs them.
    npm.args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--fetch-retries=2",
        "--loglevel=error",
    ])
    .current_dir(layout.root());
    command::read_within(&mut npm, NPM_LIMIT).map_err(|problem| {
        Problem::new("The npm packages could not be installed").caused_by(problem).fix(
            "Check that npm is installed and reaches its registry (`npm ping`); behind a proxy or mirror set it with\n\
             `npm config set proxy URL` or `npm config set registry URL`. Then try again.",
        )
    })?;
    for program in [layout.workerd(), layout.esbuild()] {
        if !program.is_file() {
            return Err(Problem::new(format!("npm installed no {}", program.display()))
                .because(
                    "the pinned packages hold no program for this system (Linux and macOS are supported)",
                )
                .fix("Remove `node_modules` and try again, with npm's optional dependencies switched on."));
        }
    }
    stamp.set()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v9.1.0"), Some(9));
        assert_eq!(major("nonsense"), None);
    }
}
