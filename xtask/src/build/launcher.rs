//! Minifies the launcher, the one script that runs on host pages.

use std::process::Command;

use super::assets;
use crate::layout::Layout;
use crate::problem::Outcome;
use crate::stamp::{Inputs, Stamp};
use crate::{command, say};

/// Publishes `dist/baton.js` when its source has changed.
pub fn build(layout: &Layout) -> Outcome {
    let source = layout.at("widget/launcher/baton.js");
    let target = layout.dist().join("baton.js");
    let inputs = Inputs::of("launcher").path(&source)?.path(&layout.esbuild())?;
    let stamp = Stamp::new(layout.scratch().join("launcher.stamp"), inputs);
    if stamp.is_current() && target.is_file() {
        return Ok(());
    }
    say::step("minifying the launcher");
    let mut esbuild = Command::new(layout.esbuild());
    esbuild.arg(&source).args([
        "--minify",
        "--target=es2020",
        "--log-level=warning",
        "--legal-comments=none",
    ]);
    let minified = command::read(&mut esbuild)?;
    assets::write_with_twin(&target, minified.trim_end().as_bytes())?;
    stamp.set()
}
