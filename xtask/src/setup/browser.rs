//! Chromium and ChromeDriver, for the browser stories only.

use std::process::Command;
use std::time::Duration;

use crate::command;
use crate::problem::{Outcome, Problem};
use crate::say;

/// About 120 MB come down.
const APT_LIMIT: Duration = Duration::from_mins(15);

/// Sees to it that a browser and its driver are on the path.
pub fn browser() -> Outcome {
    if installed() {
        return Ok(());
    }
    let by_hand = Problem::new("Chromium and ChromeDriver are missing")
        .because("the browser stories run in a real browser; everything else works without one")
        .fix(
            "Debian, Ubuntu: `sudo apt-get install chromium chromium-driver`. macOS: `brew install chromium chromedriver`.\n\
             Elsewhere: put `chromium` (or `google-chrome`) and `chromedriver` of one version on the path. Then try again.\n\
             To run the other tests now: `cargo xtask test unit` and `cargo xtask test edge`.",
        );
    if !is_root() || !command::answers(Command::new("apt-get").arg("--version")) {
        return Err(by_hand);
    }
    say::step("installing Chromium and ChromeDriver (apt-get install chromium chromium-driver)");
    let mut update = Command::new("apt-get");
    command::read_within(
        update.arg("update").env("DEBIAN_FRONTEND", "noninteractive"),
        APT_LIMIT,
    )?;
    let mut install = Command::new("apt-get");
    install.args([
        "install",
        "--yes",
        "--no-install-recommends",
        "chromium",
        "chromium-driver",
    ]);
    command::read_within(install.env("DEBIAN_FRONTEND", "noninteractive"), APT_LIMIT)
        .map_err(|problem| by_hand.clone().caused_by(problem))?;
    if installed() { Ok(()) } else { Err(by_hand) }
}

fn installed() -> bool {
    program().is_some() && command::answers(Command::new("chromedriver").arg("--version"))
}

/// The name under which a Chromium is on the path.
pub fn program() -> Option<&'static str> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|name| command::answers(Command::new(name).arg("--version")))
}

fn is_root() -> bool {
    command::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
