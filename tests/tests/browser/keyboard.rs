//! Everything without a pointer.

use serde_json::json;
use tests::browser::Browser;
use tests::edge::SITE;
use thirtyfour::Key;

use crate::scene::{ADA, ANSWERED, Shop, holds, looks_right};

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_is_had_by_keyboard_and_escape_gives_the_focus_back() {
    let shop = Shop::open().await;
    let visitor = shop.visitor().await;
    visitor.find("button", "Open chat").await;
    visitor.strikes(Key::Tab + "").await;
    let on_button = "document.querySelector('baton-chat').shadowRoot.activeElement?.ariaLabel";
    holds(
        &visitor,
        "the focus on the button",
        &format!("{on_button} === 'Open chat'"),
    )
    .await;
    visitor.strikes(Key::Return + "").await;
    visitor.enter_chat().await;
    holds(
        &visitor,
        "the cursor in the field",
        "document.hasFocus() && document.activeElement.id === 'message'",
    )
    .await;
    visitor.strikes(ANSWERED).await;
    visitor.strikes(Key::Return + "").await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    holds(
        &visitor,
        "the cursor still in the field",
        "document.activeElement.id === 'message'",
    )
    .await;

    visitor.strikes(Key::Escape + "").await;
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
        browser.strikes(Key::Tab + "").await;
    }
    panic!("no {name} among {passed:?}");
}

/// Goes to the control of this name and presses it.
async fn presses(browser: &Browser, name: &str) {
    tabs_to(browser, name).await;
    browser.strikes(Key::Return + "").await;
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
    agent.strikes(ADA[1]).await;
    tabs_to(&agent, "Password").await;
    agent.strikes(ADA[2]).await;
    agent.strikes(Key::Return + "").await;
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
    agent.strikes("j").await;
    let on_item = "document.activeElement.closest('[aria-label=Queue]')";
    holds(&agent, "the focus on the item", on_item).await;
    agent.strikes(Key::Return + "").await;
    agent.message("visitor", "arrived broken").await;
    agent.strikes("c").await;
    agent.find("button", "Send reply").await;
    agent.strikes("r").await;
    agent.strikes("I'll ask the courier.").await;
    agent.strikes(Key::Return + "").await;
    agent.message("agent", "courier").await;
    agent.strikes(Key::Escape + "").await;
    agent.strikes("?").await;
    agent.find("dialog", "Keyboard shortcuts").await;
    looks_right(&agent, "agent-keys").await;
    agent.strikes(Key::Escape + "").await;

    agent.strikes("s").await;
    agent.find("dialog", "Snooze").await;
    presses(&agent, "In an hour").await;
    agent.find_text("status", "Snoozed until").await;
    visitor.says("Any news?").await;
    agent.message("visitor", "Any news?").await;
    agent.find_text("status", "a reply is due").await;

    agent.strikes("t").await;
    agent.find("dialog", "Transfer").await;
    tabs_to(&agent, "To").await;
    agent.strikes("Billing").await;
    tabs_to(&agent, "Note for them").await;
    agent.strikes("Please refund it.").await;
    presses(&agent, "Pass on").await;
    agent.message("note", "Please refund it.").await;
    agent.find("button", "Claim").await;
    agent.strikes("c").await;
    agent.find("button", "Send reply").await;
    agent.strikes(Key::Escape + "").await;
    agent.strikes("e").await;
    agent.find("dialog", "Close conversation").await;
    tabs_to(&agent, "Category").await;
    agent.strikes("Problem").await;
    tabs_to(&agent, "Outcome").await;
    agent.strikes("Solved").await;
    presses(&agent, "Close").await;
    agent.find_text("status", "Closed by").await;
    presses(&agent, "Useful").await;
    agent.find_text("status", "Rated: 1 useful").await;

    agent.strikes("/").await;
    agent.strikes("broken vase").await;
    agent.find_text("status", "1 conversation found").await;
    agent.strikes(Key::Escape + "").await;
    presses(&agent, &format!("Account: {}", ADA[0])).await;
    presses(&agent, "Sign out").await;
    agent.find("button", "Sign in").await;
}
