//! Times, as other programs measure them: the rules natively and optimised (`shared/benches/`), the rest on a real
//! workerd and in a real Chromium (the `tests` crate, which has the clients for it). Each prints one [`Row`] a line, as JSON.

use std::process::Command;
use std::time::Duration;
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
        "round trips on workerd, pages in Chromium (half a minute)",
        &["run", "--package", "tests", "--bin", "measure"],
    ),
];

/// How long the machine is watched before something is measured.
const WATCHED: Duration = Duration::from_millis(500);

/// Percent of the processors' time that may go elsewhere without being worth a remark.
const QUIET: u64 = 20;

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

/// Times taken while others use the machine are theirs as much as Baton's: says so. Where the system does not tell how
/// busy it is in this place, nothing is said.
fn remark_load() {
    let read = || fs::read_to_string("/proc/stat").unwrap_or_default();
    let before = read();
    thread::sleep(WATCHED);
    if let Some(percent) = busy(&before, &read()).filter(|percent| *percent > QUIET) {
        say::warn(&format!(
            "the machine was {percent} % busy before this began; the times are longer than they would be alone"
        ));
    }
}

/// How much of the time between two looks at the processors they had something to do, in percent.
fn busy(before: &str, after: &str) -> Option<u64> {
    let (all_before, idle_before) = spent(before)?;
    let (all, idle) = spent(after)?;
    let (all, idle) = (all.checked_sub(all_before)?, idle.checked_sub(idle_before)?);
    (all.checked_sub(idle)? * 100).checked_div(all)
}

/// The time all processors spent since the system started, and the part of it with nothing to do. The first line is
/// `cpu USER NICE SYSTEM IDLE …`.
fn spent(stat: &str) -> Option<(u64, u64)> {
    let numbers = stat.lines().next()?.strip_prefix("cpu ")?.split_whitespace();
    let times: Vec<u64> = numbers.map_while(|number| number.parse().ok()).collect();
    Some((times.iter().sum(), *times.get(3)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_how_busy_the_processors_were() {
        let before = "cpu  100 0 100 800 0\ncpu0 50 0 50 400 0\n";
        let after = "cpu  140 0 110 850 0\ncpu0 70 0 55 425 0\n";
        assert_eq!(busy(before, after), Some(50));
        assert_eq!(busy(before, before), None, "no time passed");
        assert_eq!(busy("", ""), None, "a system without such a file");
    }
}
