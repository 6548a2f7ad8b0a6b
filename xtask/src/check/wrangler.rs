//! Asks wrangler whether it would deploy what was built, without sending anything.

use std::process::Command;
use std::time::Duration;

use crate::command;
use crate::layout::Layout;
use crate::problem::Outcome;

/// It bundles a few hundred kilobytes.
const LIMIT: Duration = Duration::from_mins(2);

/// `wrangler deploy --dry-run`.
pub fn dry_run(layout: &Layout) -> Outcome {
    let mut wrangler = Command::new("node");
    wrangler
        .arg(layout.npm("wrangler/bin/wrangler.js"))
        .args(["deploy", "--dry-run", "--outdir"])
        .arg(layout.scratch().join("dry-run"))
        .env("CI", "true")
        .env("WRANGLER_SEND_METRICS", "false")
        .current_dir(layout.root());
    command::read_within(&mut wrangler, LIMIT).map(drop)
}
