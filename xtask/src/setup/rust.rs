//! The Rust toolchain's own parts: the Wasm target, and for tests rustfmt and clippy.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::command;
use crate::problem::{Outcome, Problem};
use crate::say;

/// What widget, agent view and edge are compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// rustup is known to hang on some networks; ten minutes are enough on a slow one.
const RUSTUP_LIMIT: Duration = Duration::from_mins(10);

/// Sees to it that Rust's standard library for Wasm is there.
pub fn wasm_target() -> Outcome {
    if has_wasm_target() {
        return Ok(());
    }
    say::step("installing Rust's Wasm target (rustup target add wasm32-unknown-unknown)");
    command::read_within(
        Command::new("rustup").args(["target", "add", WASM_TARGET]),
        RUSTUP_LIMIT,
    )
    .map_err(|problem| {
        Problem::new("Rust's standard library for Wasm is missing, and could not be installed")
            .caused_by(problem)
            .fix(format!(
                "Get rustup from https://rustup.rs, run `rustup target add {WASM_TARGET}` and try again.\n\
                     Without rustup, install your system's package of Rust's `{WASM_TARGET}` library."
            ))
    })?;
    Ok(())
}

fn has_wasm_target() -> bool {
    let printed =
        command::read(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
    printed.is_ok_and(|folder| {
        std::fs::read_dir(Path::new(folder.trim())).is_ok_and(|mut files| {
            files.any(|file| file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libcore")))
        })
    })
}

/// Sees to it that the standard library's source is there: the widget compiles it along, to be small.
pub fn library_source() -> Outcome {
    let there = || {
        let sysroot = command::read(Command::new("rustc").args(["--print", "sysroot"]));
        sysroot.is_ok_and(|at| {
            Path::new(at.trim())
                .join("lib/rustlib/src/rust/library/Cargo.lock")
                .is_file()
        })
    };
    if there() {
        return Ok(());
    }
    say::step("installing the standard library's source (rustup component add rust-src)");
    command::read_within(
        Command::new("rustup").args(["component", "add", "rust-src"]),
        RUSTUP_LIMIT,
    )
    .map_err(|problem| {
        Problem::new("The source of Rust's standard library is missing, and could not be installed")
            .caused_by(problem)
            .fix("Get rustup from https://rustup.rs, run `rustup component add rust-src` and try again.")
    })?;
    Ok(())
}

/// Sees to it that rustfmt and clippy are there.
pub fn lint_tools() -> Outcome {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if command::answers(Command::new("cargo").args([tool, "--version"])) {
            continue;
        }
        say::step(&format!(
            "installing {component} (rustup component add {component})"
        ));
        command::read_within(
            Command::new("rustup").args(["component", "add", component]),
            RUSTUP_LIMIT,
        )
        .map_err(|problem| {
            Problem::new(format!("{component} is missing, and could not be installed"))
                .caused_by(problem)
                .fix(format!("Run `rustup component add {component}` and try again."))
        })?;
    }
    Ok(())
}
