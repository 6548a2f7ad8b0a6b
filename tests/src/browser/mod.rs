//! A real Chromium of a story's own, driven through ChromeDriver. People are found the way people find things: by role
//! and name, as assistive technology sees them.

mod computed;
mod driver;
mod emulate;
mod find;
mod frame;
mod picture;
mod tabs;
mod thread;
mod time;

use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use xtask::setup;

use crate::wait::{must, within};
use driver::Driver;
pub use tabs::Tab;
pub use thread::Message;

/// Loading a page includes compiling Wasm on a machine that may be busy.
const PAGE_LOAD: Duration = Duration::from_secs(30);

/// As the platform's notes found them to be needed for a browser without a screen, a sandbox and a network.
const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
];

/// One browser window with its own profile; it ends when dropped.
pub struct Browser {
    // In this order: the session ends before the driver that holds it, and the profile goes last.
    web: WebDriver,
    _driver: Driver,
    _profile: TempDir,
}

impl Browser {
    /// A fresh browser, 1280 by 900 pixels, in light colours, of an English speaker.
    pub async fn start() -> Self {
        Self::start_in("en-US,en").await
    }

    /// The same for somebody who prefers these languages, such as `de-DE,de`.
    pub async fn start_in(languages: &str) -> Self {
        let driver = Driver::start();
        let profile = must(
            "a browser profile",
            tempfile::Builder::new().prefix("baton-").tempdir(),
        );
        let mut capabilities = DesiredCapabilities::chrome();
        let program = setup::browser_program().unwrap_or("chromium");
        must(
            "the browser's program",
            capabilities.set_binary(&driver::on_path(program)),
        );
        for flag in FLAGS {
            must("a browser flag", capabilities.add_arg(flag));
        }
        must(
            "the languages",
            capabilities.add_arg(&format!("--accept-lang={languages}")),
        );
        must(
            "the profile",
            capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display())),
        );
        must(
            "the console",
            capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" })),
        );
        let web = within("the browser", WebDriver::new(driver.address(), capabilities)).await;
        let web = must("the browser", web);
        must("the time limit", web.set_page_load_timeout(PAGE_LOAD).await);
        Self {
            web,
            _driver: driver,
            _profile: profile,
        }
    }

    /// The driver itself, for what the helpers here do not cover.
    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// Loads an address and waits until the page has loaded.
    pub async fn open(&self, url: &str) {
        must(url, self.web.goto(url).await);
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        must("reload", self.web.refresh().await);
    }

    /// Runs a script in every document of this tab that is opened from now on, before anything of the document's own.
    pub async fn before_load(&self, script: &str) {
        self.protocol(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .await;
    }

    /// Runs JavaScript in the current frame; `return` gives a value back.
    pub async fn run(&self, script: &str) -> Value {
        must(script, self.web.execute(script, Vec::new()).await)
            .json()
            .clone()
    }

    /// What the page's console has reported as an error since the last call.
    pub async fn console_errors(&self) -> Vec<String> {
        let entries = must("the console", self.web.get_log("browser").await);
        entries
            .into_iter()
            .filter(|entry| entry.level == "SEVERE")
            .map(|entry| entry.message)
            .collect()
    }
}
