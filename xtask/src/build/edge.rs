//! Builds the Worker with worker-build, from tools that are all here already: it downloads nothing.

use std::process::Command;

use super::flags;
use crate::layout::Layout;
use crate::problem::Outcome;
use crate::stamp::{Inputs, Stamp};
use crate::{command, say};

/// The profile of the browser's applications: cargo compiles what all three share once. It leaves so little for
/// wasm-opt (3 %) that its minute is not worth waiting for here.
const PROFILE: &str = "wasm-release";

/// Makes `build/index.js` and `build/index_bg.wasm` when their sources have changed.
pub fn build(layout: &Layout) -> Outcome {
    let inputs = Inputs::of("edge")
        .text(PROFILE)
        .path(&layout.at("Cargo.toml"))?
        .path(&layout.at("Cargo.lock"))?
        .path(&layout.at("shared/Cargo.toml"))?
        .path(&layout.at("shared/src"))?
        .path(&layout.at("edge/Cargo.toml"))?
        .path(&layout.at("edge/src"))?;
    let stamp = Stamp::new(layout.scratch().join("edge.stamp"), inputs);
    let output = layout.worker();
    if stamp.is_current() && output.join("index.js").is_file() && output.join("index_bg.wasm").is_file() {
        return Ok(());
    }
    say::step("compiling the edge (worker-build)");
    let mut worker_build = Command::new(layout.cargo_tool("worker-build"));
    worker_build
        .args(["--profile", PROFILE, "--no-opt", "--out-dir", "../build"])
        .env("WASM_BINDGEN_BIN", layout.cargo_tool("wasm-bindgen"))
        .env("ESBUILD_BIN", layout.esbuild())
        .env("WASM_OPT_BIN", layout.binaryen("wasm-opt"))
        .current_dir(layout.at("edge"));
    flags::set(&mut worker_build, layout, &[]);
    command::run(&mut worker_build)?;
    stamp.set()
}
