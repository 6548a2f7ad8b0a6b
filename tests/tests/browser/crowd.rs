//! A queue of many: only what is near the screen is on the page, and whoever uses the keyboard or a screen reader does not
//! notice.

use tests::browser::Browser;
use tests::client::VisitorClient;
use tests::edge::SITE;
use thirtyfour::Key;

use crate::scene::{Look, Shop, holds};

const WAITING: usize = 150;
/// So many items may be on the page, however many wait: a screen, what is around it, and what the keyboard is on.
const ON_PAGE: usize = 49;

/// The item that has the focus: its place, whether all of it can be seen, and how many are on the page.
const FOCUSED: &str = "const item = document.activeElement.closest('.item'), list = item?.parentElement;
    const box = item?.getBoundingClientRect(), screen = list?.getBoundingClientRect();
    return [Number(item?.ariaPosInSet), box?.top >= screen?.top - 1 && box?.bottom <= screen?.bottom + 1,
        document.querySelectorAll('.item').length]";

/// Waits until the focus is on the item at this place, and it can be seen.
async fn is_on(browser: &Browser, place: usize) {
    let focused = format!("JSON.stringify((() => {{ {FOCUSED} }})()).startsWith('[{place},true,')");
    holds(browser, &format!("the focus on item {place}"), &focused).await;
    let on_page = browser.run(FOCUSED).await[2].as_u64();
    assert!(
        on_page.is_some_and(|count| count <= ON_PAGE as u64),
        "{on_page:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn many_wait_and_each_is_reached_by_keyboard_while_few_are_on_the_page() {
    let mut look = Look::default();
    let shop = Shop::open().await;
    shop.ada().await;
    let mut visitors = Vec::new();
    for _ in 0..WAITING {
        let mut visitor = VisitorClient::arrives(&shop.edge, SITE).await;
        visitor.presses_person().await;
        visitors.push(visitor);
    }
    let agent = shop.ada_signs_in().await;
    let all = format!("document.querySelector('.item')?.ariaSetSize === '{WAITING}'");
    holds(&agent, "all who wait", &all).await;
    look.at(&agent, "agent-crowd").await;
    agent.run("document.activeElement.blur()").await;

    agent.strikes("j".repeat(100)).await;
    is_on(&agent, 100).await;
    agent.strikes("k").await;
    is_on(&agent, 99).await;
    let item = agent.run("return document.activeElement.id").await;

    // Scrolled away, it keeps the focus, and the next key goes on from there.
    agent.strikes(Key::Home + "").await;
    let top = "document.getElementById('queue').scrollTop === 0 && document.querySelector('.item').ariaPosInSet === '1'";
    holds(&agent, "the beginning of the list", top).await;
    assert_eq!(agent.run("return document.activeElement.id").await, item);
    agent.strikes(Key::End + "").await;
    let end = format!("document.querySelector('.item[aria-posinset=\"{WAITING}\"]')?.checkVisibility()");
    holds(&agent, "the end of the list", &end).await;
    assert_eq!(agent.run("return document.activeElement.id").await, item);
    let on_page = agent
        .run("return document.querySelectorAll('.item').length")
        .await;
    assert!(
        on_page.as_u64().is_some_and(|count| count <= ON_PAGE as u64),
        "{on_page}"
    );
    look.at(&agent, "agent-crowd-end").await;
    agent.strikes("k").await;
    is_on(&agent, 98).await;

    // Opened, it is the current one, also after the list was elsewhere.
    agent.strikes(Key::Return + "").await;
    let current = "document.querySelector('.item:not(.far) [aria-current=true]')?.closest('.item').ariaPosInSet === '98'";
    holds(&agent, "the open one marked", current).await;
    agent.run("document.getElementById('queue').scrollTop = 0").await;
    holds(
        &agent,
        "another part of the list",
        "document.querySelector('.item').ariaPosInSet === '1'",
    )
    .await;
    agent.run("document.activeElement.blur()").await;
    agent.strikes("j").await;
    is_on(&agent, 99).await;
    holds(&agent, "the open one still marked", current).await;
    look.found_nothing();
}
