//! Pictures of the page, and what axe-core finds wrong with it.

use std::fs;

use serde_json::Value;
use xtask::layout::Layout;

use super::Browser;
use crate::wait::must;

/// One line per violation; frames inside are looked at by going into them.
const AXE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'], iframes: false }).then(
        (result) => done(result.violations.map((found) =>
            `${found.id} (${found.impact}): ${found.help}: ${found.nodes.map((node) => node.target.join(' ')).join(', ')}`)),
        (error) => done([String(error)]),
    );";

impl Browser {
    /// Saves what is visible as `target/screenshots/NAME.png`, for people to look at.
    pub async fn picture(&self, name: &str) {
        let folder = Layout::here().at("target/screenshots");
        must("the folder of screenshots", fs::create_dir_all(&folder));
        let file = folder.join(format!("{name}.png"));
        must("a screenshot", self.web().screenshot(&file).await);
    }

    /// What axe-core reports against the document in the current frame, one line per finding.
    pub async fn accessibility_findings(&self) -> Vec<String> {
        let axe = Layout::here().npm("axe-core/axe.min.js");
        let script = must("axe-core", fs::read_to_string(&axe));
        must("axe-core", self.web().execute(script, Vec::new()).await);
        let found = must(
            "axe-core's findings",
            self.web().execute_async(AXE, Vec::new()).await,
        );
        let lines = found.json().as_array().cloned().unwrap_or_default();
        lines
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }
}
