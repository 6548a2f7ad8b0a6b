//! Times, as other programs measure them: the rules natively and optimised (`shared/benches/`), the rest on a real
//! workerd and in a real Chromium (the `tests` crate, which has the clients for it). Each prints one [`Row`] a line, as JSON.

use std::process::Command;
use std::{fs, thread};

use super::Row;
use crate::layout::Layout;
use crate::problem::{Explain, Outcome};
use crate::{command, say};

/// What runs, what it is called while it runs, and the arguments that `cargo` gets.
const PROGRAMS: [(&str, &[&str]); 2] = [
    (
        "how fast the rules read a message",
        &["bench", "--package", "shared", "--bench", "triggers"],
    ),
    (
        "round trips on workerd, pages in Chromium (about a minute)",
        &["run", "--package", "tests", "--bin", "measure"],
    ),
];

/// Runs every measuring program, one after the other: they must not disturb each other.
pub fn timings(layout: &Layout) -> Outcome<Vec<Row>> {
    let mut rows = Vec::new();
    for (what, arguments) in PROGRAMS {
        say::step(&format!("measuring {what}"));
        remark_load();
        let mut cargo = Command::new("cargo");
        cargo
            .args(arguments)
            .args(["--locked", "--quiet"])
            .current_dir(layout.root());
        for line in command::read(&mut cargo)?.lines().filter(|line| !line.is_empty()) {
            rows.push(serde_json::from_str(line).explain(|| format!("`{line}` is no measure"))?);
        }
    }
    Ok(rows)
}

/// Times taken while others use the machine are theirs as much as Baton's: says so. Where the system does not tell its
/// load in this place, nothing is said.
fn remark_load() {
    let told = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    if let Some(load) = busy(&told, cores) {
        say::warn(&format!(
            "the machine is busy (load {load:.1} on {cores} cores); times below are longer than they would be alone"
        ));
    }
}

/// The load of the last minute, when more wants to run than there are cores for it.
fn busy(loadavg: &str, cores: usize) -> Option<f64> {
    let load: f64 = loadavg.split(' ').next()?.parse().ok()?;
    let cores = u32::try_from(cores).map_or(f64::INFINITY, f64::from);
    (load > cores).then_some(load)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_machine_is_one_with_more_to_do_than_cores() {
        assert_eq!(busy("3.84 3.73 4.34 2/310 20411\n", 2), Some(3.84));
        assert_eq!(busy("0.31 3.73 4.34 2/310 20411\n", 2), None);
        assert_eq!(busy("", 2), None, "a system without such a file");
    }
}
