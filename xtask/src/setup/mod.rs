//! Installs what is missing. Each step looks first, and does nothing when all is there.

mod browser;
mod cargo_tools;
mod npm;
mod rust;

pub use browser::{browser, program as browser_program};
pub use cargo_tools::locked_version;
pub use rust::{WASM_TARGET, lint_tools};

use crate::layout::Layout;
use crate::problem::Outcome;

/// Everything that a build or a running edge needs.
pub fn for_build(layout: &Layout) -> Outcome {
    rust::wasm_target()?;
    rust::library_source()?;
    npm::node()?;
    npm::packages(layout)?;
    cargo_tools::install(layout)
}
