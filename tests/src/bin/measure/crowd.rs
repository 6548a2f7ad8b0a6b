//! A full house: an agent scrolls and searches while a thousand wait, and reads a thread of two thousand messages. What
//! counts is the longest task: while one runs, no key and no wheel is heard.

use std::time::Duration;

use tests::browser::Browser;
use tests::client::{AgentClient, VisitorClient};
use tests::edge::SITE;
use tests::wait::{must, until_within};
use xtask::bench::Row;

use crate::opening::sign_in;
use crate::sample::row;
use crate::shop::Shop;

const WAITING: usize = 1_000;
const MESSAGES: usize = 2_000;
const WANTED_MS: f64 = 100.0;
/// How long a script may wait for the page.
const PATIENCE: Duration = Duration::from_mins(5);

/// Notes every task over 50 ms from now on.
const WATCH: &str = "window.tasks = [0]; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration);
}).observe({ type: 'longtask' }); return true";

/// Scrolls what the selector names to its end, a screen a frame, also as it grows; or to its beginning.
const SCROLL: &str = "return new Promise((done) => {
    const box = document.querySelector(arguments[0]), by = arguments[1] * box.clientHeight;
    let still = 0;
    const step = () => {
        const before = box.scrollTop;
        box.scrollTop += by;
        const more = by < 0 && box.querySelector('.earlier');
        if (more && box.scrollTop === 0) more.click();
        still = box.scrollTop === before && !more ? still + 1 : 0;
        if (still < 5) requestAnimationFrame(step); else done(true);
    };
    step();
})";

/// Types into a field, a letter a frame.
const TYPE: &str = "return new Promise((done) => {
    const field = document.querySelector(arguments[0]), letters = [...arguments[1]];
    field.focus();
    const step = () => {
        if (!letters.length) return done(true);
        field.value += letters.shift();
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        requestAnimationFrame(step);
    };
    step();
})";

/// The longest of them, after the observer was told of the last.
const LONGEST: &str = "return new Promise((done) => setTimeout(() => done(Math.max(...tasks)), 400))";

pub async fn measure(shop: &Shop) -> Vec<Row> {
    for _ in 0..WAITING {
        let mut visitor = VisitorClient::arrives(&shop.edge, SITE).await;
        visitor.presses_person().await;
    }
    let browser = Browser::start().await;
    // A page that hangs is to be measured, not to end the measurement.
    must("patience", browser.web().set_script_timeout(PATIENCE).await);
    sign_in(&browser, shop).await;
    there(&browser, "document.querySelectorAll('.item').length > 20").await;
    browser.run(WATCH).await;
    does(&browser, SCROLL, ".queue-list", 1.into()).await;
    there(
        &browser,
        &format!("document.querySelectorAll('.item').length >= {WAITING}"),
    )
    .await;
    does(&browser, TYPE, "#search", "where is my parcel".into()).await;
    let queue = longest(&browser).await;

    let mut visitor = shop.served_visitor().await;
    visitor.presses_person().await;
    let conversation = visitor.key.conversation.clone();
    let mut agent = AgentClient::opens(&shop.edge, &shop.owner, "ada", &conversation).await;
    agent.claims().await;
    for number in 0..MESSAGES {
        agent
            .replies(&format!("Message {number}: the parcel is on its way."))
            .await;
    }
    browser.run("window.tasks = [0]; return true").await;
    open(&browser, conversation.as_str()).await;
    does(&browser, SCROLL, ".log", (-1).into()).await;
    there(
        &browser,
        &format!("document.querySelectorAll('[data-from=agent]').length >= {MESSAGES}"),
    )
    .await;
    does(&browser, TYPE, "#reply", "It is on its way.".into()).await;
    let thread = longest(&browser).await;
    vec![
        row(
            &format!("longest task while scrolling and typing, {WAITING} waiting"),
            queue,
            Some(WANTED_MS),
        ),
        row(
            &format!("longest task while opening, scrolling and typing, {MESSAGES} messages"),
            thread,
            Some(WANTED_MS),
        ),
    ]
}

/// What is known when the page answered no more: the browser waits so long for it.
pub fn hung() -> Vec<Row> {
    let what = format!("longest task with {WAITING} waiting: the page hung, at least");
    vec![row(&what, 30_000.0, Some(WANTED_MS))]
}

/// Opens the conversation from Mine, where it is alone.
async fn open(browser: &Browser, conversation: &str) {
    browser
        .run("const field = document.getElementById('search'); field.value = ''; field.dispatchEvent(new InputEvent('input', { bubbles: true })); return true")
        .await;
    browser
        .run("[...document.querySelectorAll('.tabs button')].find((tab) => tab.innerText.startsWith('Mine')).click(); return true")
        .await;
    there(
        browser,
        &format!("document.getElementById('item-{conversation}')"),
    )
    .await;
    browser
        .run(&format!(
            "document.getElementById('item-{conversation}').click(); return true"
        ))
        .await;
    there(browser, "document.querySelectorAll('.log .entry').length > 50").await;
}

async fn does(browser: &Browser, script: &str, of: &str, with: serde_json::Value) {
    let done = browser.web().execute(script, vec![of.into(), with]).await;
    assert!(done.is_ok(), "{of}: {done:?}");
}

async fn there(browser: &Browser, expression: &str) {
    let script = format!("return Boolean({expression})");
    until_within(PATIENCE, expression, async || {
        (browser.run(&script).await == true).then_some(())
    })
    .await;
}

async fn longest(browser: &Browser) -> f64 {
    browser.run(LONGEST).await.as_f64().unwrap_or_default()
}
