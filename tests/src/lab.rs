//! The measurements where the product runs: `xtask/lab` compiled as the edge is, on a real workerd, and compiled as the
//! widget is, in a real Chromium. `cargo xtask` builds both.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::{Duration, Instant};
use xtask::layout::Layout;
use xtask::stamp::entries;
use xtask::workerd::{Edge, Options};

use crate::browser::Browser;
use crate::wait::{must, until};

/// The measurements on workerd.
pub struct Lab {
    edge: Edge,
    http: reqwest::Client,
    // Held for its drop, which removes the folder.
    _folder: TempDir,
}

impl Lab {
    /// Starts them.
    pub fn start() -> Self {
        let layout = Layout::here();
        let folder = must(
            "a temporary folder",
            tempfile::Builder::new().prefix("baton-").tempdir(),
        );
        let options = Options {
            state: folder.path().to_path_buf(),
            ..Options::default()
        };
        let config = layout.at("xtask/lab/web/lab.capnp");
        let edge = must(
            "the measurements on workerd (`cargo xtask` builds them)",
            Edge::start_on(&layout, &config, &options),
        );
        Self {
            edge,
            http: reqwest::Client::new(),
            _folder: folder,
        }
    }

    /// What `lab::agreement::digests` gives there.
    pub async fn digests(&self, portion: &[String]) -> Vec<String> {
        let text = self.post("/digests", json!(portion).to_string()).await;
        must("digests", serde_json::from_str(&text))
    }

    /// What `lab::agreement::verdict` gives there.
    pub async fn verdict(&self, before: &str, text: &str) -> String {
        let body = json!({ "before": before, "text": text });
        self.post("/verdict", body.to_string()).await
    }

    /// Makes messages ready to be timed.
    pub async fn prepare(&self, messages: usize) {
        self.post(&format!("/prepare?messages={messages}"), String::new())
            .await;
    }

    /// How long a request takes that decides so many times about a turn with that message.
    #[allow(
        clippy::disallowed_methods,
        reason = "tests run natively, where there is a clock"
    )]
    pub async fn turns(&self, message: usize, times: u32) -> Duration {
        let start = Instant::now();
        self.post(&format!("/turn?message={message}&times={times}"), String::new())
            .await;
        start.elapsed()
    }

    async fn post(&self, path: &str, body: String) -> String {
        let address = format!("{}{path}", self.edge.address());
        let answer = must(path, self.http.post(address).body(body).send().await);
        let status = answer.status();
        let text = must(path, answer.text().await);
        assert!(
            status.is_success(),
            "{path}: {status} {text}\n{}",
            self.edge.log()
        );
        text
    }
}

/// The measurements on a page.
pub struct LabPage {
    browser: Browser,
}

impl LabPage {
    /// Opens them.
    pub async fn open(lab: &Lab) -> Self {
        let browser = Browser::start().await;
        browser.open(&lab.edge.address()).await;
        until("the measurements on their page", async || {
            (browser.run("return !!window.lab").await == true).then_some(())
        })
        .await;
        Self { browser }
    }

    /// What `lab::agreement::digests` gives there.
    pub async fn digests(&self, portion: &[String]) -> Vec<String> {
        let portion = json!(json!(portion).to_string());
        let text = self.run(&format!("return lab.digests({portion})")).await;
        must("digests", serde_json::from_str(text.as_str().unwrap_or_default()))
    }

    /// What `lab::agreement::verdict` gives there.
    pub async fn verdict(&self, before: &str, text: &str) -> String {
        let (before, text) = (json!(before), json!(text));
        let verdict = self.run(&format!("return lab.verdict({before}, {text})")).await;
        verdict.as_str().unwrap_or_default().to_owned()
    }

    /// Runs JavaScript with `lab` at hand.
    pub async fn run(&self, script: &str) -> Value {
        self.browser.run(script).await
    }
}

/// Every text in quotation marks in the sources of what decides, tests included: the phrasings that it was written for,
/// and the words of its tables. A corpus that grows by itself.
pub fn phrases() -> Vec<String> {
    let layout = Layout::here();
    let mut found = Vec::new();
    for folder in ["shared/src/triggers", "shared/src/text", "shared/tests"] {
        collect(&layout.at(folder), &mut found);
    }
    found
}

fn collect(path: &Path, found: &mut Vec<String>) {
    if path.is_dir() {
        for entry in must("a folder of sources", entries(path)) {
            collect(&entry, found);
        }
    } else if path.extension().is_some_and(|kind| kind == "rs") {
        let text = must("a source", fs::read_to_string(path));
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            // Between the first mark and the second, the third and the fourth, and so on. Where a line escapes a mark,
            // the texts are other ones; any text will do.
            found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_phrases_in_many_languages() {
        let phrases = phrases();
        assert!(phrases.len() > 300, "{}", phrases.len());
        assert!(phrases.iter().any(|text| !text.is_ascii()));
    }
}
