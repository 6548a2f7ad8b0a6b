//! What Baton costs the page it is on: tasks that keep the page's main thread busy for more than 50 ms, as Chromium
//! itself reports them.
//!
//! The page is on another site than the edge, as a customer's is, so that Chromium runs the frame in a process of its own.

use tests::browser::Browser;
use tests::edge::{SITE, TestEdge};
use tests::host::{HostSite, Page};
use tests::wait::until;
use xtask::bench::Row;

use crate::sample::row;

/// The page is loaded anew so often.
const LOADS: u32 = 5;

/// Before anything else on the page, so that nothing is missed.
const OBSERVER: &str = "<script>window.tasks = []; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push({ at: entry.startTime, ms: entry.duration });
}).observe({ type: 'longtask', buffered: true });</script>";

/// Takes what was seen so far, after two frames and a pause in which the observer is told of the last task.
const TAKE: &str = "return (async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await new Promise((done) => setTimeout(done, 300));
    return tasks.splice(0).map((task) => task.ms);
})()";

/// Long tasks of one step, over all loads.
#[derive(Default)]
struct Seen {
    tasks: u32,
    longest: f64,
}

impl Seen {
    async fn take(&mut self, browser: &Browser) {
        let found = browser.run(TAKE).await;
        for ms in found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_f64)
        {
            self.tasks += 1;
            self.longest = self.longest.max(ms);
        }
    }

    fn rows(&self, what: &str) -> Vec<Row> {
        let count = Row {
            what: format!("tasks over 50 ms on the host page, {what}, in {LOADS} loads"),
            found: f64::from(self.tasks),
            wanted: Some(0.0),
            limit: None,
            unit: "tasks".into(),
        };
        let longest = (self.tasks > 0).then(|| row("— the longest", self.longest, None));
        std::iter::once(count).chain(longest).collect()
    }
}

pub async fn measure() -> Vec<Row> {
    let (edge, host) = (TestEdge::start(), HostSite::start().await);
    edge.put_site(SITE, &[&host.foreign_origin()]).await;
    let tag = format!(
        "<script async src=\"{}/baton.js\" data-site=\"{SITE}\"></script>",
        edge.address()
    );
    host.put("/", page(&tag));
    host.put("/bare", page(""));
    let address = host.foreign_origin();
    let browser = Browser::start().await;
    // The browser's own first page is not the site's matter.
    browser.open(&format!("{address}/bare")).await;
    a_long_task_is_seen(&browser).await;
    let (mut loading, mut opening) = (Seen::default(), Seen::default());
    for _ in 0..LOADS {
        browser.open(&format!("{address}/")).await;
        browser.find("button", "Open chat").await;
        loading.take(&browser).await;
        browser.press("button", "Open chat").await;
        widget_stands(&browser).await;
        browser.leave_frame().await;
        opening.take(&browser).await;
    }
    [loading.rows("launcher loading"), opening.rows("widget opening")].concat()
}

/// A count of none means something only if one would have been counted.
async fn a_long_task_is_seen(browser: &Browser) {
    let busy =
        "setTimeout(() => { const start = performance.now(); while (performance.now() < start + 80); })";
    browser.run(busy).await;
    let mut seen = Seen::default();
    seen.take(browser).await;
    assert!(seen.tasks > 0, "a task of 80 ms was not reported");
}

/// Waits inside the frame until one could write. By selector: ChromeDriver computes no roles in a frame of another process.
async fn widget_stands(browser: &Browser) {
    until("the widget", async || {
        browser.leave_frame().await;
        browser.chat_frame().await?.enter_frame().await.ok()?;
        let there = "return !!document.querySelector('textarea[aria-label=Message]')?.checkVisibility()";
        (browser.run(there).await == true).then_some(())
    })
    .await;
}

/// A plain shop page.
fn page(tag: &str) -> Page {
    Page::new(format!(
        "<!doctype html><html lang=en><meta name=viewport content='width=device-width, initial-scale=1'>\
         <link rel=icon href='data:,'><title>A shop</title>{OBSERVER}{tag}<h1>A shop</h1><p>It sells things.</p></html>"
    ))
}
