//! Runs `cargo test`, shows what it prints, and counts.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::tally::Tally;
use crate::layout::Layout;
use crate::problem::{Explain, Outcome};

/// Runs the tests of some packages. One that does not compile, or dies without a result, counts as a failure.
pub fn run(layout: &Layout, arguments: &[&str]) -> Outcome<Tally> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["test", "--locked", "--no-fail-fast"])
        .args(arguments)
        .current_dir(layout.root());
    let mut child = cargo
        .stdout(Stdio::piped())
        .spawn()
        .explain(|| "`cargo test` could not be started".to_owned())?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            tally += counts(&line).unwrap_or_default();
        }
    }
    let status = child
        .wait()
        .explain(|| "`cargo test` could not be watched".to_owned())?;
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// Reads `test result: ok. 12 passed; 0 failed; 0 ignored; …`.
fn counts(line: &str) -> Option<Tally> {
    let result = line.strip_prefix("test result: ")?;
    let (_, counts) = result.split_once(". ")?;
    let number = |what: &str| {
        let count = counts
            .split(';')
            .find_map(|count| count.trim().strip_suffix(what))?;
        count.trim().parse().ok()
    };
    Some(Tally {
        passed: number("passed")?,
        failed: number("failed")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_cargo_says() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(
            counts(line),
            Some(Tally {
                passed: 12,
                failed: 3
            })
        );
        assert_eq!(counts("running 3 tests"), None);
    }
}
