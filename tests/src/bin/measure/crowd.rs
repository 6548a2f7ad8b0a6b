//! A full house: an agent scrolls, moves by keyboard and searches while a thousand wait and more come, and reads a thread of
//! two thousand messages. What counts is the longest task: while one runs, no key and no wheel is heard.

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
/// So many things happen while the agent looks on.
const NEWS: usize = 10;
const WANTED_MS: f64 = 100.0;
/// How long a script may wait for the page.
const PATIENCE: Duration = Duration::from_mins(5);
/// How long something that is to come may take.
const SOON: Duration = Duration::from_secs(30);

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

/// Presses a key so many times, once a frame.
const PRESS: &str = "return new Promise((done) => {
    let left = arguments[1];
    document.activeElement?.blur();
    const step = () => {
        if (!left--) return done(true);
        const on = document.activeElement ?? document.body;
        on.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }));
        requestAnimationFrame(step);
    };
    step();
})";

/// The longest of them since it was last asked for, after the observer was told of the last.
const LONGEST: &str = "return new Promise((done) => setTimeout(() => {
    done(Math.max(...tasks));
    tasks = [0];
}, 400))";

/// What an agent did, and the longest task meanwhile.
struct Did(Vec<(&'static str, f64)>);

impl Did {
    async fn note(&mut self, browser: &Browser, what: &'static str) {
        let ms = must("the longest task", browser.web().execute(LONGEST, vec![]).await);
        self.0.push((what, ms.json().as_f64().unwrap_or_default()));
    }

    /// The longest of all, then what it was.
    fn rows(self, among: &str) -> Vec<Row> {
        let longest = self.0.iter().map(|(_, ms)| *ms).fold(0.0, f64::max);
        let what = format!("longest task at the desk, {among}");
        let each = self
            .0
            .iter()
            .map(|(what, ms)| row(&format!("— {what}"), *ms, None));
        let mut rows = vec![row(&what, longest, Some(WANTED_MS))];
        rows.extend(each);
        rows
    }
}

pub async fn measure(shop: &Shop) -> Vec<Row> {
    // Before the crowd comes: the edge has other things to do then.
    let agent = long_talk(shop).await;
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
    let mut rows = queue(&browser, shop).await.rows(&format!("{WAITING} waiting"));
    let thread = thread(&browser, agent).await;
    rows.extend(thread.rows(&format!("{MESSAGES} messages in a thread")));
    rows
}

async fn queue(browser: &Browser, shop: &Shop) -> Did {
    let mut did = Did(Vec::new());
    does(browser, SCROLL, ".queue-list", 1.into()).await;
    let last = format!("document.querySelector('.item[aria-posinset=\"{WAITING}\"]')");
    there(browser, &last).await;
    does(browser, SCROLL, ".queue-list", (-1).into()).await;
    did.note(browser, "scrolling").await;
    does(browser, PRESS, "j", 150.into()).await;
    there(
        browser,
        "document.activeElement.closest('.item')?.ariaPosInSet === '150'",
    )
    .await;
    does(browser, PRESS, "k", 50.into()).await;
    did.note(browser, "moving by keyboard").await;
    for _ in 0..NEWS {
        let mut visitor = VisitorClient::arrives(&shop.edge, SITE).await;
        visitor.presses_person().await;
    }
    let more = format!(
        "document.querySelector('.item').ariaSetSize === '{}'",
        WAITING + NEWS
    );
    there(browser, &more).await;
    did.note(browser, "more arriving").await;
    does(browser, TYPE, "#search", "where is my parcel".into()).await;
    did.note(browser, "searching").await;
    did
}

/// A conversation of many messages, and the member who has it.
async fn long_talk(shop: &Shop) -> AgentClient {
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
    agent
}

async fn thread(browser: &Browser, mut agent: AgentClient) -> Did {
    browser.run("window.tasks = [0]; return true").await;
    let mut did = Did(Vec::new());
    let conversation = agent.conversation().clone();
    open(browser, conversation.as_str()).await;
    did.note(browser, "opening it").await;
    does(browser, SCROLL, ".log", (-1).into()).await;
    let first = "document.querySelector('.log [data-from=visitor]') && !document.querySelector('.earlier')";
    there(browser, first).await;
    did.note(browser, "scrolling to its beginning").await;
    does(browser, TYPE, "#reply", "It is on its way.".into()).await;
    did.note(browser, "writing a reply").await;
    for number in 0..NEWS {
        agent.replies(&format!("And now? {number}")).await;
    }
    let newest = format!(
        "document.querySelector('.log').textContent.includes('And now? {}')",
        NEWS - 1
    );
    there(browser, &newest).await;
    did.note(browser, "messages arriving").await;
    did
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
    there(browser, "document.querySelectorAll('.log .entry').length > 20").await;
}

async fn does(browser: &Browser, script: &str, of: &str, with: serde_json::Value) {
    let done = browser.web().execute(script, vec![of.into(), with]).await;
    assert!(done.is_ok(), "{of}: {done:?}");
}

async fn there(browser: &Browser, expression: &str) {
    let script = format!("return Boolean({expression})");
    until_within(SOON, expression, async || {
        (browser.run(&script).await == true).then_some(())
    })
    .await;
}
