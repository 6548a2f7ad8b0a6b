//! Everything without a pointer.

use serde_json::json;
use tests::browser::Browser;
use tests::edge::SITE;
use thirtyfour::{Key, TypingData};

use crate::scene::{ADA, ANSWERED, Shop, holds, looks_right};

async fn strikes(browser: &Browser, keys: impl Into<TypingData>) {
    browser
        .web()
        .action_chain()
        .send_keys(keys)
        .perform()
        .await
        .expect("keys");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_is_had_by_keyboard_and_escape_gives_the_focus_back() {
    let shop = Shop::open().await;
    let visitor = shop.visitor().await;
    visitor.find("button", "Open chat").await;
    strikes(&visitor, Key::Tab + "").await;
    let on_button = "document.querySelector('baton-chat').shadowRoot.activeElement?.ariaLabel";
    holds(
        &visitor,
        "the focus on the button",
        &format!("{on_button} === 'Open chat'"),
    )
    .await;
    strikes(&visitor, Key::Return + "").await;
    visitor.enter_chat().await;
    holds(
        &visitor,
        "the cursor in the field",
        "document.hasFocus() && document.activeElement.id === 'message'",
    )
    .await;
    strikes(&visitor, ANSWERED).await;
    strikes(&visitor, Key::Return + "").await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    holds(
        &visitor,
        "the cursor still in the field",
        "document.activeElement.id === 'message'",
    )
    .await;

    strikes(&visitor, Key::Escape + "").await;
    visitor.leave_frame().await;
    holds(
        &visitor,
        "the focus on the button again",
        &format!("{on_button} === 'Open chat'"),
    )
    .await;
    visitor.gone("button", "Close chat").await;
}

/// What the focus is on, as a person would call it.
const FOCUSED: &str = "
    const element = document.activeElement;
    return element.ariaLabel || element.labels?.[0]?.innerText || element.innerText || '';";

/// Goes on by Tab until the focus is on the control of this name.
async fn tabs_to(browser: &Browser, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..80 {
        let focused = browser.run(FOCUSED).await;
        let focused = focused.as_str().unwrap_or_default().trim();
        let focused = focused.lines().next().unwrap_or_default().to_owned();
        if focused == name {
            return;
        }
        passed.push(focused);
        strikes(browser, Key::Tab + "").await;
    }
    panic!("no {name} among {passed:?}");
}

/// Goes to the control of this name and presses it.
async fn presses(browser: &Browser, name: &str) {
    tabs_to(browser, name).await;
    strikes(browser, Key::Return + "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_day_at_the_desk_is_worked_without_a_pointer() {
    let shop = Shop::open().await;
    shop.ada().await;
    shop.with_teams(&json!([{ "id": "billing", "name": "Billing" }]))
        .await;
    let agent = Browser::start().await;
    agent
        .open(&format!("{}/agent?site={SITE}", shop.edge.address()))
        .await;
    agent.find("button", "Sign in").await;
    tabs_to(&agent, "Email").await;
    strikes(&agent, ADA[1]).await;
    tabs_to(&agent, "Password").await;
    strikes(&agent, ADA[2]).await;
    strikes(&agent, Key::Return + "").await;
    agent.find("switch", "Available").await;
    presses(&agent, "Available").await;
    holds(
        &agent,
        "the switch on",
        "document.querySelector('[role=switch]').ariaChecked === 'true'",
    )
    .await;

    let mut visitor = shop.waiting("My vase 10433 arrived broken.").await;
    holds(&agent, "one who waits", "document.title === '(1) Baton'").await;
    strikes(&agent, "j").await;
    let on_item = "document.activeElement.closest('[aria-label=Queue]')";
    holds(&agent, "the focus on the item", on_item).await;
    strikes(&agent, Key::Return + "").await;
    agent.message("visitor", "arrived broken").await;
    strikes(&agent, "c").await;
    agent.find("button", "Send reply").await;
    strikes(&agent, "r").await;
    strikes(&agent, "I'll ask the courier.").await;
    strikes(&agent, Key::Return + "").await;
    agent.message("agent", "courier").await;
    strikes(&agent, Key::Escape + "").await;
    strikes(&agent, "?").await;
    agent.find("dialog", "Keyboard shortcuts").await;
    looks_right(&agent, "agent-keys").await;
    strikes(&agent, Key::Escape + "").await;

    strikes(&agent, "s").await;
    agent.find("dialog", "Snooze").await;
    presses(&agent, "In an hour").await;
    agent.find_text("status", "Snoozed until").await;
    visitor.says("Any news?").await;
    agent.message("visitor", "Any news?").await;
    agent.find_text("status", "a reply is due").await;

    strikes(&agent, "t").await;
    agent.find("dialog", "Transfer").await;
    tabs_to(&agent, "To").await;
    strikes(&agent, "Billing").await;
    tabs_to(&agent, "Note for them").await;
    strikes(&agent, "Please refund it.").await;
    presses(&agent, "Pass on").await;
    agent.message("note", "Please refund it.").await;
    agent.find("button", "Claim").await;
    strikes(&agent, "c").await;
    agent.find("button", "Send reply").await;
    strikes(&agent, Key::Escape + "").await;
    strikes(&agent, "e").await;
    agent.find("dialog", "Close conversation").await;
    tabs_to(&agent, "Category").await;
    strikes(&agent, "Problem").await;
    tabs_to(&agent, "Outcome").await;
    strikes(&agent, "Solved").await;
    presses(&agent, "Close").await;
    agent.find_text("status", "Closed by").await;
    presses(&agent, "Useful").await;
    agent.find_text("status", "Rated: 1 useful").await;

    strikes(&agent, "/").await;
    strikes(&agent, "broken vase").await;
    agent.find_text("status", "1 conversation found").await;
    strikes(&agent, Key::Escape + "").await;
    presses(&agent, &format!("Account: {}", ADA[0])).await;
    presses(&agent, "Sign out").await;
    agent.find("button", "Sign in").await;
}
