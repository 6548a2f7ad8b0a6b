//! An agent presses an item of the queue: how long until its brief can be read.

use tests::browser::Browser;
use tests::wait::{must, until, within};
use thirtyfour::Cookie;
use tokio::time::Duration;
use xtask::bench::Row;

use crate::sample::{Sample, row};
use crate::shop::Shop;

const ITEMS: usize = 10;

/// Presses the item of a conversation and watches each frame until a fact stands in its brief; returns the time between,
/// in milliseconds. The brief of the item before is gone first: its element is another one.
const OPEN: &str = "return new Promise((done) => {
    const facts = () => document.querySelector('[role=region][aria-label=Brief] dd .words');
    const before = facts();
    const start = performance.now();
    document.getElementById(arguments[0]).click();
    const look = () => {
        const now = facts();
        if (now && now !== before && now.checkVisibility()) done(performance.now() - start);
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})";

pub async fn measure(shop: &Shop) -> Vec<Row> {
    let mut visitors = Vec::new();
    for _ in 0..=ITEMS {
        let mut visitor = shop.served_visitor().await;
        visitor.presses_person().await;
        visitors.push(visitor);
    }
    let browser = Browser::start().await;
    sign_in(&browser, shop).await;
    let mut sample = Sample::default();
    // The first is for warming up.
    for (at, visitor) in visitors.iter().enumerate() {
        let id = format!("item-{}", visitor.key.conversation);
        until("the item in the queue", async || {
            let there = browser
                .run(&format!("return !!document.getElementById('{id}')"))
                .await;
            (there == true).then_some(())
        })
        .await;
        let opened = within("the brief", browser.web().execute(OPEN, vec![id.into()])).await;
        let ms = must("opening an item", opened).json().as_f64();
        if at > 0 {
            sample.add(Duration::from_secs_f64(ms.unwrap_or_default() / 1000.0));
        }
    }
    vec![row(
        "agent's click on an item to its brief on the screen, p95",
        sample.percentile(95),
        None,
    )]
}

/// Signing in by form is measured nowhere, and takes a while on purpose: the session is given to the browser as it is.
pub async fn sign_in(browser: &Browser, shop: &Shop) {
    let page = format!("{}/agent?site={}", shop.edge.address(), tests::edge::SITE);
    browser.open(&page).await;
    let (name, value) = shop
        .owner
        .cookie()
        .and_then(|cookie| cookie.split_once('='))
        .unwrap_or_default();
    must(
        "the session",
        browser.web().add_cookie(Cookie::new(name, value)).await,
    );
    browser.open(&page).await;
}
